"""The wall chart: order, places, what is told in words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.office.board import Box
from briefgen.compose.office.progress import Status, progress
from briefgen.compose.office.wallchart import Milestone, Row, Words, wall_chart
from briefgen.compose.office.wallchart.chart import row_height
from briefgen.compose.office.wallchart.looks import LOOKS
from briefgen.compose.office.wallchart.rows import in_order
from briefgen.compose.office.wallchart.timeline import spanning
from briefgen.doctree.nodes import Drawing
from briefgen.doctree.shapes import Area, Path
from briefgen.spec import guatu

TODAY = dt.date(2020, 6, 12)
WORDS = Words(
    "挂图作战", "截至2020年6月12日", "活动推进办公室",
    dict(zip(Status, ("逾期", "滞后", "序时推进", "未开始", "已完成"), strict=True)),
)  # fmt: skip


def row(number: int, start: str, deadline: str, done: float, milestones: tuple[str, ...] = ()) -> Row:
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(deadline)
    found = tuple(Milestone(dt.date.fromisoformat(day), "节点") for day in milestones)
    return Row(
        str(number),
        "学习研讨",
        f"任务{number}",
        "区委宣传部",
        first,
        last,
        found,
        progress(first, last, done, TODAY),
    )


ROWS = [
    row(1, "2020-04-14", "2020-08-31", 1.0),
    row(2, "2020-07-01", "2020-08-31", 0.0),
    row(3, "2020-05-01", "2020-07-31", 0.5, ("2020-06-01", "2020-07-01")),
    row(4, "2020-05-01", "2020-07-31", 0.1),
    row(5, "2020-05-01", "2020-05-31", 0.9),
    row(6, "2020-05-01", "2020-05-20", 0.9),
    row(7, "2020-05-01", "2020-07-31", 0.2),
]


def texts(drawing: Drawing) -> list[str]:
    return [label.text for label in drawing.labels]


def todays(drawing: Drawing) -> list[Path]:
    """Return the lines of today; the sample in the legend is no longer than a row."""
    lines = [shape for shape in drawing.shapes if isinstance(shape, Path) and shape.color == guatu.TODAY]
    return [line for line in lines if line.points[1][1] - line.points[0][1] > 20]


def test_late_items_stand_first_the_worst_on_top() -> None:
    assert [each.number for each in in_order(ROWS)] == ["6", "5", "4", "7", "3", "2", "1"]


def test_the_summary_counts_every_item_once() -> None:
    drawing = wall_chart(ROWS, TODAY, WORDS)
    assert drawing.alt == (
        "挂图作战。截至2020年6月12日，共7项：逾期2项，滞后2项，序时推进1项，未开始1项，已完成1项。"
    )
    assert any(drawing.alt.split("，", 1)[1].rstrip("。") in text for text in texts(drawing))


def test_the_days_overdue_stand_beside_the_status() -> None:
    assert {"■逾期23天", "■逾期12天", "▲滞后"} <= set(texts(wall_chart(ROWS, TODAY, WORDS)))


def test_statuses_differ_without_colour() -> None:
    assert len({look.mark for look in LOOKS.values()}) == len(Status)
    shown = [(look.hatch, look.fill == look.rest, look.fill) for look in LOOKS.values()]
    assert len(set(shown)) == len(Status)


def test_a_bar_is_filled_as_far_as_the_work_is() -> None:
    drawing = wall_chart([row(1, "2020-06-01", "2020-06-10", 0.5)], TODAY, WORDS)
    fill = LOOKS[Status.OVERDUE].fill
    areas = [shape for shape in drawing.shapes if isinstance(shape, Area)]
    done = next(area for area in areas if area.fill == fill)
    whole = next(area for area in areas if area.fill == LOOKS[Status.OVERDUE].rest)
    width = {shape: shape.points[1][0] - shape.points[0][0] for shape in (done, whole)}
    assert width[done] == pytest.approx(width[whole] / 2)


def test_the_line_of_today_stands_at_its_end() -> None:
    (line,) = todays(wall_chart(ROWS, TODAY, WORDS))
    assert line.points[0][0] == line.points[1][0]


def test_a_day_outside_the_plan_has_no_line() -> None:
    assert todays(wall_chart(ROWS, dt.date(2022, 1, 1), WORDS)) == []


def test_weeks_are_whole() -> None:
    timeline = spanning(Box(100, 0, 700, 500), 36, [dt.date(2020, 4, 16), dt.date(2020, 6, 12)])
    assert (timeline.first.weekday(), timeline.last.weekday()) == (0, 6)
    assert timeline.begins(timeline.first) == 100
    assert timeline.ends(timeline.last) == pytest.approx(800)


@given(
    st.lists(
        st.tuples(st.dates(dt.date(2020, 1, 1), dt.date(2021, 12, 31)), st.integers(0, 400), st.floats(0, 1)),
        min_size=1,
        max_size=60,
    )
)
def test_all_stands_on_the_sheet_and_every_item_is_there(items: list[tuple[dt.date, int, float]]) -> None:
    rows = [
        row(n, start.isoformat(), (start + dt.timedelta(days=days)).isoformat(), done)
        for n, (start, days, done) in enumerate(items, start=1)
    ]
    drawing = wall_chart(rows, TODAY, WORDS)
    assert {f"任务{n}" for n in range(1, len(items) + 1)} <= set(texts(drawing))
    for label in drawing.labels:
        assert -0.01 <= label.x <= label.x + label.width <= drawing.width + 0.01
        assert -0.01 <= label.y <= label.y + label.height <= drawing.height + 0.01
    for shape in drawing.shapes:
        for x, y in getattr(shape, "points", ()):
            assert -0.01 <= x <= drawing.width + 0.01
            assert -0.01 <= y <= drawing.height + 0.01


def test_rows_are_as_high_as_they_can_be() -> None:
    assert row_height(5) == guatu.ROW_MOST.pt
    assert guatu.ROW_LEAST.pt < row_height(60) < row_height(41) < 20
