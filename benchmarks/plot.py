"""The plot: warm and cold milliseconds of each tool as bars, an SVG without a library.

In: the record of `report`. Out: a file.
"""

from __future__ import annotations

from html import escape
from math import log10
from pathlib import Path
from typing import Any

SHOWN = (("cold 7", "#9aa5b1"), ("warm 7", "#c00000"))
BAR, GAP, LEFT, WIDTH = 12, 10, 150, 640
LEAST, MOST = 1.0, 10_000.0  # ms, the ends of the scale


def write(data: dict[str, Any], file: Path) -> None:
    """Write the plot of the medians; the scale is logarithmic."""
    rows = [row for row in data["medians"] if any(row[name] for name, _ in SHOWN)]
    height = 40 + len(rows) * (len(SHOWN) * BAR + GAP)
    parts = [_text(LEFT, 16, "7 pages, milliseconds: cold (grey: a process for one document), warm (red)")]
    y = 28
    for row in rows:
        parts.append(_text(4, y + BAR + 4, row["peer"]))
        for name, color in SHOWN:
            if row[name]:
                length = _length(row[name])
                parts.append(
                    f'<rect x="{LEFT}" y="{y}" width="{length:.0f}" height="{BAR - 2}" fill="{color}"/>'
                )
                parts.append(_text(LEFT + length + 4, y + BAR - 3, f"{row[name]:.0f}"))
            y += BAR
        y += GAP
    size = f'width="{LEFT + WIDTH}" height="{height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="11">'
    file.write_text("\n".join([head, *parts, "</svg>", ""]), "utf-8")


def _length(milliseconds: float) -> float:
    share = log10(milliseconds / LEAST) / log10(MOST / LEAST)
    return max(1.0, share * (WIDTH - 60))


def _text(x: float, y: float, words: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}">{escape(words)}</text>'
