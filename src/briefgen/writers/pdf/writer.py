"""The file: pages, their resources, metadata, as objects of a reportlab document.

In: a `Layout`, metadata, a time. Out: bytes. Does not belong here: operators (`draw`), font objects (`font`),
bookmarks and links (`navigation`).
"""

from __future__ import annotations

import datetime as dt
from typing import assert_never

from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    xObjectName,
)

from briefgen.doctree.nodes import Metadata, Picture
from briefgen.layout.frame import Drawn, Image, Layout, Line, Link, Page, Stroke
from briefgen.writers.pdf.draw import image_operators, line_operators, stroke_operators
from briefgen.writers.pdf.font import Fonts
from briefgen.writers.pdf.image import image_object
from briefgen.writers.pdf.navigation import Navigation
from briefgen.writers.pdf.shapes import drawn_operators
from briefgen.writers.pdf.sheet import QUARTER, turning
from briefgen.writers.pdf.stream import deflated

PRODUCER = "briefgen"


class PdfWriter:
    """Writes one file."""

    def __init__(self, layout: Layout, metadata: Metadata, timestamp: dt.datetime) -> None:
        self._layout = layout
        self._fonts = Fonts()
        self._images: dict[bytes, str] = {}
        self._document = PDFDocument(invariant=1, pdfVersion=(1, 7), lang=metadata.language)
        self._navigation = Navigation(self._document, layout.anchors)
        self._describe(metadata, timestamp)

    def finish(self) -> bytes:
        """Return the bytes of the file."""
        document, pages = self._document, self._layout.pages
        drawn = [self._drawn(page) for page in pages]
        self._fonts.cut()
        for page, (content, pictures) in zip(pages, drawn, strict=True):
            self._page(page, content, pictures)
        self._navigation.finish(pages)
        document.idToObject[BasicFonts].dict.update(self._fonts.embed(document))
        document.info.digest(document.signature)
        data: bytes = document.format()
        return data

    def _describe(self, metadata: Metadata, timestamp: dt.datetime) -> None:
        document = self._document
        document.setTitle(metadata.title)
        document.setAuthor(metadata.author)
        document.setSubject(metadata.subject)
        document.setKeywords("，".join(metadata.keywords))
        document.setCreator(PRODUCER)
        document.setProducer(PRODUCER)
        stamp = timestamp.astimezone(dt.UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
        document.setDateFormatter(lambda *_: stamp)
        document.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})

    def _drawn(self, page: Page) -> tuple[bytes, list[str]]:
        """Return the content of a page, and the names of the pictures in it."""
        pictures: dict[str, None] = {}  # in the order of their first use
        content = "\n".join(self._operators(page, pictures)).encode("ascii")
        self._document.updateSignature(content)  # so that the file's identifier comes from all that it says
        return content, list(pictures)

    def _page(self, page: Page, content: bytes, pictures: list[str]) -> None:
        # A landscape page is a portrait sheet that asks to be shown turned: readers see it upright and take its text
        # in order, and what prints sheets as they are has the head of the table and the page number where cl. 8 of
        # GB/T 9704-2012 wants them. A page wider than high would leave it to the printer which way it is turned.
        sheet = (page.height, page.width) if page.landscape else (page.width, page.height)
        document = self._document
        resources = {"Font": PDFObjectReference(BasicFonts)}
        if pictures:
            resources["XObject"] = document.xobjDict(pictures)
        entries = {
            "Type": PDFName("Page"), "Parent": document.Pages, "MediaBox": PDFArray([0, 0, *sheet]),
            "Resources": PDFDictionary(resources), "Contents": document.Reference(deflated(content)),
        }  # fmt: skip
        if page.landscape:
            entries["Rotate"] = QUARTER
        if links := self._navigation.links(page):
            entries["Annots"] = PDFArray(links)
        document.addPage(PDFDictionary(entries))

    def _operators(self, page: Page, pictures: dict[str, None]) -> list[str]:
        operators = [turning(page)] if page.landscape else []
        for item in page.items:
            match item:
                case Line():
                    operators += line_operators(item, page.height, self._fonts)
                case Stroke():
                    operators.append(stroke_operators(item, page.height))
                case Image():
                    name = self._image(item.picture)
                    pictures[name] = None
                    operators.append(image_operators(item, page.height, xObjectName(name)))
                case Drawn():
                    operators += drawn_operators(item, page.height, self._fonts)
                case Link():
                    pass  # it shows nothing
                case _:
                    assert_never(item)
        return operators

    def _image(self, picture: Picture) -> str:
        """Return the name of the picture's object; one that is used twice is embedded once."""
        name = self._images.get(picture.data)
        if name is None:
            name = self._images[picture.data] = f"picture{len(self._images) + 1}"
            self._document.Reference(image_object(picture), xObjectName(name))
        return name
