"""Contradictions in a ledger: one of each kind, with both values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefgen.ledger.checks import check_ledger, doubles
from briefgen.ledger.entry import Entry
from briefgen.messages import message, speak
from briefgen.model.ledger import Ledger
from briefgen.reader.office import load_ledger
from tests.campaign.builders import loaded, shown
from tests.ledger.builders import entry, ledger, metric


def said(found: Ledger, *entries: Entry) -> list[tuple[str, str]]:
    with speak("zh"):
        return [(each.code, message(each)) for each in check_ledger(found, entries)]


def at(line: int, *args: Any, **fields: Any) -> Entry:
    return entry(*args, **fields)._replace(file="records/2020-04.csv", line=line)


def test_nothing_is_wrong() -> None:
    assert said(ledger(metric()), entry("04-21"), entry("04-22")) == []
    assert said(ledger(), entry("04-21")) == []
    assert said(ledger(metric())) == []


class TestDoubles:
    def test_the_same_thing_twice(self) -> None:
        first = at(2, "04-21", title="专题学习")
        assert said(ledger(metric()), first, at(3, "04-21", title="专题学习", amount=2)) == [
            (
                "BG720",
                "重复的记录：2020-04-21 学习研讨“专题学习”，数量 2；前一条在 records/2020-04.csv:2:1，数量 1",
            )
        ]

    def test_the_same_number_twice(self) -> None:
        second = at(3, "04-22")._replace(id=entry("04-21").id)
        ((code, text),) = said(ledger(metric()), at(2, "04-21"), second)
        assert (code, text) == ("BG721", f"编号 {second.id} 重复，前一个在 records/2020-04.csv:2:1")

    def test_against_what_is_known(self) -> None:
        assert [each.code for each in doubles([entry("04-21")], known=[entry("04-21")])] == ["BG720"]
        assert list(doubles([entry("04-21")], known=[entry("04-22")])) == []


class TestStrays:
    def test_a_kind_that_nothing_counts_is_told_once(self) -> None:
        found = said(ledger(metric()), entry("04-21", "宣将"), entry("04-22", "宣将"))
        assert found == [("BG726", "没有指标统计“宣将”这一类记录")]

    def test_parts_that_are_not_told(self) -> None:
        stories = metric("媒体发稿", by="level")
        found = said(ledger(stories), *(entry("04-21", "媒体发稿", title=title) for title in "甲乙"))
        assert found == [("BG730", "“媒体发稿”按级别分列，但有 2 条记录没有写级别，第一条在这里")]

    def test_before_the_start(self) -> None:
        found = said(ledger(metric(), start="2020-04-22"), entry("04-21"))
        assert found == [("BG728", "记录的日期 2020-04-21 早于台账的起始日期 2020-04-22")]


def test_a_reading_that_goes_down() -> None:
    views = metric("播放量", accumulate="latest")
    entries = [
        at(3, "05-08", "播放量", title="甲", amount=90),
        at(2, "05-01", "播放量", title="甲", amount=100),
    ]
    assert said(ledger(views), *entries) == [
        ("BG725", "“甲”的读数下降：2020-05-08 为 90，而 2020-05-01 已是 100（records/2020-04.csv:2:1）")
    ]


LEDGER = """\
metrics:
  - {name: 市级以上发稿, kinds: 媒体发稿, levels: [国家, 省, 市], parts: [国家级发稿, 省级发稿]}
  - {name: 国家级发稿, kinds: 媒体发稿, levels: 国家}
  - {name: 省级发稿, kinds: 媒体发稿, levels: 省}
"""
STORIES = [entry("05-06", "媒体发稿", level=level, title=level) for level in ("国家", "省", "市")]


def of_file(text: str, *entries: Entry) -> list[tuple[str, str, str]]:
    return shown(check_ledger(loaded(load_ledger, text), entries))


class TestFigures:
    def test_a_sum_and_its_parts(self) -> None:
        assert of_file(LEDGER, *STORIES) == [
            ("2:60", "BG722", "“市级以上发稿”为 3，各项之和为 2（国家级发稿 1、省级发稿 1）")
        ]
        assert of_file(LEDGER, *STORIES[:2]) == []

    def test_parts_that_are_no_metrics(self) -> None:
        assert of_file(LEDGER.replace("省级发稿]", "省级]"), *STORIES[:2]) == [
            ("2:68", "BG727", "没有名为“省级”的指标")
        ]

    def test_a_metric_twice(self) -> None:
        ((place, code, text),) = of_file("metrics: [{name: 宣讲}, {name: 宣讲}]\n", entry("04-21", "宣讲"))
        assert (place, code) == ("1:30", "BG729")
        assert text.endswith("a.yaml:1:18")

    def test_figures_made_public(self) -> None:
        text = """\
metrics:
  - name: 宣讲
    stated:
      - {date: 2020-05-10, value: 3, where: 第9期}
      - {date: 2020-05-03, value: 2}
      - {date: 2020-05-17, value: 1, at_least: 是}
"""
        entries = [entry("05-01", "宣讲"), entry("05-02", "宣讲"), entry("05-17", "宣讲")]
        found = of_file(text, *entries)
        assert found[0] == ("4:35", "BG723", "“宣讲”公布为 3（第9期），台账截至 2020-05-10 为 2")
        assert [each[:2] for each in found[1:]] == [("6:35", "BG724")]
        assert found[1][2].startswith("“宣讲”公布的累计数由 3（")
        assert Path(found[1][2].split("（")[1]).name == "a.yaml:4:35）降到 1"
