"""The file: pages, resources, bookmarks, links, metadata, on reportlab's canvas.

In: a `Layout`, metadata, a time. Out: bytes.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import Any, assert_never

from reportlab.pdfbase.pdfdoc import xObjectName
from reportlab.pdfgen.canvas import Canvas

from briefgen.doctree.nodes import Metadata, Picture
from briefgen.layout.frame import Image, Layout, Line, Link, Page, Run, Stroke
from briefgen.writers.pdf.draw import image_operators, line_operators, stroke_operators
from briefgen.writers.pdf.font import Fonts
from briefgen.writers.pdf.image import image_object
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
        self._describe(metadata, timestamp)

    def finish(self) -> bytes:
        """Return the bytes of the file."""
        for page in self._layout.pages:
            self._page(page)
        self._outline()
        document = self._canvas._doc  # noqa: SLF001 - reportlab offers no other door to its objects
        fonts = document.idToObject["BasicFonts"]
        fonts.dict.update(self._fonts.embed(document))
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
        canvas = self._canvas
        canvas.setPageSize((page.width, page.height))
        for anchor in self._layout.anchors:
            if anchor.page == page.number:
                canvas.bookmarkPage(anchor.id, fit="XYZ", left=0, top=page.height - anchor.y, zoom=0)
        operators: list[str] = []
        pictures: dict[str, Any] = {}
        for item in page.items:
            match item:
                case Line():
                    if item.runs:
                        operators.extend(line_operators(item, page.height, self._fonts))
                    self._addresses(item, page)
                case Stroke():
                    operators.append(stroke_operators(item, page.height))
                case Image():
                    name = self._image(item.picture)
                    pictures[name] = None
                    operators.append(image_operators(item, page.height, xObjectName(name)))
                case Link():
                    self._link(item, page)
                case _:
                    assert_never(item)
        canvas._formsinuse = list(pictures)  # noqa: SLF001 - the names that the page's resources hold
        canvas.showPage()
        current = canvas._doc.idToObject[f"Page{page.number}"]  # noqa: SLF001
        current.Contents = deflated("\n".join(operators).encode("ascii"))

    def _image(self, picture: Picture) -> str:
        """Return the name of the picture's object; one that is used twice is embedded once."""
        name = self._images.get(picture.data)
        if name is None:
            name = self._images[picture.data] = f"picture{len(self._images) + 1}"
            self._canvas._doc.Reference(image_object(picture), xObjectName(name))  # noqa: SLF001
        return name

    def _link(self, link: Link, page: Page) -> None:
        top = page.height - link.y
        rectangle = (link.x, top - link.height, link.x + link.width, top)
        self._canvas.linkRect("", link.target, rectangle, relative=0, thickness=0)

    def _addresses(self, line: Line, page: Page) -> None:
        for run in line.runs:
            if run.href:
                self._canvas.linkURL(
                    run.href, _box(run, page.height - line.baseline), relative=0, thickness=0
                )

    def _outline(self) -> None:
        depth = -1
        for anchor in self._layout.anchors:
            depth = min(anchor.level, depth + 1)  # no level may be skipped
            self._canvas.addOutlineEntry(anchor.text, anchor.id, depth, closed=False)
        if self._layout.anchors:
            self._canvas.showOutline()


def _box(run: Run, baseline: float) -> tuple[float, float, float, float]:
    return run.x, baseline - 0.12 * run.size, run.x + sum(run.advances), baseline + 0.88 * run.size
