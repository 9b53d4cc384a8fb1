"""Rules of a table: around each row, less those inside merged cells.

In: the grid of columns and the rows. Out: strokes, y from the top of a row. Does not belong here: how high rows are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

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

    def around(self, row: int, height: float, first: bool, last: bool) -> list[Item]:
        """Return the rules around a row, or around its `first`, its `last` or another piece of it."""
        return [
            *self._horizontal(0.0, lambda column: not (first and self._joins(row - 1, column))),
            *self._horizontal(height, lambda column: not (last and self._joins(row, column))),
            *self._verticals(row, height),
        ]

    def missing(self, row: int, height: float, last: bool) -> tuple[Item, ...]:
        """Return the rules below a row that merged cells leave out, for the foot of a page."""
        return tuple(self._horizontal(height, lambda column: last and self._joins(row, column)))

    def _joins(self, row: int, column: int) -> bool:
        """Tell whether the cell at `row` and `column` is one with that below it."""
        inside = 0 <= row < len(self._owners) - 1
        return inside and self._owners[row][column] == self._owners[row + 1][column]

    def _horizontal(self, y: float, wanted: Callable[[int], bool]) -> Iterator[Item]:
        for drawn, group in groupby(range(len(self._edges) - 1), wanted):
            columns = list(group)
            if drawn:
                yield self._stroke(self._edges[columns[0]], y, self._edges[columns[-1] + 1], y)

    def _verticals(self, row: int, height: float) -> Iterator[Item]:
        cells = [None, *self._owners[row], None]
        for column, x in enumerate(self._edges):
            if cells[column] != cells[column + 1]:
                yield self._stroke(x, 0.0, x, height)

    def _stroke(self, x0: float, y0: float, x1: float, y1: float) -> Stroke:
        return Stroke("table-rule", x0, y0, x1, y1, self._rule.width, self._rule.color)
