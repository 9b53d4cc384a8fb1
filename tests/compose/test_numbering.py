from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.numbering import (
    HeadingNumbers,
    chinese_number,
    heading_number,
    item_label,
    typed_level,
)


@pytest.mark.parametrize(
    ("number", "chinese"),
    [
        (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (19, "十九"), (20, "二十"), (21, "二十一"), (99, "九十九"),
        (100, "一百"), (101, "一百〇一"), (110, "一百一十"), (111, "一百一十一"), (120, "一百二十"),
        (999, "九百九十九"),
    ],
)  # fmt: skip
def test_chinese_numbers(number: int, chinese: str) -> None:
    assert chinese_number(number) == chinese


@pytest.mark.parametrize(("level", "number"), [(1, "二、"), (2, "（二）"), (3, "2."), (4, "（2）")])
def test_each_level_has_its_form(level: int, number: str) -> None:
    assert heading_number(level, 2) == number


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一、甲", 1), ("（十二）甲", 2), ("3.甲", 3), ("3．甲", 3), ("3、甲", 3), ("（3）甲", 4), ("(3)甲", 4),
        ("甲", 0), ("3.5万人", 0), ("2020年", 0), ("一是甲", 0),
    ],
)  # fmt: skip
def test_typed_numbers_are_told_by_their_form(text: str, level: int) -> None:
    assert typed_level(text) == level


@given(st.integers(1, 998))
def test_counting_goes_on_from_a_typed_number(number: int) -> None:
    numbers = HeadingNumbers()
    assert numbers.number(1, f"{chinese_number(number)}、甲") == ""
    assert numbers.number(1, "乙") == f"{chinese_number(number + 1)}、"


def test_labels_of_list_items() -> None:
    assert [item_label(depth, 2) for depth in range(3)] == ["2.", "（2）", "②"]
    assert item_label(2, 11) == "11）"  # no circled eleven in GB 2312
    assert item_label(2, 0) == "0）"
