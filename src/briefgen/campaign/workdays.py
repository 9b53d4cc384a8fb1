"""Working days in China: weekdays less the statutory holidays, and the weekends that are worked for them (调休).

In: days. Out: days, numbers of working days. The State Council publishes the holidays of a year in the autumn before; a
year that it has not arranged yet counts Mondays to Fridays, and `unarranged` says so. Does not belong here: tasks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONE = dt.timedelta(days=1)
_SATURDAY = 5
KEPT = 2048  # days: a campaign asks for the same again and again


@lru_cache(maxsize=KEPT)
def is_workday(day: dt.date) -> bool:
    """Tell whether `day` is worked."""
    import chinese_calendar

    if day.year not in _arranged_years():
        return day.weekday() < _SATURDAY
    return bool(chinese_calendar.is_workday(day))


def back(day: dt.date, workdays: int) -> dt.date:
    """Return the working day that lies `workdays` before `day`; with 0 `day` itself, or the last one before it."""
    return _nth(day, workdays, -_ONE)


def ahead(day: dt.date, workdays: int) -> dt.date:
    """Return the working day that lies `workdays` after `day`; with 0 `day` itself, or the next one after it."""
    return _nth(day, workdays, _ONE)


def between(first: dt.date, last: dt.date) -> int:
    """Return how many of the days from `first` to `last`, both included, are worked."""
    return sum(is_workday(first + n * _ONE) for n in range((last - first).days + 1))


def unarranged(days: Iterable[dt.date]) -> list[int]:
    """Return the years of `days` whose holidays are not known."""
    return sorted({day.year for day in days} - _arranged_years())


def _nth(day: dt.date, number: int, step: dt.timedelta) -> dt.date:
    return next(islice(_workdays(day, step), number, None))


def _workdays(day: dt.date, step: dt.timedelta) -> Iterator[dt.date]:
    while True:
        if is_workday(day):
            yield day
        day += step


@cache
def _arranged_years() -> frozenset[int]:
    import chinese_calendar

    return frozenset(day.year for day in chinese_calendar.holidays)
