"""Tables: column widths from content, rows that no page splits, head rows repeated.

In: a `Table`. Out: strips, one for each row; each body row knows the head to repeat above it.
Does not belong here: where pages end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefgen.doctree.nodes import Align, Cell, Role, Table
from briefgen.layout.columns import column_widths
from briefgen.layout.context import Context
from briefgen.layout.frame import Item, Stroke
from briefgen.layout.galley import Strip, held
from briefgen.layout.inline.justify import SetLine
from briefgen.layout.paragraph import Column, column, line_item, set_lines, strips
from briefgen.style import ParagraphStyle

PADDING = 3.475  # above and below the lines of a cell: a row of one line is as high as a line of the grid


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table: widths in points, alignments, the styles of head and body cells."""

    left: float
    widths: tuple[float, ...]
    align: tuple[Align, ...]
    head: ParagraphStyle
    body: ParagraphStyle
    block: int


def table(node: Table, block: int, context: Context) -> list[Strip]:
    """Return the caption, the head rows and the rows of a table, as wide as the type area."""
    head, body, widths = column_widths(node, context)
    grid = Grid(context.sheet.page.left, widths, node.align, head, body, block)
    caption = _caption(node, block, context)
    heads = [strip for row in node.head for strip in _row(row, grid, node, context, head=True)]
    rows = [strip for row in node.rows for strip in _row(row, grid, node, context, head=False)]
    repeated = tuple(heads)
    return [*caption, *held(heads), *(replace(strip, head=repeated) for strip in rows)]


def _caption(node: Table, block: int, context: Context) -> list[Strip]:
    if not node.caption:
        return []
    style = context.sheet[Role.TABLE_CAPTION]
    lines = set_lines(node.caption, style, column(style, context), context, node.source)
    return held(strips(lines, style, block=block, source=node.source))


def _row(row: tuple[Cell, ...], grid: Grid, node: Table, context: Context, *, head: bool) -> list[Strip]:
    style = grid.head if head else grid.body
    cells = [_cell(cell, index, style, grid, context, head=head) for index, cell in enumerate(row)]
    lines = max(len(cell) for cell in cells)
    fitting = max(1, int((context.sheet.page.text_height - 6 * grid.body.pitch) / style.pitch))
    return [  # more than one strip only for a row taller than a page
        _piece([cell[start : start + fitting] for cell in cells], style, grid, node, context)
        for start in range(0, lines, fitting)
    ]


def _cell(
    cell: Cell, index: int, style: ParagraphStyle, grid: Grid, context: Context, *, head: bool
) -> list[SetLine]:
    padding = context.sheet.cell_padding
    place = Column(grid.left + sum(grid.widths[:index]) + padding, grid.widths[index] - 2 * padding)
    aligned = style if head else replace(style, align=grid.align[index])
    return set_lines(cell.content, aligned, place, context)


def _piece(
    cells: list[list[SetLine]], style: ParagraphStyle, grid: Grid, node: Table, context: Context
) -> Strip:
    lines = max(len(cell) for cell in cells)
    height = lines * style.pitch + 2 * PADDING
    items: list[Item] = _borders(grid, height, context)
    notes: list[int] = []
    for cell in cells:
        top = (height - len(cell) * style.pitch) / 2  # centred in its row
        for number, line in enumerate(cell):
            items.append(
                line_item(line, style, block=grid.block, source=node.source, y=top + number * style.pitch)
            )
            notes.extend(line.notes)
    return Strip(height, tuple(items), notes=tuple(notes), block=grid.block)


def _borders(grid: Grid, height: float, context: Context) -> list[Item]:
    rule = context.sheet.table_rule
    right = grid.left + sum(grid.widths)
    strokes: list[Item] = [
        Stroke("table-rule", grid.left, y, right, y, rule.width, rule.color) for y in (0.0, height)
    ]
    x = grid.left
    for width in (0.0, *grid.widths):
        x += width
        strokes.append(Stroke("table-rule", x, 0.0, x, height, rule.width, rule.color))
    return strokes
