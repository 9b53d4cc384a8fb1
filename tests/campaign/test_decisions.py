"""Decisions of meetings become measures of the plan."""

from __future__ import annotations

import datetime as dt

from briefgen.campaign.decisions import with_decisions
from briefgen.campaign.tasks import measures
from briefgen.model.meeting import Meetings
from briefgen.reader.office import load_plan
from tests.campaign.builders import loaded
from tests.campaign.test_tasks import PLAN

MEETINGS = Meetings.model_validate({
    "会议": [{
        "名称": "第二次推进会", "日期": "2020-06-10",
        "议定事项": [
            {"内容": "再办两场专题研讨", "对应事项": "1", "完成时限": "2020-06-20"},
            {"内容": "每周自查一次", "对应事项": "3", "牵头单位": "督查室"},
            {"内容": "印发纪要"},
            {"内容": "没有这一项", "对应事项": "42"},
        ],
    }]
})  # fmt: skip


def test_each_becomes_a_measure_of_its_item() -> None:
    plan = loaded(load_plan, PLAN)
    found = measures(with_decisions(plan, MEETINGS))
    assert [(each.number, each.title) for each in found] == [
        ("1.1", "集体学习"), ("1.2", "专题研讨"), ("1.3", "再办两场专题研讨"), ("3.1", "每周自查一次"),
    ]  # fmt: skip
    assert (found[2].lead, found[2].start, found[2].deadline) == (
        ("宣传部",), dt.date(2020, 6, 10), dt.date(2020, 6, 20),
    )  # fmt: skip
    assert found[3].lead == ("督查室",)


def test_the_plan_stays_as_it_was_and_knows_its_places() -> None:
    plan = loaded(load_plan, PLAN)
    more = with_decisions(plan, MEETINGS)
    assert len(measures(plan)) == 2
    assert more.sources == plan.sources
