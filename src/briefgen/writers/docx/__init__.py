"""The DOCX writer: what an office expects to edit, with the layout's page numbers already in the 目录.

In: a document tree, its styles, its layout. Out: the bytes of a DOCX, the same for the same input.
Does not belong here: decisions about wording (`compose`) or the look of a role (`style`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from briefgen.doctree.nodes import Document, Picture
    from briefgen.layout.frame import Layout
    from briefgen.style import StyleSheet


def write(
    document: Document,
    style: StyleSheet,
    layout: Layout,
    *,
    timestamp: dt.datetime,
    drawings: Mapping[int, Picture] | None = None,
) -> bytes:
    """Return the DOCX of `document`, in the look of `style`; `layout` is where its pages, breaks and sizes come from.

    `timestamp` (with a time zone) is the date of the file and of every entry in it; `drawings` are the drawings of the
    document as pictures, by block.
    """
    from briefgen.writers.docx import writer  # python-docx takes a while to import

    return writer.write(document, style, layout, timestamp, drawings or {})
