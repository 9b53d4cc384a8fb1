"""The timeline: from days to places, months above weeks, the line of today.

In: the first and the last day, the box. Out: places; lines and texts on a board. Does not belong here: bars.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from briefgen.compose.office.board import Board, Box, Ink
from briefgen.doctree.nodes import Align
from briefgen.spec import guatu
from briefgen.spec.faces import Face

DAY = dt.timedelta(days=1)
LEAST_WEEK = 17.0  # points that the date of a week needs


class Timeline(Struct, frozen=True):
    """The days from `first` to `last`, both shown whole, over the width of `box`; its head is `head` points high."""

    box: Box
    head: float
    first: dt.date
    last: dt.date

    @property
    def day(self) -> float:
        """The width of a day."""
        return self.box.width / ((self.last - self.first).days + 1)

    def begins(self, day: dt.date) -> float:
        """Return where the day begins."""
        return self.box.x + (day - self.first).days * self.day

    def ends(self, day: dt.date) -> float:
        """Return where the day ends."""
        return self.begins(day) + self.day


def spanning(box: Box, head: float, days: list[dt.date]) -> Timeline:
    """Return the timeline of whole weeks, Monday to Sunday, that holds `days`."""
    first, last = min(days), max(days)
    return Timeline(box, head, first - DAY * first.weekday(), last + DAY * (6 - last.weekday()))


def draw_scale(timeline: Timeline, board: Board) -> None:
    """Draw the months and the Mondays below them, with lines down the chart."""
    box, half = timeline.box, timeline.head / 2
    ink = Ink(guatu.HEAD_SIZE.pt, Face.HEITI, Align.CENTER)
    for number, month in enumerate(_months(timeline)):
        left = timeline.begins(max(month, timeline.first))
        right = min(timeline.begins(_next_month(month)), box.right)
        words = f"{month.year}年{month.month}月" if number == 0 or month.month == 1 else f"{month.month}月"
        board.text(
            words if right - left > 3 * guatu.HEAD_SIZE.pt else "", Box(left, box.y, right - left, half), ink
        )
        if number:
            board.rule((left, box.y), (left, box.bottom), 0.6, guatu.GRID)
    board.rule((box.x, box.y + half), (box.right, box.y + half), 0.4, guatu.GRID)
    _draw_weeks(timeline, board)


def draw_today(timeline: Timeline, today: dt.date, board: Board) -> None:
    """Draw the line of the end of `today`, if the timeline has that day."""
    if timeline.first <= today <= timeline.last:
        x, box = timeline.ends(today), timeline.box
        board.rule((x, box.y + timeline.head), (x, box.bottom), 1.4, guatu.TODAY)


def _draw_weeks(timeline: Timeline, board: Board) -> None:
    box, half = timeline.box, timeline.head / 2
    week = 7 * timeline.day
    step = 1 + int(LEAST_WEEK / week)  # weeks between dates
    ink = Ink(8.0, Face.SONGTI, Align.CENTER)
    for number in range(((timeline.last - timeline.first).days + 1) // 7):
        monday = timeline.first + 7 * number * DAY
        x = timeline.begins(monday)
        if number:
            board.rule((x, box.y + timeline.head), (x, box.bottom), 0.25, guatu.FAINT)
        if number % step == 0:
            board.text(f"{monday.day}日", Box(x, box.y + half, week * step, half), ink)


def _months(timeline: Timeline) -> Iterator[dt.date]:
    month = timeline.first.replace(day=1)
    while month <= timeline.last:
        yield month
        month = _next_month(month)


def _next_month(month: dt.date) -> dt.date:
    return (month.replace(day=28) + 4 * DAY).replace(day=1)
