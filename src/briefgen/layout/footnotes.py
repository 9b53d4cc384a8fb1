"""Footnotes: set once, placed at the foot of the page that calls them, below a short rule.

In: the footnotes of a document. Out: for each its height and items; the block for the foot of a page.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from briefgen.doctree.nodes import Inlines, Role, Text
from briefgen.layout.colophon import FootBlock
from briefgen.layout.context import Context
from briefgen.layout.frame import Item, Stroke
from briefgen.layout.galley import moved
from briefgen.layout.inline.shape import footnote_sign
from briefgen.layout.paragraph import column, line_item, set_lines

LEAD = 8.0  # from the text to the first footnote; the rule stands in the middle
RULE_LENGTH = 1 / 3  # of the measure


class Footnotes(Struct, frozen=True):
    """The footnotes of a document for the pages of one context; each is set when it is first asked for."""

    notes: tuple[Inlines, ...]
    context: Context
    _set: dict[int, FootBlock] = field(default_factory=dict)

    def foot(self, numbers: Iterable[int]) -> FootBlock:
        """Return the footnotes with these numbers as one block, rule included; none give no height."""
        page, rule = self.context.sheet.page, self.context.sheet.table_rule
        items: list[Item] = []
        y = LEAD
        for number in numbers:
            note = self._note(number)
            items.extend(moved(item, y) for item in note.items)
            y += note.height
        if not items:
            return FootBlock()
        end = page.left + page.measure * RULE_LENGTH
        stroke = Stroke("footnote-rule", page.left, LEAD / 2, end, LEAD / 2, rule.width, rule.color)
        return FootBlock(y, (stroke, *items))

    def height(self, numbers: Iterable[int]) -> float:
        """Return the height of the footnotes with these numbers, each once, and of their rule."""
        heights = [self._note(number).height for number in dict.fromkeys(numbers)]
        return LEAD + sum(heights) if heights else 0.0

    def _note(self, number: int) -> FootBlock:
        if number not in self._set:
            self._set[number] = _note(number, self.notes[number - 1], self.context)
        return self._set[number]


def _note(number: int, content: Inlines, context: Context) -> FootBlock:
    """Return a footnote set to the measure, its sign in front, wrapped lines hanging by the sign."""
    style = context.sheet[Role.FOOTNOTE]
    sign = Text(footnote_sign(number) + " ")
    lines = set_lines((sign, *content), style, column(style, context, hang=1.5 * style.size), context)
    items = tuple(line_item(line, style, y=n * style.pitch) for n, line in enumerate(lines))
    return FootBlock(len(lines) * style.pitch, items)
