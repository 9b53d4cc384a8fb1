"""Typed blocks, the body of programs that do not write Markdown, to the same blocks of the document tree.

In: models of `model.content`, or their bare fields, told apart by their type; texts are inline Markdown. Out: blocks.
Does not belong here: Markdown (`body`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, assert_never

from briefgen.compose import unsupported
from briefgen.compose.body import Section, finish_footnotes
from briefgen.compose.figures import checked_width, load_picture, row_of
from briefgen.compose.inlines import inlines
from briefgen.compose.lists import BULLET
from briefgen.compose.markdown import parse_inline
from briefgen.compose.merging import Merge, marked, merged
from briefgen.compose.numbering import item_label
from briefgen.compose.runin import with_lead
from briefgen.doctree.nodes import (
    Align,
    Block,
    Cell,
    Figure,
    FigureRow,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Role,
    Table,
)

if TYPE_CHECKING:
    from briefgen.compose.session import Session
    from briefgen.model import content as model

_Path = tuple[str | int, ...]


def compose_blocks(
    session: Session, blocks: Sequence[model.Block], section: Section, path: _Path
) -> list[Block]:
    """Return the document blocks of typed ones; `path` leads to them in the briefing."""
    before = len(session.diagnostics)
    composed = [compose_block(session, block, section, (*path, index)) for index, block in enumerate(blocks)]
    kept = [block for block in composed if block is not None]
    if not kept and len(session.diagnostics) == before:
        session.report("BG208", session.sources.value(*path))
    return kept


def compose_block(session: Session, block: model.Block, section: Section, path: _Path) -> Block | None:
    """Return the document block of a typed one to which `path` leads, None where nothing is left of it."""
    position = session.sources.value(*path)
    if block.type == "paragraph":
        content = with_lead(_words(session, block.text, (*path, "text")))
        return Paragraph(section.role, content, position) if content else None
    if block.type == "quote":
        content = _words(session, block.text, (*path, "text"))
        return Paragraph(Role.QUOTE, content, position) if content else None
    if block.type == "heading":
        return _heading(session, block, section, path)
    if block.type == "list":
        return _list(session, block, path)
    if block.type == "table":
        return _table(session, block, path)
    if block.type == "figure":
        return _figures(session, block, path)
    assert_never(block)


def _words(session: Session, text: str, path: _Path) -> Inlines:
    source = session.source_text(text, *path)
    words = inlines(session, source, parse_inline(source.text))
    finish_footnotes(session, source)
    return words


def _heading(session: Session, block: model.HeadingBlock, section: Section, path: _Path) -> Heading | None:
    content = _words(session, block.text, (*path, "text"))
    if not content:
        session.refuse(unsupported.EMPTY_HEADING, session.sources.value(*path))
        return None
    return section.heading(block.level, content, session.sources.value(*path))


def _list(session: Session, block: model.ListBlock, path: _Path) -> List | None:
    position = session.sources.value(*path)
    items = []
    for index, text in enumerate(block.items):
        words = with_lead(_words(session, text, (*path, "items", index)))
        if not words:
            session.refuse(unsupported.EMPTY_ITEM, session.sources.value(*path, "items", index))
            continue
        label = item_label(0, index + 1) if block.ordered else BULLET
        source = session.sources.value(*path, "items", index)
        items.append(ListItem(label, (Paragraph(Role.LIST_ITEM, words, source),)))
    return List(block.ordered, tuple(items), 0, position) if items else None


def _table(session: Session, block: model.TableBlock, path: _Path) -> Table:
    caption = _words(session, block.caption, (*path, "caption")) if block.caption else ()
    places = [(*path, "header"), *((*path, "rows", index) for index in range(len(block.rows)))]
    cells = [
        _row(session, row, where) for row, where in zip((block.header, *block.rows), places, strict=True)
    ]
    columns = sum(cell.columns for cell in cells[0])
    grid = merged(_squared(session, marked(cells), columns, places), min(block.head_rows, len(cells)))
    for row, column in grid.faults:
        session.report("BG211", session.sources.value(*places[row]), row=row + 1, column=column + 1)
    names = [*(block.align or ()), *["left"] * columns][:columns]
    notes = [_words(session, text, (*path, "notes", index)) for index, text in enumerate(block.notes)]
    return Table(
        caption,
        tuple(Align.RIGHT if name == "decimal" else Align(name) for name in names),
        tuple(grid.rows[: block.head_rows]),
        tuple(grid.rows[block.head_rows :]),
        session.sources.value(*path),
        notes=tuple(filter(None, notes)),
        decimal=tuple(column for column, name in enumerate(names) if name == "decimal"),
        landscape=block.orientation == "landscape",
    )


def _row(session: Session, cells: Sequence[str | model.TableCell], path: _Path) -> list[Cell]:
    row = []
    for index, cell in enumerate(cells):
        if isinstance(cell, str):
            row.append(Cell(_words(session, cell, (*path, index))))
        else:
            words = _words(session, cell.text, (*path, index, "text"))
            row.append(Cell(words, cell.rowspan, cell.colspan))
    return row


def _squared(
    session: Session, rows: list[list[Cell | Merge]], columns: int, places: Sequence[_Path]
) -> list[list[Cell | Merge]]:
    """Return rows of exactly `columns` places; those that are not so long are reported."""
    for number, (row, where) in enumerate(zip(rows, places, strict=True), start=1):
        if len(row) != columns:
            position = session.sources.value(*where)
            session.report("BG209", position, row=number, actual=len(row), expected=columns)
    return [[*row[:columns], *[Cell(())] * (columns - len(row))] for row in rows]


def _figures(session: Session, block: model.FigureBlock, path: _Path) -> FigureRow | None:
    figures: list[Figure | None] = []
    for index, item in enumerate(block.figures):
        where = (*path, "figures", index)
        caption = _words(session, item.caption, (*where, "caption")) if item.caption else ()
        width = None
        if item.width is not None:
            width = checked_width(session, item.width, session.sources.value(*where, "width"))
        position = session.sources.value(*where, "image")
        picture = load_picture(session, item.image, caption, position)
        figures.append(Figure(picture, caption, width, position) if picture else None)
    return row_of(session, figures, session.sources.value(*path))
