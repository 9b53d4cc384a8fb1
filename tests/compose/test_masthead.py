from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.masthead import chinese_date
from briefgen.compose.office.words import full_date
from briefgen.doctree.dump import dump
from tests.compose.builders import composed


def masthead(head: dict[str, Any], options: dict[str, Any] | None = None) -> list[str]:
    """The lines of a masthead as they are dumped."""
    document, diagnostics = composed(head=head, template={"parts": ["masthead"], "masthead": options or {}})
    assert diagnostics == ()
    return [line.strip() for line in dump(document).splitlines()[1:]]


IMPRINT = ["masthead-imprint: 中共白山市江源区委宣传部 | 2020年7月3日", "head-rule"]


def test_no_line_stands_for_what_is_absent() -> None:
    assert masthead({}) == ["masthead-name: 活动动态", *IMPRINT]


def test_everything_in_printed_order() -> None:
    head = {
        "secrecy": "秘密",
        "secrecy_period": "1年",
        "copy_number": 12,
        "note": "内部资料　注意保存",
        "urgency": "特急",
        "name": "活动动态",
        "campaign": '"解放思想再深入,全面振兴新突破"教育实践活动',
        "issue": 12,
        "total_issue": 112,
    }
    assert masthead(head) == [
        "masthead-marks: 秘密★1年 | 000012",
        "masthead-marks: 内部资料　注意保存 |",
        "masthead-urgency: 特急",
        "masthead-name: 活动动态",
        "masthead-campaign: “解放思想再深入，全面振兴新突破”教育实践活动",
        "masthead-issue: 第12期（总第112期）",
        *IMPRINT,
    ]


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ({"note": "内部资料"}, "内部资料 |"),
        ({"copy_number": 1}, "| 000001"),
        ({"copy_number": 1234567}, "| 1234567"),
        ({"secrecy": "机密"}, "机密 |"),
        ({"note": "内部资料", "copy_number": 1}, "内部资料 | 000001"),
    ],
)
def test_marks(head: dict[str, Any], line: str) -> None:
    assert masthead(head)[0].split(": ", 1)[1].strip() == line


def test_the_campaign_stands_where_the_template_says() -> None:
    head = {"campaign": "甲活动"}
    assert masthead(head, {"campaign": "above"})[:2] == [
        "masthead-campaign: 甲活动",
        "masthead-name: 活动动态",
    ]
    assert masthead(head, {"campaign": "below"})[:2] == [
        "masthead-name: 活动动态",
        "masthead-campaign: 甲活动",
    ]
    assert masthead(head, {"campaign": "none"}) == masthead({})


@pytest.mark.parametrize(
    ("head", "issue"),
    [
        ({"issue": 12}, "第12期"),
        ({"total_issue": 112}, "（总第112期）"),
        ({"special": True}, "增刊"),
        ({"special": True, "issue": 1}, "增刊第1期"),
    ],
)
def test_the_number_of_the_issue(head: dict[str, Any], issue: str) -> None:
    assert masthead(head)[1] == f"masthead-issue: {issue}"


def test_wording_comes_from_the_template() -> None:
    options = {"issue": "〔{issue}〕", "total": "/{total}", "special": "特刊"}
    head = {"issue": 3, "total_issue": 9, "special": True}
    assert masthead(head, options)[1] == "masthead-issue: 特刊〔3〕/9"


def test_a_brace_in_the_wording_is_harmless() -> None:
    assert masthead({"issue": 3}, {"issue": "}{ {{issue}}"})[1] == "masthead-issue: }{ {3}"


def test_dates_have_no_zeros_before_them() -> None:
    assert masthead({"date": dt.date(2020, 1, 9)})[-2].endswith("| 2020年1月9日")


@given(st.dates(dt.date(1000, 1, 1)))
def test_a_date_is_as_babel_has_it(day: dt.date) -> None:
    assert chinese_date(day) == full_date(day) == format_date(day, "y年M月d日", locale="zh_CN")
    assert chinese_date(day) == format_date(day, "long", locale="zh_CN")
