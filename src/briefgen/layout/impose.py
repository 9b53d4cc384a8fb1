"""Imposition: sheets of strips → pages of frames at fixed places, page numbers, filled references, anchors.

In: `Sheet`s and foot blocks. Out: `frame.Page`s and `frame.Anchor`s. Does not belong here: what stands on which page.
"""

from __future__ import annotations

from briefgen.doctree.nodes import Align, Role, Text
from briefgen.layout.colophon import FootBlock
from briefgen.layout.contents import filled
from briefgen.layout.context import Context
from briefgen.layout.footnotes import foot
from briefgen.layout.frame import Anchor, Item, Line, Page
from briefgen.layout.galley import Strip, moved
from briefgen.layout.inline.justify import set_line
from briefgen.layout.inline.shape import shape
from briefgen.layout.pages import Sheet
from briefgen.spec import typography


def impose(
    sheets: list[Sheet], footnotes: list[FootBlock], colophon: FootBlock, context: Context
) -> tuple[tuple[Page, ...], tuple[Anchor, ...]]:
    """Return the pages and the anchors; the 报尾 lies on the bottom edge of the last page's type area."""
    anchors = [
        anchor for number, sheet in enumerate(sheets, 1) for anchor in _anchors(sheet, number, context)
    ]
    numbers = {anchor.id: anchor.page for anchor in anchors}
    pages = []
    for number, sheet in enumerate(sheets, 1):
        last = number == len(sheets)
        items = _body(sheet, numbers, context)
        items += _at_foot(foot(sheet.notes, footnotes, context), colophon.height if last else 0.0, context)
        if last:
            items += _at_foot(colophon, 0.0, context)
        items.append(page_number(number, context))
        page = context.sheet.page
        pages.append(Page(number, page.width, page.height, tuple(items)))
    return tuple(pages), tuple(anchors)


def _tops(sheet: Sheet, context: Context) -> list[tuple[float, Strip]]:
    y = context.sheet.page.top
    found = []
    for number, strip in enumerate(sheet.strips):
        y += strip.before if number else 0.0
        found.append((y, strip))
        y += strip.height
    return found


def _anchors(sheet: Sheet, number: int, context: Context) -> list[Anchor]:
    return [
        Anchor(strip.mark.id, strip.mark.text, strip.mark.level, number, y)
        for y, strip in _tops(sheet, context)
        if strip.mark is not None
    ]


def _body(sheet: Sheet, numbers: dict[str, int], context: Context) -> list[Item]:
    items: list[Item] = []
    for y, strip in _tops(sheet, context):
        items.extend(moved(item, 0, y) for item in strip.items)
        if strip.reference is not None:
            page = numbers[strip.reference.target]
            items.append(moved(filled(strip.reference, page, context), 0, y))
    return items


def _at_foot(block: FootBlock, above: float, context: Context) -> list[Item]:
    page = context.sheet.page
    y = page.height - page.bottom - above - block.height
    return [moved(item, 0, y) for item in block.items]


def page_number(number: int, context: Context) -> Line:
    """Return the page number: odd pages at the right, even at the left, in by 1 字 (GB/T 9704-2012 7.5)."""
    page, style = context.sheet.page, context.sheet[Role.PAGE_NUMBER]
    text = context.sheet.page_number.format(page=number)
    glyphs = shape((Text(text),), style, context.sheet, context.fonts)
    indent = page.number_indent * style.em
    align = Align.RIGHT if number % 2 else Align.LEFT
    line = set_line(glyphs, page.left + indent, page.text_width - 2 * indent, align, last=True)
    middle = typography.EM_ASCENT - 0.5  # of the em box, where the dash lies
    baseline = page.height - page.bottom + page.number_drop + middle * style.size
    return Line(Role.PAGE_NUMBER, baseline, line.runs)
