"""Pages: the grid, what holds together, what repeats, what lies at the foot."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.doctree.nodes import Block, FootnoteMark, Paragraph, Role, SplitLine
from briefgen.doctree.nodes import Text as Words
from briefgen.layout.frame import Image, Line, Stroke
from briefgen.units import mm
from tests.layout.builders import (
    MEASURE,
    SHEET,
    body,
    colophon,
    figure,
    heading,
    laid,
    lines_on,
    table,
    title,
)

PAGE = SHEET.page


def test_a_full_page_has_22_lines_of_28_characters() -> None:
    layout = laid(body("字" * 28 * 60))
    lines = lines_on(layout, 2)
    assert len(lines) == 22
    assert {len(line.text) for line in lines} == {28}
    assert {advance for line in lines for run in line.runs for advance in run.advances} == {15.75}
    pitches = {round(b.baseline - a.baseline, 6) for a, b in pairwise(lines)}
    assert pitches == {28.95}


def test_the_first_line_is_indented_by_two_characters() -> None:
    first = lines_on(laid(body("字" * 40)), 1)[0]
    assert first.runs[0].x == pytest.approx(PAGE.left + 2 * 15.75)
    assert len(first.text) == 26


def test_page_numbers_stand_outside() -> None:
    layout = laid(body("字" * 28 * 40))
    odd, even = (lines_on(layout, page, Role.PAGE_NUMBER)[0] for page in (1, 2))
    assert (odd.text, even.text) == ("— 1 —", "— 2 —")
    assert even.runs[0].x == pytest.approx(PAGE.left + 14)
    assert odd.runs[-1].x + sum(odd.runs[-1].advances) == pytest.approx(PAGE.width - PAGE.right - 14)
    dash = odd.baseline - 0.38 * 14
    assert dash - (PAGE.height - PAGE.bottom) == pytest.approx(mm(7))


def test_a_heading_never_ends_a_page() -> None:
    for filler in range(560, 620):
        layout = laid(body("字" * filler), heading("小标题"), body("字" * 100))
        for page in range(1, len(layout.pages) + 1):
            assert lines_on(layout, page)[-1].role != Role.HEADING_1


def test_no_paragraph_leaves_a_lone_line() -> None:
    for filler in range(17, 24):
        layout = laid(body("字" * (26 + 28 * (filler - 1))), body("字" * (26 + 28 * 3)))
        for page in range(1, len(layout.pages) + 1):
            blocks = [line.block for line in lines_on(layout, page)]
            assert blocks.count(1) != 1


def test_head_rows_are_repeated_on_each_page() -> None:
    layout = laid(table(60))
    assert len(layout.pages) == 3
    for page in (1, 2, 3):
        assert [line.text for line in lines_on(layout, page, Role.TABLE_HEAD)] == ["列0", "列1"]
    assert [line.text for line in lines_on(layout, 1, Role.TABLE_CAPTION)] == ["表题"]


def test_a_table_is_as_wide_as_the_type_area() -> None:
    rules = [item for item in laid(table(3, 5)).pages[0].items if isinstance(item, Stroke)]
    assert min(rule.x0 for rule in rules) == pytest.approx(PAGE.left)
    assert max(rule.x1 for rule in rules) == pytest.approx(PAGE.left + PAGE.text_width)


def test_a_row_taller_than_a_page_is_cut() -> None:
    layout = laid(table(1, 2, "长" * 3000))
    text = "".join(
        line.text for page in layout.pages for line in lines_on(layout, page.number, Role.TABLE_CELL)
    )
    assert text.count("长") == 6000


def test_text_flows_up_past_a_figure_that_does_not_fit() -> None:
    layout = laid(body("字" * 28 * 18), figure(), body("前" * 28 * 5), body("后" * 28 * 5))
    assert layout.order == (0, 2, 1, 3)
    assert any(isinstance(item, Image) for item in layout.pages[1].items)
    assert len(lines_on(layout, 1)) >= 21


def test_a_figure_does_not_move_past_a_heading() -> None:
    layout = laid(body("字" * 28 * 18), figure(), heading("小标题"), body("字" * 300))
    assert layout.order == (0, 1, 2, 3)


def test_pictures_side_by_side_fill_the_measure() -> None:
    images = [item for item in laid(figure(count=2)).pages[0].items if isinstance(item, Image)]
    left, right = sorted(images, key=lambda image: image.x)
    assert left.x == pytest.approx(PAGE.left)
    assert right.x + right.width == pytest.approx(PAGE.left + MEASURE)
    assert left.height == pytest.approx(right.height)
    assert left.width / left.height == pytest.approx(1600 / 1067)


def test_the_last_rule_of_the_colophon_lies_on_the_bottom_of_the_type_area() -> None:
    layout = laid(body("字" * 100), colophon=colophon("市委宣传部"))
    rules = [item for item in layout.pages[-1].items if isinstance(item, Stroke)]
    assert max(rule.y0 for rule in rules) == pytest.approx(PAGE.height - PAGE.bottom)
    assert rules[0].width == pytest.approx(mm(0.35))
    assert rules[1].width == pytest.approx(mm(0.25))


def test_a_colophon_that_does_not_fit_takes_lines_along() -> None:
    layout = laid(body("字" * 28 * 21), colophon=colophon("市委宣传部"))
    assert len(layout.pages) == 2
    assert len(lines_on(layout, 2, Role.BODY)) >= 2


def test_footnotes_stand_on_the_page_that_calls_them() -> None:
    marked = Paragraph(Role.BODY, (Words("字" * 28 * 30), FootnoteMark(1), Words("字" * 28 * 20)))
    layout = laid(marked, footnotes=1)
    calls = [
        page for page in (1, 2, 3) if any("①" in line.text for line in lines_on(layout, page, Role.BODY))
    ]
    notes = [page for page in (1, 2, 3) if lines_on(layout, page, Role.FOOTNOTE)]
    assert calls == notes == [2]


def test_anchors_give_the_page_of_each_title() -> None:
    layout = laid(title("甲", "a"), body("字" * 28 * 30), title("乙", "b"), body("字"))
    assert (layout.page_of("a"), layout.page_of("b")) == (1, 2)


def test_two_parts_too_long_for_a_line_stand_below_each_other() -> None:
    both = SplitLine(Role.MASTHEAD_IMPRINT, "编" * 22, "2020年7月3日")
    lines = lines_on(laid(both), 1)
    assert [len(line.text) for line in lines] == [22, 9]
    assert lines[1].baseline - lines[0].baseline == pytest.approx(28.95)


def test_a_long_colophon_row_hangs_by_its_label() -> None:
    lines = lines_on(laid(body("字"), colophon=colophon("市委宣传部" * 12)), 1, Role.COLOPHON)
    left = PAGE.left + 14
    assert [round(line.runs[0].x - left, 3) for line in lines[:3]] == [0, 28, 28]


def test_a_table_with_too_many_columns_is_an_error() -> None:
    codes = [warning.code for warning in laid(table(1, 64, "值")).warnings]
    assert "BG404" in codes


def test_a_word_longer_than_a_line_is_warned_of_once() -> None:
    layout = laid(body("字" + "a" * 300 + "字" * 40 + "b" * 100))
    words = [each.values["word"][0] for each in layout.warnings if each.code == "BG203"]
    assert words == ["a", "b"]


def blocks() -> st.SearchStrategy[Block]:
    paragraph = st.integers(1, 400).map(lambda count: body("文" * count))
    return st.one_of(
        paragraph,
        paragraph,
        st.just(heading("标题")),
        st.integers(1, 30).map(table),
        st.integers(1, 3).map(lambda count: figure(count=count)),
    )


@settings(deadline=None, max_examples=60)
@given(st.lists(blocks(), min_size=1, max_size=25), st.booleans())
def test_nothing_is_lost_and_nothing_leaves_the_type_area(content: list[Block], closing: bool) -> None:
    layout = laid(*content, body("完"), colophon=colophon("市委") if closing else None)
    assert sorted(layout.order) == list(range(len(content) + 1))
    characters = sum(len(b.content[0].text) for b in content if isinstance(b, Paragraph))
    lines = [line for page in layout.pages for line in page.items if isinstance(line, Line)]
    assert sum(len(line.text) for line in lines if line.role == Role.BODY) == characters + 1
    for page in layout.pages:
        body_lines = [line for line in page.items if isinstance(line, Line) and line.role != Role.PAGE_NUMBER]
        assert len({round(line.baseline, 3) for line in body_lines if line.role == Role.BODY}) <= 22
        for line in body_lines:
            assert PAGE.top <= line.baseline - line.runs[0].size / 2
            assert line.baseline <= PAGE.height - PAGE.bottom
            assert line.runs[0].x >= PAGE.left - 1e-6
            assert line.runs[-1].x + sum(line.runs[-1].advances) <= PAGE.width - PAGE.right + 1e-6
        for image in (item for item in page.items if isinstance(item, Image)):
            assert image.y + image.height <= PAGE.height - PAGE.bottom
