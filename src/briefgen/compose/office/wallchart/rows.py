"""Rows of the wall chart: one for each item of the plan, late ones first.

In: plain values. Out: rows in printed order, counts by status. Does not belong here: where a row stands.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from briefgen.campaign.standing import Standing, State

WORST_FIRST = tuple(reversed(State))


class Milestone(Struct, frozen=True):
    """A day by which a part of an item has to be done."""

    date: dt.date
    name: str
    done: bool = False


class Row(Struct, frozen=True):
    """An item as the chart shows it."""

    number: str
    aspect: str
    name: str
    lead: str
    start: dt.date
    deadline: dt.date
    milestones: tuple[Milestone, ...]
    standing: Standing

    @property
    def late(self) -> bool:
        """Whether someone has to be asked."""
        return self.standing.state in (State.BEHIND, State.OVERDUE)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return the rows, those that lag most first, of equal ones the nearest deadline."""
    ranks = {state: rank for rank, state in enumerate(WORST_FIRST)}
    return sorted(
        rows,
        key=lambda row: (
            ranks[row.standing.state],
            -row.standing.late if row.late else 0,
            -_lag(row.standing) if row.late else 0,
            row.deadline,
        ),
    )


def counted(rows: Iterable[Row]) -> dict[State, int]:
    """Return how many rows are in each state, the worst first."""
    found = Counter(row.standing.state for row in rows)
    return {state: found[state] for state in WORST_FIRST}


def _lag(standing: Standing) -> int:
    """Return by how much the work is behind the time, in percent."""
    return (standing.elapsed or 0) - (standing.done or 0)
