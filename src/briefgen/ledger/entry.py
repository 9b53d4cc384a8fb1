"""An entry: one record of the ledger as a plain tuple, made by the hundred thousand.

In: a `Record` or the columns of a table. Out: `Entry`. Does not belong here: whether the values are right (`model`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from briefgen.diagnostics import Position

if TYPE_CHECKING:
    from briefgen.model.ledger import Record


class Entry(NamedTuple):
    """A record; texts that were left out are empty. A tuple, as its rows are made by the hundred thousand.

    `amount` is the count of the record (a tuple has a `count` of its own); `records` is how many records it stands for:
    a database may add up those that are alike. `file` and `line` say where it stands, if it stands in a file.
    """

    id: str
    date: dt.date
    kind: str
    form: str = ""
    unit: str = ""
    place: str = ""
    amount: int = 1
    audience: int = 0
    level: str = ""
    title: str = ""
    source: str = ""
    link: str = ""
    note: str = ""
    records: int = 1
    file: str = ""
    line: int = 0
    sheet: str = ""

    @property
    def position(self) -> Position | None:
        """Where the entry stands, None for one that stands in no file."""
        return Position(self.file, self.line, 1, self.sheet) if self.file else None


#: What makes an entry this one and no other: two that have it in common are one thing entered twice.
identity: Callable[[Entry], tuple[object, ...]] = attrgetter(
    "date", "kind", "form", "unit", "place", "level", "title", "source"
)


def fingerprint(entry: Entry) -> str:
    """Return the identity of `entry` as 32 hexadecimal digits."""
    return hashlib.blake2b("\x1f".join(map(str, identity(entry))).encode(), digest_size=16).hexdigest()


def new_id(entry: Entry) -> str:
    """Return the number that `entry` gets when it is first taken in: its day, and eight digits of its fingerprint."""
    return f"{entry.date:%Y%m%d}-{fingerprint(entry)[:8]}"


def entry_of(record: Record, position: Position | None = None) -> Entry:
    """Return `record` as an entry with a number."""
    entry = Entry(
        record.id or "", record.date, record.kind, record.form or "", record.unit or "", record.place or "",
        record.count, record.audience or 0, record.level or "", record.title or "", record.source or "",
        record.link or "", record.note or "",
    )  # fmt: skip
    if position:
        entry = entry._replace(file=position.file, line=position.line, sheet=position.sheet)
    return entry if entry.id else entry._replace(id=new_id(entry))
