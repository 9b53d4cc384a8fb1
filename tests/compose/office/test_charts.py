"""Charts: every figure in its place, told apart without colour, within the drawing."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.office.charts import HEIGHT, LOOKS, WIDTH, Series, stacked_bars, total_lines
from briefgen.doctree.nodes import Drawing
from briefgen.doctree.shapes import Area, Path

WEEKS = ["第1周", "第2周", "第3周"]
LEVELS = [Series("国家级", (0, 1, 2)), Series("省级", (8, 12, 15)), Series("市级", (5, 8, 10))]


def texts(drawing: Drawing) -> list[str]:
    return [label.text for label in drawing.labels]


def bars(drawing: Drawing, fill: str) -> list[Area]:
    """Return the bars of a series from left to right, without the sample of the legend."""
    found = [
        shape for shape in drawing.shapes if isinstance(shape, Area) and shape.fill == fill and shape.width
    ]
    return sorted((bar for bar in found if bar.points[0][1] > 20), key=lambda bar: bar.points[0][0])


def height(area: Area) -> float:
    return max(y for _, y in area.points) - min(y for _, y in area.points)


def test_bars_are_as_high_as_their_figures_and_stand_on_one_another() -> None:
    drawing = stacked_bars("发稿", WEEKS, LEVELS)
    heights = [height(bar) for bar in bars(drawing, LOOKS[1].fill)]
    assert [each / heights[0] for each in heights] == pytest.approx([1, 12 / 8, 15 / 8])
    below, above = bars(drawing, LOOKS[1].fill)[2], bars(drawing, LOOKS[2].fill)
    assert min(y for _, y in below.points) == pytest.approx(max(y for _, y in above[-1].points))


def test_sums_stand_above_the_bars() -> None:
    found = texts(stacked_bars("发稿", WEEKS, LEVELS))
    assert {"13", "21", "27", "国家级", "省级", "市级", *WEEKS} <= set(found)


def test_each_line_goes_through_its_figures_and_says_the_last() -> None:
    drawing = total_lines("累计", WEEKS, [Series("学习研讨", (8, 17, 71))])
    (line,) = [shape for shape in drawing.shapes if isinstance(shape, Path) and len(shape.points) == 3]
    ground = HEIGHT - 24
    rises = [ground - y for _, y in line.points]
    assert [rise / rises[0] for rise in rises] == pytest.approx([1, 17 / 8, 71 / 8])
    assert "71" in texts(drawing)


def test_ticks_are_round() -> None:
    found = texts(total_lines("累计", WEEKS, [Series("发稿", (40, 200, 475))]))
    assert [text for text in found if text.isdecimal() and text != "475"] == [
        "0",
        "100",
        "200",
        "300",
        "400",
        "500",
    ] or ({"0", "200", "400", "600"} <= set(found))


def test_series_differ_without_colour() -> None:
    assert len({look.hatch for look in LOOKS}) == len({look.marker for look in LOOKS}) == len(LOOKS)
    assert len({look.dash for look in LOOKS}) == len(LOOKS)


def test_the_alternative_text_holds_the_figures() -> None:
    assert stacked_bars("发稿", WEEKS, LEVELS).alt == (
        "发稿（第1周、第2周、第3周）：国家级0、1、2；省级8、12、15；市级5、8、10。"
    )


@given(
    st.integers(1, 12).flatmap(
        lambda count: st.lists(
            st.lists(st.integers(0, 10_000), min_size=count, max_size=count), min_size=1, max_size=5
        )
    )
)
def test_nothing_leaves_the_drawing(rows: list[list[int]]) -> None:
    periods = [f"{n}周" for n in range(len(rows[0]))]
    series = [Series(f"序列{n}", tuple(row)) for n, row in enumerate(rows)]
    for drawing in (stacked_bars("图", periods, series), total_lines("图", periods, series)):
        points = itertools.chain.from_iterable(getattr(shape, "points", ()) for shape in drawing.shapes)
        for x, y in points:
            assert -3 <= x <= WIDTH + 3
            assert -3 <= y <= HEIGHT + 3
