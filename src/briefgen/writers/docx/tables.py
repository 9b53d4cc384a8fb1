"""Tables: head rows that repeat, rows that no page splits, fixed columns as wide as layout found them.

In: a `Table`. Out: a string of XML, the caption's paragraph included. Does not belong here: 报尾 (`colophon`).
"""

from __future__ import annotations

from itertools import pairwise

from briefgen.doctree.nodes import Cell, Role, Table
from briefgen.style import RuleStyle
from briefgen.units import twips
from briefgen.writers.docx import looks
from briefgen.writers.docx.inlines import runs
from briefgen.writers.docx.names import style_id
from briefgen.writers.docx.ooxml import escape, paragraph, properties
from briefgen.writers.docx.session import Session

_BOX = ("top", "left", "bottom", "right", "insideH", "insideV")
_CENTRED = '<w:vAlign w:val="center"/>'


def table(node: Table, block: int, session: Session, *direct: str) -> str:
    """Return caption and table of `node`, the document's block `block`; `direct` goes to the caption."""
    caption = ""
    if node.caption:
        caption = paragraph(style_id(Role.TABLE_CAPTION), runs(node.caption, session), *direct)
    widths = _widths(node, block, session)
    head = [_row(row, node, block, widths, session, head=True) for row in node.head]
    rows = [_row(row, node, block, widths, session, head=False) for row in node.rows]
    return caption + frame(widths, _properties(node, widths, session), "".join([*head, *rows]))


def frame(widths: list[int], table_properties: str, rows: str) -> str:
    """Return `w:tbl` with columns of `widths` twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl>{table_properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def rule(side: str, style: RuleStyle) -> str:
    """Return a border; its weight is in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{round(style.width * 8)}" w:space="0" w:color="{style.color}"/>'


def width(total: int) -> str:
    """Return the width of a whole table in twips."""
    return f'<w:tblW w:w="{total}" w:type="dxa"/>'


def margins(name: str, **sides: int) -> str:
    """Return margins inside cells, in twips; sides in the order top, left, bottom, right."""
    found = "".join(f'<w:{side} w:w="{value}" w:type="dxa"/>' for side, value in sides.items())
    return f"<w:{name}>{found}</w:{name}>"


def cell(width_: int, content: str, *elements: str) -> str:
    """Return a cell of `width_` twips."""
    look = properties("tcPr", f'<w:tcW w:w="{width_}" w:type="dxa"/>', *elements)
    return f"<w:tc>{look}{content}</w:tc>"


def _widths(node: Table, block: int, session: Session) -> list[int]:
    """Return the widths of the columns in twips; rounding never adds up."""
    page = session.sheet.page
    edges = session.placed.columns.get(block)
    if edges is None or len(edges) != len(node.align) + 1:
        step = page.text_width / len(node.align)
        edges = tuple(n * step for n in range(len(node.align) + 1))
    return [twips(right) - twips(left) for left, right in pairwise(edges)]


def _properties(node: Table, widths: list[int], session: Session) -> str:
    sheet = session.sheet
    side = twips(
        sheet.cell_padding - sheet.table_rule.width
    )  # some offices let the rules take of the text's room
    room = max(0, twips(sheet.page.pitch - sheet[Role.TABLE_CELL].pitch - sheet.table_rule.width))
    borders = "".join(rule(name, sheet.table_rule) for name in _BOX)
    title = "".join(getattr(item, "text", "") for item in node.caption)
    return properties(
        "tblPr",
        width(sum(widths)),
        '<w:jc w:val="center"/>',
        f"<w:tblBorders>{borders}</w:tblBorders>",
        '<w:tblLayout w:type="fixed"/>',
        margins("tblCellMar", top=room // 2, left=side, bottom=room - room // 2, right=side),
        '<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>',
        f'<w:tblCaption w:val="{escape(title)}"/>' if title else "",
    )


def _row(
    row: tuple[Cell, ...], node: Table, block: int, widths: list[int], session: Session, *, head: bool
) -> str:
    """Return a row; one of a single line is as high as a line of the body."""
    role = Role.TABLE_HEAD if head else Role.TABLE_CELL
    look = properties(
        "trPr",
        "<w:cantSplit/>",
        f'<w:trHeight w:val="{twips(session.sheet.page.pitch)}" w:hRule="atLeast"/>',
        "<w:tblHeader/>" if head else "",
    )
    size = _size(role, block, session)
    cells = []
    for item, column, align in zip(row, widths, node.align, strict=True):
        direct = () if head or align is session.sheet[role].align else (looks.align(align),)
        text = paragraph(style_id(role), runs(item.content, session, *size), *direct)
        cells.append(cell(column, text, _CENTRED))
    return f"<w:tr>{look}{''.join(cells)}</w:tr>"


def _size(role: Role, block: int, session: Session) -> tuple[str, ...]:
    """Return the size of the cells' text where layout had to shrink it."""
    found = session.placed.sizes.get((block, role.value))
    if found is None or found == session.sheet[role].size:
        return ()
    return looks.size(found)
