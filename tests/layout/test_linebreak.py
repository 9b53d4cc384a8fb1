"""Line breaking: the rules of GB/T 15834 5.1 as cases and as properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.doctree.nodes import Align
from briefgen.layout.inline.breaks import opportunities
from briefgen.layout.inline.justify import set_line
from briefgen.layout.inline.line import Measure, Text
from briefgen.layout.inline.linebreak import break_lines
from briefgen.spec import gbt15834
from briefgen.spec.gbt15834 import Prohibition
from briefgen.spec.typography import Breaking
from tests.layout.builders import BODY, MEASURE, glyphs_of, lines_of
from tests.layout.prose import prose


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


levels, ways = st.sampled_from(Prohibition), st.sampled_from(Breaking)


@given(prose, st.integers(10, 28), levels, ways)
def test_no_line_starts_or_ends_with_a_forbidden_mark(
    text: str, characters: int, level: Prohibition, breaking: Breaking
) -> None:
    lines, forbidden = lines_of(text, characters, level=level, breaking=breaking), gbt15834.FORBIDDEN[level]
    for line in lines[1:]:
        pair = forbidden.pair_may_start and line[:2] in ("……", "——")
        assert line[0] not in forbidden.at_start or pair
    for line in lines[:-1]:
        assert line[-1] not in forbidden.at_end


@given(prose, st.integers(8, 28), ways)
def test_lines_joined_give_the_text(text: str, characters: int, breaking: Breaking) -> None:
    assert "".join(lines_of(text, characters, breaking=breaking)).replace(" ", "") == text.replace(" ", "")


@given(prose, ways)
def test_every_line_but_the_last_fills_the_measure_exactly(text: str, breaking: Breaking) -> None:
    glyphs = glyphs_of(text)
    measure = Measure(MEASURE - 2 * BODY.em, MEASURE)
    spans = break_lines(Text(glyphs, opportunities(glyphs)), measure, breaking)
    for number, span in enumerate(spans):
        room = MEASURE - (2 * BODY.em if number == 0 else 0)
        line = set_line(glyphs[span.start : span.end], 0.0, room, Align.JUSTIFY, last=span.last)
        if span.last:
            assert line.end <= room + 1e-6
        else:
            assert line.end == pytest.approx(room)


@given(st.text(" \n，《a1字—…", max_size=60), st.integers(1, 12), ways)
def test_no_text_however_odd_is_lost_or_refused(text: str, characters: int, breaking: Breaking) -> None:
    lines = "".join(lines_of(text, characters, breaking=breaking))
    assert lines.replace(" ", "") == text.replace(" ", "").replace("\n", "")
