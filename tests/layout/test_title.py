"""Titles: broken where the sense breaks, in a good outline."""

from __future__ import annotations

from itertools import accumulate
from math import ceil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.doctree.nodes import Role
from briefgen.fonts.metrics import advance, resolve
from briefgen.layout.title import break_title
from briefgen.layout.words import words
from briefgen.spec.faces import Face
from tests.layout.builders import SHEET

ROOM = SHEET.page.measure / SHEET[Role.TITLE].em


CASES = [
    line
    for line in (Path(__file__).parent / "cases" / "titles.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def broken(text: str, room: float = 20) -> list[str]:
    return break_title(text, len, room)


def width(text: str) -> float:
    """Return the width in em as the face of titles has it: digits are half an em."""
    return sum(advance(char, resolve(char, Face.XIAOBIAOSONG) or "") for char in text)


def places(parts: list[str]) -> set[int]:
    """Return at which character each part but the last ends."""
    return set(accumulate(map(len, parts[:-1])))


@pytest.mark.parametrize("case", CASES)
def test_lines_end_only_where_an_editor_would_end_them(case: str) -> None:
    lines = break_title(joined(case), width, ROOM)
    assert "".join(lines) == joined(case)
    assert places(lines) <= places(case.split("|"))
    assert len(lines) <= 4
    assert all(width(line) <= ROOM for line in lines)


def test_most_titles_take_no_more_lines_than_they_need() -> None:
    lines = [(len(break_title(text, width, ROOM)), ceil(width(text) / ROOM)) for text in map(joined, CASES)]
    assert sum(taken > needed for taken, needed in lines) <= len(CASES) / 10


def joined(case: str) -> str:
    return case.replace("|", "")


@given(
    st.lists(st.sampled_from(CASES).map(lambda case: case.split("|")), min_size=1, max_size=4),
    st.integers(8, 24),
)
def test_nothing_is_lost_whatever_the_words(parts: list[list[str]], room: int) -> None:
    text = "".join(part[0] for part in parts)
    lines = break_title(text, width, room)
    assert "".join(lines) == text
    assert all(width(line) <= room for line in lines)


def test_a_title_that_fits_stays_on_one_line() -> None:
    assert broken("区委召开推进会") == ["区委召开推进会"]


@pytest.mark.parametrize(
    "text",
    [
        "江源区召开“解放思想再深入、全面振兴新突破”教育实践活动第二次推进会",
        "江源区委宣传部扎实开展“三四五”工作法推动教育实践活动走深走实",
        "坚持问题导向优化营商环境助力“一谷一城”建设全面提速增效",
        "区委常委会第14次会议审议通过《教育实践活动分工方案》并部署下一步工作",
    ],
)
def test_a_long_title_breaks_between_words_in_a_good_outline(text: str) -> None:
    lines = broken(text)
    assert "".join(lines) == text
    edges, position = set(), 0
    for word in words(text):
        position += len(word.text)
        edges.add(position)
    position = 0
    for line in lines[:-1]:
        position += len(line)
        assert position in edges
    widths = [len(line) for line in lines]
    assert max(widths) <= 20
    if len(widths) > 2:
        assert not (widths[0] > widths[1] < widths[2]), "an hourglass"


def test_an_unbroken_monster_is_cut_rather_than_lost() -> None:
    assert "".join(broken("a" * 70)) == "a" * 70
