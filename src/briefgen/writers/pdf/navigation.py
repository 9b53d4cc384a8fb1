"""Ways through a PDF: bookmarks, named destinations, links, page labels (ISO 32000-1 12.3, 12.4, 12.5.6.5).

In: anchors, link areas and page numbers of a layout. Out: annotations of pages, entries of the catalogue.
Does not belong here: what is printed on a page (`draw`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from briefgen.errors import InternalError
from briefgen.layout.frame import Anchor, Line, Link, Page, Run
from briefgen.spec import typography
from briefgen.writers.pdf.sheet import Box, on_sheet


class Navigation:
    """The bookmarks and links of one file."""

    def __init__(self, document: PDFDocument, anchors: Iterable[Anchor]) -> None:
        self._document = document
        self._anchors = {anchor.id: anchor for anchor in anchors}

    def links(self, page: Page) -> list[PDFObjectReference]:
        """Return the links of `page`: areas that lead to an anchor, runs that have an address.

        Raises:
            InternalError: there is no such anchor.
        """
        found: list[PDFObjectReference] = []
        for item in page.items:
            match item:
                case Link():
                    found.append(self._link(item, page))
                case Line():
                    found += [self._address(run, item, page) for run in item.runs if run.href]
        return found

    def _link(self, link: Link, page: Page) -> PDFObjectReference:
        anchor = self._anchors.get(link.target)
        if anchor is None:
            raise InternalError(f"a link to the missing anchor {link.target!r}")
        top = page.height - link.y
        area = on_sheet((link.x, top - link.height, link.x + link.width, top), page)
        entries = {"Dest": PDFObjectReference(_destination(anchor)), "Contents": PDFString(anchor.text)}
        return self._annotation(area, entries)

    def _address(self, run: Run, line: Line, page: Page) -> PDFObjectReference:
        area = on_sheet(_box(run, page.height - line.baseline), page)
        action = PDFDictionary({"Type": PDFName("Action"), "S": PDFName("URI"), "URI": PDFString(run.href)})
        return self._annotation(area, {"A": action})

    def _annotation(self, area: Box, entries: Mapping[str, Any]) -> PDFObjectReference:
        link = {
            "Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Rect": PDFArray(area), "Border": "[ 0 0 0 ]",
        }  # fmt: skip
        return self._document.Reference(PDFDictionary({**link, **entries}))

    def finish(self, pages: Sequence[Page]) -> None:
        """Write what the catalogue says of `pages`, which are in the file: bookmarks, destinations, labels."""
        catalog = self._document.Catalog
        catalog.PageLabels = PDFDictionary({"Nums": PDFArray(list(_labels(pages)))})
        catalog.Outlines = None
        if self._anchors:
            self._destinations(pages)
            names = [
                entry
                for name in sorted(self._anchors)  # as a name tree wants them
                for entry in (PDFString(name), PDFObjectReference(_destination(self._anchors[name])))
            ]
            catalog.Names = PDFDictionary({"Dests": PDFDictionary({"Names": PDFArray(names)})})
            catalog.Outlines = self._outline()
            catalog.showOutline()

    def _destinations(self, pages: Sequence[Page]) -> None:
        document = self._document
        places = {page.number: (page, sheet) for page, sheet in zip(pages, document.Pages.pages, strict=True)}
        for anchor in self._anchors.values():
            page, sheet = places[anchor.page]
            left, _, _, top = on_sheet((0, 0, 0, page.height - anchor.y), page)
            place = PDFArray([document.Reference(sheet), PDFName("XYZ"), left, top, 0])
            document.Reference(place, _destination(anchor))

    def _outline(self) -> PDFDictionary:
        """Return the tree of bookmarks, all of it open; no level may be skipped."""
        root = PDFDictionary({"Type": PDFName("Outlines")})
        above = [root]  # the last bookmark of each level, below it those that the next one may belong to
        for anchor in self._anchors.values():
            del above[anchor.level + 1 :]
            entry = PDFDictionary(
                {"Title": PDFString(anchor.text), "Dest": PDFObjectReference(_destination(anchor))}
            )
            self._append(entry, above[-1])
            for each in above:
                each["Count"] = each.dict.get("Count", 0) + 1
            above.append(entry)
        return root

    def _append(self, entry: PDFDictionary, parent: PDFDictionary) -> None:
        """Make `entry` the last child of `parent`."""
        reference = self._document.Reference(entry)
        entry["Parent"] = self._document.Reference(parent)
        if "Last" in parent:
            before = parent["Last"]
            entry["Prev"] = before
            self._document.idToObject[before.name]["Next"] = reference
        else:
            parent["First"] = reference
        parent["Last"] = reference


def _destination(anchor: Anchor) -> str:
    """Return the name that the place of an anchor has among the objects of the file."""
    return f"anchor.{anchor.id}"


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
