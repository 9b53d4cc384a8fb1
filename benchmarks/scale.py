"""Scale: from the measured cost of a briefing to a province, the country, ten million notices.

`.venv/bin/python -m benchmarks.scale FIGURES.json…` takes what `benchmarks.throughput --json` wrote, for issues and for
notices, and prints the table of docs/scale.md. What is not measured is an option: prices, the share of a core that does
useful work, the time that may pass.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path
from typing import Any

from msgspec import Struct


class Load(Struct, frozen=True):
    """What is to be rendered at once: how many of which kind, how often a year."""

    name: str
    kind: str
    count: int
    times_a_year: int


LOADS = (
    Load("省：120 个县区每周各一期 · a province", "issue", 120, 52),
    Load("全国：2,850 个县区每周各一期 · the country", "issue", 2850, 52),
    Load("全国：2,850 个县区 × 100 个部门，每周 · all departments", "issue", 285_000, 52),
    Load("1,000 万份告知书，一次 · ten million notices", "notice", 10_000_000, 1),
)
HEAD = (
    "| 任务 · task | 份数 · briefings | 核·时 · core hours | 核数 · cores | 一次的计算费 · computing "
    "| 一次的成品 · output GB | 每年计算 · a year | 每年新增存储的月租 · store a month |\n| --- "
    + "| --- " * 7
    + "|\n"
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser("python -m benchmarks.scale", description="reckon from measured figures")
    parser.add_argument("figures", type=Path, nargs="+")
    parser.add_argument(
        "--core-hour", type=float, default=0.25, help="price of a core for an hour (0.25 yuan)"
    )
    parser.add_argument("--gigabyte-month", type=float, default=0.12, help="price of a stored GB (0.12 yuan)")
    parser.add_argument("--useful", type=float, default=0.8, help="share of a core at work (0.8)")
    parser.add_argument("--hours", type=float, default=1, help="hours that may pass (1)")
    options = parser.parse_args()
    runs = [run for path in options.figures for run in json.loads(path.read_text("utf-8"))]
    dearest = {run["kind"]: run for run in sorted(runs, key=_milliseconds)}
    sys.stdout.write(HEAD + "".join(_row(load, dearest[load.kind], options) for load in LOADS))


def _milliseconds(run: dict[str, Any]) -> float:
    return float(1000 * run["processor_seconds"] / run["issues"])


def _row(load: Load, run: dict[str, Any], options: argparse.Namespace) -> str:
    core_hours = load.count * _milliseconds(run) / 3_600_000 / options.useful
    gigabytes = load.count * run["bytes"] / run["issues"] / 1e9
    computing = core_hours * options.core_hour
    cells = (
        load.name,
        f"{load.count:,}",
        f"{core_hours:,.3g}",
        f"{max(1, math.ceil(core_hours / options.hours)):,}",
        f"{computing:,.2f} 元",
        f"{gigabytes:,.3g}",
        f"{computing * load.times_a_year:,.2f} 元",
        f"{gigabytes * load.times_a_year * options.gigabyte_month:,.0f} 元",
    )
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    main()
