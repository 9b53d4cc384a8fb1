"""The records of a ledger: CSV or XLSX → entries, by the hundred thousand.

In: a path. Out: entries, each with its line. A row of CSV that is plainly right becomes an entry at once; any other
goes the long way through the model, which takes it or says at which cell it is wrong. Does not belong here: what
contradicts what (`ledger.checks`), writing (`store`).
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import Path

from briefgen.diagnostics import Diagnostic, file_position
from briefgen.errors import InputError
from briefgen.ledger.entry import Entry, entry_of, new_id
from briefgen.model.campaign import LEVELS
from briefgen.model.ledger import Record
from briefgen.reader.canonical import Canonical
from briefgen.reader.file import RECORDS_LIMIT, read_text
from briefgen.reader.shapes import ModelOutline
from briefgen.reader.tables.csvtext import QUOTES, parse_csv
from briefgen.reader.tables.formulas import plain
from briefgen.reader.tables.grid import Cell
from briefgen.reader.tables.header import IGNORED, Row, columns, field_names, table
from briefgen.reader.tables.rows import row_node
from briefgen.reader.validate import MOST, bounded, validate

FIELDS = tuple(Record.model_fields)
_SEPARATOR = "\x1f"  # no text may hold it
_TEXT = r"[^\s'](?:[^\x1f\n]*\S)?"
#: A row that is plainly right, its cells in the order of `FIELDS`: no spaces around, no apostrophe before a formula.
_PLAIN = re.compile(
    _SEPARATOR.join([
        r"(?:[0-9A-Za-z][0-9A-Za-z._-]{0,39})?", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", _TEXT, *[f"(?:{_TEXT})?"] * 3,
        r"[0-9]{0,15}", r"[0-9]{0,15}", f"(?:{'|'.join(LEVELS)})?", *[f"(?:{_TEXT})?"] * 4,
    ])
)  # fmt: skip
_SHORT = 500  # characters of a whole row: no single text can be too long


def read_records(path: Path, *, strict: bool = False) -> list[Entry]:
    """Return the records of the file at `path`; with `strict` it may have no columns that are not read.

    Raises:
        InputError: with every mistake.
    """
    if path.suffix.lower() == ".csv":
        return _Reader(read_text(path, limit=RECORDS_LIMIT), str(path), strict=strict).entries()
    from briefgen.reader.tables import read_grids

    found = table(read_grids(path), field_names(Record))
    diagnostics: list[Diagnostic] = []
    entries = [entry for row in found.rows if (entry := _checked(row, str(path), diagnostics))]
    if diagnostics:
        raise InputError(bounded(diagnostics))
    return entries


class _Reader:
    """Reads the text of one CSV file."""

    def __init__(self, text: str, name: str, *, strict: bool) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._name = name
        self._strict = strict
        self._days: dict[str, dt.date | None] = {}
        self._diagnostics: list[Diagnostic] = []

    def entries(self) -> list[Entry]:
        """Return the entries, in the order of the file."""
        try:
            found = self._read(self._rows())
        except csv.Error:
            parse_csv(self._text, self._name)  # says where
            raise InputError([Diagnostic("BG714", file_position(self._name), {"reason": QUOTES})]) from None
        if self._diagnostics:
            raise InputError(bounded(self._diagnostics))
        return found

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row with the number of its last line."""
        if '"' not in self._text:
            yield from ((number, line.split(",")) for number, line in enumerate(self._lines, 1))
            return
        rows = csv.reader(StringIO(self._text), strict=True)
        yield from ((rows.line_num, row) for row in rows)

    def _read(self, rows: Iterator[tuple[int, list[str]]]) -> list[Entry]:
        last, head = next(rows)
        fields = self._fields(last)
        order = [fields.index(name) if name in fields else -1 for name in FIELDS]
        in_order = order == list(range(len(head)))
        found = []
        for line, row in rows:
            entry = None
            if line == last + 1 and len(row) == len(head):
                entry = self._quick(row if in_order else [row[at] if at >= 0 else "" for at in order], line)
            if entry is None:
                entry = self._slow(last + 1, line, fields)
            if entry is not None:
                found.append(entry)
            elif len(self._diagnostics) > MOST:
                break
            last = line
        return found

    def _fields(self, lines: int) -> list[str | None]:
        cells = parse_csv("\n".join(self._lines[:lines]), self._name).rows[0]
        names = field_names(Record)
        fields = columns(cells, names, ignored=None if self._strict else IGNORED)
        if "date" not in fields or "kind" not in fields:
            raise InputError([Diagnostic("BG715", cells[0].position, {"known": list(names)})])
        return fields

    def _quick(self, cells: list[str], line: int) -> Entry | None:
        """Return the entry of a row that is plainly right, else None."""
        joined = _SEPARATOR.join(cells)
        if len(joined) > _SHORT or not _PLAIN.fullmatch(joined):
            return None
        number, date, kind, form, unit, place, count, audience, level, title, source, link, note = cells
        day = self._days.get(date) or self._day(date)
        if day is None:
            return None
        entry = Entry(
            number, day, kind, form, unit, place, int(count or 1), int(audience or 0), level, title, source, link,
            note, 1, self._name, line,
        )  # fmt: skip
        return entry if number else entry._replace(id=new_id(entry))

    def _day(self, text: str) -> dt.date | None:
        try:
            self._days[text] = dt.date.fromisoformat(text)
        except ValueError:
            self._days[text] = None
        return self._days[text]

    def _slow(self, first: int, last: int, fields: list[str | None]) -> Entry | None:
        """Return the entry of the row on the lines from `first` to `last`, by way of the model."""
        for cells in parse_csv("\n".join(self._lines[first - 1 : last]), self._name, first).rows:
            if extra := [cell for cell in cells[len(fields) :] if cell.text.strip()]:
                values = {"name": extra[0].text, "hint": ""}
                self._diagnostics.append(Diagnostic("BG716", extra[0].position, values))
                return None
            return _checked(dict(_row(cells, fields)), self._name, self._diagnostics)
        return None


def _row(cells: tuple[Cell, ...], fields: list[str | None]) -> Iterator[tuple[str, Cell]]:
    for field, cell in zip(fields, cells, strict=False):
        text = plain(cell.text.strip())
        if field is not None and text:
            yield field, Cell(text, cell.position)


def _checked(row: Row, name: str, diagnostics: list[Diagnostic]) -> Entry | None:
    """Return the entry of `row`, None for an empty one or a wrong one, of which `diagnostics` tell then."""
    if not row:
        return None
    canonical = Canonical(name)
    data = canonical.data(row_node(row, Record), ModelOutline(Record))
    record, found = validate(Record, data, canonical.sources())
    found = [*canonical.diagnostics, *found]
    diagnostics.extend(islice(found, MOST + 1))
    return entry_of(record, canonical.values[()]) if record and not found else None
