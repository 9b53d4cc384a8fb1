"""Counters: how the values of entries become one figure at each checkpoint.

In: an entry and the number of the interval that it falls into. Out: cumulative figures. Does not belong here: which
entries count (`tally`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import accumulate
from operator import attrgetter, or_
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from briefgen.ledger.entry import Entry
    from briefgen.model.ledger import Metric

_Value = Callable[["Entry"], int]
_Reading = tuple[dt.date, int]


class Counter(Protocol):
    """Counts entries interval by interval."""

    def add(self, entry: Entry, interval: int) -> None:
        """Count `entry`, which falls into `interval`."""

    def cumulative(self) -> tuple[int, ...]:
        """Return the figure at the end of each interval."""


def counter_for(metric: Metric, intervals: int) -> Counter:
    """Return a new counter of the kind that `metric` asks for."""
    if metric.value == "units":
        return _Units(intervals)
    value: _Value = attrgetter("amount" if metric.value == "count" else metric.value)
    return _Latest(intervals, value) if metric.accumulate == "latest" else _Sum(intervals, value)


class _Sum:
    """Adds up the values."""

    __slots__ = ("_sums", "_value")

    def __init__(self, intervals: int, value: _Value) -> None:
        self._sums = [0] * intervals
        self._value = value

    def add(self, entry: Entry, interval: int) -> None:
        self._sums[interval] += self._value(entry)

    def cumulative(self) -> tuple[int, ...]:
        return tuple(accumulate(self._sums))


class _Units:
    """Counts the units, each once."""

    __slots__ = ("_units",)

    def __init__(self, intervals: int) -> None:
        self._units: list[set[str]] = [set() for _ in range(intervals)]

    def add(self, entry: Entry, interval: int) -> None:
        if entry.unit:
            self._units[interval].add(entry.unit)

    def cumulative(self) -> tuple[int, ...]:
        return tuple(map(len, accumulate(self._units, or_)))


class _Latest:
    """Adds up the latest reading of each series; on the same day the highest stands."""

    __slots__ = ("_readings", "_value")

    def __init__(self, intervals: int, value: _Value) -> None:
        self._readings: list[dict[tuple[str, ...], _Reading]] = [{} for _ in range(intervals)]
        self._value = value

    def add(self, entry: Entry, interval: int) -> None:
        readings, key = self._readings[interval], series(entry)
        reading = (entry.date, self._value(entry))
        readings[key] = max(readings.get(key, reading), reading)

    def cumulative(self) -> tuple[int, ...]:
        latest: dict[tuple[str, ...], _Reading] = {}
        totals = []
        for readings in self._readings:
            latest.update(readings)  # later intervals hold later readings
            totals.append(sum(value for _, value in latest.values()))
        return tuple(totals)


def series(entry: Entry) -> tuple[str, ...]:
    """Return which things a reading is of: of the same one there is another each week."""
    return entry.kind, entry.form, entry.unit, entry.place, entry.level, entry.title, entry.source
