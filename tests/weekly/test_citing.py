"""Citations: figures by metric, part and tense; days; Chinese numerals; what is cited and not there."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Position, TextOrigin
from briefgen.weekly.citing import Occasion, filled
from tests.weekly.offices import counted

OCCASION = Occasion(12, dt.date(2020, 6, 15), counted())


def cited(text: str) -> str:
    words, found = filled(text, None, OCCASION)
    assert found == []
    return words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{学习研讨}}", "71次"), ("{{学习研讨.本期}}", "11"), ("{{学习研讨.上期}}", "60"), ("{{学习研讨.累计}}", "71"),
        ("{{学习研讨.增减}}", "减少49"), ("{{宣讲}}", "350余场"), ("{{宣讲.措辞}}", "350余场"),
        ("{{宣讲.累计}}", "356"),
        ("{{宣讲.线上.累计}}", "350"), ("{{宣讲.科普.本期}}", "6"), ("{{媒体发稿.省级.累计}}", "24"),
        ("{{媒体发稿.省}}", "24"), ("{{媒体发稿.市级.本期}}", "2"), ("{{媒体发稿.国家级.累计}}", "0"),
        ("{{播放量}}", "70万+次"), ("{{播放量.增减}}", "增加706000"),
        ("{{截至}}", "截至6月14日"), ("{{截至全称}}", "截至2020年6月14日"), ("{{本期}}", "6月8日至14日"),
        ("{{日期}}", "2020年6月15日"), ("{{期号}}", "12"), ("{{期号.汉字}}", "十二"), ("{{年.汉字}}", "二〇二〇"),
        ("{{截至全称.汉字}}", "截至二〇二〇年六月十四日"), ("{{播放量.累计.汉字}}", "七十万六千"),
        ("{{播放量.汉字}}", "七十万+次"),
        ("{{宣讲.累计.汉字}}", "三百五十六"), ("{{媒体发稿.国家级.累计.汉字}}", "零"),
        ("{{学习研讨.累计.汉字}}", "七十一"), ("{{ 学习研讨 . 累计 }}", "71"),
        ("没有引用 {a} {{}}", "没有引用 {a} {{}}"),
    ],
)  # fmt: skip
def test_citations(text: str, expected: str) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "word", "hint"),
    [
        ("{{学习研究.本期}}", "学习研究", "学习研讨"),
        ("{{宣讲.线下.累计}}", "线下", "线上"),
        ("{{学习研讨.本月}}", "本月", "本期"),
    ],
)
def test_what_is_not_there_is_told_with_its_place(text: str, word: str, hint: str) -> None:
    origin = TextOrigin((Position("a.md", 6, 1), Position("a.md", 7, 1)))
    words, found = filled(f"第一行\n甲{text}乙", origin, OCCASION)
    assert words == f"第一行\n甲{text}乙"
    assert [(each.code, each.values["word"], each.position) for each in found] == [
        ("BG760", word, Position("a.md", 7, 2))
    ]
    assert hint in str(found[0].values["hint"].values)


@given(st.text("{}学习研讨.本期 \n", max_size=40))
def test_any_text_can_be_filled(text: str) -> None:
    words, _ = filled(text, None, OCCASION)
    assert words.count("\n") == text.count("\n")
