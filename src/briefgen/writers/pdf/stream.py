"""Streams of a PDF file: deflated once, with the end of line before `endstream` that PDF/A wants.

In: bytes. Out: reportlab objects. reportlab's own streams are ASCII85 unless a global says otherwise.
"""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, format  # noqa: A004 - reportlab's own name

LEVEL = 6  # of zlib: 9 takes twice as long for one per cent


class Stream(PDFStream):  # type: ignore[misc] # reportlab has no types
    """A stream whose content is final."""

    def format(self, document: Any) -> bytes:
        """Return the object's bytes."""
        entries = PDFDictionary({**self.dictionary.dict, "Length": len(self.content)})
        head: bytes = format(entries, document)
        content: bytes = self.content
        return head + b"\nstream\n" + content + b"\nendstream\n"


def deflated(content: bytes, *, repeats: bool = True, **entries: Any) -> Stream:
    """Return `content` compressed, with `entries` in its dictionary.

    What hardly `repeats` itself, as outlines, is only coded: a third of the time, four per cent more room.
    """
    strategy = zlib.Z_DEFAULT_STRATEGY if repeats else zlib.Z_HUFFMAN_ONLY
    deflate = zlib.compressobj(LEVEL, strategy=strategy)
    data = deflate.compress(content) + deflate.flush()
    return Stream(PDFDictionary({**entries, "Filter": PDFName("FlateDecode")}), data)


def encoded(content: bytes, coding: str, **entries: Any) -> Stream:
    """Return `content`, which is already in the form that the filter `coding` undoes."""
    return Stream(PDFDictionary({**entries, "Filter": PDFName(coding)}), content)
