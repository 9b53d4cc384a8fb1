"""The three kinds of follow-up: on which days one asks, and how they stand at the end of a week."""

from __future__ import annotations

import datetime as dt
from typing import Any

from briefgen.campaign.followups import FollowUpState, asking_days, follow_ups
from briefgen.campaign.tasks import tasks
from briefgen.model.campaign import Period
from briefgen.model.follow_up import FollowUp
from briefgen.model.plan import Plan

WEEK = Period(start=dt.date(2020, 6, 8), end=dt.date(2020, 6, 14))
ITEM = {"title": "项目", "lead": "发改局", "deadline": "2020-06-10"}
PLAN = Plan.model_validate({"aspects": [{"title": "一", "items": [ITEM]}]})


def asked(kind: str = "weekly", date: str = "2020-05-06", **fields: Any) -> FollowUp:
    return FollowUp.model_validate({"kind": kind, "subject": "项目开工", "date": date, **fields})


def days(one: FollowUp) -> list[int]:
    return [each.day for each in asking_days(one, WEEK)]


class TestAsking:
    def test_weekly_on_the_same_day_of_the_week(self) -> None:
        assert days(asked()) == [10]
        assert days(asked(date="2020-06-10")) == [10]
        assert days(asked(date="2020-06-15")) == []

    def test_at_intervals(self) -> None:
        assert days(asked("periodic", every=3)) == [8, 11, 14]
        assert days(asked("periodic")) == []  # 3 and 17 June
        assert days(asked("periodic", date="2020-05-13")) == [10]

    def test_at_once(self) -> None:
        assert days(asked("at_once", date="2020-06-09")) == [9]
        assert days(asked("at_once")) == [8]

    def test_until_it_is_done(self) -> None:
        assert days(asked("periodic", every=3, done="2020-06-11")) == [8, 11]
        assert days(asked("at_once", done="2020-06-01")) == []


class TestStanding:
    def test_what_is_not_said_holds_from_the_item(self) -> None:
        (found,) = follow_ups([asked(item="1")], tasks(PLAN), WEEK)
        assert (found.departments, found.due) == (("发改局",), dt.date(2020, 6, 10))
        assert (found.state, found.late) == (FollowUpState.DUE, 4)

    def test_states(self) -> None:
        dues = ["2020-06-20", "2020-06-14", "2020-06-07"]
        found = follow_ups([asked(due=due) for due in dues], [], WEEK)
        assert [each.state for each in found] == [
            FollowUpState.OPEN,
            FollowUpState.DUE,
            FollowUpState.OVERDUE,
        ]
        assert [each.late for each in found] == [0, 0, 7]
        (done,) = follow_ups([asked(due="2020-06-08", done="2020-06-10")], [], WEEK)
        assert (done.state, done.late) == (FollowUpState.DONE, 2)

    def test_only_those_of_the_period(self) -> None:
        assert follow_ups([asked(done="2020-06-07"), asked(date="2020-06-15")], [], WEEK) == ()
        (later,) = follow_ups([asked(due="2020-06-10", done="2020-06-16")], [], WEEK)
        assert later.state is FollowUpState.DUE
