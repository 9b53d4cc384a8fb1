"""Figures of a period: what was done in it (本期), in the one before (上期), and all in all (累计).

In: entries, the declared ledger, a period. Out: `Figures`, from which titles, prose, tables and charts all draw.
Does not belong here: adding up (`tally`), the printed table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.ledger.tally import Part, Totals, tally
from briefgen.ledger.wording import worded
from briefgen.model.campaign import LEVELS

if TYPE_CHECKING:
    from briefgen.ledger.entry import Entry
    from briefgen.model.campaign import Period
    from briefgen.model.ledger import Ledger, Metric


class Figure(Struct, frozen=True):
    """One figure: `total` up to the end of the period (累计), in the period, and in the one before of equal length."""

    total: int
    current: int
    previous: int

    @property
    def change(self) -> int:
        """How much more was done than in the period before; negative for less."""
        return self.current - self.previous


class MetricFigures(Struct, frozen=True):
    """The figures of one metric, in whole and for each of its parts."""

    metric: Metric
    whole: Figure
    parts: Mapping[Part, Figure]

    def of(self, value: str) -> Figure | None:
        """Return the figure of the part that is called `value` (`省`, also `省级`), None if there is none.

        A level that the metric is broken down by has one, though it may be zero.
        """
        for dimension in self.metric.by:
            for name in (value, value.removesuffix("级")):
                if (found := self.parts.get((dimension, name))) is not None:
                    return found
                if dimension == "level" and name in LEVELS:
                    return Figure(0, 0, 0)
        return None

    def by(self, dimension: str) -> dict[str, Figure]:
        """Return the figures of the parts of `dimension`, levels from the top down, others by size."""
        found = {value: figure for (each, value), figure in self.parts.items() if each == dimension}
        if dimension == "level":
            return {level: found[level] for level in LEVELS if level in found}
        return dict(sorted(found.items(), key=lambda pair: (-pair[1].total, pair[0])))

    @property
    def words(self) -> str:
        """The total in the wording of the metric: `350余场`."""
        return worded(self.whole.total, self.metric)


class Figures(Struct, frozen=True):
    """The figures of all metrics in a period."""

    period: Period
    metrics: Mapping[str, MetricFigures]

    def __getitem__(self, name: str) -> MetricFigures:
        return self.metrics[name]

    def __contains__(self, name: object) -> bool:
        return name in self.metrics

    def __iter__(self) -> Iterator[MetricFigures]:
        return iter(self.metrics.values())


def figures(entries: Iterable[Entry], ledger: Ledger, period: Period) -> Figures:
    """Return the figures of all metrics of `ledger` in `period`."""
    before = period.start - dt.timedelta(days=1)
    length = period.end - before
    totals = tally(entries, ledger.metrics, [before - length, before, period.end])
    return Figures(period, {name: _figures(each) for name, each in totals.items()})


def _figures(totals: Totals) -> MetricFigures:
    parts = {part: _figure(values) for part, values in totals.parts.items()}
    return MetricFigures(totals.metric, _figure(totals.whole), parts)


def _figure(cumulative: tuple[int, ...]) -> Figure:
    earlier, before, total = cumulative
    return Figure(total, total - before, before - earlier)
