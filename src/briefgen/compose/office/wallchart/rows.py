"""Rows of the wall chart: one for each item of the plan, late ones first.

In: plain values. Out: rows in printed order, counts by status. Does not belong here: where a row stands.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.compose.office.progress import Progress, Status


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day by which a part of an item has to be done."""

    date: dt.date
    name: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """An item as the chart shows it."""

    number: str
    aspect: str
    name: str
    lead: str
    start: dt.date
    deadline: dt.date
    milestones: tuple[Milestone, ...]
    progress: Progress


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return the rows, those that lag most first, of equal ones the nearest deadline."""
    ranks = {status: rank for rank, status in enumerate(Status)}
    return sorted(
        rows,
        key=lambda row: (
            ranks[row.progress.status],
            -row.progress.overdue,
            -round(row.progress.lag, 2) if row.progress.status.late else 0.0,
            row.deadline,
        ),
    )


def counted(rows: Iterable[Row]) -> dict[Status, int]:
    """Return how many rows have each status, the worst first."""
    found = Counter(row.progress.status for row in rows)
    return {status: found[status] for status in Status}
