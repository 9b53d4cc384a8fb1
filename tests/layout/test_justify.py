"""Justification: who gives first, how much, and where a stretched line grows (GB/T 15834 5.1.10, CLREQ 3.1.6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.doctree.nodes import Align
from briefgen.doctree.nodes import Text as Words
from briefgen.fonts import metrics
from briefgen.layout.inline.justify import SetLine, set_line
from briefgen.layout.inline.line import Text
from briefgen.layout.inline.shape import Glyph, shape
from briefgen.spec.faces import Face
from briefgen.spec.typography import Breaking
from briefgen.style import StyleSheet, Typesetting
from tests.layout.builders import BODY, SHEET
from tests.layout.squares import Squares

EM = BODY.size
STYLE = replace(BODY, tracking=0.0)


def glyphs_of(text: str, gap: float = 0.0) -> list[Glyph]:
    sheet: StyleSheet = replace(SHEET, typesetting=Typesetting(Breaking.OPTIMUM, latin_gap=gap))
    return shape((Words(text),), STYLE, sheet, Squares())


def squeezed(text: str, em: float, gap: float = 0.0) -> dict[str, float]:
    """Squeeze a line by so many em; return by how many em the pen moves less after each character."""
    glyphs = glyphs_of(text, gap)
    natural = sum(glyph.advance for glyph in glyphs) - glyphs[-1].kern
    line = set_line(glyphs, 0.0, natural - em * EM, Align.JUSTIFY, last=False)
    assert line.end == pytest.approx(natural - em * EM)
    return changes(line, glyphs)


def stretched(text: str, em: float, gap: float = 0.0) -> dict[str, float]:
    """Stretch a line by so many em; return by how many em the pen moves more after each character."""
    glyphs = glyphs_of(text, gap)
    natural = sum(glyph.advance for glyph in glyphs) - glyphs[-1].kern
    return changes(set_line(glyphs, 0.0, natural + em * EM, Align.JUSTIFY, last=False), glyphs)


def changes(line: SetLine, glyphs: list[Glyph]) -> dict[str, float]:
    advances = [advance for run in line.runs for advance in run.advances]
    moved = [round((b - a.advance) / EM, 4) for a, b in zip(glyphs, advances, strict=True)]
    return {glyph.char: change for glyph, change in zip(glyphs, moved, strict=True) if change}


class TestSqueezing:
    def test_the_mark_at_the_end_of_the_line_gives_first(self) -> None:
        assert squeezed("一，二（三）四。", 0.5) == {"。": -0.5}

    def test_then_latin_spaces_down_to_a_quarter(self) -> None:
        assert squeezed("一 二，三。", 0.75) == {" ": -0.25, "。": -0.5}

    def test_then_the_interpunct_on_both_sides_alike(self) -> None:
        glyphs = glyphs_of("甲·乙，丙")
        glyphs[1] = replace(glyphs[1], squeeze=EM / 2, advance=EM)  # as wide as in the faces of documents
        line = set_line(glyphs, 0.0, 4.5 * EM, Align.JUSTIFY, last=False)
        assert changes(line, glyphs) == {"甲": -0.25, "·": -0.25}

    def test_then_brackets_before_commas_before_stops(self) -> None:
        assert squeezed("一（二）三，四。五", 1.0) == {"一": -0.5, "）": -0.5}
        assert squeezed("一（二）三，四。五", 1.5) == {"一": -0.5, "）": -0.5, "，": -0.5}
        assert squeezed("一（二）三，四。五", 1.75) == {"一": -0.5, "）": -0.5, "，": -0.5, "。": -0.25}

    def test_peers_give_alike(self) -> None:
        assert squeezed("一，二、三；四", 0.75) == {"，": -0.25, "、": -0.25, "；": -0.25}

    def test_the_latin_gap_gives_after_commas_and_keeps_an_eighth(self) -> None:
        assert squeezed("一，第a二。三", 0.75, gap=0.25) == {"，": -0.5, "第": -0.125, "a": -0.125}
        assert squeezed("一，第a二。三", 1.25, gap=0.25) == {
            "，": -0.5,
            "第": -0.125,
            "a": -0.125,
            "。": -0.5,
        }

    def test_an_opening_mark_at_the_start_gives_its_left_half(self) -> None:
        glyphs = glyphs_of("《一二三")
        line = set_line(glyphs, 0.0, 3.5 * EM, Align.JUSTIFY, last=False)
        assert line.runs[0].x == pytest.approx(-EM / 2)  # its ink stands at the edge
        assert line.end == pytest.approx(3.5 * EM)

    def test_a_mark_that_closed_up_gives_nothing_more_inside_a_line_but_may_at_its_end(self) -> None:
        glyphs = glyphs_of("一）。二")
        text = Text(glyphs, [True] * 4)
        assert text.width(0, 4) == pytest.approx(3.5 * EM)
        assert text.gift(0, 4) == pytest.approx(0.5 * EM)
        assert text.width(0, 2) == pytest.approx(2 * EM)  # the line ends between the two: nothing to close up
        assert text.gift(0, 2) == pytest.approx(0.5 * EM)


class TestStretching:
    def test_latin_spaces_grow_first_up_to_half_an_em(self) -> None:
        glyphs = glyphs_of("一 二三")
        glyphs[1] = replace(glyphs[1], advance=EM / 4)
        line = set_line(glyphs, 0.0, 3.5 * EM, Align.JUSTIFY, last=False)
        assert changes(line, glyphs) == {" ": 0.25}

    def test_then_latin_gaps_up_to_half_an_em(self) -> None:
        assert stretched("一a二三", 0.5, gap=0.25) == {"一": 0.25, "a": 0.25}
        assert stretched("一a二三", 0.2, gap=0.25) == {"一": 0.1, "a": 0.1}

    def test_then_all_gaps_alike(self) -> None:
        assert stretched("一二三四", 0.3) == {"一": 0.1, "二": 0.1, "三": 0.1}
        assert stretched("一a二三", 0.8, gap=0.25) == {"一": 0.35, "a": 0.35, "二": 0.1}

    def test_never_inside_a_word_a_number_or_a_pair(self) -> None:
        assert stretched("一2020年", 0.2) == {"一": 0.1, "0": 0.1}
        assert stretched("一——二", 0.2) == {"一": 0.1, "—": 0.1}
        assert stretched("达70%的", 0.2) == {"达": 0.1, "%": 0.1}
        assert stretched("超3万元的", 0.2) == {"超": 0.1, "元": 0.1}


class TestLatinGap:
    def test_stands_between_han_and_latin_but_not_at_marks_or_spaces(self) -> None:
        glyphs = glyphs_of("第3次，A股（B）a b", gap=0.25)
        assert "".join(glyph.char for glyph in glyphs if glyph.kern) == "第3A"

    def test_falls_away_at_the_end_of_a_line(self) -> None:
        glyphs = glyphs_of("一二a", gap=0.25)
        assert Text(glyphs, [True] * 3).width(0, 2) == pytest.approx(2 * EM)
        assert set_line(glyphs[:2], 0.0, 9 * EM, Align.LEFT, last=True).end == pytest.approx(2 * EM)


@given(
    st.text("一二，。（）《》“”a1 ·—", min_size=1, max_size=30), st.floats(0, 1), st.sampled_from([0.0, 0.25])
)
def test_what_a_line_says_it_can_give_it_gives(words: str, share: float, gap: float) -> None:
    glyphs = glyphs_of(words, gap)
    text = Text(glyphs, [True] * len(glyphs))
    room = text.width(0, len(glyphs)) - share * text.gift(0, len(glyphs))
    line = set_line(glyphs, 0.0, room, Align.JUSTIFY, last=False)
    assert line.end == pytest.approx(room)


class TestSharedCells:
    """GB/T 15834 5.1.2: two of ？ and ！ take one cell, three take two."""

    @pytest.mark.parametrize(
        ("text", "cells"),
        [("好？", 2), ("好！！", 2), ("好？！", 2), ("好！！！", 3), ("好？！”", 3), ("好？好！", 4)],
    )
    def test_width(self, text: str, cells: float) -> None:
        sheet = replace(SHEET, typesetting=Typesetting(Breaking.OPTIMUM))
        glyphs = shape((Words(text),), STYLE, sheet, Squares())
        assert Text(glyphs, [True] * len(glyphs)).width(0, len(glyphs)) == pytest.approx(cells * EM)

    def test_word_processors_give_each_a_cell(self) -> None:
        sheet = replace(SHEET, typesetting=Typesetting(Breaking.OFFICE))
        glyphs = shape((Words("好？！"),), STYLE, sheet, Squares())
        assert sum(glyph.advance for glyph in glyphs) == pytest.approx(3 * EM)

    def test_a_centred_mark_moves_to_the_left_and_the_rest_stays(self) -> None:
        sheet = replace(SHEET, typesetting=Typesetting(Breaking.OPTIMUM))
        line = set_line(
            shape((Words("好？！好"),), STYLE, sheet, Squares()), 0.0, 9 * EM, Align.LEFT, last=True
        )
        places = {run.text: round(run.x / EM, 3) for run in line.runs}
        assert places == {"好": 0.0, "？": 0.8, "！好": 1.5}


class TestFallback:
    """A character that the face lacks comes from another one, scaled and lowered so that it stands in its cell."""

    def test_takes_its_whole_cell_and_stands_in_the_middle_of_it(self) -> None:
        glyphs = shape((Words("王镕喆同志"),), STYLE, SHEET, metrics)
        line = set_line(glyphs, 0.0, 9 * EM, Align.LEFT, last=True)
        own, fallback, rest = line.runs
        fit = metrics.fit(fallback.face, Face.FANGSONG)
        assert (own.text, fallback.text, rest.text) == ("王", "镕喆", "同志")
        assert fallback.size == pytest.approx(fit.scale * EM)
        assert fallback.rise == pytest.approx(-fit.drop * EM)
        assert fallback.x - own.advances[0] == pytest.approx((EM - fallback.size) / 2)
        assert rest.x == pytest.approx(3 * EM)

    def test_squeezing_and_stretching_reach_it(self) -> None:
        glyphs = shape((Words("王镕，喆同志"),), STYLE, SHEET, metrics)
        for room in (5.6 * EM, 6.3 * EM):
            assert set_line(glyphs, 0.0, room, Align.JUSTIFY, last=False).end == pytest.approx(room)
