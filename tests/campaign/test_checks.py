"""Contradictions in the files of a campaign: one of each kind, with both values and their places."""

from __future__ import annotations

import pytest

from briefgen.campaign.checks import check_follow_ups, check_meetings, check_plan, check_submissions
from briefgen.campaign.slogans import check_slogans, slogan_number, slogan_word
from briefgen.model.campaign import Slogan
from briefgen.reader.office import (
    load_campaign,
    load_follow_ups,
    load_meetings,
    load_plan,
    load_submissions,
)
from tests.campaign.builders import loaded, shown

CAMPAIGN = """\
name: 活动
period: {start: 2020-04-09, end: 2020-07-31}
host: 区委
lead: 宣传部
"""
PLAN = loaded(load_plan, "方面: [{内容: 一, 牵头单位: 甲, 事项: [{内容: 学习}]}]\n")


def of_slogan(line: str) -> list[tuple[str, str, str]]:
    return shown(check_slogans(loaded(load_campaign, f"{CAMPAIGN}slogans:\n  - {line}\n")))


def of_item(line: str) -> list[tuple[str, str, str]]:
    text = f"方面:\n  - 内容: 一\n    事项:\n      - {line}\n"
    return shown(check_plan(loaded(load_plan, text)))


class TestSlogans:
    def test_sound_ones(self) -> None:
        assert of_slogan("{name: 三到位, items: [安排部署到位, 工作措施到位, 工作推进到位]}") == []
        assert of_slogan("{name: “两个强化”, items: [强化学习, 强化宣讲]}") == []
        assert of_slogan("{name: 五聚焦, count: 1, items: [打赢脱贫攻坚战], parallel: 不查}") == []

    def test_another_number_of_items(self) -> None:
        assert of_slogan("{name: 三到位, items: [安排部署到位, 工作推进到位]}") == [
            ("6:24", "BG702", "“三到位”应有 3 项（实际 2 项）")
        ]

    def test_an_item_that_is_not_parallel(self) -> None:
        assert of_slogan("{name: 三到位, items: [安排部署到位, 措施有力, 工作推进到位]}") == [
            ("6:33", "BG703", "“三到位”的一项没有像其余各项那样以“到位”开头或结尾：“措施有力”")
        ]

    @pytest.mark.parametrize(
        ("name", "number", "word"),
        [("三到位", 3, "到位"), ("十二条措施", 12, "措施"), ("二十五项任务", 25, "任务"), ("4个聚焦", 4, "聚焦"),
         ("《三到位》", 3, "到位"), ("十项", 10, ""), ("学习", None, "")],
    )  # fmt: skip
    def test_names(self, name: str, number: int | None, word: str) -> None:
        slogan = Slogan(name=name, items=["一"])
        assert (slogan_number(slogan), slogan_word(slogan)) == (number, word)


class TestPlans:
    def test_sound_ones(self) -> None:
        assert shown(check_plan(PLAN)) == []

    def test_a_task_without_a_lead(self) -> None:
        assert of_item("内容: 学习") == [("4:13", "BG704", "任务 1 没有牵头单位：“学习”")]

    def test_a_deadline_before_the_start(self) -> None:
        assert of_item("{内容: 学习, 牵头单位: 甲, 开始: 2020-05-01, 完成时限: 2020-04-30}") == [
            ("4:49", "BG705", "“学习”的日期 2020-04-30 早于开始日期 2020-05-01")
        ]

    def test_a_milestone_outside(self) -> None:
        dates = "完成时限: 2020-05-30, 开始: 2020-05-01, 节点: [{名称: 定稿, 日期: 2020-06-01}]"
        assert of_item(f"{{内容: 学习, 牵头单位: 甲, {dates}}}") == [
            ("4:66", "BG706", "节点“定稿”（2020-06-01）不在任务的起止之间（2020-05-01 至 2020-05-30）")
        ]

    def test_a_milestone_counted_from_nothing(self) -> None:
        assert of_item("{内容: 学习, 牵头单位: 甲, 节点: [{名称: 定稿, 提前: 3}]}") == [
            ("4:32", "BG709", "节点“定稿”按完成时限倒排，但“学习”没有完成时限")
        ]

    def test_a_number_twice(self) -> None:
        found = of_item("{内容: 学习, 牵头单位: 甲, 序号: 2}\n      - {内容: 宣讲, 牵头单位: 甲}")
        assert [(place, code) for place, code, _ in found] == [("5:9", "BG707")]
        assert found[0][2].startswith("序号 2 重复：“宣讲”，前一个在 ")
        assert found[0][2].endswith("a.yaml:4:31")

    def test_progress_that_goes_down(self) -> None:
        notes = "[{日期: 2020-05-08, 情况: 好, 进度: 60}, {日期: 2020-05-15, 情况: 好, 进度: 50}]"
        assert of_item(f"{{内容: 学习, 牵头单位: 甲, 进展: {notes}}}") == [
            ("4:65", "BG712", "“学习”的进度下降：2020-05-08 为 60%，2020-05-15 为 50%")
        ]

    def test_a_year_whose_holidays_are_not_known(self) -> None:
        found = of_item("{内容: 学习, 牵头单位: 甲, 完成时限: 2090-05-01, 工期: 3}")
        assert [code for _, code, _ in found] == ["BG740"]


class TestOthers:
    def test_a_decision_for_no_item(self) -> None:
        text = "会议: [{名称: 会, 日期: 2020-06-10, 议定事项: [{内容: 办, 对应事项: 1}, {内容: 办, 对应事项: 42}]}]\n"
        found = loaded(load_meetings, text)
        assert shown(check_meetings(found, PLAN)) == [("1:69", "BG708", "“任务分工表”中没有序号 42")]

    def test_a_follow_up_of_no_item_that_is_done_before_it_began(self) -> None:
        text = "调度: [{类型: 每周调度, 内容: 项目, 日期: 2020-05-08, 完成日期: 2020-05-01, 对应事项: 9}]\n"
        found = loaded(load_follow_ups, text)
        assert [(place, code) for place, code, _ in shown(check_follow_ups(found, PLAN))] == [
            ("1:65", "BG708"), ("1:47", "BG705"),
        ]  # fmt: skip

    def test_a_submission_to_nobody_carried_before_it_was_sent(self) -> None:
        campaign = loaded(load_campaign, f"{CAMPAIGN}bulletins: [{{name: 吉宣要情}}]\n")
        text = "报送: [{报送日期: 2020-05-08, 刊物: 要情, 标题: 题, 采用日期: 2020-05-01}]\n"
        found = loaded(load_submissions, text)
        assert shown(check_submissions(found, campaign)) == [
            ("1:29", "BG710", "活动没有名为“要情”的报送刊物"),
            ("1:46", "BG711", "“题”的采用日期 2020-05-01 早于报送日期 2020-05-08"),
        ]
