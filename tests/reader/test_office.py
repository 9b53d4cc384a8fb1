"""Files of a campaign office: read like briefings, each mistake at its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from briefgen.errors import InputError
from briefgen.messages import speak
from briefgen.reader.office import (
    load_campaign,
    load_follow_ups,
    load_ledger,
    load_meetings,
    load_plan,
    load_submissions,
)
from tests.reader.briefings import places

CAMPAIGN = """\
名称: “解放思想再深入、全面振兴新突破”教育实践活动
起止: {开始: 2020-04-09, 结束: 2020-07-31}
主办单位: 中共白山市江源区委
牵头单位: 中共白山市江源区委宣传部
办公室:
  名称: 活动推进办公室
  主任: {姓名: 王某, 职务: 宣传部部长}
  工作组:
    - {名称: 活动动态编写组, 组长: {姓名: 李某}, 成员: [{姓名: 张某}], 职责: 编写《活动动态》}
工作法:
  - {名称: 三到位, 各项: [安排部署到位, 工作措施到位, 工作推进到位]}
报送刊物:
  - {名称: 吉宣要情, 级别: 省}
"""
PLAN = """\
aspects:
  - title: 思想
    lead: 宣传部
    items:
      - {title: 学习研讨, deadline: 2020-06-30, measures: [{title: 集体学习, status: 已完成}]}
"""


def written(folder: Path, text: str, name: str = "a.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_campaign(tmp_path: Path) -> None:
    path = written(tmp_path, CAMPAIGN)
    campaign = load_campaign(path)
    assert campaign.office is not None
    assert campaign.office.groups[0].duties == ["编写《活动动态》"]
    assert campaign.slogans[0].items[1] == "工作措施到位"
    assert campaign.folder == tmp_path
    place = campaign.sources.value("slogans", 0, "items", 1)
    assert place is not None
    assert (place.file, place.line, place.column) == (str(path), 11, 28)


def test_a_plan(tmp_path: Path) -> None:
    plan = load_plan(written(tmp_path, PLAN))
    item = plan.aspects[0].items[0]
    assert (item.deadline, item.measures[0].status) == (dt.date(2020, 6, 30), "done")


def test_a_period_that_ends_before_it_starts(tmp_path: Path) -> None:
    path = written(tmp_path, CAMPAIGN.replace("2020-07-31", "2020-04-01"))
    with pytest.raises(InputError) as caught, speak("zh"):
        load_campaign(path)
    assert places(caught.value.diagnostics) == [("BG701", 2, 5)]
    assert "起止的结束日期 2020-04-01 早于开始日期 2020-04-09" in str(caught.value)


def test_mistakes_come_all_at_once(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "meetings:\n  - {name: 推进会, date: 4月15日, time: 25:00}\n  - {date: 2020-04-15, 主持: 王某}\n",
    )
    with pytest.raises(InputError) as caught:
        load_meetings(path)
    assert places(caught.value.diagnostics) == [
        ("BG105", 2, 23),
        ("BG109", 2, 36),
        ("BG101", 3, 5),
        ("BG102", 3, 24),
    ]


def test_the_other_files(tmp_path: Path) -> None:
    ledger = load_ledger(
        written(tmp_path, "指标: [{名称: 学习研讨}]\n记录: [{日期: 2020-04-21, 类别: 学习研讨}]\n")
    )
    assert (ledger.metrics[0].unit, ledger.records[0].count) == ("次", 1)
    sent = load_submissions(
        written(tmp_path, "报送: [{报送日期: 2020-05-08, 刊物: 吉宣要情, 标题: 江源区学习}]\n")
    )
    assert sent.submissions[0].carried is None
    asked = load_follow_ups(
        written(tmp_path, "调度: [{类型: 每周调度, 内容: 项目, 日期: 2020-05-08, 间隔: 7}]\n")
    )
    assert (asked.follow_ups[0].kind, asked.follow_ups[0].every) == ("weekly", 7)


@pytest.mark.parametrize("dates", ["", ", date: 2020-06-01, before: 3"])
def test_a_milestone_has_one_date(tmp_path: Path, dates: str) -> None:
    path = written(tmp_path, PLAN.replace("measures:", f"milestones: [{{name: 定稿{dates}}}], measures:"))
    with pytest.raises(InputError) as caught:
        load_plan(path)
    assert places(caught.value.diagnostics) == [("BG713", 5, 58)]


TABLE = """\
报送日期,刊物,标题,采用日期,采用期号,备注
2020/5/8,吉宣要情,江源区“三四五”工作法,2020-05-20,第23期,头条
2020-05-09,活动动态,"宣讲进车间、进村屯",,,
"""


def test_a_table_of_submissions(tmp_path: Path) -> None:
    first, second = load_submissions(written(tmp_path, TABLE, "报送.csv")).submissions
    assert (first.date, first.carried_in) == (dt.date(2020, 5, 8), "第23期")
    assert (second.title, second.carried) == ("宣讲进车间、进村屯", None)


def test_mistakes_in_a_table_of_follow_ups(tmp_path: Path) -> None:
    path = written(
        tmp_path, "类型,内容,日期,间隔\n每周调度,项目,2020-05-08,-1\n每月调度,,2020-05-08,\n", "a.csv"
    )
    with pytest.raises(InputError) as caught:
        load_follow_ups(path)
    assert places(caught.value.diagnostics) == [("BG104", 2, 20), ("BG106", 3, 1), ("BG101", 3, 1)]


def test_a_campaign_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_campaign(written(tmp_path, TABLE, "a.csv"))
    assert places(caught.value.diagnostics) == [("BG012", 1, 1)]
