"""Rows of a table: cells set in their columns, rows as high as their highest cell, merged cells over several rows.

In: rows of a `Table` and the grid of its columns. Out: one strip for each row, more for one taller than a page.
Does not belong here: column widths (`columns`), rules (`rules`).
"""

from __future__ import annotations

from collections.abc import Hashable

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.diagnostics import Position
from briefgen.doctree.nodes import Align, Cell, Row, Text
from briefgen.layout.context import Context
from briefgen.layout.decimals import Insets
from briefgen.layout.frame import Item
from briefgen.layout.galley import Spread, Strip
from briefgen.layout.inline.justify import SetLine
from briefgen.layout.paragraph import Column, line_item, set_lines
from briefgen.layout.rules import Rules
from briefgen.style import ParagraphStyle
from briefgen.units import TWIPS_PER_POINT, twips

PADDING = 3.475  # above and below the lines of a cell: a row of one line is as high as a line of the grid
TOLERANCE = 0.01
RESERVED = 6  # lines of a page that stay free for the head above a piece of a row taller than a page


class Grid(Struct, frozen=True):
    """The columns of a table: their edges in points, their alignments; the block that it is and its source.

    `insets` are the points that stay free at the right of cells, by row and column; `again` tells that the words of a
    merged cell are repeated where the table goes on.
    """

    edges: tuple[float, ...]
    align: tuple[Align, ...]
    block: int
    source: Position | None
    insets: Insets = field(default_factory=dict)
    again: bool = False


class _Merged(Struct, frozen=True):
    """A cell over several rows, set; `need` is the height that it asks for."""

    row: int
    column: int
    rows: int
    lines: list[SetLine]
    need: float


class _SetRow(Struct):
    """A row whose cells are set, without those over several rows; `pieces` are the heights of its strips."""

    cells: list[list[SetLine]]
    pieces: list[float]


def row_strips(rows: tuple[Row, ...], style: ParagraphStyle, grid: Grid, context: Context) -> list[Strip]:
    """Return the strips of `rows` in the text of `style`."""
    page = context.sheet.page
    fitting = max(1, int((page.text_height - RESERVED * page.pitch) / style.pitch))
    set_rows, merged = _set(rows, style, grid, context, fitting)
    rules = Rules(grid.edges, rows, context.sheet.table_rule)
    found: list[Strip] = []
    starts: list[int] = []
    for number, row in enumerate(set_rows):
        starts.append(len(found))
        for piece, height in enumerate(row.pieces):
            lines = [cell[piece * fitting : (piece + 1) * fitting] for cell in row.cells]
            first, last = piece == 0, piece == len(row.pieces) - 1
            found.append(
                Strip(
                    height,
                    (*rules.around(number, height, first, last), *_centred(lines, height, style, grid)),
                    notes=_notes(lines),
                    closing=rules.missing(number, height, last),
                    block=grid.block,
                    row=number if first else -1,
                )
            )
    for cell in merged:
        _spread(cell, found, [*starts, len(found)], style, grid)
    return found


def _set(
    rows: tuple[Row, ...], style: ParagraphStyle, grid: Grid, context: Context, fitting: int
) -> tuple[list[_SetRow], list[_Merged]]:
    """Return the rows and the merged cells, set; the last row of a merged cell makes what room it still needs.

    A merged cell taller than a page stands in its first row.
    """
    found: list[_SetRow] = []
    merged: list[_Merged] = []
    known: dict[Hashable, list[SetLine]] = {}
    for number, row in enumerate(rows):
        cells = []
        for index, cell in enumerate(row):
            lines = _lines(cell, (number, index), style, grid, context, known) if cell else []
            if cell and cell.rows > 1 and len(lines) <= fitting:
                need = len(lines) * style.pitch + 2 * PADDING
                merged.append(_Merged(number, index, cell.rows, lines, need))
            else:
                cells.append(lines)
        left = max(1, *map(len, cells)) if cells else 1
        pieces = [min(fitting, left - start) * style.pitch + 2 * PADDING for start in range(0, left, fitting)]
        found.append(_SetRow(cells, pieces))
    for each in sorted(merged, key=lambda each: each.row + each.rows):
        within = found[each.row : each.row + each.rows]
        within[-1].pieces[-1] += max(0.0, each.need - sum(sum(row.pieces) for row in within))
    return found, merged


def _lines(
    cell: Cell,
    place: tuple[int, int],
    style: ParagraphStyle,
    grid: Grid,
    context: Context,
    known: dict[Hashable, list[SetLine]],
) -> list[SetLine]:
    """Return the lines of a cell; those of the same words in the same column are `known` and set once."""
    index, inset = place[1], grid.insets.get(place, 0.0)
    text = cell.content[0] if len(cell.content) == 1 else None
    if not isinstance(text, Text):
        return _broken(cell, index, inset, style, grid, context)
    key = (index, cell.columns, inset, text.text, text.strong, text.emphasis, text.lead, text.href)
    if key in known:
        return known[key]
    warnings = len(context.warnings)
    lines = _broken(cell, index, inset, style, grid, context)
    if len(context.warnings) == warnings:  # else each cell is warned of at its own place
        known[key] = lines
    return lines


def _broken(
    cell: Cell, index: int, inset: float, style: ParagraphStyle, grid: Grid, context: Context
) -> list[SetLine]:
    padding = context.sheet.cell_padding
    left, right = grid.edges[index], grid.edges[index + cell.columns]
    width = right - left - 2 * padding
    margins = 2 * twips(padding - context.sheet.table_rule.width)
    spare = (twips(right) - twips(left) - margins) / TWIPS_PER_POINT - width
    column = Column(left + padding, width - inset, spare=spare)
    source = next(
        (part.source for part in cell.content if isinstance(part, Text) and part.source), grid.source
    )
    return set_lines(cell.content, replace(style, align=grid.align[index]), column, context, source)


def _centred(cells: list[list[SetLine]], height: float, style: ParagraphStyle, grid: Grid) -> list[Item]:
    """Return the lines of cells, each in the middle of a row of `height`."""
    items: list[Item] = []
    for cell in cells:
        top = (height - len(cell) * style.pitch) / 2
        for number, line in enumerate(cell):
            y = top + number * style.pitch
            items.append(line_item(line, style, block=grid.block, source=grid.source, y=y))
    return items


def _notes(cells: list[list[SetLine]]) -> tuple[int, ...]:
    return tuple(note for cell in cells for line in cell for note in line.notes)


def _spread(cell: _Merged, strips: list[Strip], starts: list[int], style: ParagraphStyle, grid: Grid) -> None:
    """Put a merged cell into the first of its strips, and hold as many of them together as it needs.

    Each strip below knows what to repeat of it; not words with a footnote, which stands on one page.
    """
    start, end = starts[cell.row], starts[cell.row + cell.rows]
    height = len(cell.lines) * style.pitch
    items = tuple(_centred([cell.lines], height, style, grid))
    spread = Spread(items, height, end - start, cell.need, (cell.row, cell.column))
    first, notes = strips[start], _notes([cell.lines])
    strips[start] = replace(first, spread=(*first.spread, spread), notes=(*first.notes, *notes))
    for number in range(start + 1, end) if grid.again and not notes else ():
        below = strips[number]
        strips[number] = replace(below, again=(*below.again, replace(spread, strips=end - number)))
    room = 0.0
    for number in range(start, end):
        room += strips[number].height
        if room >= cell.need - TOLERANCE:
            break
        strips[number] = replace(strips[number], hold=True)
