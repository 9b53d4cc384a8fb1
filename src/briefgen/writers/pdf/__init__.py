"""The PDF writer: pages of frames → a PDF file of reportlab's objects; it draws and decides nothing.

In: a `Layout`, metadata, a time. Out: bytes. Does not belong here: where anything stands (`layout`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.apart import import_reportlab

if TYPE_CHECKING:
    import datetime as dt

    from briefgen.doctree.nodes import Metadata
    from briefgen.layout.frame import Layout


def write(layout: Layout, metadata: Metadata, *, timestamp: dt.datetime) -> bytes:
    """Return the PDF of `layout`; the same input gives the same bytes."""
    import_reportlab()
    from briefgen.writers.pdf.writer import PdfWriter

    return PdfWriter(layout, metadata, timestamp).finish()
