"""The tally: entries → the figures of every metric at any dates, in whole and in parts.

One pass over the entries, in whatever order they come, adds up those that are alike; what is left is counted. In:
entries, metrics, checkpoints. Out: totals. Does not belong here: wording (`wording`), contradictions (`checks`).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.ledger.alike import alike, kinds_of
from briefgen.ledger.counters import Counter, counter_for

if TYPE_CHECKING:
    from briefgen.ledger.entry import Entry
    from briefgen.model.ledger import Metric

Part = tuple[str, str]  # what it is broken down by, and the value: ("level", "省")


class Totals(Struct, frozen=True):
    """The cumulative figure of a metric at each checkpoint, in whole and for each of its parts."""

    metric: Metric
    whole: tuple[int, ...]
    parts: Mapping[Part, tuple[int, ...]] = field(default_factory=dict)

    def of(self, part: Part | None = None) -> tuple[int, ...]:
        """Return the figures of `part`, zeros where nothing was done yet; of the whole without one."""
        if part is None:
            return self.whole
        return self.parts.get(part, (0,) * len(self.whole))


def tally(
    entries: Iterable[Entry], metrics: Sequence[Metric], checkpoints: Sequence[dt.date]
) -> dict[str, Totals]:
    """Return the figures of each metric at the end of each of `checkpoints`, days in order.

    Without any metrics each kind of entries is one of its own. Entries after the last checkpoint do not count.
    """
    talliers = _Talliers(metrics, len(checkpoints))
    for entry in alike(entries, metrics):
        interval = bisect_left(checkpoints, entry.date)
        if interval < len(checkpoints):
            for each in talliers.of(entry.kind):
                each.add(entry, interval)
    return talliers.totals()


def counts(entry: Entry, metric: Metric) -> bool:
    """Tell whether `entry`, whose kind is right, counts for `metric`."""
    forms, levels = metric.forms, metric.levels
    return (not forms or entry.form in forms) and (not levels or entry.level in levels)


class _Tallier:
    """Tallies one metric."""

    def __init__(self, metric: Metric, intervals: int) -> None:
        self._metric = metric
        self._intervals = intervals
        self._selective = bool(metric.forms or metric.levels)
        self._whole = counter_for(metric, intervals)
        self._parts: dict[Part, Counter] = {}

    def add(self, entry: Entry, interval: int) -> None:
        if self._selective and not counts(entry, self._metric):
            return
        self._whole.add(entry, interval)
        for dimension in self._metric.by:
            if value := getattr(entry, dimension):
                self._part((dimension, value)).add(entry, interval)

    def _part(self, part: Part) -> Counter:
        counter = self._parts.get(part)
        if counter is None:
            counter = self._parts[part] = counter_for(self._metric, self._intervals)
        return counter

    def totals(self) -> Totals:
        parts = {part: counter.cumulative() for part, counter in sorted(self._parts.items())}
        return Totals(self._metric, self._whole.cumulative(), parts)


class _Talliers:
    """The talliers of all metrics, by the kinds that they count."""

    def __init__(self, metrics: Sequence[Metric], intervals: int) -> None:
        self._intervals = intervals
        self._implicit = not metrics
        self._all = {metric.name: _Tallier(metric, intervals) for metric in metrics}
        self._by_kind: dict[str, list[_Tallier]] = {}
        for metric in metrics:
            for kind in kinds_of(metric):
                self._by_kind.setdefault(kind, []).append(self._all[metric.name])

    def of(self, kind: str) -> Sequence[_Tallier]:
        found = self._by_kind.get(kind)
        if found is None:
            found = self._by_kind[kind] = [self._own(kind)] if self._implicit else []
        return found

    def _own(self, kind: str) -> _Tallier:
        from briefgen.model.ledger import Metric

        tallier = self._all[kind] = _Tallier(Metric(name=kind, unit="次"), self._intervals)
        return tallier

    def totals(self) -> dict[str, Totals]:
        return {name: tallier.totals() for name, tallier in self._all.items()}
