"""Writers: one package for each output format, found here by name.

In: a document set on pages. Out: the bytes of a file. Does not belong here: decisions about the page
(`layout`), files on the disk (`output`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from briefgen.doctree.nodes import Document
    from briefgen.layout.frame import Layout
    from briefgen.style import StyleSheet


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What a writer may read: the tree, how it looks, where it stands, and the time that the file bears."""

    document: Document
    style: StyleSheet
    layout: Layout
    timestamp: dt.datetime


def _docx(manuscript: Manuscript) -> bytes:
    from briefgen.writers import docx

    return docx.write(
        manuscript.document, manuscript.style, manuscript.layout, timestamp=manuscript.timestamp
    )


def _pdf(manuscript: Manuscript) -> bytes:
    from briefgen.writers import pdf

    return pdf.write(manuscript.layout, manuscript.document.metadata, timestamp=manuscript.timestamp)


#: The writers by the name of their format, which is also the suffix of its files.
WRITERS: Mapping[str, Callable[[Manuscript], bytes]] = MappingProxyType({"docx": _docx, "pdf": _pdf})
