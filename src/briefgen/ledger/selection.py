"""A selection of entries: by days, kinds, units, levels.

In: what is asked for. Out: yes or no for an entry. Does not belong here: metrics (`tally`).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from briefgen.ledger.entry import Entry


class Selection(Struct, frozen=True):
    """Which entries are asked for; what is left out does not matter."""

    since: dt.date | None = None
    until: dt.date | None = None
    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()

    def takes(self, entry: Entry) -> bool:
        """Tell whether `entry` is among those that are asked for."""
        return (
            (self.since is None or self.since <= entry.date)
            and (self.until is None or entry.date <= self.until)
            and (not self.kinds or entry.kind in self.kinds)
            and (not self.units or entry.unit in self.units)
            and (not self.levels or entry.level in self.levels)
        )


EVERYTHING = Selection()
