"""What every store does: it gives its entries in a stable order, and takes new ones, all of them or none.

In: entries. Out: entries. Does not belong here: how (`folder`, `sql`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from briefgen.ledger.selection import EVERYTHING, Selection

if TYPE_CHECKING:
    from briefgen.ledger.entry import Entry
    from briefgen.model.ledger import Ledger, Metric


class Added(Struct, frozen=True):
    """What became of entries that were to be added."""

    added: tuple[Entry, ...]
    known: tuple[Entry, ...]


def stable_order(entry: Entry) -> tuple[dt.date, str]:
    """Return what entries are sorted by, whoever keeps them: the day, then the number, character by character."""
    return entry.date, entry.id


class Store(Protocol):
    """A ledger with its entries, wherever it is kept."""

    @property
    def ledger(self) -> Ledger:
        """The metrics that it declares."""

    def entries(self, selection: Selection = EVERYTHING) -> Iterator[Entry]:
        """Yield the entries of `selection` by date, those of one day by their numbers.

        Raises:
            InputError: a record is wrong, or the store cannot be read.
        """

    def for_tally(self, metrics: Sequence[Metric], until: dt.date) -> Iterable[Entry]:
        """Return entries up to `until` that give the same figures of `metrics` as all do.

        A store that can adds up those that are alike.
        """

    def add(self, entries: Sequence[Entry], *, skip_known: bool = False) -> Added:
        """Add all of `entries` or none; with `skip_known` those that are there already are left out.

        Raises:
            InputError: BG720 or BG721 for one that is there already; the store cannot be written.
        """
