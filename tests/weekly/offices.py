"""A small office in a folder: a campaign, a ledger of two weeks, an article for each."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from briefgen.ledger.entry import entry_of
from briefgen.ledger.figures import Figures, figures
from briefgen.model.campaign import Period
from briefgen.model.ledger import Ledger, Record
from briefgen.store import open_store
from briefgen.weekly import week

W23, W24 = week("2020-W23"), week("2020-W24")

CAMPAIGN = """\
name: 教育实践活动
period: {start: 2020-04-09, end: 2020-07-31}
host: 区委
lead: 区委宣传部
ledger: .
weekly:
  first_issue: 11
  editor_note: 本期为第{{期号}}期。
  summary: {title: 数据, text: "{{截至}}，宣讲{{宣讲}}。", metrics: [学习研讨, 媒体发稿]}
  colophon: {report_to: [市委宣传部], copies: 50}
"""
LEDGER = """\
metrics:
  - {name: 学习研讨, unit: 次}
  - {name: 宣讲, unit: 场, by: form, wording: "{n}余{unit}"}
  - {name: 媒体发稿, levels: [省, 市], unit: 篇, by: level}
records:
  - {date: 2020-06-02, kind: 学习研讨, count: 60}
  - {date: 2020-06-09, kind: 学习研讨, count: 11}
  - {date: 2020-06-02, kind: 宣讲, form: 线上, count: 350}
  - {date: 2020-06-10, kind: 宣讲, form: 科普, count: 6}
  - {date: 2020-06-03, kind: 媒体发稿, level: 省, count: 20}
  - {date: 2020-06-11, kind: 媒体发稿, level: 省, count: 4}
  - {date: 2020-06-11, kind: 媒体发稿, level: 市, count: 2}
"""
ARTICLE = """\
---
title: {title}
date: {date}
source: 综合协调组
---

{text}
"""


def office(folder: Path) -> Path:
    """Write the office into `folder` and return the campaign's file."""
    (folder / "campaign.yaml").write_text(CAMPAIGN, encoding="utf-8")
    (folder / "ledger.yaml").write_text(LEDGER, encoding="utf-8")
    article(folder, "2020-06-04", "第一篇", "本周学习研讨{{学习研讨.本期}}次。")
    article(folder, "2020-06-11", "第二篇", "{{截至}}，累计学习研讨{{学习研讨.累计}}次。")
    return folder / "campaign.yaml"


def article(folder: Path, date: str, title: str, text: str, name: str = "") -> Path:
    path = folder / "articles" / f"{date}{name}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(ARTICLE.format(title=title, date=date, text=text), encoding="utf-8")
    return path


def late_record(folder: Path) -> None:
    """Enter a study session of the first week after its issue came out."""
    record = Record(date=dt.date(2020, 6, 5), kind="学习研讨", count=3, title="补报")
    open_store(".", folder).add([entry_of(record)])


def ledger() -> Ledger:
    from pydantic_core import from_json

    return Ledger.model_validate(from_json(_JSON))


_JSON = """{"metrics": [
  {"name": "学习研讨", "unit": "次"},
  {"name": "宣讲", "unit": "场", "by": "form", "wording": "{n}余{unit}"},
  {"name": "媒体发稿", "levels": ["省", "市"], "unit": "篇", "by": "level"},
  {"name": "播放量", "unit": "次", "wording": "{n}万+{unit}"}],
 "records": [
  {"date": "2020-06-02", "kind": "学习研讨", "count": 60}, {"date": "2020-06-09", "kind": "学习研讨", "count": 11},
  {"date": "2020-06-02", "kind": "宣讲", "form": "线上", "count": 350},
  {"date": "2020-06-10", "kind": "宣讲", "form": "科普", "count": 6},
  {"date": "2020-06-03", "kind": "媒体发稿", "level": "省", "count": 20},
  {"date": "2020-06-11", "kind": "媒体发稿", "level": "省", "count": 4},
  {"date": "2020-06-11", "kind": "媒体发稿", "level": "市", "count": 2},
  {"date": "2020-06-11", "kind": "播放量", "count": 706000}]}"""


def counted(period: Period = W24) -> Figures:
    """Return the figures of the small ledger."""
    found = ledger()
    return figures([entry_of(record) for record in found.records], found, period)
