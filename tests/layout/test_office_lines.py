"""Lines as an office fills them: what was measured in LibreOffice 7.4, as cases (`scripts/parity` asks the program)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.doctree.nodes import Align
from briefgen.layout.inline.breaks import opportunities
from briefgen.layout.inline.justify import set_line
from briefgen.layout.inline.line import Measure, Text
from briefgen.layout.inline.linebreak import break_lines
from briefgen.spec.office import LATIN, LATIN_WORDS, STANDING_OFF, sorts
from briefgen.spec.typography import Breaking
from tests.layout.builders import BODY, SPARE, glyphs_of, lines_of
from tests.layout.prose import prose


def office(text: str, characters: int = 10) -> list[str]:
    return lines_of(text, characters, breaking=Breaking.OFFICE)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一二三四五六七八九十甲", ["一二三四五六七八九十", "甲"]),  # one by one, whatever is left
        ("一二三四五六七八九十，甲乙", ["一二三四五六七八九十，", "甲乙"]),  # a mark comes in
        ("一二三四五六七八九十。”甲", ["一二三四五六七八九", "十。”甲"]),  # but not two
        ("一二三四五六七八九十”甲", ["一二三四五六七八九", "十”甲"]),  # nor a closing one
        ("一二三，”五六七八九十甲", ["一二三，”五六七八九", "十甲"]),  # marks keep their cells
        ("一二三四五六七八九《甲乙》", ["一二三四五六七八九", "《甲乙》"]),
        ("一二三四五六七八2020年底", ["一二三四五六七八", "2020年底"]),  # for the gap before the number
        ("一二三四五六七八九——甲", ["一二三四五六七八九", "——甲"]),
        ("一二三四五六七八九……甲", ["一二三四五六七八", "九……甲"]),
        ("一二三四五六七甲（12）乙丙", ["一二三四五六七甲", "（12）乙丙"]),
        ("一二三四五六12，七八九十甲", ["一二三四五六12，七", "八九十甲"]),
        ("一二三四五六七3.5%的", ["一二三四五六七3.5%", "的"]),
        ("一二三四五六七八3.5%的", ["一二三四五六七八", "3.5%的"]),
        ("一二三四五六briefgen的人", ["一二三四五六", "briefgen的人"]),
        ("一二三\n四五", ["一二三", "四五"]),
        (
            "一二三四五六七24%。11月底",
            ["一二三四五六七", "24%。11月底"],
        ),  # no end behind a mark between numbers
        ("一二三四五六七24%。《11》", ["一二三四五六七24%。", "《11》"]),
        ("一二三四五六“网+”、5G的", ["一二三四五六“网+”、", "5G的"]),  # unless the last letter is Han
        ("一二三四五六七八（3%）《四》", ["一二三四五六七八", "（3%）《四》"]),
        ("一二三四五六七（3%）《四》五六七八九", ["一二三四五六七（3%）", "《四》五六七八九"]),
    ],
)
def test_fills_lines_as_libreoffice_does(text: str, lines: list[str]) -> None:
    assert office(text) == lines


def test_no_mark_hangs_in_a_table() -> None:
    glyphs = glyphs_of("一二三四五六七八九十，甲乙", breaking=Breaking.OFFICE)
    room = Measure(10 * BODY.em, 10 * BODY.em, SPARE, hang=False)
    spans = break_lines(Text(glyphs, opportunities(glyphs)), room, Breaking.OFFICE)
    assert spans[0].end == 9


@given(prose, st.integers(10, 28))
def test_what_hangs_in_an_office_is_squeezed_into_the_measure(text: str, characters: int) -> None:
    glyphs = glyphs_of(text, breaking=Breaking.OFFICE)
    width = characters * BODY.em
    spans = break_lines(Text(glyphs, opportunities(glyphs)), Measure(width, width, SPARE), Breaking.OFFICE)
    for span in spans:
        line = set_line(glyphs[span.start : span.end], 0.0, width, Align.JUSTIFY, last=span.last)
        assert line.end <= width + 1e-6


_WEAK, _HAN = " \u00a0\u2000-\u2bff", "\u2e80-\U0010ffff"
_CHARACTERS = " a1Bé_-·—“”，。、汉字万①％%‰℃㎡\u00a0\u2003\u2160\u2c60\u2e80\U00020000.:/"


@pytest.mark.parametrize(
    ("by_sorts", "by_characters"),
    [
        (LATIN, rf"(?:^[{_WEAK}]+)?[^{_WEAK}{_HAN}][^{_HAN}]*"),
        (LATIN_WORDS, rf"[^\W_{_WEAK}{_HAN}].*?(?=[^\W_\0-\u2e7f]|\Z)"),
        (STANDING_OFF, rf"(?:[^\W_{_HAN}]|[%‰])+"),
    ],
)
@given(text=st.text(st.one_of(st.sampled_from(_CHARACTERS), st.characters(exclude_characters="\n"))))
def test_sorts_say_what_sets_of_characters_would(
    by_sorts: re.Pattern[str], by_characters: str, text: str
) -> None:
    found = [match.span() for match in by_sorts.finditer(sorts(text))]
    assert found == [match.span() for match in re.finditer(by_characters, text)]
