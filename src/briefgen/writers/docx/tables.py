"""Tables: head rows that repeat, rows that no page splits, fixed columns as wide as layout found them.

In: a `Table`. Out: a string of XML, the paragraphs of caption and notes included. Does not belong here: 报尾
(`colophon`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from briefgen.doctree.nodes import Cell, Role, Row, Table
from briefgen.doctree.walk import owners
from briefgen.layout.frame import TablePlace
from briefgen.layout.rows import PADDING
from briefgen.layout.table import continued
from briefgen.style import RuleStyle, StyleSheet
from briefgen.units import twips
from briefgen.writers.docx import looks
from briefgen.writers.docx.inlines import runs
from briefgen.writers.docx.names import ANCHOR, style_id
from briefgen.writers.docx.ooxml import escape, paragraph, properties, run
from briefgen.writers.docx.session import Session

_BOX = ("top", "left", "bottom", "right", "insideH", "insideV")
#: Twips by which the head row is lower: offices count the outer rules of a table, or of its part on a page, extra.
_RULES = 12
_CENTRED = '<w:vAlign w:val="center"/>'


def table(node: Table, block: int, session: Session, *direct: str) -> str:
    """Return caption, table and notes of `node`, the document's block `block`; `direct` goes to the caption."""
    caption = paragraph(ANCHOR, "", *direct) if direct else ""
    if node.caption:
        caption = paragraph(style_id(Role.TABLE_CAPTION), runs(node.caption, session), *direct)
    notes = [paragraph(style_id(Role.TABLE_NOTE), runs(note, session)) for note in node.notes]
    return "".join([caption, *_parts(node, block, session), *notes])


def _parts(node: Table, block: int, session: Session) -> Iterator[str]:
    """Yield the table; where a line says that it goes on, that line on a new page, and a table of the rows below."""
    place = session.placed.tables.get(block) or TablePlace(())
    widths = _widths(node, place.edges, session)
    look = _properties(node, widths, session)
    part = _Part(node, block, widths, place, session)
    head = part.rows(node.head, owners(node.head), 0, head=True)
    places = owners(node.rows)
    for start, end in pairwise((0, *place.continued, len(node.rows))):
        if start:
            words = continued(node, session.sheet.continued)
            yield paragraph(style_id(Role.TABLE_CAPTION), run(words), "<w:pageBreakBefore/>")
        yield frame(widths, look, head + part.rows(node.rows, places[start:end], start, head=False))


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


def _widths(node: Table, edges: tuple[float, ...], session: Session) -> list[int]:
    """Return the widths of the columns in twips; rounding never adds up."""
    page = session.sheet.page
    if len(edges) != len(node.align) + 1:
        room = (page.turned if node.landscape else page).text_width
        edges = tuple(n * room / len(node.align) for n in range(len(node.align) + 1))
    return [twips(right) - twips(left) for left, right in pairwise(edges)]


def _properties(node: Table, widths: list[int], session: Session) -> str:
    sheet = session.sheet
    side = twips(
        sheet.cell_padding - sheet.table_rule.width
    )  # some offices let the rules take of the text's room
    room = _cell_room(sheet)
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


class _Part(Struct, frozen=True):
    """What the rows of a table share."""

    node: Table
    block: int
    widths: list[int]
    place: TablePlace
    session: Session

    def rows(
        self, rows: tuple[Row, ...], places: list[list[tuple[int, int]]], start: int, *, head: bool
    ) -> str:
        """Return the rows of head or body from `start` on whose `places` are given, by the cells that own them.

        A row of a single line is as high as layout has it: as a line of the body, unless the template sets text closer.
        """
        sheet = self.session.sheet
        role = Role.TABLE_HEAD if head else Role.TABLE_CELL
        height = twips(sheet[role].pitch + 2 * PADDING) - (_RULES if head else 0)
        look = properties(
            "trPr",
            "<w:cantSplit/>",
            f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>',
            "<w:tblHeader/>" if head else "",
        )
        room = max(0, _cell_room(sheet) - _RULES)
        inner = margins("tcMar", top=room // 2, bottom=room - room // 2) if head else ""
        found = []
        for number, owned in enumerate(places, start):
            cells = []
            for column, (row, first) in enumerate(owned):
                owner = rows[row][first]
                if column == first and owner is not None:  # else it belongs to the cell at the left
                    again = not head and (number, column) in self.place.repeated
                    has_words = row == number or again
                    shown = self._text(owner, (row, column), head) if has_words else self._empty(head)
                    merge = _merge(owner, first=number in (row, start))
                    width_ = sum(self.widths[column : column + owner.columns])
                    cells.append(cell(width_, shown, *merge, inner, _CENTRED))
            found.append(f"<w:tr>{look}{''.join(cells)}</w:tr>")
        return "".join(found)

    def _text(self, item: Cell, place: tuple[int, int], head: bool) -> str:
        role = Role.TABLE_HEAD if head else Role.TABLE_CELL
        align, style = self.node.align[place[1]], self.session.sheet[role]
        direct = [] if head or align is style.align else [looks.align(align)]
        if not head and (inset := self.place.insets.get(place)):
            direct.append(looks.inset(inset))
        size = _size(role, self.block, self.session)
        return paragraph(style_id(role), runs(item.content, self.session, *size), *direct)

    def _empty(self, head: bool) -> str:
        return paragraph(style_id(Role.TABLE_HEAD if head else Role.TABLE_CELL), "")


def _cell_room(sheet: StyleSheet) -> int:
    """Return the twips above and below the lines of a cell together, less the rule between rows."""
    return max(0, twips(2 * PADDING - sheet.table_rule.width))


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
