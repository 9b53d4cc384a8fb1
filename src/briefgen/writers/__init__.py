"""Writers: one package for each output format, found here by name.

In: a document set on pages. Out: the bytes of a file. Does not belong here: decisions about the page
(`layout`), files on the disk (`output`).
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.writers.registry import Registry

if TYPE_CHECKING:
    from briefgen.doctree.nodes import Document, Metadata
    from briefgen.layout.frame import Layout
    from briefgen.style import StyleSheet

_NO_DATE = dt.date(1980, 1, 1)  # the first day that a ZIP archive, so a DOCX, can name


class Manuscript(Struct, frozen=True):
    """What a writer may read: the tree, how it looks, where it stands, and the time that the file bears."""

    document: Document
    style: StyleSheet
    layout: Layout
    timestamp: dt.datetime


def _docx(manuscript: Manuscript) -> bytes:
    from briefgen.writers import docx
    from briefgen.writers.raster import rasters

    timestamp = manuscript.timestamp
    drawings = rasters(manuscript.layout, timestamp)
    return docx.write(
        manuscript.document, manuscript.style, manuscript.layout, timestamp=timestamp, drawings=drawings
    )


def _pdf(manuscript: Manuscript) -> bytes:
    from briefgen.writers import pdf

    return pdf.write(manuscript.layout, manuscript.document.metadata, timestamp=manuscript.timestamp)


#: The writers by the name of their format, which is also the suffix of its files.
WRITERS = Registry({"docx": _docx, "pdf": _pdf})


def format_of(path: Path) -> str:
    """Return the format that the suffix of `path` names."""
    return path.suffix.removeprefix(".").lower()


def check_formats(formats: Iterable[str]) -> None:
    """Refuse names that no writer has.

    Raises:
        InputError: BG602 for each.
    """
    unknown = [name for name in formats if name not in WRITERS]
    if unknown:
        raise InputError(
            Diagnostic("BG602", values={"format": name, "known": WRITERS.known()}) for name in unknown
        )


def timestamp_of(metadata: Metadata) -> dt.datetime:
    """Return the time that files bear: SOURCE_DATE_EPOCH if set, else midnight UTC of the issue's date.

    Raises:
        InputError: BG605, SOURCE_DATE_EPOCH is no time.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        date = metadata.date or _NO_DATE
        return dt.datetime(date.year, date.month, date.day, tzinfo=dt.UTC)
    try:
        if not (epoch.isascii() and epoch.isdecimal()):
            raise ValueError(epoch)
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:  # no number, or beyond the calendar
        raise InputError([Diagnostic("BG605", values={"actual": epoch})]) from error
