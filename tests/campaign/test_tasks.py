"""Tasks of a plan: numbers, what holds from above, dates counted backwards, standing."""

from __future__ import annotations

import datetime as dt

import pytest

from briefgen.campaign.standing import State, standing
from briefgen.campaign.tasks import PlannedTask, items, leads, measures, responsibles
from briefgen.model.plan import Plan, Status
from briefgen.reader.office import load_plan
from tests.campaign.builders import loaded

PLAN = """\
日期: 2020-04-14
方面:
  - 内容: 解放思想
    牵头单位: 宣传部
    责任单位: [党校, 文旅局]
    事项:
      - 内容: 学习研讨
        完成时限: 2020-06-30
        措施:
          - {内容: 集体学习, 完成日期: 2020-04-21}
          - {内容: 专题研讨, 牵头单位: 组织部, 开始: 2020-05-06}
      - {内容: 宣讲, 完成时限: 2020-05-11, 工期: 3, 节点: [{名称: 定稿, 提前: 1}]}
  - 内容: 振兴发展
    事项:
      - {内容: 项目, 牵头单位: 发改局, 责任单位: 工信局}
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return loaded(load_plan, PLAN)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2020-{text}")


class TestTasks:
    def test_items_are_numbered_through_and_measures_within(self, plan: Plan) -> None:
        assert [(each.number, each.title, each.aspect) for each in items(plan)] == [
            ("1", "学习研讨", "解放思想"), ("2", "宣讲", "解放思想"), ("3", "项目", "振兴发展"),
        ]  # fmt: skip
        assert [(each.number, each.parent) for each in measures(plan)] == [("1.1", "1"), ("1.2", "1")]

    def test_what_is_left_out_holds_from_above(self, plan: Plan) -> None:
        first, second = measures(plan)
        assert (first.lead, first.deadline, first.start) == (("宣传部",), day("06-30"), day("04-14"))
        assert (second.lead, second.responsible) == (("组织部",), ("党校", "文旅局"))

    def test_dates_are_counted_backwards_over_working_days(self, plan: Plan) -> None:
        lectures = items(plan)[1]
        assert lectures.start == day("05-08")  # 8, 9 (a Saturday worked) and 11 May
        assert [each.date for each in lectures.milestones] == [day("05-09")]

    def test_the_status_follows_from_the_rest(self, plan: Plan) -> None:
        assert [each.status for each in measures(plan)] == [Status.DONE, Status.NOT_STARTED]
        assert [each.status for each in items(plan)] == [
            Status.IN_PROGRESS, Status.NOT_STARTED, Status.NOT_STARTED,
        ]  # fmt: skip

    def test_departments_in_the_order_in_which_they_come(self, plan: Plan) -> None:
        assert leads(plan) == ("宣传部", "组织部", "发改局")
        assert responsibles(plan) == ("党校", "文旅局", "工信局")


def task(**fields: object) -> PlannedTask:
    item = {"title": "宣讲", "start": "2020-05-01", "deadline": "2020-05-10", **fields}
    return items(Plan.model_validate({"aspects": [{"title": "一", "items": [item]}]}))[0]


def noted(*notes: tuple[str, int]) -> list[dict[str, object]]:
    return [{"date": f"2020-{date}", "note": "有进展", "percent": percent} for date, percent in notes]


class TestStanding:
    def test_against_the_time_that_has_gone(self) -> None:
        half = task(progress=noted(("05-05", 50)))
        found = standing(half, day("05-05"))
        assert (found.state, found.done, found.elapsed) == (State.ON_TIME, 50, 50)
        assert standing(half, day("05-06")).state is State.BEHIND
        assert standing(half, day("04-30")).done == 0
        assert standing(task(), day("04-30")).state is State.WAITING

    def test_reports_of_later_days_are_not_known_yet(self) -> None:
        reported = task(progress=noted(("05-09", 90), ("05-04", 40)))
        assert standing(reported, day("05-04")).done == 40

    def test_past_the_deadline(self) -> None:
        found = standing(task(status="in_progress"), day("05-13"))
        assert (found.state, found.late, found.elapsed, found.done) == (State.OVERDUE, 3, 100, None)

    def test_done_in_time_and_too_late(self) -> None:
        assert standing(task(done="2020-05-09"), day("06-01")).late == 0
        late = standing(task(done="2020-05-12"), day("06-01"))
        assert (late.state, late.done, late.late) == (State.DONE, 100, 2)
        assert standing(task(done="2020-05-12"), day("05-11")).state is State.OVERDUE
        assert standing(task(progress=noted(("05-08", 100))), day("05-20")).state is State.DONE
        assert standing(task(status="done"), day("05-20")).late == 0

    def test_a_milestone_that_was_missed(self) -> None:
        steps = [{"name": "定稿", "date": "2020-05-03"}]
        assert standing(task(status="in_progress", milestones=steps), day("05-04")).state is State.BEHIND
        done = [{**steps[0], "done": "2020-05-03"}]
        assert standing(task(status="in_progress", milestones=done), day("05-04")).state is State.ON_TIME

    def test_suspended(self) -> None:
        assert standing(task(status="suspended"), day("06-01")).state is State.SUSPENDED

    def test_without_dates(self) -> None:
        found = standing(task(start=None, deadline=None, status="in_progress"), day("06-01"))
        assert (found.state, found.elapsed, found.late) == (State.ON_TIME, None, 0)
