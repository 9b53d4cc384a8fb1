"""Line breaking: the rules of GB/T 15834 5.1 as cases and as properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.doctree.nodes import Align
from briefgen.layout.inline.breaks import opportunities
from briefgen.layout.inline.greedy import greedy
from briefgen.layout.inline.justify import set_line
from briefgen.layout.inline.line import Measure, Span, Text
from briefgen.layout.inline.linebreak import break_lines
from briefgen.layout.inline.totalfit import badness_of, total_fit
from briefgen.spec import gbt15834
from tests.layout.builders import BODY, MEASURE, glyphs_of, lines_of

HAN = "江源区委宣传部召开会议研究部署教育实践活动"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一二三四五六七八九十甲乙", ["一二三四五六七八九十", "甲乙"]),
        ("一二三四五六七八九十甲", ["一二三四五六七八九", "十甲"]),  # no last line of one character
        ("一二三四五六七八九十，甲乙", ["一二三四五六七八九", "十，甲乙"]),  # nothing to squeeze: pushed out
        ("一，三四五，七八九十，甲乙", ["一，三四五，七八九十，", "甲乙"]),  # squeezed in
        ("一二三四五六七八九《甲乙》", ["一二三四五六七八九", "《甲乙》"]),  # no opening mark at a line's end
        ("一二三四五六七八九……甲乙", ["一二三四五六七八九", "……甲乙"]),  # a pair is not split
        ("一二三四五六七八2020年底", ["一二三四五六七八2020", "年底"]),
        ("一二三四五六七八九2020年", ["一二三四五六七八九", "2020年"]),  # digits hold together
        ("一二三四五六七八九70万次", ["一二三四五六七八九", "70万次"]),  # a number and its unit
        ("一二三四五六七八3.5%的", ["一二三四五六七八", "3.5%的"]),
        ("一二三四五六briefgen的人", ["一二三四五六briefgen", "的人"]),
        ("一二三四五六 briefgen 的", ["一二三四五六", "briefgen 的"]),
        ("一二三\n四五", ["一二三", "四五"]),  # a break that the author asked for
        ("", []),
    ],
)
def test_breaks_as_the_standard_says(text: str, lines: list[str]) -> None:
    assert lines_of(text, 10) == lines


def test_keeps_a_last_line_from_holding_one_character() -> None:
    lines = lines_of("一二三四，六七八九十一二三四五六七八九十。二三", 10)
    assert len(lines[-1].strip("。")) > 1


def test_breaks_a_url_only_at_its_points() -> None:
    url = "https://example.org/briefings/2020/issue-12/index.html"
    lines = lines_of("见" + url, 10, href=url)
    assert "".join(lines) == "见" + url
    assert all(line[-1] in "/-._" for line in lines[1:-1])


def test_cuts_a_word_longer_than_a_line() -> None:
    lines = lines_of("a" * 100, 10)
    assert [len(line) for line in lines] == [20, 20, 20, 20, 20]


words = st.text(HAN, min_size=1, max_size=6)
numbers = st.integers(0, 99999).map(str)
latin = st.sampled_from(["PDF", "briefgen", "GB/T 9704", "A4"])
closing = st.sampled_from([*"，。、；：！？", "”", "》", "）", "……"])
opening = st.sampled_from([*"“《（"])
pieces = st.tuples(st.one_of(words, words, numbers, latin), words, st.one_of(closing, st.just(""))).map(
    "".join
)
prose = st.lists(
    st.one_of(pieces, st.tuples(opening, words, closing).map("".join)), min_size=1, max_size=60
).map("".join)


@given(prose, st.integers(8, 28))
def test_no_line_starts_or_ends_with_a_forbidden_mark(text: str, characters: int) -> None:
    lines = lines_of(text, characters)
    for line in lines[1:]:
        assert line[0] not in gbt15834.NOT_AT_LINE_START or line[:2] in ("……", "——")
    for line in lines[:-1]:
        assert line[-1] not in gbt15834.NOT_AT_LINE_END


@given(prose, st.integers(8, 28))
def test_lines_joined_give_the_text(text: str, characters: int) -> None:
    assert "".join(lines_of(text, characters)).replace(" ", "") == text.replace(" ", "")


@given(prose)
def test_every_line_but_the_last_fills_the_measure_exactly(text: str) -> None:
    glyphs = glyphs_of(text)
    spans = break_lines(glyphs, opportunities(glyphs), Measure(MEASURE - 2 * BODY.em, MEASURE))
    for number, span in enumerate(spans):
        room = MEASURE - (2 * BODY.em if number == 0 else 0)
        line = set_line(glyphs[span.start : span.end], 0.0, room, Align.JUSTIFY, last=span.last)
        if span.last:
            assert line.end <= room + 1e-6
        else:
            assert line.end == pytest.approx(room)


@given(prose)
def test_squeezing_takes_no_more_than_the_marks_can_give(text: str) -> None:
    glyphs = glyphs_of(text)
    for span in break_lines(glyphs, opportunities(glyphs), Measure(MEASURE, MEASURE)):
        line = set_line(glyphs[span.start : span.end], 0.0, MEASURE, Align.JUSTIFY, last=span.last)
        natural = sum(glyph.advance for glyph in glyphs[span.start : span.end])
        gift = sum(glyph.squeeze for glyph in glyphs[span.start : span.end])
        assert natural - gift <= line.end + 1e-6


@given(prose)
def test_weighing_all_lines_is_never_worse_than_filling_one_by_one(text: str) -> None:
    glyphs = glyphs_of(text)
    shaped = Text(glyphs, opportunities(glyphs))
    measure = Measure(MEASURE, MEASURE)

    def total(spans: list[Span]) -> float:
        return sum(badness_of(shaped, span, MEASURE) for span in spans)

    fitted = total_fit(shaped, 0, len(glyphs), measure)
    assert fitted is not None
    assert total(fitted) <= total(greedy(shaped, 0, len(glyphs), measure)) + 1e-6


@given(st.text(" \n，《a1字—…", max_size=60), st.integers(1, 12))
def test_no_text_however_odd_is_lost_or_refused(text: str, characters: int) -> None:
    assert "".join(lines_of(text, characters)).replace(" ", "") == text.replace(" ", "").replace("\n", "")
