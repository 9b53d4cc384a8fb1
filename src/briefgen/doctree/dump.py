"""A document as indented text: for `--dump doctree`, for goldens, for bug reports.

In: a document. Out: lines; one node a line, what it holds two spaces further in. Styles of inlines stand in braces:
`{strong:…}`, `{lead-2:…}`, `{link https://…:…}`, `{note 1}`, `{break}`; `{2×1}` leads a cell merged over two rows,
`+` a place that it covers. Does not belong here: anything that is read back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from briefgen.diagnostics import Position
from briefgen.doctree.nodes import (
    Block,
    Cell,
    Contents,
    Document,
    Drawing,
    Figure,
    FigureRow,
    FootnoteMark,
    Heading,
    HeadRule,
    Inlines,
    LineBreak,
    List,
    Paragraph,
    Row,
    SplitLine,
    Table,
    Text,
    Title,
)

_INDENT = "  "


def dump(document: Document, *, positions: bool = False) -> str:
    """Return `document` as text that ends in a newline; with `positions`, each node says where it comes from."""
    return "".join(line + "\n" for line in _document(document, positions))


def _document(document: Document, positions: bool) -> Iterator[str]:
    meta = document.metadata
    yield f"document {meta.title} / {meta.author} / {meta.date or '-'} / {meta.language}"
    for block in document.blocks:
        yield from _indented(_block(block, positions))
    for number, note in enumerate(document.footnotes, start=1):
        yield f"{_INDENT}footnote {number}: {inline_dump(note)}"
    if document.colophon is not None:
        yield f"{_INDENT}colophon" + _at(document.colophon.source, positions)
        for row in document.colophon.rows:
            yield f"{_INDENT * 2}row {row.label}{row.text}" + (f" | {row.right}" if row.right else "")


def block_dump(blocks: tuple[Block, ...], *, positions: bool = False) -> str:
    """Return blocks as text that ends in a newline."""
    return "".join(line + "\n" for block in blocks for line in _block(block, positions))


def _block(block: Block, positions: bool) -> Iterator[str]:
    match block:
        case Paragraph(role, content, source):
            yield f"{role}: {inline_dump(content)}" + _at(source, positions)
        case SplitLine(role, left, right, source):
            yield f"{role}: {left} | {right}" + _at(source, positions)
        case HeadRule():
            yield "head-rule"
        case Title(ident, lines, source):
            yield f"title #{ident}: {' / '.join(lines)}" + _at(source, positions)
        case Heading():
            number = f"[{block.number}]" if block.number else ""
            words = f"{block.role} #{block.id}: {number}{inline_dump(block.content)}"
            yield words + _at(block.source, positions)
        case List():
            yield from _list(block, positions)
        case Table():
            yield from _table(block, positions)
        case FigureRow(figures, source):
            yield "figures" + _at(source, positions)
            yield from _indented(_figure(figure, positions) for figure in figures)
        case Drawing():
            yield from _drawing(block, positions)
        case Contents(title, entries):
            yield f"contents: {title}"
            yield from _indented(f"entry {entry.level} #{entry.target}: {entry.text}" for entry in entries)
        case _:
            assert_never(block)


def _list(block: List, positions: bool) -> Iterator[str]:
    yield f"{'ordered' if block.ordered else 'bulleted'} list, depth {block.depth}" + _at(
        block.source, positions
    )
    for item in block.items:
        yield f"{_INDENT}item {item.label}"
        for inner in item.blocks:
            yield from _indented(_indented(_block(inner, positions)))


def _table(table: Table, positions: bool) -> Iterator[str]:
    turned = " landscape" if table.landscape else ""
    align = ("decimal" if n in table.decimal else str(align) for n, align in enumerate(table.align))
    yield f"table {' '.join(align)}{turned}" + _at(table.source, positions)
    if table.caption:
        yield f"{_INDENT}caption: {inline_dump(table.caption)}"
    yield from (f"{_INDENT}head: {_cells(row)}" for row in table.head)
    yield from (f"{_INDENT}row: {_cells(row)}" for row in table.rows)
    yield from (f"{_INDENT}note: {inline_dump(note)}" for note in table.notes)


def _cells(row: Row) -> str:
    return " | ".join(_cell(cell) if cell else "+" for cell in row)


def _cell(cell: Cell) -> str:
    """Return a cell; before a merged one stands over how many rows and columns it reaches."""
    merged = f"{{{cell.rows}×{cell.columns}}} " if (cell.rows, cell.columns) != (1, 1) else ""
    return merged + inline_dump(cell.content)


def _figure(figure: Figure, positions: bool) -> str:
    picture = figure.picture
    width = f" width {figure.width}" if figure.width else ""
    words = f"figure {picture.name} ({picture.format} {picture.width}×{picture.height}){width}: "
    return words + inline_dump(figure.caption) + _at(figure.source, positions)


def _drawing(drawing: Drawing, positions: bool) -> Iterator[str]:
    size = f"{drawing.width:g} × {drawing.height:g}"
    yield f"drawing {drawing.name} {size}, {len(drawing.shapes)} shapes: {drawing.alt}" + _at(
        drawing.source, positions
    )
    if drawing.caption:
        yield f"{_INDENT}caption: {inline_dump(drawing.caption)}"
    yield from (
        f"{_INDENT}label {label.x:.1f} {label.y:.1f} {label.face}/{label.size:g}: {label.text}"
        for label in drawing.labels
    )


def inline_dump(content: Inlines) -> str:
    """Return inlines on one line, `-` for none."""
    parts = []
    for item in content:
        match item:
            case Text():
                parts.append(_text(item))
            case LineBreak():
                parts.append("{break}")
            case FootnoteMark(number):
                parts.append(f"{{note {number}}}")
            case _:
                assert_never(item)
    return "".join(parts) or "-"


def _text(text: Text) -> str:
    styles = [name for name, on in (("strong", text.strong), ("emphasis", text.emphasis)) if on]
    if text.lead:
        styles.append(f"lead-{text.lead}")
    if text.href is not None:
        styles.append(f"link {text.href}")
    return f"{{{' '.join(styles)}:{text.text}}}" if styles else text.text


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (_INDENT + line for line in lines)


def _at(source: Position | None, positions: bool) -> str:
    return f"  @{source}" if positions and source is not None else ""
