"""Ways through a PDF: bookmarks, named destinations, links, page labels (ISO 32000-1 12.3, 12.4, 12.5.6.5).

In: anchors, link areas and page numbers of a layout. Out: calls on the canvas, entries of the catalogue.
Does not belong here: what is printed on a page (`draw`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from briefgen.errors import InternalError
from briefgen.layout.frame import Anchor, Line, Link, Page, Run
from briefgen.spec import typography
from briefgen.writers.pdf.sheet import on_sheet


class Navigation:
    """The bookmarks and links of one file."""

    def __init__(self, canvas: Canvas, anchors: Iterable[Anchor]) -> None:
        self._canvas = canvas
        self._anchors = {anchor.id: anchor for anchor in anchors}
        self._on_page: defaultdict[int, list[Anchor]] = defaultdict(list)
        for anchor in self._anchors.values():
            self._on_page[anchor.page].append(anchor)

    def mark(self, page: Page) -> None:
        """Make destinations of the anchors on `page`, which the canvas is at."""
        for anchor in self._on_page[page.number]:
            left, _, _, top = on_sheet((0, 0, 0, page.height - anchor.y), page)
            self._canvas.bookmarkPage(anchor.id, fit="XYZ", left=left, top=top, zoom=0)

    def link(self, link: Link, page: Page) -> None:
        """Make an area of `page` lead to an anchor.

        Raises:
            InternalError: there is no such anchor.
        """
        anchor = self._anchors.get(link.target)
        if anchor is None:
            raise InternalError(f"a link to the missing anchor {link.target!r}")
        top = page.height - link.y
        area = on_sheet((link.x, top - link.height, link.x + link.width, top), page)
        self._canvas.linkRect(anchor.text, anchor.id, area, relative=0, thickness=0)

    def addresses(self, line: Line, page: Page) -> None:
        """Make the runs of `line` that have an address lead to it."""
        for run in line.runs:
            if run.href:
                area = on_sheet(_box(run, page.height - line.baseline), page)
                self._canvas.linkURL(run.href, area, relative=0, thickness=0)

    def finish(self, pages: Iterable[Page]) -> None:
        """Write what the catalogue says: bookmarks, names of destinations, labels of pages."""
        catalog = self._canvas._doc.Catalog  # noqa: SLF001 - reportlab offers no other door to its catalogue
        catalog.PageLabels = PDFDictionary({"Nums": PDFArray(list(_labels(pages)))})
        if self._anchors:
            catalog.Names = PDFDictionary({"Dests": PDFDictionary({"Names": PDFArray(list(self._names()))})})
            self._outline()

    def _outline(self) -> None:
        depth = -1
        for anchor in self._anchors.values():
            depth = min(anchor.level, depth + 1)  # no level may be skipped
            self._canvas.addOutlineEntry(anchor.text, anchor.id, depth, closed=False)
        self._canvas.showOutline()

    def _names(self) -> Iterator[Any]:
        """Yield each name and its destination, in the order that a name tree wants."""
        for name in sorted(self._anchors):
            yield PDFString(name)
            yield self._canvas._bookmarkReference(name)  # noqa: SLF001 - the destination itself, not a copy


def _labels(pages: Iterable[Page]) -> Iterator[Any]:
    """Yield index and label of the first page of each run of consecutive numbers."""
    expected = None
    for index, page in enumerate(pages):
        if page.number != expected:
            yield index
            yield PDFDictionary({"S": PDFName("D"), "St": page.number})
        expected = page.number + 1


def _box(run: Run, baseline: float) -> tuple[float, float, float, float]:
    bottom = baseline - typography.EM_DESCENT * run.size
    return run.x, bottom, run.x + sum(run.advances), baseline + typography.EM_ASCENT * run.size
