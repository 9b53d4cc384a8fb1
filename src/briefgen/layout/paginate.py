"""The typesetter on one screen: document → galley → sheets → pages.

In: a document, its styles, the fonts. Out: a `Layout`.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from briefgen.diagnostics import Position
from briefgen.doctree.nodes import Document, List, Paragraph, Role, Table
from briefgen.layout.colophon import colophon
from briefgen.layout.context import Context
from briefgen.layout.fill import EPSILON, Filler, Room
from briefgen.layout.flow import flow
from briefgen.layout.footnotes import Footnotes
from briefgen.layout.frame import Drawn, Image, Layout, Line, TablePlace
from briefgen.layout.galley import Strip
from briefgen.layout.impose import impose
from briefgen.layout.inline.shape import Fonts
from briefgen.layout.pages import Blemish, Sheet, fill_pages
from briefgen.style import StyleSheet


def paginate(document: Document, style: StyleSheet, fonts: Fonts | None = None) -> Layout:
    """Set `document` on pages; `fonts` are the bundled faces unless others are given."""
    context = Context(style, fonts or _bundled())
    footnotes = (Footnotes(document.footnotes, context), Footnotes(document.footnotes, context.turned))
    closing = colophon(document.colophon, context)
    galley = flow(document, context)

    def movable(block: int) -> bool:
        return isinstance(document.blocks[block], Paragraph | List)

    rooms = (
        Room(style.page.text_height, style.page.pitch, footnotes[0].height),
        Room(style.page.turned.text_height, style.page.pitch, footnotes[1].height),
    )
    for strip in galley:
        _check_height(strip, rooms[strip.landscape], context)
    found = fill_pages(Filler(galley, rooms, movable), closing.height, even_last=style.even_last_page)
    for blemish in found.blemishes:
        _warn(blemish, context)
    pages, anchors = impose(found.sheets, footnotes, closing, context)
    return Layout(
        pages,
        anchors,
        order=_order(found.sheets),
        forced=_forced(found.sheets, document, rooms),
        kept=tuple(dict.fromkeys(strip.block for strip in galley if strip.lone)),
        tables=_tables(found.sheets, context),
        lowered={sheet.strips[-1].block: sheet.lower for sheet in found.sheets if sheet.lower},
        warnings=tuple(context.warnings),
    )


def _bundled() -> Fonts:
    from briefgen.fonts import metrics

    return metrics


def _check_height(strip: Strip, room: Room, context: Context) -> None:
    """Report what no page has room for."""
    if strip.height + (room.notes(strip.notes) if strip.notes else 0.0) > room.height + EPSILON:
        context.warn("BG423", _source(strip))


def _warn(blemish: Blemish, context: Context) -> None:
    position = _source(blemish.after)
    if blemish.empty:
        context.warn("BG421", position, page=blemish.page, lines=blemish.empty)
    else:
        context.warn("BG422", position, page=blemish.page)


def _source(strip: Strip) -> Position | None:
    placed = (item for item in strip.items if isinstance(item, Line | Image | Drawn))
    return next((item.source for item in placed if item.source), None)


def _order(sheets: list[Sheet]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(strip.block for sheet in sheets for strip in sheet.strips))


def _tables(sheets: list[Sheet], context: Context) -> dict[int, TablePlace]:
    """Return what is known of the tables, and where they go on below a line that says so."""
    if not context.sheet.continued:
        return context.tables
    places = dict(context.tables)
    for before, after in pairwise(sheets):
        if not before.strips or not after.strips or after.strips[0].block != before.strips[-1].block:
            continue
        first = next((strip for strip in after.strips if strip.head), None)
        block = after.strips[0].block
        if first is not None and first.row > 0 and block in places and _says_so(after.strips[0]):
            place = places[block]
            again = {(first.row, spread.cell[1]) for spread in first.spread if spread.cell[0] < first.row}
            places[block] = replace(
                place, continued=(*place.continued, first.row), repeated=place.repeated | again
            )
    return places


def _says_so(strip: Strip) -> bool:
    """Tell whether a strip is the line above a table that goes on."""
    return any(isinstance(item, Line) and item.role == Role.TABLE_CAPTION for item in strip.items)


def _forced(sheets: list[Sheet], document: Document, rooms: tuple[Room, Room]) -> tuple[int, ...]:
    """Return the blocks that begin a page although a word processor would begin them on the one before.

    It knows what is held together; but it parts the head of a table from its rows.
    """
    found = []
    for before, after in pairwise(sheets):
        if not after.strips or before.landscape is not after.landscape:
            continue
        chunk = after.strips[0]
        if chunk.block in {strip.block for strip in before.strips}:
            continue
        fits = before.height + chunk.before + chunk.height <= rooms[before.landscape].height
        held = chunk.hold and not isinstance(document.blocks[chunk.block], Table)
        if before.early or (fits and not held):
            found.append(chunk.block)
    return tuple(found)
