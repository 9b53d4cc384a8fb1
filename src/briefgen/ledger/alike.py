"""Entries that are alike: those of one day that no metric tells apart, added up into one.

In: entries, metrics. Out: fewer entries, of which every metric counts the same. A database does as much by itself
(`store.sql`). Does not belong here: counting (`tally`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from briefgen.ledger.entry import Entry

if TYPE_CHECKING:
    from briefgen.model.ledger import Metric

DIMENSIONS = ("form", "unit", "place", "level", "source")
_ALWAYS = ("date", "kind")


def kinds_of(metric: Metric) -> Sequence[str]:
    """Return the kinds of entries that count for `metric`."""
    return metric.kinds or [metric.name]


def readings(metrics: Sequence[Metric]) -> frozenset[str]:
    """Return the kinds of which each entry is a reading: none is like another."""
    return frozenset(kind for each in metrics if each.accumulate == "latest" for kind in kinds_of(each))


def told_apart(metrics: Sequence[Metric]) -> Mapping[str, frozenset[str]]:
    """Return by which of `DIMENSIONS` the metrics tell entries of each kind apart; kinds without one are left out."""
    found: dict[str, frozenset[str]] = {}
    for metric in metrics:
        by = {*metric.by}
        by |= {"form"} if metric.forms else set()
        by |= {"level"} if metric.levels else set()
        by |= {"unit"} if metric.value == "units" else set()
        for kind in kinds_of(metric):
            found[kind] = found.get(kind, frozenset()) | by
    return {kind: by for kind, by in found.items() if by}


def alike(entries: Iterable[Entry], metrics: Sequence[Metric]) -> Iterator[Entry]:
    """Yield one entry for all of a day and kind that no metric tells apart, and each reading by itself."""
    told = {kind: (*_ALWAYS, *sorted(by)) for kind, by in told_apart(metrics).items()}
    keys = {kind: attrgetter(*names) for kind, names in told.items()}
    otherwise, apart = attrgetter(*_ALWAYS), readings(metrics)
    sums: dict[tuple[Any, ...], list[int]] = {}
    for entry in entries:
        kind = entry.kind
        if kind in apart:
            yield entry
            continue
        key = keys.get(kind, otherwise)(entry)
        total = sums.get(key)
        if total is None:
            sums[key] = [entry.amount, entry.audience, entry.records]
        else:
            total[0] += entry.amount
            total[1] += entry.audience
            total[2] += entry.records
    for key, (amount, audience, records) in sums.items():
        values = dict(zip(told.get(key[1], _ALWAYS), key, strict=True))
        yield Entry("", amount=amount, audience=audience, records=records, **values)
