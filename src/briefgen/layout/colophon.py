"""报尾: rows between rules, one block whose last rule lies on the bottom edge of the type area (cl. 7.4).

In: a `Colophon`. Out: its height and its items, y from its top. Does not belong here: which page is the last.
"""

from __future__ import annotations

from msgspec import Struct

from briefgen.doctree.nodes import Colophon, ColophonRow, Role, Text
from briefgen.layout.context import Context
from briefgen.layout.frame import Item, Stroke
from briefgen.layout.inline.justify import SetLine
from briefgen.layout.inline.shape import shape
from briefgen.layout.paragraph import column, line_item, split_lines
from briefgen.style import RuleStyle


class FootBlock(Struct, frozen=True):
    """A block for the foot of a page."""

    height: float = 0.0
    items: tuple[Item, ...] = ()


def colophon(node: Colophon | None, context: Context) -> FootBlock:
    """Return the set 报尾; an absent one has no height."""
    if node is None or not node.rows:
        return FootBlock()
    sheet = context.sheet
    items: list[Item] = [_rule(0.0, sheet.colophon_outer, context)]
    style = sheet[Role.COLOPHON]
    y = 0.0
    for number, row in enumerate(node.rows):
        if number and not row.label and node.rows[number - 1].label:
            items.append(_rule(y, sheet.colophon_inner, context))
        for parts in _row(row, context):
            items.extend(line_item(line, style, y=y, source=node.source) for line in parts)
            y += style.pitch
    items.append(_rule(y, sheet.colophon_outer, context))
    return FootBlock(y, tuple(items))


def _row(row: ColophonRow, context: Context) -> list[list[SetLine]]:
    """Return the lines of a row; what does not fit on one wraps after the label."""
    style = context.sheet[Role.COLOPHON]
    glyphs = shape((Text(row.label),), style, context.sheet, context.fonts) if row.label else []
    place = column(style, context, hang=sum(glyph.advance for glyph in glyphs))
    return split_lines(row.label + row.text, row.right, style, place, context)


def _rule(y: float, rule: RuleStyle, context: Context) -> Stroke:
    page = context.sheet.page
    return Stroke("colophon-rule", page.left, y, page.left + page.text_width, y, rule.width, rule.color)
