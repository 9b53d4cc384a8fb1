"""Blocks of the document tree → the body of `document.xml`.

In: a document, a session. Out: a string of XML; the session has collected what the other parts need.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import assert_never

from briefgen.doctree.nodes import (
    Block,
    Colophon,
    Contents,
    Document,
    Drawing,
    FigureRow,
    Heading,
    HeadRule,
    List,
    Paragraph,
    Role,
    SplitLine,
    Table,
    Title,
)
from briefgen.doctree.walk import role_of
from briefgen.layout.frame import Image
from briefgen.writers.docx import looks
from briefgen.writers.docx.colophon import colophon
from briefgen.writers.docx.contents import contents
from briefgen.writers.docx.figures import drawing, figure_row
from briefgen.writers.docx.heads import heading, name_look, rule_look, split_line, title
from briefgen.writers.docx.inlines import runs, spaced_runs
from briefgen.writers.docx.lists import list_paragraphs
from briefgen.writers.docx.names import ANCHOR, style_id
from briefgen.writers.docx.ooxml import paragraph
from briefgen.writers.docx.section import LANDSCAPE, PORTRAIT, UNNUMBERED, section
from briefgen.writers.docx.session import Session
from briefgen.writers.docx.tables import table

_KEEP_NEXT = "<w:keepNext/>"
_PAGE_BREAK = "<w:pageBreakBefore/>"
_TABLE, _TABLE_END = "<w:tbl>", "</w:tbl>"


def body(document: Document, session: Session) -> str:
    """Return the children of `w:body` but for the section: blocks in the order in which layout set them, 报尾 last."""
    closing = document.colophon if document.colophon and document.colophon.rows else None
    images = iter(session.placed.images)
    order = session.placed.order
    blocks = [document.blocks[index] for index in order]
    found: list[str] = []
    for place, (index, block) in enumerate(zip(order, blocks, strict=True)):
        before = blocks[place - 1] if place else None
        after = blocks[place + 1] if place + 1 < len(blocks) else closing
        if isinstance(block, HeadRule) and isinstance(before, Paragraph | SplitLine):
            continue  # it stands at the foot of the line before it
        if before is not None and _turns(before, block):
            found.append(_section_end(before, session))
        begins = before is None or index in session.placed.forced or _turns(before, block)
        direct = _direct(block, index, (before, after), session, begins=begins)
        found.append(_block(block, index, images, session, direct))
    if closing is not None:
        found.extend(_closing(closing, blocks, session))
    return _parted(found)


def _closing(node: Colophon, blocks: list[Block], session: Session) -> Iterator[str]:
    """Yield the 报尾, on a page of its own where layout put it on one, and the ends of sections before it."""
    landscape = bool(blocks) and _is_landscape(blocks[-1])
    unnumbered = session.placed.unnumbered
    if blocks and (landscape or unnumbered):
        yield _section_end(blocks[-1], session)
        # all that stands on the blank page; without it LibreOffice has the floating table in the section before
        yield paragraph(ANCHOR, "")
    own_page = session.placed.alone and (unnumbered or not landscape)
    yield colophon(node, session, *([_PAGE_BREAK] if own_page else []))


def last_section(document: Document, session: Session) -> str:
    """Return the kind of the last section; the 报尾 never stands on a landscape page."""
    order = session.placed.order
    if document.colophon is not None and document.colophon.rows:
        return UNNUMBERED if session.placed.unnumbered else PORTRAIT
    return _kind(document.blocks[order[-1]]) if order else PORTRAIT


def _is_landscape(block: Block) -> bool:
    return isinstance(block, Table) and block.landscape


def _section_end(last: Block, session: Session) -> str:
    """Return the paragraph, hardly to be seen, that ends the section of `last`; the next one begins a page."""
    return paragraph(ANCHOR, "", section(session.sheet, _kind(last)))


def _kind(block: Block) -> str:
    return LANDSCAPE if _is_landscape(block) else PORTRAIT


def _turns(before: Block, block: Block) -> bool:
    """Tell whether the pages lie another way from `block` on."""
    return _is_landscape(before) is not _is_landscape(block)


def _direct(
    block: Block,
    index: int,
    around: tuple[Block | None, Block | Colophon | None],
    session: Session,
    *,
    begins: bool,
) -> list[str]:
    """Return the properties that a block's first paragraph owes to its place, `around` the blocks beside it.

    One that `begins` a page has no space above it, which offices would keep at the start and below a break.
    """
    before, after = around
    found = [_PAGE_BREAK] if index in session.placed.forced else []
    role = role_of(block)
    if role is not None:
        style = session.sheet[role]
        above = 0.0 if begins else session.sheet.space_before(role, before)
        above += session.placed.lowered.get(index, 0.0)
        below = session.sheet.space_after(role, role_of(after))
        if (above, below) != (style.before, style.after):
            found.append(looks.spacing(style.pitch, before=above, after=below))
    if index in session.placed.kept and index not in session.placed.parted:
        found.append(_KEEP_NEXT)  # it is the only line below a heading
    elif isinstance(block, Paragraph | SplitLine):
        match after:
            case HeadRule():
                found.extend(rule_look(block.role, session.sheet))
            case Colophon() if session.placed.alone:
                pass
            case Paragraph(role=Role.CONTRIBUTION) | Colophon() if not _parts_by_itself(index, session):
                found.append(_KEEP_NEXT)  # neither is alone on a page
            case _:
                pass
    return found


def _parts_by_itself(index: int, session: Session) -> bool:
    """Tell whether a paragraph runs over a page's end without being held to what follows."""
    return index in session.placed.parted or index in session.placed.lowered


def _block(block: Block, index: int, images: Iterator[Image], session: Session, direct: list[str]) -> str:
    match block:
        case Paragraph():
            look = name_look(session) if block.role is Role.MASTHEAD_NAME else ()
            if look:
                return paragraph(style_id(block.role), runs(block.content, session, *look), *direct)
            spacing, tracking = session.spacing(index), session.sheet[block.role].tracking
            return paragraph(
                style_id(block.role), spaced_runs(block.content, session, spacing, tracking), *direct
            )
        case SplitLine():
            return split_line(block, index, session, *direct)
        case HeadRule():
            return paragraph(ANCHOR, "", *rule_look(None, session.sheet), *direct)
        case Title():
            return title(block, index, session, *direct)
        case Heading():
            return heading(block, index, session, *direct)
        case List():
            return list_paragraphs(block, session.spacings(index), session, *direct)
        case Table():
            return table(block, index, session, *direct)
        case FigureRow():
            sizes = [(image.width, image.height) for image in islice(images, len(block.figures))]
            return figure_row(block, sizes, session, *direct)
        case Drawing():
            return drawing(block, index, session, *direct)
        case Contents():
            return contents(block, index, session, *direct)
        case _:
            assert_never(block)


def _parted(found: list[str]) -> str:
    """Return the pieces with a paragraph between tables that meet and after a table at the end: Word asks for both."""
    spacer = paragraph(ANCHOR, "")
    pieces: list[str] = []
    for piece, following in pairwise([*found, _TABLE]):
        pieces.append(piece)
        if piece.endswith(_TABLE_END) and following.startswith(_TABLE):
            pieces.append(spacer)
    return "".join(pieces) or spacer
