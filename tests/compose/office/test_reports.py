"""Documents of the office, each from the same small plan and records."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefgen.compose.office import Desk, compose_report
from briefgen.doctree.nodes import Drawing, Heading, Paragraph, Role, Title
from briefgen.doctree.walk import plain_text
from briefgen.ledger.entry import Entry
from briefgen.model.plan import Plan
from briefgen.reader import load_template
from tests.compose.office.desks import PLAN, composed, desk, rows, shown, tables
from tests.ledger.builders import entry, ledger, metric

TOTAL = "2个方面、3项任务，牵头单位3个、责任单位3个"


def titles(template: str, **report: object) -> list[str]:
    document, _ = composed(template, **report)
    return [block.text for block in document.blocks if isinstance(block, Title)]


# -- 任务分工表 ------------------------------------------------------------------------------------------------


def test_the_task_table_merges_aspects_and_counts_its_totals() -> None:
    document, found = composed("renwu-fengong")
    assert found == ()
    (table,) = tables(document)
    assert rows(table) == [
        ["学习", "1", "研讨", "", "宣传部", "党校、团区委", "6月10日", ""],
        ["^", "2", "宣讲", "2.1　进村\n2.2　进企", "宣传部", "团区委", "6月12日", ""],
        ["调度", "3", "项目", "", "发改局、商务局", "各乡镇", "6月30日", "清单"],
        ["合计", "^", TOTAL, "^", "^", "^", "^", "^"],
    ]
    assert table.rows[0][0].rows == 2
    assert [plain_text(cell.content) for cell in table.head[0]][:3] == ["方面", "序号", "工作任务"]


def test_the_task_table_of_each_lead_department() -> None:
    assert titles("renwu-fengong", by="lead") == [
        "教育实践活动任务分工表（宣传部牵头，2项）",
        "教育实践活动任务分工表（发改局牵头，1项）",
        "教育实践活动任务分工表（商务局牵头，1项）",
    ]
    document, _ = composed("renwu-fengong", by="lead")
    assert "牵头单位" not in [plain_text(cell.content) for cell in tables(document)[0].head[0]]


def test_the_task_table_of_one_responsible_department() -> None:
    document, _ = composed("renwu-fengong", by="责任单位", departments=["团区委"])
    (table,) = tables(document)
    assert [row[1] for row in rows(table)] == ["1", "2", "^"]
    assert titles("renwu-fengong", by="responsible", departments="团区委") == [
        "教育实践活动任务分工表（团区委责任，2项）"
    ]


def test_the_whole_table_of_some_departments() -> None:
    document, _ = composed("renwu-fengong", departments=["商务局"])
    assert [row[2] for row in rows(tables(document)[0])] == [
        "项目",
        "1个方面、1项任务，牵头单位2个、责任单位1个",
    ]


def test_a_department_that_the_plan_does_not_have() -> None:
    _, found = composed("renwu-fengong", departments=["财政局"])
    assert [each.code for each in found] == ["BG755"]
    assert "宣传部" in found[0].values["known"]


# -- 挂图作战, 倒排工期 -------------------------------------------------------------------------------------------


def test_the_wall_chart_is_one_drawing() -> None:
    document, found = composed("guatu")
    assert found == ()
    (chart,) = document.blocks
    assert isinstance(chart, Drawing)
    assert chart.alt == "教育实践活动挂图作战。截至2020年6月14日，共3项：逾期1项，按序时推进1项，已完成1项。"


def test_an_item_without_a_deadline_is_told_of() -> None:
    asked = desk("guatu")
    items = PLAN.model_dump()
    items["aspects"][0]["items"][0]["deadline"] = None
    template = load_template("guatu")
    assert template.report is not None
    cut = Desk(asked.report, replace(asked.files, plan=Plan.model_validate(items)))
    document, found = compose_report(cut, template, template.report)
    assert [(each.code, each.values["number"]) for each in found] == [("BG753", "1")]
    assert "共2项" in document.blocks[0].alt


def test_the_schedule_counts_backwards_over_working_days() -> None:
    document, _ = composed("daopai-gongqi")
    # 25 and 26 June 2020 were holidays, the 28th, a Sunday, was worked for them
    assert rows(tables(document)[0]) == [
        ["1", "研讨", "宣传部", "6月10日", "-2", "", "6月4日", "逾期"],
        ["3", "项目", "发改局、商务局", "6月30日", "11", "6月24日　送审", "6月1日", "按序时推进"],
    ]


# -- 调度通报 --------------------------------------------------------------------------------------------------


def test_the_follow_up_notice() -> None:
    assert (
        shown("diaodu-tongbao", issue=8, body="抓紧。")
        == """\
masthead-name: 调度通报
masthead-issue: 第8期
masthead-imprint: 推进办公室 | 2020年6月14日
head-rule
title #report-1: 关于教育实践活动 / 任务推进情况的通报
heading-1 #notice-一: [一、]总体情况
body: 截至2020年6月14日，教育实践活动3项任务中，已完成1项，按序时推进1项，逾期1项。{due}
table center center center center center center
  head: 牵头单位 | 任务数 | 本期应完成 | 已完成 | 落后序时 | 逾期
  row: 宣传部 | 2 | 2 | 1 | 0 | 1
  row: 发改局 | 1 | 0 | 0 | 0 | 0
  row: 商务局 | 1 | 0 | 0 | 0 | 0
heading-1 #notice-二: [二、]本期应完成事项
table center left center center center
  head: 序号 | 工作任务 | 牵头单位 | 完成时限 | 情况
  row: 1 | 研讨 | 宣传部 | 6月10日 | 逾期
  row: 2 | 宣讲 | 宣传部 | 6月12日 | 已完成
heading-1 #notice-三: [三、]逾期和落后序时事项
table center left center center center center center
  head: 序号 | 工作任务 | 牵头单位 | 完成时限 | 序时 | 进度 | 情况
  row: 1 | 研讨 | 宣传部 | 6月10日 | 100% | 50% | 逾期4天
heading-1 #notice-四: [四、]“三调度”情况
body: 本期每周调度2项，其中已完成0项；随时调度1项，其中已完成1项。
table center left center center left
  head: 调度方式 | 调度内容 | 单位 | 应完成 | 情况
  row: {2×1} 每周调度 | 项目进度 | 发改局、商务局 | 6月30日 | 进行中
  row: + | 研讨进度 | 宣传部 | 6月10日 | 本期到期
  row: 随时调度 | 缺设备 | 文旅局 | - | 已完成：已调配
heading-1 #notice-五: [五、]下步要求
body: 抓紧。
""".replace("{due}", "本期（6月8日至14日）应完成2项，已完成1项。")
    )


def test_a_period_of_two_weeks_holds_more() -> None:
    assert "本期（6月1日至14日）应完成2项" in shown("diaodu-tongbao", since="2020-06-01")
    assert "本期没有到期事项" in shown("diaodu-tongbao", date="2020-05-03")


# -- 会议纪要, 报送情况 ----------------------------------------------------------------------------------------


def test_the_minutes_follow_the_standard() -> None:
    assert (
        shown("huiyi-jiyao", meeting="第二次推进会", body="会议强调，要抓紧。")
        == """\
masthead-marks: -
masthead-name: 会议纪要
masthead-issue: 第2期
masthead-imprint: 推进办公室 | 2020年6月14日
head-rule
title #report-1: 第二次推进会纪要
body: 2020年6月10日上午，在会议中心召开第二次推进会，部长主持会议。现将会议情况和议定事项纪要如下。
heading-1 #minutes-0: [一、]听取汇报
body: 发改局作了汇报。
body: 会议认为进度{strong:较快}。
heading-1 #minutes-1: [二、]议定事项
body: 1.抓紧送审。（牵头单位：发改局；完成时限：2020年6月20日）
body: 会议强调，要抓紧。
body: -
attendance: {lead-1:出席：}甲、乙
attendance: {lead-1:列席：}丙
"""
    )


def test_the_last_meeting_up_to_the_day_is_taken() -> None:
    assert titles("huiyi-jiyao") == ["第二次推进会纪要"]
    assert titles("huiyi-jiyao", date="2020-05-01") == ["第一次推进会纪要"]
    assert titles("huiyi-jiyao", meeting="2020-04-15") == ["第一次推进会纪要"]


def test_a_meeting_that_was_not_held() -> None:
    _, found = composed("huiyi-jiyao", meeting="第三次推进会")
    assert [(each.code, each.values["known"]) for each in found] == [("BG752", "第一次推进会、第二次推进会")]


def test_submissions_count_what_was_carried_by_the_day() -> None:
    document, _ = composed("baosong")
    (words,) = [
        plain_text(block.content)
        for block in document.blocks
        if isinstance(block, Paragraph) and block.role is Role.BODY
    ]
    assert words == (
        "截至2020年6月14日，共报送稿件3篇，被采用1篇。其中，《吉宣要情》报送2篇、采用1篇；《活动动态》报送1篇、采用0篇。"
    )
    assert rows(tables(document)[0]) == [
        ["1", "《吉宣要情》", "乙稿", "", "5月2日", "5月8日", "第3期"],
        ["2", "^", "丙稿", "", "5月3日", "—", "—"],
        ["3", "《活动动态》", "甲稿", "", "5月1日", "—", "—"],
        ["合计", "^", "报送3篇", "^", "^", "采用1篇", "^"],
    ]


# -- 统计表 ----------------------------------------------------------------------------------------------------


def statistics(*entries: Entry) -> tuple[list[list[str]], list[str]]:
    """Return the rows of the table and the captions of the charts."""
    found = load_template("tongjibiao")
    assert found.report is not None
    kept = ledger(metric("媒体发稿", by="level"), metric("宣讲"))
    files = replace(desk("tongjibiao").files, ledger=kept, entries=entries)
    document, wrong = compose_report(replace(desk("tongjibiao"), files=files), found, found.report)
    assert wrong == ()
    drawings = [block for block in document.blocks if isinstance(block, Drawing)]
    return rows(tables(document)[0]), [plain_text(each.caption) for each in drawings]


def test_a_chart_of_nothing_is_left_out() -> None:
    nothing = [["媒体发稿", "合计", "次", "0", "0", "0", "0"], ["宣讲", "—", "次", "0", "0", "0", "0"]]
    assert statistics() == (nothing, [])
    table, charts = statistics(entry("06-09", "宣讲", amount=3))
    assert (table[1], charts) == (["宣讲", "—", "次", "3", "0", "+3", "3"], ["图1　各项累计"])
    _, charts = statistics(entry("06-09", "媒体发稿", level="省"), entry("06-09", "媒体发稿"))
    assert charts == ["图1　媒体发稿（每周，按级别）", "图2　各项累计"]


# -- 共有的 ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "field"),
    [("renwu-fengong", "plan"), ("guatu", "plan"), ("daopai-gongqi", "plan"), ("diaodu-tongbao", "plan"),
     ("tongjibiao", "ledger"), ("huiyi-jiyao", "meetings"), ("baosong", "submissions")],
)  # fmt: skip
def test_what_the_campaign_names_no_file_for_is_told(template: str, field: str) -> None:
    found = load_template(template)
    assert found.report is not None
    asked = desk(template)
    _, diagnostics = compose_report(
        Desk(asked.report, replace(asked.files, **{field: None})), found, found.report
    )
    assert [each.code for each in diagnostics] == ["BG751"]


def test_an_author_may_give_title_and_issuer() -> None:
    text = shown("diaodu-tongbao", title="甲|乙", issuer="区委办公室")
    assert "title #report-1: 甲 / 乙" in text
    assert "masthead-imprint: 区委办公室 | 2020年6月14日" in text


def test_headings_of_a_notice_have_ids_of_their_own() -> None:
    document, _ = composed("diaodu-tongbao", body="抓紧。")
    ids = [block.id for block in document.blocks if isinstance(block, Heading)]
    assert len(set(ids)) == len(ids)
