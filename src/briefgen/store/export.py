"""Entries as a CSV or XLSX file: the same bytes for the same entries, no cell that a spreadsheet would work out.

In: entries. Out: bytes. Does not belong here: reading them back (`reader.tables`).
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from briefgen.diagnostics import Diagnostic, file_position
from briefgen.errors import InputError
from briefgen.ledger.entry import Entry
from briefgen.model.ledger import Record
from briefgen.reader.tables.formulas import harmless
from briefgen.store.base import stable_order

MARK = "\ufeff"  # tells spreadsheets that the file is UTF-8
HEADER = tuple(field.title or name for name, field in Record.model_fields.items())
SHEET = "台账"
_NAMES = Entry._fields[: len(HEADER)]
_WIDTHS = {"id": 20, "date": 12, "kind": 12, "unit": 16, "title": 40, "source": 16, "link": 24}
_MIDNIGHT = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def exported(entries: Iterable[Entry], path: Path) -> bytes:
    """Return `entries` in the format that the suffix of `path` names.

    Raises:
        InputError: BG012.
    """
    match path.suffix.lower():
        case ".csv":
            return as_csv(entries)
        case ".xlsx":
            return as_xlsx(entries)
        case _:
            raise InputError([Diagnostic("BG012", file_position(path), {"path": str(path)})])


def as_csv(entries: Iterable[Entry]) -> bytes:
    """Return `entries` as a CSV file in their stable order."""
    out = StringIO()
    out.write(MARK)
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(HEADER)
    rows.writerows(map(_row, sorted(entries, key=stable_order)))
    return out.getvalue().encode()


def as_xlsx(entries: Iterable[Entry]) -> bytes:
    """Return `entries` as a workbook in their stable order: days and numbers as such, texts as nothing but texts."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(SHEET)
    sheet.freeze_panes = "A2"
    for number, name in enumerate(_NAMES, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, 10)
    sheet.append([_cell(sheet, title) for title in HEADER])
    for entry in sorted(entries, key=stable_order):
        sheet.append([_cell(sheet, getattr(entry, name)) for name in _NAMES])
    out = BytesIO()
    book.save(out)
    return _without_clock(out.getvalue())


def _row(entry: Entry) -> Sequence[str]:
    audience = str(entry.audience) if entry.audience else ""
    numbers = {"date": entry.date.isoformat(), "amount": str(entry.amount), "audience": audience}
    return [numbers[name] if name in numbers else harmless(getattr(entry, name)) for name in _NAMES]


def _cell(sheet: Any, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if value == "" or (value == 0 and isinstance(value, int)):
        return None
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl takes what begins with = for a formula
    return cell


def _without_clock(data: bytes) -> bytes:
    """Return the workbook `data` without the time at which it was made."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in book.namelist():
            part = book.read(name)
            if name == "docProps/core.xml":
                part = _STAMP.sub(b"1980-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name, _MIDNIGHT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(entry, part)
    return out.getvalue()
