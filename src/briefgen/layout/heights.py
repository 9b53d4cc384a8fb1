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


class _Stack(dict[float, list[int]]):
    """The lines of the cells over the same columns by the width of these, row by row, 0 where there is no such cell.

    They are kept: widths are tried in which but a few columns differ.
    """

    def __init__(self, mosts: Sequence[float], em: float, padding: float) -> None:
        self._mosts, self._em, self._padding = mosts, em, padding

    def __missing__(self, width: float) -> list[int]:
        room = max(self._em, width - self._padding - SLACK * self._em)
        found = [
            max(2, ceil((most - self._padding) / room)) if most > width else int(most > 0)
            for most in self._mosts
        ]
        self[width] = found
        return found


class _Costs(dict[tuple[int, ...], float]):
    """The height of a row by the lines of its cells: those of its highest, and a little for each line of a cell."""

    def __missing__(self, lines: tuple[int, ...]) -> float:
        self[lines] = found = (max(lines) or 1) + BROKEN * sum(lines)
        return found


class _Heights:
    """Counts the lines of a table in text of `em` points with `padding` points beside it.

    Only cells that may have more lines than one are counted, those over the same columns together.
    """

    def __init__(
        self, demands: Sequence[Sequence[Demand]], least: Sequence[float], em: float, padding: float
    ) -> None:
        self._em, self._padding = em, padding
        self._wholes = [0.0] * len(least)  # the widths that break no cell of a column
        cells: dict[tuple[int, int], list[Demand | None]] = {}  # by their first column and how many they are
        for number, row in enumerate(demands):
            for each in row:
                if each.columns == 1:
                    self._wholes[each.first] = max(self._wholes[each.first], each.most)
                if each.most > _room(each, least):
                    cells.setdefault(each[:2], [None] * len(demands))[number] = each
        self._rows = list(zip(*cells.values(), strict=True))
        self._stacks = [
            (first, columns, _Stack([each.most if each else 0.0 for each in stack], em, padding))
            for (first, columns), stack in cells.items()
        ]
        self._costs = _Costs()
        self.least = self.all([inf] * len(least))  # no widths make the table lower

    def all(self, widths: Sequence[float]) -> float:
        """Return the height of all rows."""
        costs, total = self._costs, 0.0
        for lines in self._lines(widths):
            total += costs[lines]
        return total

    def candidates(self, widths: Sequence[float]) -> Iterator[tuple[float, ...]]:
        """Yield widths that spare a row a line, or break no cell of a column."""
        for row, lines in zip(self._rows, self._lines(widths), strict=True):
            if (highest := max(lines)) > 1:
                cells = [each for each, own in zip(row, lines, strict=True) if each and own == highest]
                yield self._wider(cells, highest - 1, widths)
        for column, whole in enumerate(self._wholes):
            yield (*widths[:column], whole, *widths[column + 1 :])

    def _lines(self, widths: Sequence[float]) -> Iterator[tuple[int, ...]]:
        """Return the numbers of lines of the cells of each row, 0 where there is none."""
        return zip(
            *[
                stack[widths[first] if columns == 1 else sum(widths[first : first + columns])]
                for first, columns, stack in self._stacks
            ],
            strict=True,
        )

    def _wider(self, cells: Sequence[Demand], lines: int, widths: Sequence[float]) -> tuple[float, ...]:
        """Return the widths at which `cells` have no more than so many lines."""
        found = list(widths)
        for first, columns, _, most in cells:
            wanted = most
            if lines > 1:
                wanted = min(
                    (most - self._padding) / lines + self._padding + SLACK * self._em + EPSILON, most
                )
            missing = wanted - sum(widths[first : first + columns])
            if missing > 0:
                for column in range(first, first + columns):
                    found[column] += missing / columns
        return tuple(found)


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
