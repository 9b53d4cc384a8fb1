"""How far an item is, against the days that have gone by."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.office.progress import Status, elapsed, progress

START, DEADLINE = dt.date(2020, 4, 14), dt.date(2020, 5, 3)  # twenty days
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2020, 12, 31))


@pytest.mark.parametrize(
    ("today", "share"),
    [
        (dt.date(2020, 4, 13), 0.0),
        (START, 0.05),
        (dt.date(2020, 4, 23), 0.5),
        (DEADLINE, 1.0),
        (dt.date(2020, 6, 1), 1.0),
    ],
)
def test_a_day_counts_when_it_is_over(today: dt.date, share: float) -> None:
    assert elapsed(START, DEADLINE, today) == pytest.approx(share)


@pytest.mark.parametrize(
    ("today", "done", "status"),
    [
        (dt.date(2020, 4, 13), 0.0, Status.WAITING),
        (dt.date(2020, 4, 23), 0.5, Status.ON_TIME),
        (dt.date(2020, 4, 23), 0.4, Status.ON_TIME),
        (dt.date(2020, 4, 23), 0.39, Status.BEHIND),
        (DEADLINE, 0.95, Status.ON_TIME),
        (dt.date(2020, 5, 4), 0.95, Status.OVERDUE),
        (dt.date(2020, 5, 4), 1.0, Status.DONE),
        (dt.date(2020, 4, 13), 1.0, Status.DONE),
    ],
)
def test_status(today: dt.date, done: float, status: Status) -> None:
    assert progress(START, DEADLINE, done, today).status is status


def test_days_overdue_are_counted() -> None:
    assert progress(START, DEADLINE, 0.5, dt.date(2020, 5, 13)).overdue == 10


@given(DAYS, DAYS, st.floats(0, 1))
def test_nothing_gets_better_by_waiting(first: dt.date, second: dt.date, done: float) -> None:
    early, late = (progress(START, DEADLINE, done, day) for day in sorted((first, second)))
    assert early.elapsed <= late.elapsed
    assert early.lag <= late.lag
    assert 0 <= early.elapsed <= 1
