"""Pipe tables with alignment, merged cells, caption and notes.

In: syntax nodes. Out: a table whose rows are all as long as its head. A caption is a line `表：…`, `Table: …` or
`: …` directly before or after the table, attributes at its end; notes are the paragraphs `注：…` and `资料来源：…`
below; a cell of only `^` or `<` belongs to the one above or at the left. Does not belong here: column widths
(`layout`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose import unsupported
from briefgen.compose.attributes import attributes, split_attributes
from briefgen.compose.inlines import inlines
from briefgen.compose.markdown import Node, parse_inline
from briefgen.compose.merging import MARKS, Merge, merged
from briefgen.compose.places import Locator
from briefgen.doctree.nodes import Align, Cell, Inlines, Table

if TYPE_CHECKING:
    from briefgen.compose.places import SourceText
    from briefgen.compose.session import Session
    from briefgen.diagnostics import Position

_CAPTION = re.compile(r"(?:表|[Tt]able)?\s*[:：]\s*(?=\S)")
_NOTES = ("注", "备注", "资料来源", "数据来源")
_KEYS = {"方向": "orientation", "表头行数": "head_rows", "小数点": "decimal"}
_ORIENTATIONS = {"landscape": True, "横向": True, "portrait": False, "纵向": False}
_HEAD_ROWS = ("1", "2", "3", "4", "5")
_COLUMNS = r"[1-9][0-9]?(?:[,，、][1-9][0-9]?)*"  # compiled when a table asks for it, as the next
_COLUMNS_BETWEEN = "[,，、]"
_PIPE = re.compile(r"(?<!\\)\|")
_SEPARATOR = r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?"


def is_caption(node: Node) -> bool:
    """Tell whether the paragraph `node` is one line that a table may take as its caption."""
    content = node.children[0].token.content
    return "\n" not in content and _CAPTION.match(content) is not None


def is_note(node: Node) -> bool:
    """Tell whether the paragraph `node`, below a table, is a note of it."""
    word, colon, _ = node.children[0].token.content.replace("：", ":", 1).partition(":")
    return bool(colon) and word.rstrip() in _NOTES


def compose_table(
    session: Session, source: SourceText, node: Node, caption: Node | None, notes: Sequence[Node] = ()
) -> Table:
    """Return the table of `node`, with the words of the paragraphs `caption` and `notes`."""
    head = [row for part in node.children if part.type == "thead" for row in part.children]
    body = [row for part in node.children if part.type == "tbody" for row in part.children]
    # a caption glued to the table is its last row to markdown-it
    glued = body[-1].line if body and _is_glued_caption(source.lines[body[-1].line]) else None
    if glued is not None and caption is None:
        body.pop()
    caption_line = caption.line if caption else glued
    words, given = _caption(session, source, caption_line) if caption_line is not None else ((), "")
    columns = len(head[0].children)
    options = _options(session, given, columns, source.line_start(caption_line or 0))
    _check_lengths(session, source, body, columns)
    heads = min(options.head_rows, len(body) + 1)
    grid = merged([_row(session, source, row) for row in (*head, *body)], heads)
    for row, column in grid.faults:
        place = source.line_start((*head, *body)[row].line)
        session.report("BG211", place, row=row + 1, column=column + 1)
    align = [_align(cell) for cell in head[0].children]
    return Table(
        caption=words,
        align=tuple(Align.RIGHT if n in options.decimal else each for n, each in enumerate(align)),
        head=tuple(grid.rows[:heads]),
        rows=tuple(grid.rows[heads:]),
        source=source.line_start(node.line),
        notes=tuple(filter(None, (inlines(session, source, note.children[0]) for note in notes))),
        decimal=options.decimal,
        landscape=options.landscape,
    )


def check_separator(session: Session, source: SourceText, node: Node) -> None:
    """Report a table whose separator row is not as long as its head: to CommonMark it is a paragraph."""
    lines = node.children[0].token.content.split("\n")
    for index in range(1, len(lines)):
        above, line = lines[index - 1], lines[index]
        if "|" in above and "|" in line and re.fullmatch(_SEPARATOR, line):
            position = source.line_start(node.line + index)
            session.report("BG209", position, row=2, actual=_count(line), expected=_count(above))


def _check_lengths(session: Session, source: SourceText, rows: Sequence[Node], expected: int) -> None:
    """Report the rows that markdown-it has cut or filled because they are not as long as the head."""
    for number, row in enumerate(rows, start=2):
        actual = _count(source.lines[row.line])
        if actual != expected:
            session.report("BG209", source.line_start(row.line), row=number, actual=actual, expected=expected)


def _row(session: Session, source: SourceText, row: Node) -> list[Cell | Merge]:
    locator = Locator(source, row.line)
    return [
        MARKS.get(cell.children[0].token.content.strip())
        or Cell(inlines(session, source, cell.children[0], locator))
        for cell in row.children
    ]


def _align(cell: Node) -> Align:
    style = str(cell.token.attrs.get("style", ""))
    return Align(style.removeprefix("text-align:")) if style else Align.LEFT


def _caption(session: Session, source: SourceText, line: int) -> tuple[Inlines, str]:
    """Return the words of a caption, and the attributes at its end."""
    text, given = split_attributes(source.lines[line])
    start = source.indent(line)
    if match := _CAPTION.match(text, start):
        start = match.end()
    return inlines(session, source, parse_inline(text[start:].rstrip()), Locator(source, line, start)), given


class _Options(Struct, frozen=True):
    """What the attributes of a table say."""

    landscape: bool = False
    head_rows: int = 1
    decimal: tuple[int, ...] = ()


def _options(session: Session, given: str, columns: int, position: Position | None) -> _Options:
    options = _Options()
    found, rest = attributes(given)
    for key, value in found.items():
        name = _KEYS.get(key, key)
        if name == "orientation" and value in _ORIENTATIONS:
            options = replace(options, landscape=_ORIENTATIONS[value])
        elif name == "head_rows" and value in _HEAD_ROWS:
            options = replace(options, head_rows=int(value))
        elif name == "decimal" and re.fullmatch(_COLUMNS, value):
            chosen = {int(number) - 1 for number in re.split(_COLUMNS_BETWEEN, value)}
            options = replace(options, decimal=tuple(sorted(chosen & set(range(columns)))))
        else:
            session.refuse(unsupported.TABLE_ATTRIBUTE, position)
    if rest:
        session.refuse(unsupported.TABLE_ATTRIBUTE, position)
    return options


def _is_glued_caption(line: str) -> bool:
    return "|" not in line and _CAPTION.match(line.strip()) is not None


def _count(line: str) -> int:
    """Return the number of cells of a row as the author wrote it."""
    cells = _PIPE.split(line.strip())
    if cells and not cells[0].strip():
        cells.pop(0)
    if cells and not cells[-1].strip():
        cells.pop()
    return len(cells)
