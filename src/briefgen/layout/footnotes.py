"""Footnotes: set once, placed at the foot of the page that calls them, below a short rule.

In: the footnotes of a document. Out: for each its height and items; the block for the foot of a page.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.doctree.nodes import Inlines, Role, Text
from briefgen.layout.colophon import FootBlock
from briefgen.layout.context import Context
from briefgen.layout.frame import Item, Stroke
from briefgen.layout.galley import moved
from briefgen.layout.inline.shape import footnote_sign
from briefgen.layout.paragraph import column, line_item, set_lines

LEAD = 8.0  # from the text to the first footnote; the rule stands in the middle
RULE_LENGTH = 1 / 3  # of the measure


def set_footnotes(footnotes: Iterable[Inlines], context: Context) -> list[FootBlock]:
    """Return each footnote set to the measure, its sign in front, wrapped lines hanging by the sign."""
    style = context.sheet[Role.FOOTNOTE]
    found = []
    for number, content in enumerate(footnotes, 1):
        sign = footnote_sign(number) + " "
        lines = set_lines(
            (Text(sign), *content), style, column(style, context, hang=1.5 * style.size), context
        )
        items = tuple(line_item(line, style, y=n * style.pitch) for n, line in enumerate(lines))
        found.append(FootBlock(len(lines) * style.pitch, items))
    return found


def foot(numbers: Iterable[int], footnotes: list[FootBlock], context: Context) -> FootBlock:
    """Return the footnotes with these numbers as one block, rule included; none give no height."""
    page, rule = context.sheet.page, context.sheet.table_rule
    items: list[Item] = []
    y = LEAD
    for number in numbers:
        note = footnotes[number - 1]
        items.extend(moved(item, 0, y) for item in note.items)
        y += note.height
    if not items:
        return FootBlock()
    end = page.left + page.measure * RULE_LENGTH
    stroke = Stroke("footnote-rule", page.left, LEAD / 2, end, LEAD / 2, rule.width, rule.color)
    return FootBlock(y, (stroke, *items))
