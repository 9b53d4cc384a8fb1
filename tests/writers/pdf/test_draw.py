"""Operators: whatever advances a frame gives, each glyph is drawn where the frame has it."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.fonts import metrics
from briefgen.layout.frame import Image, Line, Run, Stroke
from briefgen.writers.pdf.draw import color, image_operators, line_operators, number, stroke_operators
from briefgen.writers.pdf.font import Fonts
from tests.writers.pdf.builders import FALLBACK, FANG, HEIGHT, KAI, line, picture, run

NUMBER = re.compile(r"-?\d+(\.\d{1,3})?")
TOKEN = re.compile(r"<([0-9A-F]+)>|(-?[\d.]+)")


def operators(made: Line) -> list[str]:
    return list(line_operators(made, HEIGHT, Fonts()))


def drawn(made: Line) -> list[tuple[str, float, float]]:
    """Return code, x and y of each glyph, as a reader of the operators would place it (ISO 32000-1 9.4.4)."""
    fonts, glyphs = Fonts(), []
    widths = {}
    for each in made.runs:
        for name, codes, ems in fonts.parts(each.text, each.face):
            for place, width in enumerate(ems):
                widths[name, codes[4 * place : 4 * place + 4]] = width
    name, size, x, y, spacing = "", 0.0, 0.0, 0.0, 0.0
    for operator in line_operators(made, HEIGHT, fonts):
        if found := re.match(r"/(\S+) (\S+) Tf 1 0 0 1 (\S+) (\S+) Tm", operator):
            name, size, x, y = found[1], *map(float, found.group(2, 3, 4))
        elif found := re.fullmatch(r"(\S+) Tc", operator):
            spacing = float(found[1])
        elif found := re.search(r"\[(.*)\] TJ", operator):
            for codes, shift in TOKEN.findall(found[1]):
                if shift:
                    x -= float(shift) / 1000 * size
                for start in range(0, len(codes), 4):
                    code = codes[start : start + 4]
                    glyphs.append((code, x, y))
                    x += widths[name, code] / 1000 * size + spacing
    return glyphs


@st.composite
def runs(draw: st.DrawFn) -> Run:
    size = draw(st.sampled_from([10.5, 14.0, 16.0, 22.0]))
    text = draw(st.text("三四五工作法，。“”——12ab ", min_size=1, max_size=40))
    ems = st.one_of(st.floats(-0.5, 0.5), st.floats(-0.0005, 0.0005), st.floats(-0.51, -0.5))
    shift = ems.map(lambda em: em * size)
    usual = draw(shift)
    advances = tuple(
        metrics.advance(char, FANG) * size + draw(st.one_of(st.just(usual), shift)) for char in text
    )
    return run(text, x=draw(st.floats(0, 300)), size=size, advances=advances)


@given(runs())
def test_every_glyph_stands_where_its_frame_has_it(made: Run) -> None:
    glyphs = drawn(line(made))
    assert [code for code, _, _ in glyphs] == [f"{metrics.cid(char, FANG):04X}" for char in made.text]
    expected = accumulate(made.advances[:-1], initial=made.x)
    for (_, x, _), wanted in zip(glyphs, expected, strict=True):
        assert x == pytest.approx(wanted, abs=0.04)


@given(st.floats(-5000, 5000))
def test_numbers_are_plain_and_near(value: float) -> None:
    assert NUMBER.fullmatch(number(value))
    assert float(number(value)) == pytest.approx(value, abs=0.0006)


@pytest.mark.parametrize(("value", "text"), [(0.0, "0"), (-0.0001, "0"), (15.75, "15.75"), (100.0, "100")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_colors_are_shares_of_one() -> None:
    assert color("FF0000") == "1 0 0"
    assert color("000000") == "0 0 0"
    assert color("3366cc") == "0.2 0.4 0.8"


def test_natural_widths_need_no_adjustment() -> None:
    codes = "".join(f"{metrics.cid(char, FANG):04X}" for char in "活动动态")
    assert operators(line("活动动态"))[-3:-1] == ["0 Tc", f"[<{codes}>] TJ"]


def test_an_even_grid_is_one_number() -> None:
    found = operators(line(run("活动动态", advances=(15.75,) * 4)))
    assert "-0.25 Tc" in found
    assert not [each for each in found if "TJ" in each and re.search(r">-?\d", each)]


def test_y_runs_upwards_and_rise_lifts() -> None:
    low, high = drawn(line(run("注"), run("①", x=100.0, rise=5.6), baseline=200.0))
    assert low[2] == pytest.approx(HEIGHT - 200.0, abs=0.001)
    assert high[2] == pytest.approx(HEIGHT - 200.0 + 5.6, abs=0.001)


def test_a_line_is_one_text_object() -> None:
    found = operators(line(run("活"), run("动", x=96.0, face=KAI), run("镕", x=112.0, face=FALLBACK)))
    assert (found[0], found[-1]) == ("BT", "ET")
    assert (found.count("BT"), found.count("ET")) == (1, 1)


@pytest.mark.parametrize("made", [Line("body", 100.0, ()), line("")])
def test_a_line_without_text_is_nothing(made: Line) -> None:
    assert operators(made) == []


def test_marks_that_share_a_cell_tell_their_words() -> None:
    found = operators(line(run("《方案》，印发", advances=(16.0, 16.0, 16.0, 8.0, 16.0, 16.0, 16.0))))
    (span,) = [each for each in found if "ActualText" in each]
    words = re.search(r"/ActualText <FEFF([0-9A-F]+)>", span)
    assert words
    assert bytes.fromhex(words[1]).decode("utf-16-be") == "》，"
    assert span.endswith("EMC")


def test_a_rule_has_color_width_and_ends() -> None:
    rule = Stroke("rule", 80.0, 100.0, 520.0, 100.0, 2.25, "ff0000")
    assert stroke_operators(rule, 800.0) == "1 0 0 RG 2.25 w 80 700 m 520 700 l S"


def test_an_image_stands_on_its_lower_edge() -> None:
    image = Image("figure", 100.0, 200.0, 300.0, 150.0, picture(), "图")
    assert image_operators(image, 800.0, "p1") == "q 300 0 0 150 100 450 cm /p1 Do Q"
