"""Drawings: made to fit the page, their texts broken and shrunk into their boxes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.diagnostics import Position
from briefgen.doctree.nodes import Align, Drawing, Role, Text
from briefgen.doctree.shapes import Area, Label, rectangle
from briefgen.layout.frame import Drawn
from tests.layout.builders import SHEET, body, heading, laid, lines_on

PAGE = SHEET.page


def label(text: str, width: float = 100.0, height: float = 12.0, size: float = 10.0, **more: object) -> Label:
    return Label(text, 5.0, 7.0, width, height, size, **more)  # type: ignore[arg-type]


def drawing(*labels: Label, width: float = 300.0, height: float = 120.0, caption: str = "") -> Drawing:
    shapes = (Area(rectangle(0, 0, width, height)),)
    return Drawing("图", width, height, shapes, labels, "方框", (Text(caption),) if caption else ())


def drawn(node: Drawing) -> Drawn:
    """Return how `node` stands on a page of its own."""
    (found,) = [item for item in laid(node).pages[0].items if isinstance(item, Drawn)]
    return found


def lines(made: Label) -> list[str]:
    return [line.text for line in drawn(drawing(made)).lines]


def test_a_drawing_stands_in_the_middle_on_whole_lines() -> None:
    layout = laid(body("上文"), drawing(), body("下文"))
    (found,) = [item for item in layout.pages[0].items if isinstance(item, Drawn)]
    assert found.x - PAGE.left == pytest.approx(PAGE.left + PAGE.text_width - found.x - found.width)
    above, below = (line.baseline for line in lines_on(layout, 1, Role.BODY))
    assert (below - above) / PAGE.pitch == pytest.approx(round((below - above) / PAGE.pitch))
    assert above < found.y < found.y + found.height < below


def test_the_caption_follows_it() -> None:
    layout = laid(drawing(caption="图1　进度"))
    (found,) = [item for item in layout.pages[0].items if isinstance(item, Drawn)]
    (caption,) = lines_on(layout, 1, Role.CAPTION)
    assert (caption.text, caption.baseline > found.y + found.height) == ("图1　进度", True)


def test_one_that_leaves_lines_empty_is_warned_of_with_its_place() -> None:
    place = Position("report.yaml", 4, 3)
    layout = laid(body("字" * 28 * 18), replace(drawing(), source=place), heading("小标题"), body("文" * 60))
    assert [(found.code, found.position) for found in layout.warnings] == [("BG421", place)]


@pytest.mark.parametrize(("width", "height"), [(2000.0, 100.0), (100.0, 2000.0), (900.0, 1800.0)])
def test_one_too_large_is_made_smaller_in_proportion(width: float, height: float) -> None:
    found = drawn(drawing(width=width, height=height))
    assert found.scale < 1
    assert found.width / found.height == pytest.approx(width / height)
    assert found.width <= PAGE.text_width + 0.01
    assert found.height <= PAGE.text_height + 0.01


def test_one_that_fills_the_page_takes_one_page() -> None:
    node = drawing(width=PAGE.text_width, height=PAGE.text_height)
    assert len(laid(node).pages) == 1
    assert drawn(node).scale == pytest.approx(1)


def test_a_label_is_broken_at_its_box() -> None:
    assert lines(label("一二三四五六七八九十甲乙", width=60, height=30)) == ["一二三四五六", "七八九十甲乙"]


def test_a_label_of_one_line_shrinks_until_it_fits() -> None:
    (line,) = drawn(drawing(label("一二三四五六七八九十甲乙", width=100))).lines
    assert 8.0 <= line.runs[0].size <= 100 / 12 + 0.001


def test_a_label_far_too_long_ends_in_an_ellipsis() -> None:
    (line,) = lines(label("很长" * 50, width=100))
    assert line.startswith("很长很长")
    assert line.endswith("…")


def test_a_label_stands_in_the_middle_of_its_box() -> None:
    (line,) = drawn(drawing(label("中", width=40, height=20, align=Align.CENTER))).lines
    assert line.runs[0].x == pytest.approx(5 + 15)
    assert line.baseline == pytest.approx(7 + 5 + 0.88 * 10)


def test_an_empty_label_is_nothing() -> None:
    assert "".join(lines(label(""))) == ""


@given(st.text("一二三，。（）ab1 ", min_size=1, max_size=80), st.floats(20, 200), st.floats(8, 60))
def test_no_text_leaves_its_box(text: str, width: float, height: float) -> None:
    made = drawn(drawing(label(text, width=width, height=height))).lines
    size = next((line.runs[0].size for line in made if line.runs), 10.0)
    for line in made:
        if line.runs:
            last = line.runs[-1]
            assert line.runs[0].x >= 5 - 0.6 * size  # the empty half of a bracket
            assert last.x + sum(last.advances) <= 5 + width + 0.6 * size  # a mark may hang by half a cell
    if len(made) > 1:
        assert made[-1].baseline - made[0].baseline + size <= height + 0.02
