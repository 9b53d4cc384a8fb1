"""Imposition: sheets of strips → pages of frames at fixed places, page numbers, filled references, anchors.

In: `Sheet`s and foot blocks. Out: `frame.Page`s and `frame.Anchor`s. Does not belong here: what stands on which page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefgen.doctree.nodes import Align, Role, Text
from briefgen.layout.colophon import FootBlock
from briefgen.layout.contents import filled
from briefgen.layout.context import Context
from briefgen.layout.footnotes import Footnotes
from briefgen.layout.frame import Anchor, Item, Line, Page
from briefgen.layout.galley import Strip, moved
from briefgen.layout.inline.justify import set_line
from briefgen.layout.inline.shape import shape
from briefgen.layout.pages import Sheet
from briefgen.spec import typography


def impose(
    sheets: list[Sheet], footnotes: tuple[Footnotes, Footnotes], colophon: FootBlock, context: Context
) -> tuple[tuple[Page, ...], tuple[Anchor, ...]]:
    """Return the pages and the anchors; the 报尾 lies on the bottom edge of the last page's type area.

    `footnotes` are set for portrait and for landscape pages.
    """
    contexts = (context, context.turned)
    anchors = [
        anchor
        for number, sheet in enumerate(sheets, 1)
        for anchor in _anchors(sheet, number, contexts[sheet.landscape])
    ]
    numbers = {anchor.id: anchor.page for anchor in anchors}
    pages = []
    for number, sheet in enumerate(sheets, 1):
        here = contexts[sheet.landscape]
        last = number == len(sheets)
        items = _body(sheet, numbers, here)
        notes = footnotes[sheet.landscape].foot(sheet.notes)
        items += _at_foot(notes, colophon.height if last else 0.0, here)
        if last:
            items += _at_foot(colophon, 0.0, here)
        if sheet.numbered and context.sheet.page_number:
            items.append(page_number(number, context, landscape=sheet.landscape))
        page = here.sheet.page
        pages.append(Page(number, page.width, page.height, tuple(items), sheet.landscape))
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
    tops = _tops(sheet, context)
    for place, (y, strip) in enumerate(tops):
        items += [moved(item, y) for item in strip.items]
        if strip.spread:
            items.extend(_spread(strip, y, sheet.strips[place:]))
        if strip.reference is not None:
            page = numbers[strip.reference.target]
            items.append(moved(filled(strip.reference, page, context), y))
    if tops:
        y, strip = tops[-1]
        items += [moved(item, y) for item in strip.closing]
    return items


def _spread(strip: Strip, y: float, strips: Sequence[Strip]) -> Iterator[Item]:
    """Yield what reaches over the strips below, in the middle of as many of them as the page has."""
    for spread in strip.spread:
        room = sum(each.height for each in strips[: spread.strips])
        for item in spread.items:
            yield moved(item, y + (room - spread.height) / 2)


def _at_foot(block: FootBlock, above: float, context: Context) -> list[Item]:
    page = context.sheet.page
    y = page.height - page.bottom - above - block.height
    return [moved(item, y) for item in block.items]


def page_number(number: int, context: Context, *, landscape: bool = False) -> Line:
    """Return the page number: odd pages at the right, even at the left, in by 1 字 (GB/T 9704-2012 7.5).

    On a landscape page it stands where it stands on the others (cl. 8): seen as the page is read, it runs down its
    left edge.
    """
    page, style = context.sheet.page, context.sheet[Role.PAGE_NUMBER]
    text = context.sheet.page_number.format(page=number)
    glyphs = shape((Text(text),), style, context.sheet, context.fonts)
    indent = page.number_indent * style.em
    align = Align.RIGHT if number % 2 else Align.LEFT
    line = set_line(glyphs, page.left + indent, page.text_width - 2 * indent, align, last=True)
    middle = typography.EM_ASCENT - 0.5  # of the em box, where the dash lies
    baseline = page.height - page.bottom + page.number_drop + middle * style.size
    upright = Line(Role.PAGE_NUMBER, baseline, line.runs)
    return replace(upright, baseline=page.height - baseline, turned=True) if landscape else upright
