"""The report: samples as a table with ratios, as JSON, and as rows for the plot.

In: samples and ratios. Out: Markdown and JSON.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from benchmarks.environments import machine
from benchmarks.goals import Ratio, Samples, memory, size

COLUMNS = (("cold", 7), ("cold", 62), ("warm", 7), ("warm", 62))


def record(samples: Samples, peers: list[str], ratios: list[Ratio], rounds: int) -> dict[str, Any]:
    """Return the figures as plain data: milliseconds, megabytes, kilobytes."""
    rows = []
    for peer in peers:
        row: dict[str, Any] = {"peer": peer}
        for work, pages in COLUMNS:
            found = samples.median(work, peer, pages)
            row[f"{work} {pages}"] = None if found is None else round(found * 1000, 1)
        peak, bytes_ = samples.median("cold", peer, 7, memory), samples.median("cold", peer, 7, size)
        row["peak MB"] = None if peak is None else round(peak, 1)
        row["KB"] = None if bytes_ is None else round(bytes_ / 1024)
        rows.append(row)
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": machine(),
        "rounds": rounds,
        "medians": rows,
        "ratios": [
            {"title": ratio.title, "ratio": round(ratio.value, 3), "goal": ratio.goal, "holds": ratio.holds}
            for ratio in ratios
        ],
    }


def markdown(data: dict[str, Any]) -> str:
    """Return the record as two tables."""
    lines = [
        f"{data['date']}, {data['machine']}; medians of {data['rounds']} interleaved rounds, milliseconds.",
        "",
    ]
    names = list(data["medians"][0])
    lines += _table(names, [[_shown(row[name]) for name in names] for row in data["medians"]])
    lines.append("")
    lines += _table(
        ["ratio", "is", "goal", ""],
        [
            [each["title"], f"{each['ratio']:.2f}", f"≤ {each['goal']:g}", "✓" if each["holds"] else "✗"]
            for each in data["ratios"]
        ],
    )
    return "\n".join(lines) + "\n"


def write(data: dict[str, Any], folder: Path) -> None:
    """Write `latest.json` and `latest.md` into `folder`."""
    folder.mkdir(exist_ok=True)
    (folder / "latest.json").write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")
    (folder / "latest.md").write_text(markdown(data), "utf-8")


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)]


def _shown(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.0f}" if isinstance(value, float) else str(value)
