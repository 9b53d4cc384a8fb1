"""Tables: column widths from content, rows that no page splits, head rows repeated.

In: a `Table`. Out: strips, one for each row; each body row knows the head to repeat above it.
Does not belong here: where pages end.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from briefgen.doctree.nodes import Role, Table
from briefgen.layout.columns import column_widths
from briefgen.layout.context import Context
from briefgen.layout.galley import Strip, held
from briefgen.layout.paragraph import column, set_lines, strips
from briefgen.layout.rows import Grid, row_strips

REPEATED = 0.5  # of the type area: a higher head is not repeated


def table(node: Table, block: int, context: Context) -> list[Strip]:
    """Return the caption, the head rows and the rows of a table, as wide as the type area."""
    if node.landscape:
        context = context.turned
    page = context.sheet.page
    head, body, widths = column_widths(node, context)
    edges = tuple(accumulate(widths, initial=page.left))
    context.columns[block] = edges
    grid = Grid(edges, node.align, block, node.source)
    centred = replace(grid, align=(head.align,) * len(widths))
    heads = [
        replace(strip, landscape=node.landscape) for strip in row_strips(node.head, head, centred, context)
    ]
    rows = row_strips(node.rows, body, grid, context)
    fits = sum(strip.height for strip in heads) <= REPEATED * page.text_height
    repeated = tuple(heads) if fits else ()
    found = [
        *_caption(node, block, context),
        *held(heads),
        *(replace(strip, head=repeated) for strip in rows),
    ]
    return [replace(strip, landscape=node.landscape) for strip in found]


def _caption(node: Table, block: int, context: Context) -> list[Strip]:
    if not node.caption:
        return []
    style = context.sheet[Role.TABLE_CAPTION]
    lines = set_lines(node.caption, style, column(style, context), context, node.source)
    return held(strips(lines, style, block=block, source=node.source))
