"""The ledger in a database: entries in and out, those that are alike added up there.

In: an address, entries. Out: entries. Does not belong here: the table (`schema`), its changes (`upgrade`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import BigInteger, case, cast, create_engine, func, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError, InternalError
from briefgen.ledger.alike import DIMENSIONS, readings, told_apart
from briefgen.ledger.checks import doubles
from briefgen.ledger.entry import Entry, fingerprint
from briefgen.ledger.selection import EVERYTHING, Selection
from briefgen.store.base import Added, Change, stable_order
from briefgen.store.sql.schema import records
from briefgen.store.sql.upgrade import check_version, upgrade

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Select

    from briefgen.model.ledger import Ledger, Metric

_T = TypeVar("_T")

PATIENCE = 30  # seconds that SQLite waits for another who is writing
ATTEMPTS = 10  # at writing what others write at the same time
CHUNK = 500  # values of one IN, rows of one INSERT
_COLUMNS = [column for column in records.columns if column.name != "fingerprint"]
_DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


class SqlStore:
    """A ledger whose records are rows."""

    def __init__(self, ledger: Ledger, address: str, folder: Path) -> None:
        self._ledger = ledger
        self._engine = _engine(address, folder)

    @property
    def ledger(self) -> Ledger:
        """The metrics that `ledger.yaml` declares, none for a bare database."""
        return self._ledger

    def entries(self, selection: Selection = EVERYTHING) -> Iterator[Entry]:
        """Yield the entries of `selection` by date, those of one day by their numbers."""
        with self._reading() as connection:
            found = _entries(connection.execute(_selected(select(*_COLUMNS), selection)).all())
        yield from sorted(found, key=stable_order)  # a database may sort texts by a language

    def for_tally(self, metrics: Sequence[Metric], until: dt.date) -> Iterable[Entry]:
        """Return one entry for all of a day that no metric tells apart, and each reading by itself."""
        apart = tuple(sorted(readings(metrics)))
        with self._reading() as connection:
            for row in connection.execute(_grouped(metrics, until, apart)).mappings():
                yield Entry("", **row)
        if apart:
            yield from self.entries(Selection(until=until, kinds=apart))

    def add(self, entries: Sequence[Entry], *, skip_known: bool = False) -> Added:
        """Add all of `entries` or none, in one transaction; the table itself refuses what is there already."""
        self._prepare()
        for _ in range(ATTEMPTS):
            known = self._known(entries)
            things = {fingerprint(entry) for entry in known} if skip_known else set()
            added = tuple(entry for entry in entries if fingerprint(entry) not in things)
            if found := list(doubles(added, known)):
                raise InputError(found)
            if self._inserted(added):
                return Added(added, tuple(entry for entry in entries if fingerprint(entry) in things))
        raise InternalError("the table refuses a record that is not in it")

    def change(self, number: str, by: Change) -> tuple[Entry, Entry]:
        """Put what `by` makes of the entry with `number` in its place, if it still is what `by` has seen."""
        for _ in range(ATTEMPTS):
            (before,) = self._numbered([number])
            after = by(before)
            others = [entry for entry in self._known([after]) if entry.id != number]
            if found := list(doubles([after], others)):
                raise InputError(found)
            if self._replaced(before, after):
                return before, after
        raise InternalError("the table refuses to change a record")

    def remove(self, numbers: Sequence[str]) -> tuple[Entry, ...]:
        """Remove the entries with `numbers`, all of them or none, in one transaction."""
        for _ in range(ATTEMPTS):
            found = self._numbered(numbers)
            if self._deleted(found):
                return tuple(found)
        raise InternalError("the table refuses to remove a record")

    def _prepare(self) -> None:
        """Make the table, or bring it to our version."""
        try:
            with self._writing() as connection:
                upgrade(connection)
        except (InputError, IntegrityError):  # another may have done the same at the same time
            with self._reading():
                pass

    def _inserted(self, entries: Sequence[Entry]) -> bool:
        """Insert `entries`; return False if another has added one of them since we looked."""
        try:
            with self._writing() as connection:
                if entries:
                    connection.execute(records.insert(), [_row(entry) for entry in entries])
        except IntegrityError:
            return False
        return True

    def _replaced(self, before: Entry, after: Entry) -> bool:
        """Write `after` over `before`; return False if another has changed something since we looked."""
        same = (column == getattr(before, column.name) for column in _COLUMNS)
        try:
            with self._writing() as connection:
                done = connection.execute(records.update().where(*same).values(_row(after)))
        except IntegrityError:
            return False
        return done.rowcount == 1

    def _deleted(self, entries: Sequence[Entry]) -> bool:
        """Delete `entries`; return False if another has removed one of them since we looked, and leave all."""
        with _told(self._engine), self._engine.connect() as connection:
            number = 0
            for chunk in _chunks(entries):
                one_of = records.c.id.in_([entry.id for entry in chunk])
                number += connection.execute(records.delete().where(one_of)).rowcount
            if number == len(entries):
                connection.commit()
        return number == len(entries)

    def _numbered(self, numbers: Sequence[str]) -> list[Entry]:
        """Return the entries with `numbers`.

        Raises:
            InputError: BG736 for each that is not there.
        """
        found: dict[str, Entry] = {}
        with self._reading() as connection:
            for chunk in _chunks(numbers):
                query = select(*_COLUMNS).where(records.c.id.in_(chunk))
                found |= {entry.id: entry for entry in _entries(connection.execute(query))}
        wanted = dict.fromkeys(numbers)
        if missing := [number for number in wanted if number not in found]:
            raise InputError(Diagnostic("BG736", values={"id": number}) for number in missing)
        return [found[number] for number in wanted]

    def _known(self, entries: Sequence[Entry]) -> list[Entry]:
        """Return the entries of the table that are one of `entries`, or have a number of theirs."""
        found: dict[str, Entry] = {}
        with self._reading() as connection:
            for chunk in _chunks(entries):
                same = records.c.fingerprint.in_(map(fingerprint, chunk))
                query = select(*_COLUMNS).where(same | records.c.id.in_(entry.id for entry in chunk))
                found |= {entry.id: entry for entry in _entries(connection.execute(query))}
        return list(found.values())

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _told(self._engine), self._engine.connect() as connection:
            check_version(connection, self._engine.url)
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _told(self._engine), self._engine.begin() as connection:
            yield connection


def _engine(address: str, folder: Path) -> Engine:
    """Return the engine for `address`; a relative path of SQLite starts from `folder`.

    Raises:
        InputError: BG733 for a driver that is not installed, BG734 for no address.
    """
    try:
        url = make_url(address)
        url = url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))
        if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
            url = url.set(database=str(folder / url.database))
        patience = {"timeout": PATIENCE} if url.get_backend_name() == "sqlite" else {}
        return create_engine(url, connect_args=patience, poolclass=NullPool)
    except ModuleNotFoundError as error:
        raise InputError([Diagnostic("BG733", values={"module": error.name or ""})]) from None
    except (ArgumentError, NoSuchModuleError) as error:
        raise InputError([Diagnostic("BG734", values={"url": address, "reason": str(error)})]) from None


@contextmanager
def _told(engine: Engine) -> Iterator[None]:
    """Tell the user what the database refuses (BG734), less the password."""
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        values = {"url": engine.url.render_as_string(), "reason": str(error.orig).strip().split("\n")[0]}
        raise InputError([Diagnostic("BG734", values=values)]) from None


def _selected(query: Select[Any], selection: Selection) -> Select[Any]:
    if selection.since is not None:
        query = query.where(records.c.date >= selection.since)
    if selection.until is not None:
        query = query.where(records.c.date <= selection.until)
    for column, values in (
        (records.c.kind, selection.kinds), (records.c.unit, selection.units), (records.c.level, selection.levels),
    ):  # fmt: skip
        if values:
            query = query.where(column.in_(values))
    return query


def _grouped(metrics: Sequence[Metric], until: dt.date, apart: Sequence[str]) -> Select[Any]:
    """Return the query that adds up the records of each day that no metric tells apart, less the kinds of `apart`."""
    told = told_apart(metrics)
    dimensions = [
        case((records.c.kind.in_(kinds), records.c[name]), else_="").label(name)
        for name in DIMENSIONS
        if (kinds := [kind for kind, by in told.items() if name in by])
    ]
    columns = (records.c.date, records.c.kind, *dimensions, records.c.amount, records.c.audience)
    each = select(*columns).where(records.c.date <= until, records.c.kind.not_in(apart)).subquery()
    keys = [each.c[name] for name in ("date", "kind", *(column.name for column in dimensions))]
    sums = [  # PostgreSQL adds up big integers to decimals
        cast(func.sum(each.c[name]), BigInteger).label(name) for name in ("amount", "audience")
    ]
    return select(*keys, *sums, func.count().label("records")).group_by(*keys)


def _row(entry: Entry) -> dict[str, Any]:
    values = {column.name: getattr(entry, column.name) for column in _COLUMNS}
    return {**values, "fingerprint": fingerprint(entry)}


def _chunks(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """Yield `values` in parts that one statement takes."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


def _entries(rows: Iterable[Any]) -> list[Entry]:
    """Return each row as an entry."""
    return list(starmap(Entry, rows))
