"""Column widths of a table: each column at least as wide as its longest word, the rest by what it holds.

In: a `Table`. Out: the widths, and the styles of head and body cells: a wide table steps down to 小四, 五号.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import ceil

from msgspec.structs import replace

from briefgen.doctree.nodes import Cell, Role, Row, Table, Text
from briefgen.layout.context import Context
from briefgen.layout.decimals import Insets, insets
from briefgen.layout.heights import Demand, lowest
from briefgen.layout.inline import office
from briefgen.layout.inline.breaks import opportunities
from briefgen.layout.inline.shape import NEWLINE, shape
from briefgen.style import ParagraphStyle

STEPS = (14.0, 12.0, 10.5)  # 四号, 小四, 五号
LEAST = 3.0  # em: a column's text is never narrower, unless all of it is shorter
DECIDING = 16  # rows of a long table, evenly chosen, that decide for all
TALL = 4  # lines: a cell taller than this makes the table step down a size


def column_widths(node: Table, context: Context) -> tuple[ParagraphStyle, ParagraphStyle, tuple[float, ...]]:
    """Return head style, body style and the widths in points; together they are as wide as the type area."""
    head, body = context.sheet[Role.TABLE_HEAD], context.sheet[Role.TABLE_CELL]
    room = context.sheet.page.text_width
    sizes = [size for size in STEPS if size <= body.size] or [body.size]
    for size in sizes:
        head, body = replace(head, size=size), replace(body, size=size)
        demands = _demands(node, head, body, context)
        least, most = _bounds(demands, len(node.align))
        if sum(least) <= room and (sum(most) <= room * TALL or size == sizes[-1]):
            break
    else:
        if room / len(least) - 2 * context.sheet.cell_padding < sizes[-1]:
            context.warn("BG404", node.source, columns=len(least))
        context.warn("BG403", node.source, size=f"{sizes[-1]:g}")
        return head, body, tuple(width * room / sum(least) for width in least)
    if body.size < context.sheet[Role.TABLE_CELL].size:
        context.warn("BG403", node.source, size=f"{body.size:g}")
    shared = _shared(least, most, room)
    if sum(most) <= room:
        return head, body, shared
    padding = 2 * context.sheet.cell_padding
    heads = len(node.head)
    chosen = [*demands[:heads], *demands[heads :: ceil(len(node.rows) / DECIDING) or 1]]
    found = lowest(chosen, least, shared, body.size, padding)
    return head, body, tuple(found)


def _demands(node: Table, head: ParagraphStyle, body: ParagraphStyle, context: Context) -> list[list[Demand]]:
    """Return what the cells of each row ask for."""
    styled = [(row, head) for row in node.head] + [(row, body) for row in node.rows]
    free = {
        (number + len(node.head), column): inset
        for (number, column), inset in insets(node, body, context).items()
    }
    return [
        [
            each._replace(least=each.most) if each.first in node.whole else each
            for each in _row_demands(number, row, style, context, free)
        ]
        for number, (row, style) in enumerate(styled)
    ]


def _bounds(demands: list[list[Demand]], columns: int) -> tuple[list[float], list[float]]:
    """Return each column's least width (its longest word) and the width that needs no second line."""
    least, most = [0.0] * columns, [0.0] * columns
    for demand in sorted((each for row in demands for each in row), key=lambda demand: demand.columns):
        _meet(least, demand, demand.least)
        _meet(most, demand, demand.most)
    return least, [max(pair) for pair in zip(least, most, strict=True)]


def _meet(widths: list[float], demand: Demand, width: float) -> None:
    """Widen the columns of `demand`, all by the same, until together they are as wide as `width`."""
    first, end = demand.first, demand.first + demand.columns
    missing = width - sum(widths[first:end])
    if missing > 0:
        for column in range(first, end):
            widths[column] += missing / demand.columns


def _row_demands(
    number: int, row: Row, style: ParagraphStyle, context: Context, free: Insets
) -> Iterator[Demand]:
    padding = 2 * context.sheet.cell_padding
    for index, cell in enumerate(row):
        if cell is not None:
            least, whole = _cell_demand(cell, style, context)
            beside = padding + free.get((number, index), 0.0)
            yield Demand(index, cell.columns, least + beside, whole + beside)


def _cell_demand(cell: Cell, style: ParagraphStyle, context: Context) -> tuple[float, float]:
    """Return the least width of a column for `cell`, and the one that needs no line more than the author asked for.

    Cells of the same words ask for the same.
    """
    if len(cell.content) != 1 or not isinstance(cell.content[0], Text):
        return _reckoned(cell, style, context)
    text = cell.content[0]
    key = (style.role, style.size, text.text, text.strong, text.emphasis, text.lead)
    if key not in context.demands:
        context.demands[key] = _reckoned(cell, style, context)
    return context.demands[key]


def _reckoned(cell: Cell, style: ParagraphStyle, context: Context) -> tuple[float, float]:
    """Return the same: the longest word must fit; a line is no shorter than what an office, too, sets on one."""
    glyphs = shape(cell.content, style, context.sheet, context.fonts)
    lines = [list(line) for ends, line in groupby(glyphs, lambda glyph: glyph.char == NEWLINE) if not ends]
    whole = 0.01 + max(
        (max(office.width(line), sum(glyph.advance for glyph in line)) for line in lines), default=0.0
    )
    if whole <= LEAST * style.size:
        return whole, whole
    longest = run = 0.0
    allowed = opportunities(glyphs, context.sheet.typesetting.prohibition)
    for glyph, may_end in zip(glyphs, allowed, strict=True):
        run += glyph.advance
        if may_end:
            longest, run = max(longest, run), 0.0
    return min(whole, max(longest, run, LEAST * style.size)), whole


def _shared(least: list[float], most: list[float], room: float) -> tuple[float, ...]:
    """Share `room`: all get what they need for one line if they can, else the least and a share of the rest."""
    if sum(most) <= room:
        spare = (room - sum(most)) / len(most)
        return tuple(width + spare for width in most)
    spare = room - sum(least)
    wants = [high - low for low, high in zip(least, most, strict=True)]
    return tuple(low + spare * want / sum(wants) for low, want in zip(least, wants, strict=True))
