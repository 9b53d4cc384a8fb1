"""A ledger in a folder: `ledger.yaml` and, under `records/`, a CSV file for each month, readable and under git.

In: the folder. Out: entries; files that are replaced whole, under a lock. Any CSV file under `records/` is read,
whoever wrote it. Does not belong here: reading a record (`reader.tables.records`).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import output
from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.ledger.checks import doubles
from briefgen.ledger.entry import Entry, entry_of, identity
from briefgen.ledger.selection import EVERYTHING, Selection
from briefgen.model.ledger import Ledger, Metric
from briefgen.reader.tables.records import read_records
from briefgen.store.base import Added, Change, stable_order
from briefgen.store.export import as_csv

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORDS = "records"
LOCK = ".lock"
PATIENCE = 30.0  # seconds that one waits for another who is writing


class FolderStore:
    """A ledger whose records are CSV files."""

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        self._ledger = ledger
        self._folder = folder / RECORDS

    @property
    def ledger(self) -> Ledger:
        """The metrics that `ledger.yaml` declares."""
        return self._ledger

    def entries(self, selection: Selection = EVERYTHING) -> Iterator[Entry]:
        """Yield the entries of `selection` by date, those of one day by their numbers."""
        return filter(selection.takes, sorted(self._all(), key=stable_order))

    def for_tally(self, metrics: Sequence[Metric], until: dt.date) -> Iterable[Entry]:
        """Return all entries: a tally asks for no order and leaves out the later ones itself."""
        return self._all()

    def add(self, entries: Sequence[Entry], *, skip_known: bool = False) -> Added:
        """Add all of `entries` or none, each to the file of its month."""
        with self._alone():
            files = self._files()
            kept = [entry for found in files.values() for entry in found] + self._inline()
            things = {identity(entry) for entry in kept} if skip_known else set()
            known = tuple(entry for entry in entries if identity(entry) in things)
            added = tuple(entry for entry in entries if identity(entry) not in things)
            if found := list(doubles(added, kept)):
                raise InputError(found)
            output.write(self._changed(files, added))
        return Added(added, known)

    def change(self, number: str, by: Change) -> tuple[Entry, Entry]:
        """Put what `by` makes of the entry with `number` in its place, in the file of its month if it moves."""
        with self._alone():
            files = self._files()
            ((path, before),) = self._located(files, [number])
            after = by(before)
            files[path].remove(before)
            others = [entry for found in files.values() for entry in found] + self._inline()
            if wrong := list(doubles([after], others)):
                raise InputError(wrong)
            home = self._month(after) if path == self._month(before) else path
            files.setdefault(home, []).append(after)
            output.write({each: as_csv(files[each]) for each in (path, home)})
        return before, after

    def remove(self, numbers: Sequence[str]) -> tuple[Entry, ...]:
        """Remove the entries with `numbers`, all of them or none."""
        with self._alone():
            files = self._files()
            found = self._located(files, numbers)
            for path, entry in found:
                files[path].remove(entry)
            output.write({path: as_csv(files[path]) for path, _ in found})
        return tuple(entry for _, entry in found)

    def _located(self, files: Mapping[Path, list[Entry]], numbers: Iterable[str]) -> list[tuple[Path, Entry]]:
        """Return each entry that has one of `numbers`, and its file."""
        places: dict[str, list[tuple[Path, Entry]]] = {number: [] for number in numbers}
        for path, entries in files.items():
            for entry in entries:
                if entry.id in places:
                    places[entry.id].append((path, entry))
        inline = {entry.id: entry for entry in self._inline()}
        wrong: list[Diagnostic] = []
        for number, found in places.items():
            if number in inline:
                wrong.append(Diagnostic("BG737", inline[number].position, {"id": number}))
            elif not found:
                wrong.append(Diagnostic("BG736", values={"id": number}))
            wrong += doubles(entry for _, entry in found)  # which of them is meant?
        if wrong:
            raise InputError(wrong)
        return [place for found in places.values() for place in found]

    def _month(self, entry: Entry) -> Path:
        return self._folder / f"{entry.date:%Y-%m}.csv"

    def _all(self) -> list[Entry]:
        return [entry for found in self._files().values() for entry in found] + self._inline()

    def _inline(self) -> list[Entry]:
        """Return the entries that `ledger.yaml` itself holds."""
        sources = self._ledger.sources
        return [entry_of(each, sources.value("records", n)) for n, each in enumerate(self._ledger.records)]

    def _files(self) -> dict[Path, list[Entry]]:
        """Return the entries of each file, those of all files that can be read if any is wrong."""
        found: dict[Path, list[Entry]] = {}
        wrong: list[Diagnostic] = []
        for path in sorted(self._folder.glob("*.csv")):
            try:
                found[path] = read_records(path, strict=True)
            except InputError as error:
                wrong.extend(error.diagnostics)
        if wrong:
            raise InputError(wrong)
        return found

    def _changed(self, files: Mapping[Path, list[Entry]], added: Iterable[Entry]) -> dict[Path, bytes]:
        """Return the new content of each file that takes an entry."""
        months: defaultdict[Path, list[Entry]] = defaultdict(list)
        for entry in added:
            months[self._month(entry)].append(entry)
        return {path: as_csv([*files.get(path, ()), *new]) for path, new in months.items()}

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep all others from writing meanwhile.

        Raises:
            InputError: BG732 when another keeps the lock too long.
        """
        from filelock import FileLock, Timeout

        output.make_folder(self._folder)
        ignored = self._folder / ".gitignore"
        if not ignored.exists():
            output.write({ignored: f"{LOCK}\n".encode()})
        try:
            with FileLock(self._folder / LOCK, timeout=PATIENCE):
                yield
        except Timeout:
            values = {"path": self._folder, "seconds": f"{PATIENCE:g}"}
            raise InputError([Diagnostic("BG732", values=values)]) from None
