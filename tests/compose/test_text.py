"""Punctuation: cases to paste, and what holds for any text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.text import normalize, normalize_runs

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("punctuation.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
MARKS = st.text(alphabet="汉字一aB1２Ａ ,.;:!?()（）\"'“”‘’…—-。，、%％．　@/", max_size=30)
TEXTS = MARKS | st.text()


def letters(text: str) -> list[str]:
    return [unicodedata.normalize("NFKC", char) for char in text if char.isalnum()]


@pytest.mark.parametrize(("typed", "printed"), CASES, ids=[typed for typed, _ in CASES])
def test_case(typed: str, printed: str) -> None:
    assert normalize(typed) == (typed if printed == "=" else printed)


@given(TEXTS)
def test_a_second_pass_changes_nothing(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once


@given(TEXTS, st.booleans())
def test_letters_and_digits_stay_in_order(text: str, phrases: bool) -> None:
    assert letters(normalize(text, phrases=phrases)) == letters(text)


@given(st.lists(st.tuples(MARKS, st.booleans()), max_size=5))
def test_fixed_runs_stay_and_others_keep_their_letters(runs: list[tuple[str, bool]]) -> None:
    for (before, fixed), after in zip(runs, normalize_runs(runs), strict=True):
        assert after == before if fixed else letters(after) == letters(before)


@given(MARKS, st.integers(0, 30))
def test_where_runs_part_makes_no_difference(text: str, cut: int) -> None:
    assert "".join(normalize_runs([(text[:cut], False), (text[cut:], False)])) == normalize(text)


def test_quotes_pair_across_runs() -> None:
    runs = [('他说"', False), ("三到位", False), ('",很好', False)]
    assert normalize_runs(runs) == ["他说“", "三到位", "”，很好"]


def test_phrases_of_a_title_stay_apart() -> None:
    assert normalize("工作专班进车间 政策送到机台旁", phrases=True) == "工作专班进车间　政策送到机台旁"


@pytest.mark.parametrize(
    "unit", ['"', "(", "“", "汉,", "'a", ". ", "汉 字 ", "...", '汉"', "a@", "a.", "-", "www."]
)
def test_a_hundred_thousand_marks_are_borne(unit: str) -> None:
    assert normalize(unit * 100_000)  # quadratic time would take minutes
