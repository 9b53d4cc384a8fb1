"""Tables: head rows that repeat, rows that no page splits, fixed columns as wide as layout found them.

In: a `Table`. Out: a string of XML, the caption's paragraph included. Does not belong here: 报尾 (`colophon`).
"""

from __future__ import annotations

from itertools import pairwise

from briefgen.doctree.nodes import Cell, Role, Row, Table
from briefgen.doctree.walk import owners
from briefgen.style import RuleStyle, StyleSheet
from briefgen.units import twips
from briefgen.writers.docx import looks
from briefgen.writers.docx.inlines import runs
from briefgen.writers.docx.names import ANCHOR, style_id
from briefgen.writers.docx.ooxml import escape, paragraph, properties
from briefgen.writers.docx.session import Session

_BOX = ("top", "left", "bottom", "right", "insideH", "insideV")
_CENTRED = '<w:vAlign w:val="center"/>'


def table(node: Table, block: int, session: Session, *direct: str) -> str:
    """Return caption and table of `node`, the document's block `block`; `direct` goes to the caption."""
    caption = paragraph(ANCHOR, "", *direct) if direct else ""
    if node.caption:
        caption = paragraph(style_id(Role.TABLE_CAPTION), runs(node.caption, session), *direct)
    widths = _widths(node, block, session)
    head = _rows(node.head, node, block, widths, session, head=True)
    rows = _rows(node.rows, node, block, widths, session, head=False)
    return caption + frame(widths, _properties(node, widths, session), head + rows)


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
        room = (page.turned if node.landscape else page).text_width
        step = room / len(node.align)
        edges = tuple(n * step for n in range(len(node.align) + 1))
    return [twips(right) - twips(left) for left, right in pairwise(edges)]


def _properties(node: Table, widths: list[int], session: Session) -> str:
    sheet = session.sheet
    borders = "".join(rule(name, sheet.table_rule) for name in _BOX)
    title = "".join(getattr(item, "text", "") for item in node.caption)
    return properties(
        "tblPr",
        width(sum(widths)),
        '<w:jc w:val="center"/>',
        f"<w:tblBorders>{borders}</w:tblBorders>",
        '<w:tblLayout w:type="fixed"/>',
        _margins("tblCellMar", sheet),
        '<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>',
        f'<w:tblCaption w:val="{escape(title)}"/>' if title else "",
    )


def _margins(name: str, sheet: StyleSheet, *, less: float = 0.0) -> str:
    """Return the margins of cells with which a row of one line is as high as a line of the body, `less` some points."""
    side = twips(
        sheet.cell_padding - sheet.table_rule.width
    )  # some offices let the rules take of the text's room
    room = max(0, twips(sheet.page.pitch - sheet[Role.TABLE_CELL].pitch - sheet.table_rule.width - less))
    return margins(name, top=room // 2, left=side, bottom=room - room // 2, right=side)


def _rows(
    rows: tuple[Row, ...], node: Table, block: int, widths: list[int], session: Session, *, head: bool
) -> str:
    """Return the rows of head or body; one of a single line is as high as a line of the body.

    The first row of the table makes room for one rule more than there are rows.
    """
    role = Role.TABLE_HEAD if head else Role.TABLE_CELL
    sheet = session.sheet
    size = _size(role, block, session)
    found = []
    for number, places in enumerate(owners(rows)):
        less = sheet.table_rule.width if number == 0 and (head or not node.head) else 0.0
        look = properties(
            "trPr",
            "<w:cantSplit/>",
            f'<w:trHeight w:val="{twips(sheet.page.pitch - less)}" w:hRule="atLeast"/>',
            "<w:tblHeader/>" if head else "",
        )
        room = _margins("tcMar", sheet, less=less) if less else ""
        cells = []
        for column, (row, first) in enumerate(places):
            owner = rows[row][first]
            if column != first or owner is None:
                continue  # it belongs to the cell at the left
            words = owner.content if row == number else ()
            align = node.align[column]
            direct = () if head or align is sheet[role].align else (looks.align(align),)
            text = paragraph(style_id(role), runs(words, session, *size), *direct)
            span = slice(column, column + owner.columns)
            cells.append(cell(sum(widths[span]), text, *_merge(owner, first=row == number), room, _CENTRED))
        found.append(f"<w:tr>{look}{''.join(cells)}</w:tr>")
    return "".join(found)


def _merge(owner: Cell, *, first: bool) -> tuple[str, ...]:
    """Return what makes a cell reach over columns and rows; below its `first` row it goes on without words."""
    across = f'<w:gridSpan w:val="{owner.columns}"/>' if owner.columns > 1 else ""
    down = ('<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>") if owner.rows > 1 else ""
    return across, down


def _size(role: Role, block: int, session: Session) -> tuple[str, ...]:
    """Return the size of the cells' text where layout had to shrink it."""
    found = session.placed.sizes.get((block, role.value))
    if found is None or found == session.sheet[role].size:
        return ()
    return looks.size(found)
