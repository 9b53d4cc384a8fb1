"""The DOCX writer on one screen: tree, styles, layout → parts → package → bytes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from briefgen.doctree.nodes import Document, Picture, Table
from briefgen.layout.frame import Layout
from briefgen.style import StyleSheet
from briefgen.writers.docx.blocks import body, last_section
from briefgen.writers.docx.docprops import app_properties, core_properties
from briefgen.writers.docx.fonts import font_table
from briefgen.writers.docx.lists import numbering
from briefgen.writers.docx.notes import footnotes
from briefgen.writers.docx.ooxml import part
from briefgen.writers.docx.package import Package
from briefgen.writers.docx.placed import placed
from briefgen.writers.docx.section import LANDSCAPE, UNNUMBERED, bare_footer, footer, section
from briefgen.writers.docx.session import Session
from briefgen.writers.docx.settings import settings, theme
from briefgen.writers.docx.styles import styles
from briefgen.writers.docx.turned import turned_footer


def write(
    document: Document,
    style: StyleSheet,
    layout: Layout,
    timestamp: dt.datetime,
    drawings: Mapping[int, Picture],
) -> bytes:
    """Return the DOCX of `document`; `layout` gives page numbers, breaks of titles, sizes of pictures and columns.

    `drawings` are the drawings of the document as pictures, by block.
    """
    text = Session(style, placed(document, style, layout), drawings)
    content = body(document, text)
    last = section(style, last_section(document, text))
    notes = Session(style, text.placed)
    package = Package()
    package.fill({
        "/word/document.xml": part("document", f"<w:body>{content}{last}</w:body>", "r", "wp", "a", "pic"),
        "/word/styles.xml": styles(style),
        "/word/settings.xml": settings(
            package.blank("/word/settings.xml"), style.typesetting.prohibition
        ),
        "/word/theme/theme1.xml": theme(package.blank("/word/theme/theme1.xml"), style),
        "/word/fontTable.xml": font_table(),
        "/word/numbering.xml": numbering(text),
        "/word/footnotes.xml": footnotes(document.footnotes, notes),
        "/word/footer-odd.xml": footer(style, even=False),
        "/word/footer-even.xml": footer(style, even=True),
        "/docProps/core.xml": core_properties(document.metadata, timestamp),
        "/docProps/app.xml": app_properties(text.placed.pages),
    })  # fmt: skip
    for name, even in (("rIdOdd", False), ("rIdEven", True)):
        if any(isinstance(block, Table) and block.landscape for block in document.blocks):
            package.add_footer(name + LANDSCAPE, turned_footer(style, even=even))
        if text.placed.unnumbered:
            package.add_footer(name + UNNUMBERED, bare_footer())
    for relation, picture in text.pictures.values():
        package.add_picture(relation, picture)
    for address, relation in text.links.items():
        package.add_link(relation, address)
    for address, relation in notes.links.items():
        package.add_link(relation, address, "/word/footnotes.xml")
    return package.to_bytes(timestamp)
