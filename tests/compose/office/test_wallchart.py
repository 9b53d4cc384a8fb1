"""The wall chart: order, places, what is told in words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.campaign.standing import State
from briefgen.compose.office.board import Box
from briefgen.compose.office.plan_rows import plan_rows
from briefgen.compose.office.wallchart import Row, Words, wall_chart
from briefgen.compose.office.wallchart.chart import row_height
from briefgen.compose.office.wallchart.looks import LOOKS
from briefgen.compose.office.wallchart.rows import in_order
from briefgen.compose.office.wallchart.timeline import spanning
from briefgen.compose.session import Session
from briefgen.doctree.nodes import Drawing
from briefgen.doctree.shapes import Area
from briefgen.doctree.shapes import Path as Line
from briefgen.model.plan import Plan
from briefgen.spec import guatu

TODAY = dt.date(2020, 6, 12)
WORDS = Words("挂图作战", "截至2020年6月12日", "活动推进办公室")


def row(number: int, start: str, deadline: str, done: int, milestones: tuple[str, ...] = ()) -> Row:
    """Return the row of a task of which `done` percent are done."""
    item = {
        "title": f"任务{number}", "number": str(number), "lead": "区委宣传部", "start": start, "deadline": deadline,
        "progress": [{"date": "2020-06-01", "note": "推进", "percent": done}],
        "milestones": [{"name": "节点", "date": day} for day in milestones],
    }  # fmt: skip
    plan = Plan.model_validate({"aspects": [{"title": "学习研讨", "items": [item]}]})
    (found,) = plan_rows(plan, TODAY, Session(Path()))
    return found


ROWS = [
    row(1, "2020-04-14", "2020-08-31", 100),
    row(2, "2020-07-01", "2020-08-31", 0),
    row(3, "2020-05-01", "2020-07-31", 50, ("2020-06-30", "2020-07-01")),
    row(4, "2020-05-01", "2020-07-31", 10),
    row(5, "2020-05-01", "2020-05-31", 90),
    row(6, "2020-05-01", "2020-05-20", 90),
    row(7, "2020-05-01", "2020-07-31", 20),
]


def texts(drawing: Drawing) -> list[str]:
    return [label.text for label in drawing.labels]


def todays(drawing: Drawing) -> list[Line]:
    """Return the lines of today; the sample in the legend is no longer than a row."""
    lines = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.color == guatu.TODAY]
    return [line for line in lines if line.points[1][1] - line.points[0][1] > 20]


def test_late_items_stand_first_the_worst_on_top() -> None:
    assert [each.number for each in in_order(ROWS)] == ["6", "5", "4", "7", "3", "2", "1"]


def test_the_summary_counts_every_item_once() -> None:
    drawing = wall_chart(ROWS, TODAY, WORDS)
    assert drawing.alt == (
        "挂图作战。截至2020年6月12日，共7项：逾期2项，落后序时2项，按序时推进1项，未到时间1项，已完成1项。"
    )
    assert any(drawing.alt.split("，", 1)[1].rstrip("。") in text for text in texts(drawing))


def test_the_days_overdue_stand_beside_the_status() -> None:
    assert {"■逾期23天", "■逾期12天", "▲落后序时"} <= set(texts(wall_chart(ROWS, TODAY, WORDS)))


def test_statuses_differ_without_colour() -> None:
    assert len({look.mark for look in LOOKS.values()}) == len(State)
    shown = [(look.hatch, look.fill == look.rest, look.fill) for look in LOOKS.values()]
    assert len(set(shown)) == len(State)


def test_a_bar_is_filled_as_far_as_the_work_is() -> None:
    drawing = wall_chart([row(1, "2020-06-01", "2020-06-10", 50)], TODAY, WORDS)
    fill = LOOKS[State.OVERDUE].fill
    areas = [shape for shape in drawing.shapes if isinstance(shape, Area)]
    done = next(area for area in areas if area.fill == fill)
    whole = next(area for area in areas if area.fill == LOOKS[State.OVERDUE].rest)
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
        st.tuples(
            st.dates(dt.date(2020, 1, 1), dt.date(2021, 12, 31)), st.integers(0, 400), st.integers(0, 100)
        ),
        min_size=1,
        max_size=60,
    )
)
def test_all_stands_on_the_sheet_and_every_item_is_there(items: list[tuple[dt.date, int, int]]) -> None:
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
