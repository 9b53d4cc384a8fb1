"""What every store does: it gives its entries in a stable order, takes new ones, changes and removes them.

In: entries. Out: entries. Does not belong here: how (`folder`, `sql`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
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


#: What entries are sorted by, whoever keeps them: the day, then the number, character by character.
stable_order: Callable[[Entry], tuple[dt.date, str]] = attrgetter("date", "id")


#: What makes of an entry the one that is to stand in its place.
Change = Callable[["Entry"], "Entry"]


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

    def change(self, number: str, by: Change) -> tuple[Entry, Entry]:
        """Put what `by` makes of the entry with `number` in its place; return it as it was and as it is.

        `by` is called anew where another has changed the entry meanwhile, so that neither change is lost.

        Raises:
            InputError: BG736 for no such entry, BG737 for one that no store writes, BG720 or BG721 for one that is
                there already, whatever `by` raises; the store cannot be written.
        """

    def remove(self, numbers: Sequence[str]) -> tuple[Entry, ...]:
        """Remove the entries with `numbers`, all of them or none, and return them.

        Raises:
            InputError: BG736 for no such entry, BG737 for one that no store writes; the store cannot be written.
        """
