"""Merged cells: what an author wrote for them to a grid of cells, each of which knows over how many places it reaches.

Markdown has a mark in each place that belongs to a cell above (`^`) or at the left (`<`); typed blocks, as HTML does,
have the cell's own numbers of rows and columns, and leave out what it covers. In: rows of cells and marks.
Out: rows that are all equally long, and the places that cannot be. Does not belong here: words of cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.doctree.nodes import Cell, Row


class Merge(StrEnum):
    """A place that belongs to another cell."""

    UP = "^"
    LEFT = "<"


MARKS = {"^": Merge.UP, "^^": Merge.UP, "<": Merge.LEFT}  # `^^` is what MultiMarkdown's kin write

Place = tuple[int, int]  # row and column, from 0


class Grid(Struct):
    """The rows of a table, and the first place of each merged cell that makes no rectangle or leaves its part."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Place] = field(default_factory=list)


def merged(rows: Sequence[Sequence[Cell | Merge]], head: int) -> Grid:
    """Return the grid of `rows`, all equally long, of which the first `head` are the head."""
    grid = Grid()
    origins: list[list[Place]] = []
    for number, row in enumerate(rows):
        origins.append([])
        for column, cell in enumerate(row):
            origins[-1].append(_origin(cell, (number, column), origins, head, grid.faults))
    areas: dict[Place, list[Place]] = {}
    for number, found in enumerate(origins):
        for column, origin in enumerate(found):
            areas.setdefault(origin, []).append((number, column))
    spans = {origin: _span(origin, places, grid.faults) for origin, places in areas.items()}
    for number, row in enumerate(rows):
        grid.rows.append(tuple(_cell(cell, spans.get((number, column))) for column, cell in enumerate(row)))
    grid.faults += [
        (number, column)
        for (number, column), (span, _) in spans.items()
        if getattr(rows[number][column], "rows", 1) > span  # it was to reach below the last row
    ]
    return grid


def _origin(
    cell: Cell | Merge, place: Place, origins: list[list[Place]], head: int, faults: list[Place]
) -> Place:
    """Return the place of the cell that `place` belongs to; a mark that leads nowhere is a cell without words."""
    row, column = place
    if cell is Merge.LEFT and column:
        return origins[row][column - 1]
    if cell is Merge.UP and row not in (0, head):
        return origins[row - 1][column]
    if isinstance(cell, Merge):
        faults.append(place)
    return place


def _span(origin: Place, places: list[Place], faults: list[Place]) -> tuple[int, int]:
    """Return over how many rows and columns a cell reaches whose `places` stand in reading order."""
    rows, columns = places[-1][0] - origin[0] + 1, places[-1][1] - origin[1] + 1
    if len(places) != rows * columns or any(column < origin[1] for _, column in places):
        faults.append(origin)
        return 1, 1
    return rows, columns


def _cell(cell: Cell | Merge, span: tuple[int, int] | None) -> Cell | None:
    if span is None:
        return None
    words = Cell(()) if isinstance(cell, Merge) else cell
    return replace(words, rows=span[0], columns=span[1])


def marked(rows: Sequence[Sequence[Cell]]) -> list[list[Cell | Merge]]:
    """Return rows of cells that know their spans as rows with a mark in each place that is covered.

    A row is as long as its cells make it; what reaches below the last row is cut off.
    """
    found: list[dict[int, Cell | Merge]] = [{} for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in found[number]:
                column += 1
            _mark(found, number, column, cell)
            column += cell.columns
    return [[row[column] for column in sorted(row)] for row in found]


def _mark(found: list[dict[int, Cell | Merge]], number: int, column: int, cell: Cell) -> None:
    for row in found[number : number + cell.rows]:
        for right in range(cell.columns):
            row[column + right] = Merge.LEFT if right else Merge.UP
    found[number][column] = cell
