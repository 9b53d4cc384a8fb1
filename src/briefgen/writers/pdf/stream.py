"""Streams of a PDF file: deflated once, with the end of line before `endstream` that PDF/A wants.

In: bytes. Out: reportlab objects. reportlab's own streams are ASCII85 unless a global says otherwise.
"""

from __future__ import annotations

import sys
import zlib
from threading import Thread
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, format  # noqa: A004 - reportlab's own name

LEVEL = 6  # of zlib: 9 takes twice as long for one per cent
LARGE = 150_000  # bytes that take some milliseconds to deflate


class Stream(PDFStream):  # type: ignore[misc] # reportlab has no types
    """A stream whose content is final."""

    def format(self, document: Any) -> bytes:
        """Return the object's bytes."""
        content: bytes = self.content.result() if isinstance(self.content, _Deflation) else self.content
        entries = PDFDictionary({**self.dictionary.dict, "Length": len(content)})
        head: bytes = format(entries, document)
        return b"".join((head, b"\nstream\n", content, b"\nendstream\n"))


class _Deflation(Thread):
    """Deflates while all else goes on: zlib needs no Python meanwhile."""

    def __init__(self, content: bytes, strategy: int) -> None:
        super().__init__(daemon=True)
        self._content, self._strategy = content, strategy
        self._data = b""
        try:
            self.start()
        except RuntimeError:  # no thread is to be had
            self.run()

    def run(self) -> None:
        self._data = _deflate(self._content, self._strategy)

    def result(self) -> bytes:
        """Return what came of it, once it is there."""
        if self.ident is not None:
            self.join()
        return self._data or _deflate(self._content, self._strategy)  # which tells what went wrong


def deflated(content: bytes, *, repeats: bool = True, **entries: Any) -> Stream:
    """Return `content` compressed, with `entries` in its dictionary.

    What hardly `repeats` itself, as outlines, is only coded: a third of the time, four per cent more room.
    """
    strategy = zlib.Z_DEFAULT_STRATEGY if repeats else zlib.Z_HUFFMAN_ONLY
    aside = len(content) > LARGE and not _is_one_of_many()
    data = _Deflation(content, strategy) if aside else _deflate(content, strategy)
    return Stream(PDFDictionary({**entries, "Filter": PDFName("FlateDecode")}), data)


def _is_one_of_many() -> bool:
    """Tell whether this is the worker of a pool, whose siblings have use for all other processors."""
    processes = sys.modules.get("multiprocessing.process")
    return processes is not None and processes.parent_process() is not None


def encoded(content: bytes, coding: str, **entries: Any) -> Stream:
    """Return `content`, which is already in the form that the filter `coding` undoes."""
    return Stream(PDFDictionary({**entries, "Filter": PDFName(coding)}), content)


def _deflate(content: bytes, strategy: int) -> bytes:
    deflate = zlib.compressobj(LEVEL, strategy=strategy)
    return deflate.compress(content) + deflate.flush()
