"""Walks over a document: every node, and every string that is printed.

In: a document. Out: nodes and words in reading order. Does not belong here: changing nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct

from briefgen.diagnostics import Position
from briefgen.doctree.nodes import (
    Block,
    Cell,
    ColophonRow,
    Contents,
    Document,
    Drawing,
    Figure,
    FigureRow,
    Heading,
    HeadRule,
    Inlines,
    LineBreak,
    List,
    Paragraph,
    Role,
    Row,
    SplitLine,
    Table,
    Text,
    Title,
)


class Words(Struct, frozen=True):
    """A string that is printed, the role it is printed in, its style as an inline, and where it comes from."""

    role: Role
    text: Text

    @property
    def source(self) -> Position | None:
        """Where the author wrote it."""
        return self.text.source


def role_of(block: object) -> Role | None:
    """Return the role of a block that is one paragraph, None of any other."""
    if isinstance(block, Title):
        return Role.TITLE
    return block.role if isinstance(block, Paragraph | SplitLine | Heading) else None


def blocks(document: Document) -> Iterator[Block]:
    """Yield every block, those inside list items too."""
    for block in document.blocks:
        yield from _with_nested(block)


def _with_nested(block: Block) -> Iterator[Block]:
    yield block
    if isinstance(block, List):
        for item in block.items:
            for inner in item.blocks:
                yield from _with_nested(inner)


def figures(document: Document) -> Iterator[Figure]:
    """Yield every figure."""
    for block in document.blocks:
        if isinstance(block, FigureRow):
            yield from block.figures


def words(document: Document) -> Iterator[Words]:
    """Yield every string that is printed, in reading order; page numbers and footnote marks are not known here."""
    for block in document.blocks:
        yield from _words(block)
    for note in document.footnotes:
        yield from _inline_words(Role.FOOTNOTE, note)
    if document.colophon is not None:
        for row in document.colophon.rows:
            yield from _row_words(row, document.colophon.source)


def _words(block: Block) -> Iterator[Words]:
    match block:
        case Paragraph(role, content):
            yield from _inline_words(role, content)
        case SplitLine(role, left, right, source):
            yield from _plain(role, left, source)
            yield from _plain(role, right, source)
        case HeadRule():
            pass
        case Title(_, lines, source):
            for line in lines:
                yield from _plain(Role.TITLE, line, source)
        case Heading():
            yield from _plain(block.role, block.number, block.source)
            yield from _inline_words(block.role, block.content)
        case List():
            for item in block.items:
                yield from _plain(Role.LIST_ITEM, item.label, block.source)
                for inner in item.blocks:
                    yield from _words(inner)
        case Table():
            yield from _table_words(block)
        case FigureRow(figures):
            for figure in figures:
                yield from _inline_words(Role.CAPTION, figure.caption)
        case Drawing():
            for label in block.labels:
                yield from _plain(Role.CAPTION, label.text, label.source or block.source)
            yield from _inline_words(Role.CAPTION, block.caption)
        case Contents(title, entries):
            yield from _plain(Role.CONTENTS_TITLE, title, None)
            for entry in entries:
                yield from _plain(Role.CONTENTS_ENTRY, entry.text, None)
        case _:
            assert_never(block)


def _table_words(table: Table) -> Iterator[Words]:
    yield from _inline_words(Role.TABLE_CAPTION, table.caption)
    for role, rows in ((Role.TABLE_HEAD, table.head), (Role.TABLE_CELL, table.rows)):
        for row in rows:
            for cell in filter(None, row):
                yield from _inline_words(role, cell.content)
    for note in table.notes:
        yield from _inline_words(Role.TABLE_NOTE, note)


def _row_words(row: ColophonRow, source: Position | None) -> Iterator[Words]:
    for text in (row.label, row.text, row.right):
        yield from _plain(Role.COLOPHON, text, source)


def _inline_words(role: Role, content: Inlines) -> Iterator[Words]:
    for item in content:
        if isinstance(item, Text):
            yield Words(role, item)


def _plain(role: Role, text: str, source: Position | None) -> Iterator[Words]:
    if text:
        yield Words(role, Text(text, source=source))


def plain_text(content: Inlines) -> str:
    """Return the characters of `content`, a newline for each break, nothing for footnote marks."""
    parts = []
    for item in content:
        if isinstance(item, Text):
            parts.append(item.text)
        elif isinstance(item, LineBreak):
            parts.append("\n")
    return "".join(parts)


def cells(table: Table) -> Iterator[Cell]:
    """Yield the cells of a table, head first."""
    for row in (*table.head, *table.rows):
        yield from filter(None, row)


def owners(rows: tuple[Row, ...]) -> list[list[tuple[int, int]]]:
    """Return for each place of a table's head or body the row and the column of the cell that it belongs to."""
    found = [[(number, column) for column in range(len(row))] for number, row in enumerate(rows)]
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is not None and (cell.rows, cell.columns) != (1, 1):
                for covered in found[number : number + cell.rows]:
                    covered[column : column + cell.columns] = [(number, column)] * cell.columns
    return found
