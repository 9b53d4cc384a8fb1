"""A small office: three items of two aspects, a meeting, submissions, follow-ups; what each document says of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from briefgen.compose.office import Desk, Files, compose_report
from briefgen.diagnostics import Diagnostic
from briefgen.doctree.dump import block_dump
from briefgen.doctree.nodes import Document, Table
from briefgen.doctree.walk import plain_text
from briefgen.model.campaign import Campaign
from briefgen.model.follow_up import FollowUps
from briefgen.model.meeting import Meetings
from briefgen.model.plan import Plan
from briefgen.model.report import Report
from briefgen.model.submission import Submissions
from briefgen.reader import load_template

CAMPAIGN = Campaign.model_validate({
    "name": "教育实践活动", "period": {"start": "2020-04-09", "end": "2020-07-31"}, "host": "区委",
    "lead": "区委宣传部", "office": {"name": "推进办公室"}, "bulletins": [{"name": "吉宣要情"}, {"name": "活动动态"}],
})  # fmt: skip
PLAN = Plan.model_validate({
    "date": "2020-04-14",
    "aspects": [
        {"title": "学习", "lead": "宣传部", "items": [
            {"title": "研讨", "responsible": ["党校", "团区委"], "deadline": "2020-06-10", "workdays": 5,
             "progress": [{"date": "2020-06-01", "note": "推进", "percent": 50}]},
            {"title": "宣讲", "responsible": ["团区委"], "deadline": "2020-06-12", "done": "2020-06-11",
             "measures": [{"title": "进村"}, {"title": "进企"}]},
        ]},
        {"title": "调度", "items": [
            {"title": "项目", "lead": ["发改局", "商务局"], "responsible": ["各乡镇"], "deadline": "2020-06-30",
             "start": "2020-06-01", "milestones": [{"name": "送审", "before": 3}], "deliverable": "清单",
             "progress": [{"date": "2020-06-12", "note": "推进", "percent": 50}]},
        ]},
    ],
})  # fmt: skip
MEETINGS = Meetings.model_validate({
    "meetings": [
        {"name": "第一次推进会", "date": "2020-04-15"},
        {"name": "第二次推进会", "date": "2020-06-10", "time": "9:00", "place": "会议中心", "chair": "部长",
         "number": "第2期", "agenda": [{"title": "听取汇报", "speaker": "发改局", "body": "会议认为进度**较快**。"}],
         "decisions": [{"text": "抓紧送审。", "lead": ["发改局"], "deadline": "2020-06-20"}],
         "present": ["甲", "乙"], "observers": ["丙"]},
    ],
})  # fmt: skip
SUBMISSIONS = Submissions.model_validate({
    "submissions": [
        {"date": "2020-05-01", "bulletin": "活动动态", "title": "甲稿"},
        {"date": "2020-05-02", "bulletin": "吉宣要情", "title": "乙稿", "carried": "2020-05-08", "carried_in": "第3期"},
        {"date": "2020-05-03", "bulletin": "吉宣要情", "title": "丙稿", "carried": "2020-07-01"},
        {"date": "2020-08-01", "bulletin": "吉宣要情", "title": "丁稿"},
    ],
})  # fmt: skip
FOLLOW_UPS = FollowUps.model_validate({
    "follow_ups": [
        {"kind": "at_once", "subject": "缺设备", "departments": ["文旅局"], "date": "2020-06-09", "done": "2020-06-10",
         "result": "已调配"},
        {"kind": "weekly", "subject": "项目进度", "item": "3", "date": "2020-06-01"},
        {"kind": "weekly", "subject": "研讨进度", "item": "1", "date": "2020-06-01"},
    ],
})  # fmt: skip


FILES = Files(CAMPAIGN, PLAN, meetings=MEETINGS, submissions=SUBMISSIONS, follow_ups=FOLLOW_UPS)


def desk(template: str, date: str = "2020-06-14", **report: Any) -> Desk:
    asked = Report.model_validate({"template": template, "campaign": "c.yaml", "date": date, **report})
    return Desk(asked, FILES)


def composed(
    template: str, date: str = "2020-06-14", **report: Any
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document of the shipped `template` and what is wrong with it."""
    found = load_template(template)
    assert found.report is not None
    return compose_report(desk(template, date, **report), found, found.report)


def shown(template: str, date: str = "2020-06-14", **report: Any) -> str:
    """Return the blocks of the document, of which nothing is wrong, as text."""
    document, found = composed(template, date, **report)
    assert found == ()
    return block_dump(document.blocks)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    """Return the texts of the rows, `^` for a place that a merged cell covers."""
    return [["^" if cell is None else plain_text(cell.content) for cell in row] for row in table.rows]


DAY = dt.date(2020, 6, 14)
