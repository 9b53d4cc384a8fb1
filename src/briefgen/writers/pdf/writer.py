"""The file: pages, their resources, metadata, on reportlab's canvas.

In: a `Layout`, metadata, a time. Out: bytes. Does not belong here: operators (`draw`), font objects (`font`),
bookmarks and links (`navigation`).
"""

from __future__ import annotations

import datetime as dt
import io
from typing import assert_never

from reportlab.pdfbase.pdfdoc import xObjectName
from reportlab.pdfgen.canvas import Canvas

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


class _Canvas(Canvas):  # type: ignore[misc] # reportlab has no types
    """A canvas that puts no font of its own on a page."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class PdfWriter:
    """Writes one file."""

    def __init__(self, layout: Layout, metadata: Metadata, timestamp: dt.datetime) -> None:
        self._buffer = io.BytesIO()
        self._layout = layout
        self._fonts = Fonts()
        self._images: dict[bytes, str] = {}
        first = layout.pages[0]
        size = (first.width, first.height)
        self._canvas = _Canvas(
            self._buffer, size, pageCompression=0, invariant=1, lang=metadata.language, pdfVersion=(1, 7)
        )
        self._document = self._canvas._doc  # noqa: SLF001 - reportlab offers no other door to its objects
        self._navigation = Navigation(self._canvas, layout.anchors)
        self._describe(metadata, timestamp)

    def finish(self) -> bytes:
        """Return the bytes of the file."""
        for page in self._layout.pages:
            self._page(page)
        self._navigation.finish(self._layout.pages)
        fonts = self._document.idToObject["BasicFonts"]
        fonts.dict.update(self._fonts.embed(self._document))
        self._canvas.save()
        return self._buffer.getvalue()

    def _describe(self, metadata: Metadata, timestamp: dt.datetime) -> None:
        canvas = self._canvas
        canvas.setTitle(metadata.title)
        canvas.setAuthor(metadata.author)
        canvas.setSubject(metadata.subject)
        canvas.setKeywords("，".join(metadata.keywords))
        canvas.setCreator(PRODUCER)
        canvas.setProducer(PRODUCER)
        stamp = timestamp.astimezone(dt.UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
        canvas.setDateFormatter(lambda *_: stamp)
        canvas.setViewerPreference("DisplayDocTitle", "true")

    def _page(self, page: Page) -> None:
        self._canvas.setPageSize((page.width, page.height))
        # A landscape page is a portrait sheet that asks to be shown turned: readers see it upright and take its text
        # in order, and what prints sheets as they are has the head of the table and the page number where cl. 8 of
        # GB/T 9704-2012 wants them. A page wider than high would leave it to the printer which way it is turned.
        self._canvas.setPageRotation(QUARTER if page.landscape else 0)  # which turns the sheet's size, too
        self._navigation.mark(page)
        pictures: dict[str, None] = {}  # in the order of their first use
        content = "\n".join(self._operators(page, pictures)).encode("ascii")
        self._canvas._formsinuse = list(pictures)  # noqa: SLF001 - the names that the page's resources hold
        name = self._document.thisPageName()
        self._canvas.showPage()
        shown = self._document.idToObject[name]
        shown.Contents = deflated(content)
        shown.Trans = None  # reportlab writes an empty one
        self._document.updateSignature(content)  # so that the file's identifier comes from all that it says

    def _operators(self, page: Page, pictures: dict[str, None]) -> list[str]:
        operators = [turning(page)] if page.landscape else []
        for item in page.items:
            match item:
                case Line():
                    operators.extend(line_operators(item, page.height, self._fonts))
                    self._navigation.addresses(item, page)
                case Stroke():
                    operators.append(stroke_operators(item, page.height))
                case Image():
                    name = self._image(item.picture)
                    pictures[name] = None
                    operators.append(image_operators(item, page.height, xObjectName(name)))
                case Drawn():
                    operators.extend(drawn_operators(item, page.height, self._fonts))
                case Link():
                    self._navigation.link(item, page)
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
