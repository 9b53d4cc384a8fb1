from __future__ import annotations

import random
import zlib
from threading import Thread

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from briefgen.writers.pdf.stream import LARGE, deflated

LONG = random.Random(7).randbytes(3 * LARGE)


def content_of(stream: bytes) -> bytes:
    head, _, rest = stream.partition(b"\nstream\n")
    data = rest.removesuffix(b"\nendstream\n")
    assert b"/Length %d" % len(data) in head
    return zlib.decompress(data)


@pytest.mark.parametrize("content", [b"", b"q Q", LONG])
@pytest.mark.parametrize("repeats", [True, False])
def test_a_stream_gives_back_what_went_in(content: bytes, repeats: bool) -> None:
    stream = deflated(content, repeats=repeats)
    assert content_of(stream.format(PDFDocument(invariant=1))) == content


def test_the_bytes_are_the_same_where_there_are_no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    document = PDFDocument(invariant=1)
    aside = deflated(LONG).format(document)

    def refused(_: Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(Thread, "start", refused)
    assert deflated(LONG).format(document) == aside


def test_a_worker_among_others_takes_no_second_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    def begun(_: Thread) -> None:
        raise AssertionError("a thread")

    monkeypatch.setattr("multiprocessing.process.parent_process", object)
    monkeypatch.setattr(Thread, "start", begun)
    assert content_of(deflated(LONG).format(PDFDocument(invariant=1))) == LONG


def test_a_failure_beside_us_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("threading.excepthook", lambda _: None)  # which would print it
    monkeypatch.setattr(zlib, "compressobj", failing)
    with pytest.raises(MemoryError):
        deflated(LONG).format(PDFDocument(invariant=1))
