"""Contradictions in a ledger: sums against parts, figures made public, readings that go down, things entered twice.

In: the declared ledger, its entries. Out: diagnostics with both values and where they stand. Does not belong here: a
record by itself (`model`), a plan (`campaign.checks`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic
from briefgen.ledger.alike import kinds_of
from briefgen.ledger.counters import series
from briefgen.ledger.entry import Entry, identity
from briefgen.ledger.tally import Totals, counts, tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.diagnostics import Position
    from briefgen.model.ledger import Breakdown, Ledger, Metric

_PART_NAMES = {"level": "级别", "form": "形式", "unit": "单位", "place": "地点", "source": "来源"}


def check_ledger(ledger: Ledger, entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Yield all that contradicts itself in `ledger` and its `entries`."""
    yield from doubles(entries)
    yield from _strays(ledger, entries)
    yield from _falling_readings(ledger, entries)
    yield from _metrics(ledger)
    yield from _figures(ledger, entries)


def doubles(entries: Iterable[Entry], known: Iterable[Entry] = ()) -> Iterator[Diagnostic]:
    """Yield each of `entries` that says what one before it or of `known` says (BG720), or has its number (BG721)."""
    things: dict[tuple[object, ...], Entry] = {}
    numbers: dict[str, Entry] = {}
    for entry in known:
        things.setdefault(identity(entry), entry)
        numbers.setdefault(entry.id, entry)
    for entry in entries:
        thing = identity(entry)
        if thing in things:
            yield Diagnostic("BG720", entry.position, _twice(entry, things[thing]))
        elif entry.id in numbers:
            yield Diagnostic("BG721", entry.position, {"id": entry.id, "first": _where(numbers[entry.id])})
        things.setdefault(thing, entry)
        numbers.setdefault(entry.id, entry)


def _twice(entry: Entry, first: Entry) -> dict[str, object]:
    return {
        "date": entry.date, "kind": entry.kind, "title": entry.title, "count": entry.amount,
        "other": first.amount, "first": _where(first),
    }  # fmt: skip


def _where(entry: Entry) -> Position | str:
    return entry.position or entry.id


def _strays(ledger: Ledger, entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Yield entries before the start (BG728), kinds that nothing counts (BG726), parts that are not told (BG730)."""
    metrics: dict[str, list[Metric]] = {}
    for metric in ledger.metrics:
        for kind in kinds_of(metric):
            metrics.setdefault(kind, []).append(metric)
    uncounted: dict[str, Entry] = {}
    untold: dict[tuple[str, Breakdown], tuple[Entry, int]] = {}
    for entry in entries:
        if ledger.start and entry.date < ledger.start:
            yield Diagnostic("BG728", entry.position, {"date": entry.date, "start": ledger.start})
        if entry.kind not in metrics:
            uncounted.setdefault(entry.kind, entry)
        for metric in metrics.get(entry.kind, ()):
            for part in metric.by:
                if not getattr(entry, part) and counts(entry, metric):
                    first, number = untold.get((metric.name, part), (entry, 0))
                    untold[metric.name, part] = first, number + 1
    if ledger.metrics:
        for kind, entry in uncounted.items():
            yield Diagnostic("BG726", entry.position, {"kind": kind})
    for (name, part), (entry, number) in untold.items():
        values = {"name": name, "part": _PART_NAMES[part], "count": number}
        yield Diagnostic("BG730", entry.position, values)


def _falling_readings(ledger: Ledger, entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Yield each reading that is lower than an earlier one of the same thing (BG725)."""
    latest = {
        kind: metric
        for metric in ledger.metrics
        if metric.accumulate == "latest"
        for kind in kinds_of(metric)
    }
    highest: dict[tuple[str, ...], tuple[int, Entry]] = {}
    for entry in sorted((each for each in entries if each.kind in latest), key=lambda each: each.date):
        metric = latest[entry.kind]
        value = entry.audience if metric.value == "audience" else entry.amount
        before, first = highest.setdefault(series(entry), (value, entry))
        if value < before:
            values = {
                "name": entry.title or entry.kind, "value": value, "date": entry.date,
                "other": before, "day": first.date, "first": _where(first),
            }  # fmt: skip
            yield Diagnostic("BG725", entry.position, values)
        else:
            highest[series(entry)] = value, entry


def _metrics(ledger: Ledger) -> Iterator[Diagnostic]:
    """Yield metrics that are declared twice (BG729), and parts that are no metrics (BG727)."""
    firsts: dict[str, int] = {}
    names = [metric.name for metric in ledger.metrics]
    for m, metric in enumerate(ledger.metrics):
        place = ledger.sources.value("metrics", m, "name")
        if (first := firsts.setdefault(metric.name, m)) != m:
            other = ledger.sources.value("metrics", first, "name")
            yield Diagnostic("BG729", place, {"name": metric.name, "first": other})
        for p, part in enumerate(metric.parts):
            if part not in names:
                at = ledger.sources.value("metrics", m, "parts", p)
                yield Diagnostic("BG727", at, {"name": part, "known": names})


def _figures(ledger: Ledger, entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Yield sums that are not those of their parts (BG722), and public figures that are wrong (BG723, BG724)."""
    days = {stated.date for metric in ledger.metrics for stated in metric.stated}
    days.add(max((entry.date for entry in entries), default=dt.date.min))
    checkpoints = sorted(days)
    totals = tally(entries, ledger.metrics, checkpoints)
    for m, metric in enumerate(ledger.metrics):
        yield from _wrong_sum(ledger, m, totals)
        known = dict(zip(checkpoints, totals[metric.name].whole, strict=True))
        yield from _wrong_stated(ledger, m, known)


def _wrong_sum(ledger: Ledger, m: int, totals: dict[str, Totals]) -> Iterator[Diagnostic]:
    metric = ledger.metrics[m]
    if not metric.parts or not all(part in totals for part in metric.parts):
        return
    whole = totals[metric.name].whole[-1]
    parts = [totals[part].whole[-1] for part in metric.parts]
    if whole != sum(parts):
        shown = [f"{name} {value}" for name, value in zip(metric.parts, parts, strict=True)]
        values = {"name": metric.name, "total": whole, "sum": sum(parts), "parts": shown}
        yield Diagnostic("BG722", ledger.sources.value("metrics", m, "parts"), values)


def _wrong_stated(ledger: Ledger, m: int, known: dict[dt.date, int]) -> Iterator[Diagnostic]:
    metric = ledger.metrics[m]
    highest: tuple[int, int] | None = None  # the value, and its index
    for s, stated in sorted(enumerate(metric.stated), key=lambda pair: pair[1].date):
        place = ledger.sources.value("metrics", m, "stated", s, "value")
        actual = known[stated.date]
        if actual < stated.value or (actual > stated.value and not stated.at_least):
            values = {
                "name": metric.name, "stated": stated.value, "where": stated.where or "",
                "date": stated.date, "actual": actual,
            }  # fmt: skip
            yield Diagnostic("BG723", place, values)
        if highest is not None and stated.value < highest[0]:
            other = ledger.sources.value("metrics", m, "stated", highest[1], "value")
            values = {"name": metric.name, "before": highest[0], "now": stated.value, "first": other}
            yield Diagnostic("BG724", place, values)
        else:
            highest = stated.value, s
