"""A grid: what CSV and XLSX have in common, rows of cells that know their places.

In: nothing. Out: plain values. Does not belong here: what a column means (`header`).
"""

from __future__ import annotations

from msgspec import Struct

from briefgen.diagnostics import Position


class Cell(Struct, frozen=True):
    """A cell with its text, empty for none; all cells of a merged range are the same one, that of its corner."""

    text: str
    position: Position


class Grid(Struct, frozen=True):
    """The rows of a sheet, which need not be equally long; `origin` is the place of its first cell."""

    rows: tuple[tuple[Cell, ...], ...]
    origin: Position
