"""Working days, with the holidays and the weekends worked for them as the State Council arranged them."""

from __future__ import annotations

import datetime as dt

import pytest

from briefgen.campaign.workdays import ahead, back, between, is_workday, unarranged


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("date", "worked"),
    [
        ("2020-04-09", True),  # a Thursday
        ("2020-04-06", False),  # Qingming, a Monday off
        ("2020-04-26", True),  # a Sunday worked for the May holiday
        ("2020-05-05", False),
        ("2020-05-09", True),  # a Saturday worked
        ("2020-06-25", False),  # Dragon Boat
        ("2020-06-28", True),  # a Sunday worked
        ("2021-02-07", True),  # a Sunday worked for the Spring Festival
        ("2025-10-08", False),
        ("2026-02-23", False),
    ],
)
def test_holidays_and_the_weekends_worked_for_them(date: str, worked: bool) -> None:
    assert is_workday(day(date)) is worked


def test_counting_backwards_skips_holidays() -> None:
    assert back(day("2020-05-11"), 0) == day("2020-05-11")
    assert back(day("2020-05-11"), 1) == day("2020-05-09")
    assert back(day("2020-05-06"), 1) == day("2020-04-30")
    assert back(day("2020-05-03"), 0) == day("2020-04-30")
    assert ahead(day("2020-04-30"), 1) == day("2020-05-06")


def test_there_and_back() -> None:
    start = day("2020-04-15")
    for number in range(40):
        end = ahead(start, number)
        assert back(end, number) == start
        assert between(start, end) == number + 1


def test_years_that_nobody_has_arranged_count_weekdays() -> None:
    far = dt.date(2090, 10, 2)  # a Monday, in the National Day holiday
    assert unarranged([far, dt.date(2020, 5, 1)]) == [2090]
    assert is_workday(far)
    assert not is_workday(dt.date(2090, 10, 1))
