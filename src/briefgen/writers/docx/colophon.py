"""报尾 → a floating table whose foot stands on the foot of the type area of the page that holds the text's end.

In: a `Colophon`. Out: a string of XML: the table and the paragraph that it is anchored to, the last of the body.
The anchor follows all text: when the text grows past the page, the anchor goes to the next one and the table with it.
"""

from __future__ import annotations

from briefgen.doctree.nodes import Colophon, ColophonRow, Role
from briefgen.style import StyleSheet
from briefgen.units import twips
from briefgen.writers.docx import looks
from briefgen.writers.docx.names import ANCHOR, style_id
from briefgen.writers.docx.ooxml import paragraph, properties, run, tab
from briefgen.writers.docx.session import Session
from briefgen.writers.docx.tables import cell, frame, margins, rule, width


def colophon(node: Colophon, session: Session, *direct: str) -> str:
    """Return the table of the 报尾 and its anchor; `direct` goes to the anchor."""
    sheet = session.sheet
    total = twips(sheet.page.text_width)
    look = properties(
        "tblPr",
        _position(sheet),
        '<w:tblOverlap w:val="never"/>',
        width(total),
        '<w:tblLayout w:type="fixed"/>',
        margins("tblCellMar", top=0, left=0, bottom=0, right=0),  # else LibreOffice moves it by its own
    )
    rows = [_row(node, number, total, session) for number in range(len(node.rows))]
    return frame([total], look, "".join(rows)) + paragraph(ANCHOR, "", *direct)


def _position(sheet: StyleSheet) -> str:
    """Return the place: foot on the foot of the type area, left edge on its left edge.

    Across, it is measured from the page: LibreOffice lets a table as wide as the type area float only then.
    """
    return (
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="0" w:bottomFromText="0"'
        f' w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{twips(sheet.page.left)}" w:tblpYSpec="bottom"/>'
    )


def _row(node: Colophon, number: int, total: int, session: Session) -> str:
    row = node.rows[number]
    borders = "".join(_borders(node, number, session.sheet))
    look = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    text = paragraph(style_id(Role.COLOPHON), _runs(row), _indent(row, session.sheet), _pitch(node, session))
    return f"<w:tr>{properties('trPr', '<w:cantSplit/>')}{cell(total, text, look)}</w:tr>"


def _borders(node: Colophon, number: int, sheet: StyleSheet) -> list[str]:
    """Return the rules above and below a row: outer ones first and last, an inner one above the rows without label."""
    found = []
    if number == 0:
        found.append(rule("top", sheet.colophon_outer))
    elif not node.rows[number].label and node.rows[number - 1].label:
        found.append(rule("top", sheet.colophon_inner))
    if number == len(node.rows) - 1:
        found.append(rule("bottom", sheet.colophon_outer))
    return found


def _runs(row: ColophonRow) -> str:
    left = row.label + row.text
    right = tab() + run(row.right) if row.right else ""
    return (run(left) if left else "") + right


def _indent(row: ColophonRow, sheet: StyleSheet) -> str:
    """Return the indents: in by 1 字 on both sides, wrapped lines hang by the label."""
    style = sheet[Role.COLOPHON]
    hang = sum(0.5 if char.isascii() else 1.0 for char in row.label)
    return looks.indent(style.em, left=style.left + hang, right=style.right, first=-hang)


def _pitch(node: Colophon, session: Session) -> str:
    """Return the line height that makes room for the rules: the table is as high as its lines on the grid."""
    sheet = session.sheet
    style = sheet[Role.COLOPHON]
    inner = sum(1 for a, b in zip(node.rows, node.rows[1:], strict=False) if a.label and not b.label)
    rules = 2 * sheet.colophon_outer.width + inner * sheet.colophon_inner.width
    return looks.spacing(style.pitch - rules / max(len(node.rows), session.placed.colophon_lines))
