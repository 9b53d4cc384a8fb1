from __future__ import annotations

import pytest
from cn2an import an2cn
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
        (999, "九百九十九"), (1010, "一千〇一十"), (101_000, "十万一千"), (100_010, "十万〇一十"),
        (100_003_000, "一亿〇三千"),
    ],
)  # fmt: skip
def test_chinese_numbers(number: int, chinese: str) -> None:
    assert chinese_number(number) == chinese


@given(st.one_of(st.integers(1, 1000), st.integers(1, 10**12 - 1)))
def test_numerals_are_those_of_another_program(number: int) -> None:
    if number > 10**8 and number // 10**4 % 10**4 == 0:
        number += 10**4  # of 一亿零三千 that program leaves out the zero, which schools teach
    expected = an2cn(number, "low")
    assert chinese_number(number, "零") == expected
    assert chinese_number(number) == expected.replace("零", "〇")


@pytest.mark.parametrize("number", [0, -1, 10**12])
def test_numbers_that_are_not_numbered(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        chinese_number(number)


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
