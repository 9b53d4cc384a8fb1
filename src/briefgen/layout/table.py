"""Tables: column widths from content, rows that no page splits, head rows repeated, caption above, notes below.

In: a `Table`. Out: strips, one for each row; each body row knows the head to repeat above it.
Does not belong here: where pages end.
"""

from __future__ import annotations

from itertools import accumulate

from msgspec.structs import replace

from briefgen.doctree.nodes import Inlines, Role, Table, Text
from briefgen.doctree.walk import plain_text
from briefgen.layout.columns import column_widths
from briefgen.layout.context import Context
from briefgen.layout.decimals import insets
from briefgen.layout.frame import TablePlace
from briefgen.layout.galley import Strip, held
from briefgen.layout.paragraph import column, set_lines, strips
from briefgen.layout.rows import Grid, row_strips

REPEATED = 0.5  # of the type area: a higher head is not repeated


def table(node: Table, block: int, context: Context) -> list[Strip]:
    """Return the caption, the head rows, the rows and the notes of a table, as wide as the type area."""
    if node.landscape:
        context = context.turned
    head, body, widths = column_widths(node, context)
    edges = tuple(accumulate(widths, initial=context.sheet.page.left))
    free = insets(node, body, context)
    context.tables[block] = TablePlace(edges, free)
    grid = Grid(edges, node.align, block, node.source, free)
    centred = replace(grid, align=(head.align,) * len(widths), insets={})
    heads = [_turned(strip, node) for strip in row_strips(node.head, head, centred, context)]
    repeated = _repeated(heads, node, block, context)
    rows = row_strips(node.rows, body, replace(grid, again=len(repeated) > len(heads)), context)
    notes = [strip for note in node.notes for strip in _words(note, Role.TABLE_NOTE, node, block, context)]
    if rows and notes:
        rows[-1] = replace(rows[-1], hold=True)
        notes = [*held(notes[:-1]), notes[-1]]
    found = [
        *held(_words(node.caption, Role.TABLE_CAPTION, node, block, context)),
        *held([replace(strip, row=-1) for strip in heads]),
        *(replace(strip, head=repeated) for strip in rows),
        *notes,
    ]
    return [_turned(strip, node) for strip in found]


def _turned(strip: Strip, node: Table) -> Strip:
    return replace(strip, landscape=node.landscape)


def _repeated(heads: list[Strip], node: Table, block: int, context: Context) -> tuple[Strip, ...]:
    """Return what stands above the rows where the table goes on: its head, below a line that says so, if any."""
    if sum(strip.height for strip in heads) > REPEATED * context.sheet.page.text_height:
        return ()
    words = continued(node, context.sheet.continued)
    line = _words((Text(words),), Role.TABLE_CAPTION, node, block, context) if words else []
    return tuple(_turned(replace(strip, row=-1), node) for strip in (*line, *heads))


def continued(node: Table, wording: str) -> str:
    """Return the words above a table that goes on, in the template's `wording`; none for a table without caption."""
    caption = plain_text(node.caption)
    return wording.replace("{caption}", caption) if caption or "{caption}" not in wording else ""


def _words(words: Inlines, role: Role, node: Table, block: int, context: Context) -> list[Strip]:
    if not words:
        return []
    style = context.sheet[role]
    lines = set_lines(words, style, column(style, context), context, node.source)
    return strips(lines, style, block=block, source=node.source)
