"""报尾: rows between rules, one block whose last rule lies on the bottom edge of the type area (cl. 7.4).

In: a `Colophon`. Out: its height and its items, y from its top. Does not belong here: which page is the last.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.doctree.nodes import Align, Colophon, ColophonRow, Role, Text
from briefgen.layout.context import Context
from briefgen.layout.frame import Item, Stroke
from briefgen.layout.inline.justify import set_line
from briefgen.layout.inline.shape import shape
from briefgen.layout.paragraph import column, line_item, set_lines
from briefgen.style import RuleStyle


@dataclass(frozen=True, slots=True)
class FootBlock:
    """A block for the foot of a page."""

    height: float = 0.0
    items: tuple[Item, ...] = ()


def colophon(node: Colophon | None, context: Context) -> FootBlock:
    """Return the set 报尾; an absent one has no height."""
    if node is None or not node.rows:
        return FootBlock()
    sheet = context.sheet
    items: list[Item] = [_rule(0.0, sheet.colophon_outer, context)]
    y = 0.0
    for number, row in enumerate(node.rows):
        if number and not row.label and node.rows[number - 1].label:
            items.append(_rule(y, sheet.colophon_inner, context))
        lines = _row(row, y, context)
        items.extend(lines)
        y += _height(row, lines, context)
    items.append(_rule(y, sheet.colophon_outer, context))
    return FootBlock(y, tuple(items))


def _row(row: ColophonRow, y: float, context: Context) -> list[Item]:
    style = context.sheet[Role.COLOPHON]
    glyphs = shape((Text(row.label),), style, context.sheet, context.fonts) if row.label else []
    hang = sum(glyph.advance for glyph in glyphs)
    place = column(style, context, hang=hang)
    items: list[Item] = []
    if text := row.label + row.text:
        lines = set_lines((Text(text),), style, place, context)
        items = [line_item(line, style, y=y + n * style.pitch) for n, line in enumerate(lines)]
    if row.right:
        glyphs = shape((Text(row.right),), style, context.sheet, context.fonts)
        line = set_line(glyphs, place.left, place.width, Align.RIGHT, last=True)
        bottom = max(0, len(items) - 1)
        items.append(line_item(line, style, y=y + bottom * style.pitch))
    return items


def _height(row: ColophonRow, lines: list[Item], context: Context) -> float:
    count = len(lines) - bool(row.right and row.label + row.text)
    return max(1, count) * context.sheet[Role.COLOPHON].pitch


def _rule(y: float, rule: RuleStyle, context: Context) -> Stroke:
    page = context.sheet.page
    return Stroke("colophon-rule", page.left, y, page.left + page.text_width, y, rule.width, rule.color)
