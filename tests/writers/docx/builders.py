"""Builders for tests of the DOCX writer: a file from a few blocks, its parts as XML that reads like XML."""

from __future__ import annotations

import datetime as dt
import io
import textwrap
import zipfile

from lxml import etree
from msgspec import Struct

from briefgen.doctree.nodes import (
    Block,
    Colophon,
    Document,
    Inlines,
    Metadata,
    Paragraph,
    Picture,
    Role,
    Text,
)
from briefgen.layout import Layout, paginate
from briefgen.layout.frame import Anchor, Item, Line, Page, Run
from briefgen.model.template import Template
from briefgen.style import StyleSheet, stylesheet
from briefgen.writers.docx import write
from briefgen.writers.docx.ooxml import NAMESPACES
from tests.layout.squares import Squares

SHEET = stylesheet(Template(name="试排"))
STAMP = dt.datetime(2020, 7, 3, tzinfo=dt.UTC)
METADATA = Metadata("活动动态第12期", "中共白山市江源区委宣传部", date=dt.date(2020, 7, 3))
W = f"{{{NAMESPACES['w']}}}"

#: The smallest JPEG there is: what a picture shows is of no matter here.
JPEG = bytes.fromhex(
    "ffd8ffdb004300" + "01" * 64 + "ffc0000b080001000101011100ffc40014000100000000000000000000000000000009"
    "ffc40014100100000000000000000000000000000000ffda0008010100003f0054ffd9"
)


class Docx(Struct, frozen=True):
    """A written file."""

    data: bytes

    def names(self) -> list[str]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as file:
            return file.namelist()

    def read(self, name: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(self.data)) as file:
            return file.read(name)

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.read(name))

    @property
    def body(self) -> etree._Element:
        found = self.part("word/document.xml")[0]
        found.remove(found[-1])  # the section
        return found


def words(text: str) -> Inlines:
    return (Text(text),)


def body(text: str = "正文。") -> Paragraph:
    return Paragraph(Role.BODY, words(text))


def picture(data: bytes = JPEG, width: int = 1600, height: int = 1200) -> Picture:
    return Picture("p.jpg", data, "jpeg", width, height)


def layout_of(*items: Item, anchors: tuple[Anchor, ...] = ()) -> Layout:
    """Return a layout of one page with these items, made by hand."""
    return Layout((Page(1, SHEET.page.width, SHEET.page.height, items),), anchors)


def line(
    role: Role, text: str, *, block: int = 0, size: float | None = None, baseline: float = 125.4
) -> Line:
    size = size or SHEET[role].size
    return Line(role, baseline, (Run(79.4, text, "FANGSONG", size, (size,) * len(text)),), block=block)


def document(
    *blocks: Block, footnotes: tuple[Inlines, ...] = (), colophon: Colophon | None = None
) -> Document:
    return Document(METADATA, blocks, footnotes, colophon)


def docx(
    *blocks: Block,
    footnotes: tuple[Inlines, ...] = (),
    colophon: Colophon | None = None,
    sheet: StyleSheet = SHEET,
    layout: Layout | None = None,
) -> Docx:
    """Return the file of the blocks, set on a font of full squares unless a layout is given."""
    node = document(*blocks, footnotes=footnotes, colophon=colophon)
    return Docx(write(node, sheet, layout or paginate(node, sheet, Squares()), timestamp=STAMP))


def written(*blocks: Block, layout: Layout | None = None) -> str:
    """Return the body of the file of the blocks as indented XML without namespaces."""
    return pretty(*docx(*blocks, layout=layout).body)


def pretty(*elements: etree._Element) -> str:
    """Return the elements as indented XML, one line for each tag, prefixes kept, declarations left out."""
    texts = []
    for element in elements:
        copy = etree.fromstring(etree.tostring(element))
        etree.indent(copy)
        texts.append(etree.tostring(copy, encoding="unicode").strip())
    declared = (f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    text = "\n".join(texts)
    for declaration in declared:
        text = text.replace(declaration, "")
    return text


def xml(text: str) -> str:
    """Return the expectation `text` without the indentation of the test's source."""
    return textwrap.dedent(text).strip()
