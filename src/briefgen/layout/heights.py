"""The height of a table by the widths of its columns, and the widths that make it low.

Width is given to the columns that keep a row high, to the row where it saves most lines by the point, again and again,
from the least widths on. Lines are counted from widths, not broken: close enough to choose by, and cheap.
In: what each cell asks for. Out: widths in points.
Does not belong here: what a cell asks for (`columns`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from msgspec import Struct

EPSILON = 0.1
STEPS = 24  # how often width is given
BROKEN = 0.001  # of a line: what a further line in any cell counts, so that no name is broken without need
SLACK = 0.5  # em that a line of several stays empty on average: a line ends where a word does


class Demand(NamedTuple):
    """What a cell asks of its `columns`, in points: its least width, and the one that needs no second line."""

    first: int
    columns: int
    least: float
    most: float


class _Heights(Struct, frozen=True):
    """Counts the lines of rows in text of `em` points with `padding` points beside it."""

    rows: Sequence[Sequence[Demand]]
    breakable: Sequence[Sequence[Demand]]  # of each row the cells that may have more lines than one
    em: float
    padding: float

    def lines(self, demand: Demand, widths: Sequence[float]) -> int:
        """Return the number of lines of a cell."""
        first, columns, _, most = demand
        room = widths[first] if columns == 1 else sum(widths[first : first + columns])
        if most <= room:
            return 1
        return max(2, ceil((most - self.padding) / max(self.em, room - self.padding - SLACK * self.em)))

    def all(self, widths: Sequence[float]) -> float:
        """Return the lines of all rows, each as high as its highest cell, and a little for each line of a cell."""
        total = 0.0
        for row in self.breakable:
            counts = [self.lines(demand, widths) for demand in row]
            total += max(counts, default=1) + BROKEN * sum(counts)
        return total

    def candidates(self, widths: Sequence[float]) -> Iterator[list[float]]:
        """Yield widths that spare a row a line, or break no cell of a column."""
        for row in self.rows:
            yield self.wider(row, widths)
        for column in range(len(widths)):
            whole = [each.most for row in self.rows for each in row if each[:2] == (column, 1)]
            yield [*widths[:column], max(whole, default=0.0), *widths[column + 1 :]]

    def wider(self, row: Sequence[Demand], widths: Sequence[float]) -> list[float]:
        """Return the widths at which the highest cells of `row` have a line less."""
        counts = [self.lines(demand, widths) for demand in row]
        found = list(widths)
        for count, demand in zip(counts, row, strict=True):
            if count == max(counts) > 1:
                missing = self._missing(demand, count - 1, found)
                for column in range(demand.first, demand.first + demand.columns):
                    found[column] += max(0.0, missing) / demand.columns
        return found

    def _missing(self, demand: Demand, lines: int, widths: Sequence[float]) -> float:
        room = sum(widths[demand.first : demand.first + demand.columns])
        if lines == 1:
            return demand.most - room
        wanted = (demand.most - self.padding) / lines + self.padding + SLACK * self.em + EPSILON
        return min(wanted, demand.most) - room


def lowest(
    demands: list[list[Demand]], least: list[float], shared: Sequence[float], em: float, padding: float
) -> list[float]:
    """Return widths as wide together as `shared` that make the table low; `shared` themselves if none are lower."""
    breakable = [
        [each for each in row if each.most > sum(least[each.first : each.first + each.columns])]
        for row in demands
    ]
    heights = _Heights(demands, breakable, em, padding)
    room, widths = sum(shared), list(least)
    for _ in range(STEPS):
        wider = _best_step(heights, widths, room)
        if wider is None:
            break
        widths = wider
    spare = room - sum(widths)
    if heights.all(widths) >= heights.all(shared):
        return list(shared)
    wants = [max(0.0, wide - width) for wide, width in zip(shared, widths, strict=True)]
    total = sum(wants)
    parts = [want / total for want in wants] if total else [1 / len(widths)] * len(widths)
    return [width + spare * part for width, part in zip(widths, parts, strict=True)]


def _best_step(heights: _Heights, widths: list[float], room: float) -> list[float] | None:
    """Return the wider columns, no wider together than `room`, that save most lines by the point; None if none do."""
    now, used = heights.all(widths), sum(widths)
    best, most = None, 0.0
    for wider in heights.candidates(widths):
        given = sum(wider) - used
        if 0 < given <= room - used and (saved := (now - heights.all(wider)) / given) > most:
            best, most = wider, saved
    return best
