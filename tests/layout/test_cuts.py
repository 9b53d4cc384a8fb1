"""Words of a title and the places where it may be parted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.layout.cuts import CLINGS, INSIDE_QUOTES, INSIDE_TITLE, LEANS, cuts
from briefgen.layout.words import words
from briefgen.spec import gbt15834, officialese


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("区工信局组建12支惠企服务队", ["区工信局", "组建", "12支", "惠企", "服务队"]),
        ("以线上宣讲带动", ["以", "线上", "宣讲", "带动"]),
        ("大阳岔镇党员干部买买提·艾山", ["大阳岔镇", "党员干部", "买买提·艾山"]),
        ("2020年6月10日第14次会议", ["2020年6月10日", "第14次", "会议"]),
        ("对照41项任务倒排工期", ["对照", "41项", "任务", "倒排工期"]),
    ],
)
def test_words_that_a_general_segmenter_gets_wrong(text: str, parted: list[str]) -> None:
    assert [word.text for word in words(text)] == parted


@given(st.text(st.sampled_from("区委会议第14次，。《》“”·买提推动一谷城 aB")) | st.text())
def test_no_character_is_lost(text: str) -> None:
    assert "".join(word.text for word in words(text)) == text


@given(st.text(st.sampled_from("区委会议第14次，。《》“”·买提推动一谷城 aB——……")))
def test_no_line_would_start_or_end_with_a_forbidden_mark(text: str) -> None:
    for place in cuts(text):
        assert text[place] not in gbt15834.NOT_AT_LINE_START
        assert text[place - 1] not in gbt15834.NOT_AT_LINE_END


@pytest.mark.parametrize(
    ("text", "place", "least"),
    [
        ("制定《宣传工作方案》实施", 6, INSIDE_TITLE),
        ("建设“一谷一城、美丽江源”样板", 8, INSIDE_QUOTES - 1),
        ("白山市江源区召开", 5, CLINGS),
        ("为群众办事", 1, LEANS),
        ("优秀干部的作风", 4, LEANS),
        ("教育和实践", 3, LEANS),
        ("以“五个聚焦”为抓手", 7, LEANS),
    ],
)
def test_places_that_part_the_sense(text: str, place: int, least: float) -> None:
    assert cuts(text).get(place, least) >= least


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("区委宣传部召开会议", 5),
        ("建设样板，推动发展", 5),
        ("区民政局为群众办事", 4),
        ("深化改革全面提升", 4),
    ],
)
def test_places_where_the_sense_breaks(text: str, place: int) -> None:
    assert cuts(text)[place] <= 0.0


def test_no_word_stands_in_two_lists_that_contradict_each_other() -> None:
    lists = (officialese.VERBS, officialese.ADVERBS, officialese.DETERMINERS, officialese.CONJUNCTIONS)
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
    assert len(set(officialese.NOUNS)) == len(officialese.NOUNS)
