"""The height of a table by the widths of its columns, and the widths that make it low.

Width is given to the columns that keep a row high, to the row where it saves most lines by the point, again and again,
from the least widths on. Lines are counted from widths, not broken: close enough to choose by, and cheap.
In: what each cell asks for. Out: widths in points.
Does not belong here: what a cell asks for (`columns`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, inf
from typing import NamedTuple

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


class _Heights:
    """Counts the lines of a table in text of `em` points with `padding` points beside it.

    `cells` are those of each row that may have more lines than one. What a column's cells have at a width is kept:
    widths are tried in which but a few columns differ.
    """

    def __init__(
        self, demands: Sequence[Sequence[Demand]], least: Sequence[float], em: float, padding: float
    ) -> None:
        self._em, self._padding = em, padding
        self.cells = [[each for each in row if each.most > _room(each, least)] for row in demands]
        self._wholes = [0.0] * len(least)  # the widths that break no cell of a column
        self._mosts: list[list[float]] = [
            [0.0] * len(demands) for _ in least
        ]  # by column and row; 0 for no cell
        self._spans: list[tuple[int, Demand]] = []
        self._known: list[dict[float, list[int]]] = [{} for _ in least]
        for each in (each for row in demands for each in row if each.columns == 1):
            self._wholes[each.first] = max(self._wholes[each.first], each.most)
        for number, row in enumerate(self.cells):
            for each in row:
                if each.columns == 1:
                    self._mosts[each.first][number] = each.most
                else:
                    self._spans.append((number, each))
        self.least = self.all([inf] * len(least))  # no widths make the table lower

    def all(self, widths: Sequence[float]) -> float:
        """Return the lines of all rows, each as high as its highest cell, and a little for each line of a cell."""
        total = 0.0
        for counts in self._counts(widths):
            total += (max(counts) or 1) + BROKEN * sum(counts)
        return total

    def candidates(self, widths: Sequence[float]) -> Iterator[tuple[float, ...]]:
        """Yield widths that spare a row a line, or break no cell of a column."""
        for row, counts in zip(self.cells, self._counts(widths), strict=True):
            if max(counts) > 1:
                yield self._wider(row, counts, widths)
        for column, whole in enumerate(self._wholes):
            yield (*widths[:column], whole, *widths[column + 1 :])

    def _counts(self, widths: Sequence[float]) -> list[tuple[int, ...]]:
        """Return the numbers of lines of the cells of each row, 0 where there is none."""
        rows = list(zip(*map(self._column, range(len(widths)), widths), strict=True))
        for number, each in self._spans:
            rows[number] = (*rows[number], self._lines(each.most, _room(each, widths)))
        return rows

    def _column(self, column: int, width: float) -> list[int]:
        """Return the same of a column."""
        known = self._known[column]
        if width not in known:
            known[width] = [self._lines(most, width) if most else 0 for most in self._mosts[column]]
        return known[width]

    def _lines(self, most: float, room: float) -> int:
        if most <= room:
            return 1
        return max(2, ceil((most - self._padding) / max(self._em, room - self._padding - SLACK * self._em)))

    def _wider(
        self, row: Sequence[Demand], counts: tuple[int, ...], widths: Sequence[float]
    ) -> tuple[float, ...]:
        """Return the widths at which the cells of `row` that have most lines have one less."""
        found, highest = list(widths), max(counts)
        for each in row:
            single = each.columns == 1
            if (counts[each.first] if single else self._lines(each.most, _room(each, widths))) == highest:
                missing = self._missing(each, highest - 1, found)
                for column in range(each.first, each.first + each.columns):
                    found[column] += max(0.0, missing) / each.columns
        return tuple(found)

    def _missing(self, demand: Demand, lines: int, widths: Sequence[float]) -> float:
        room = _room(demand, widths)
        if lines == 1:
            return demand.most - room
        wanted = (demand.most - self._padding) / lines + self._padding + SLACK * self._em + EPSILON
        return min(wanted, demand.most) - room


def _room(demand: Demand, widths: Sequence[float]) -> float:
    return sum(widths[demand.first : demand.first + demand.columns])


def lowest(
    demands: list[list[Demand]], least: list[float], shared: Sequence[float], em: float, padding: float
) -> list[float]:
    """Return widths as wide together as `shared` that make the table low; `shared` themselves if none are lower."""
    heights = _Heights(demands, least, em, padding)
    room, widths = sum(shared), tuple(least)
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


def _best_step(heights: _Heights, widths: tuple[float, ...], room: float) -> tuple[float, ...] | None:
    """Return the wider columns, no wider together than `room`, that save most lines by the point; None if none do."""
    now, used = heights.all(widths), sum(widths)
    at_best = now - heights.least
    best, most = None, 0.0
    for wider in dict.fromkeys(heights.candidates(widths)):
        given = sum(wider) - used
        if not 0 < given <= room - used or at_best / given <= most:
            continue
        saved = (now - heights.all(wider)) / given
        if saved > most:
            best, most = wider, saved
    return best
