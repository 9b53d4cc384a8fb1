"""Rules of a table: around each row, less those inside merged cells.

In: the grid of columns and the rows. Out: strokes, y from the top of a row. Does not belong here: how high rows are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import ne

from briefgen.doctree.nodes import Row
from briefgen.doctree.walk import owners
from briefgen.layout.frame import Item, Stroke
from briefgen.style import RuleStyle


class Rules:
    """The rules of one part of a table, its head or its body."""

    def __init__(self, edges: tuple[float, ...], rows: tuple[Row, ...], rule: RuleStyle) -> None:
        self._edges = edges
        self._rule = rule
        self._owners = owners(rows)
        self._whole = [True] * (len(edges) - 1)
        #: For each row and column whether the cell there is another than the one above; the last is for the foot.
        self._parted = [
            self._whole,
            *([*map(ne, above, below)] for above, below in pairwise(self._owners)),
            self._whole,
        ]

    def around(self, row: int, height: float, first: bool, last: bool) -> list[Item]:
        """Return the rules around a row, or around its `first`, its `last` or another piece of it."""
        return [
            *self._horizontal(0.0, self._parted[row] if first else self._whole),
            *self._horizontal(height, self._parted[row + 1] if last else self._whole),
            *self._verticals(row, height),
        ]

    def missing(self, row: int, height: float, last: bool) -> tuple[Item, ...]:
        """Return the rules below a row that merged cells leave out, for the foot of a page."""
        below = self._parted[row + 1] if last else self._whole
        return () if all(below) else tuple(self._horizontal(height, [not drawn for drawn in below]))

    def _horizontal(self, y: float, wanted: Sequence[bool]) -> Iterator[Item]:
        end = 0
        for drawn, group in groupby(wanted):
            start, end = end, end + len([*group])
            if drawn:
                yield self._stroke(self._edges[start], y, self._edges[end], y)

    def _verticals(self, row: int, height: float) -> Iterator[Item]:
        cells = [None, *self._owners[row], None]
        for column, x in enumerate(self._edges):
            if cells[column] != cells[column + 1]:
                yield self._stroke(x, 0.0, x, height)

    def _stroke(self, x0: float, y0: float, x1: float, y1: float) -> Stroke:
        return Stroke("table-rule", x0, y0, x1, y1, self._rule.width, self._rule.color)
