"""Streams of a PDF file: deflated once, with the end of line before `endstream` that PDF/A wants.

In: bytes. Out: reportlab objects. reportlab's own streams are ASCII85 unless a global says otherwise.
"""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, format  # noqa: A004 - reportlab's own name

LEVEL = 6  # of zlib: 9 takes twice as long for one per cent
FAST = 1  # of outlines, which hardly shrink: 6 takes twice as long for two per cent


class Stream(PDFStream):  # type: ignore[misc] # reportlab has no types
    """A stream whose content is final."""

    def format(self, document: Any) -> bytes:
        """Return the object's bytes."""
        entries = PDFDictionary({**self.dictionary.dict, "Length": len(self.content)})
        head: bytes = format(entries, document)
        content: bytes = self.content
        return head + b"\nstream\n" + content + b"\nendstream\n"


def deflated(content: bytes, level: int = LEVEL, **entries: Any) -> Stream:
    """Return `content` compressed, with `entries` in its dictionary."""
    return Stream(PDFDictionary({**entries, "Filter": PDFName("FlateDecode")}), zlib.compress(content, level))


def encoded(content: bytes, coding: str, **entries: Any) -> Stream:
    """Return `content`, which is already in the form that the filter `coding` undoes."""
    return Stream(PDFDictionary({**entries, "Filter": PDFName(coding)}), content)
