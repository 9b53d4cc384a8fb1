"""Lines read back from a PDF: what belongs to a line whoever set it, and what does not."""

from __future__ import annotations

import pytest

from briefgen.layout.frame import Item, Page, Run, Stroke
from briefgen.parity.lines import PdfLine, read_lines
from tests.writers.pdf.builders import HEIGHT, WIDTH, layout, line, page, pdf_of, run


def read(*items: Item) -> list[PdfLine]:
    return list(read_lines(pdf_of(layout(page(*items))))[1])


def texts(*items: Item) -> list[str]:
    return [each.text for each in read(*items)]


def upright(x: float, top: float = 90.0, bottom: float = 130.0) -> Stroke:
    return Stroke("table-rule", x, top, x, bottom, 0.5)


def test_lines_come_with_place_and_size() -> None:
    (found,) = read(line(run("报：", x=80.0), baseline=700.0))
    assert (found.page, found.text, round(found.x), round(found.baseline), round(found.size)) == (
        1,
        "报：",
        80,
        700,
        16,
    )
    assert found.right == pytest.approx(112, abs=0.1)


def test_no_gap_parts_a_line() -> None:
    sides = line(run("宣传部", x=80.0)), line(run("7月3日", x=400.0))
    assert texts(*sides) == ["宣传部7月3日"]
    assert texts(line(run("一二三", advances=(60.0, 60.0, 16.0)))) == ["一二三"]


def test_a_rule_parts_two_cells_however_near_their_words_are() -> None:
    near = line(run("政务服务", x=80.0)), upright(145.0), line(run("6月底", x=146.0))
    assert texts(*near) == ["政务服务", "6月底"]
    assert texts(*near, upright(300.0), line(run("末", x=305.0))) == ["政务服务", "6月底", "末"]


def test_words_may_reach_a_little_over_the_rule_of_their_cell() -> None:
    assert texts(line(run("政务", x=80.0)), upright(111.0), line(run("底", x=113.0))) == ["政务", "底"]


def test_only_a_rule_that_runs_down_through_a_line_parts_it() -> None:
    words = line(run("政务", x=80.0)), line(run("月底", x=160.0))
    assert texts(*words, upright(140.0, 130.0, 200.0)) == ["政务月底"]
    assert texts(*words, Stroke("table-rule", 70.0, 115.0, 300.0, 115.0, 0.5)) == ["政务月底"]


def test_a_rule_parts_cells_on_a_landscape_page_too() -> None:
    items = line(run("政务", x=80.0)), upright(140.0), line(run("月底", x=160.0))
    made = layout(Page(1, HEIGHT, WIDTH, items, True))
    assert [each.text for each in read_lines(pdf_of(made))[1]] == ["政务", "月底"]


def test_the_sign_of_a_footnote_belongs_to_its_line_raised_or_not() -> None:
    raised = (
        line(run("①", x=80.0, size=6.1), baseline=115.3),
        line(run("农时", x=100.0, size=10.5), baseline=120.0),
    )
    assert texts(*raised) == ["①农时"]
    assert texts(line(run("文", rise=6.0, size=9.0), run("字", x=90.0))) == ["文字"]


def test_a_small_line_above_another_is_one_of_its_own() -> None:
    assert texts(line(run("小", size=10.5), baseline=104.0), line("大", baseline=120.0)) == ["小", "大"]
    assert texts(line(run("同", size=16.0), baseline=113.0), line("大", baseline=120.0)) == ["同", "大"]


def test_an_empty_page_has_none() -> None:
    assert read() == []


def test_a_character_beyond_the_bmp_is_one() -> None:
    assert texts(line(Run(80.0, "𠮷镕", "BriefgenFallback-Regular", 16.0, (16.0, 16.0)))) == ["𠮷镕"]
