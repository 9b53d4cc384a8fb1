"""The typesetter on one screen: document → galley → sheets → pages.

In: a document, its styles, the fonts. Out: a `Layout`.
"""

from __future__ import annotations

from itertools import pairwise

from briefgen.doctree.nodes import Document, List, Paragraph
from briefgen.layout.colophon import colophon
from briefgen.layout.context import Context
from briefgen.layout.flow import flow
from briefgen.layout.footnotes import Footnotes
from briefgen.layout.frame import Layout
from briefgen.layout.impose import impose
from briefgen.layout.inline.shape import Fonts
from briefgen.layout.pages import Room, Sheet, fill_pages
from briefgen.style import StyleSheet


def paginate(document: Document, style: StyleSheet, fonts: Fonts | None = None) -> Layout:
    """Set `document` on pages; `fonts` are the bundled faces unless others are given."""
    context = Context(style, fonts or _bundled())
    footnotes = (Footnotes(document.footnotes, context), Footnotes(document.footnotes, context.turned))
    closing = colophon(document.colophon, context)

    def movable(block: int) -> bool:
        return isinstance(document.blocks[block], Paragraph | List)

    rooms = (
        Room(style.page.text_height, footnotes[0].height),
        Room(style.page.turned.text_height, footnotes[1].height),
    )
    sheets = fill_pages(flow(document, context), rooms, movable, closing.height)
    pages, anchors = impose(sheets, footnotes, closing, context)
    order, forced = _order(sheets), _forced(sheets, rooms)
    return Layout(pages, anchors, order, forced, tuple(context.warnings), context.columns)


def _bundled() -> Fonts:
    from briefgen.fonts import metrics

    return metrics


def _order(sheets: list[Sheet]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(strip.block for sheet in sheets for strip in sheet.strips))


def _forced(sheets: list[Sheet], rooms: tuple[Room, Room]) -> tuple[int, ...]:
    """Return the blocks that begin a page although they would have fitted on the one before."""
    found = []
    for before, after in pairwise(sheets):
        begun = {strip.block for strip in before.strips}
        room = rooms[before.landscape]
        if before.landscape is after.landscape and after.strips and after.strips[0].block not in begun:
            chunk = after.strips[0]
            if before.height + chunk.before + chunk.height <= room.height and not chunk.hold:
                found.append(chunk.block)
    return tuple(found)
