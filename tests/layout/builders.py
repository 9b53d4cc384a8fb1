"""Builders for layout tests: styles, documents and lines from a few words."""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.doctree.nodes import (
    Align,
    Block,
    Cell,
    Colophon,
    ColophonRow,
    Document,
    Figure,
    FigureRow,
    Heading,
    Metadata,
    Paragraph,
    Picture,
    Role,
    Table,
    Text,
    Title,
)
from briefgen.layout import Layout, paginate
from briefgen.layout.frame import Line
from briefgen.layout.inline import line
from briefgen.layout.inline.breaks import opportunities
from briefgen.layout.inline.linebreak import break_lines
from briefgen.layout.inline.shape import Glyph, shape
from briefgen.model.template import Template
from briefgen.spec.gbt15834 import Prohibition
from briefgen.spec.typography import Breaking
from briefgen.style import Typesetting, stylesheet
from tests.layout.squares import Squares

SHEET = stylesheet(Template(name="试排"))
MEASURE = SHEET.page.measure
SPARE = 1.25  # points by which the type area is wider than its characters
BODY = SHEET[Role.BODY]


def glyphs_of(text: str, href: str | None = None, *, breaking: Breaking = Breaking.OPTIMUM) -> list[Glyph]:
    sheet = replace(SHEET, typesetting=Typesetting(breaking))
    return shape((Text(text, href=href),), BODY, sheet, Squares())


def lines_of(
    text: str,
    characters: int = 28,
    href: str | None = None,
    *,
    level: Prohibition = Prohibition.GB,
    breaking: Breaking = Breaking.OPTIMUM,
) -> list[str]:
    """Break `text` into lines of so many characters, no indent."""
    glyphs = glyphs_of(text, href, breaking=breaking)
    width = characters * BODY.em
    spans = break_lines(
        line.Text(glyphs, opportunities(glyphs, level)), line.Measure(width, width, SPARE), breaking
    )
    return ["".join(glyph.char for glyph in glyphs[span.start : span.end]) for span in spans]


def body(text: str) -> Paragraph:
    return Paragraph(Role.BODY, (Text(text),))


def heading(text: str, level: int = 1, name: str = "h") -> Heading:
    return Heading(name, level, "", (Text(text),))


def title(text: str, name: str = "article-1") -> Title:
    return Title(name, (text,))


def figure(caption: str = "说明", width: int = 1600, height: int = 1067, count: int = 1) -> FigureRow:
    picture = Picture("p.jpg", b"", "jpeg", width, height)
    return FigureRow(tuple(Figure(picture, (Text(caption),)) for _ in range(count)))


def table(rows: int, columns: int = 2, text: str = "数") -> Table:
    def cell(words: str) -> Cell:
        return Cell((Text(words),))

    head = (tuple(cell(f"列{n}") for n in range(columns)),)
    return Table(
        (Text("表题"),),
        (Align.LEFT,) * columns,
        head,
        tuple(tuple(cell(f"{text}{row}") for _ in range(columns)) for row in range(rows)),
    )


def colophon(*names: str) -> Colophon:
    rows = (ColophonRow("报：", "、".join(names) + "。"), ColophonRow("", "编辑：王堃", "共印120份"))
    return Colophon(rows)


def document(*blocks: Block, colophon: Colophon | None = None, footnotes: int = 0) -> Document:
    notes = tuple((Text(f"脚注{number}"),) for number in range(1, footnotes + 1))
    return Document(Metadata("题", "单位"), blocks, notes, colophon)


def laid(*blocks: Block, colophon: Colophon | None = None, footnotes: int = 0) -> Layout:
    return paginate(document(*blocks, colophon=colophon, footnotes=footnotes), SHEET, Squares())


def lines_on(layout: Layout, page: int, role: str | None = None) -> list[Line]:
    """Return the lines on a page (from 1), top to bottom; all but the page number, or those of `role`."""
    found = [item for item in layout.pages[page - 1].items if isinstance(item, Line)]
    if role is None:
        return sorted(
            (line for line in found if line.role != Role.PAGE_NUMBER), key=lambda line: line.baseline
        )
    return [line for line in found if line.role == role]
