"""Bars: an item from its start to its deadline, what is done of it, its milestones.

In: a row and its place. Out: shapes on a board. Does not belong here: texts beside the bar.
"""

from __future__ import annotations

from briefgen.campaign.standing import FULL
from briefgen.compose.office.board import Board, Box
from briefgen.compose.office.wallchart.looks import LOOKS
from briefgen.compose.office.wallchart.rows import Row
from briefgen.compose.office.wallchart.timeline import Timeline
from briefgen.spec import guatu

OUTLINE = 0.7


def draw_bar(row: Row, timeline: Timeline, place: Box, board: Board) -> None:
    """Draw the bar of `row` in the middle of `place`: done work from the left, over it the milestones."""
    look = LOOKS[row.standing.state]
    height = place.height * guatu.BAR_SHARE.value
    left, right = timeline.begins(row.start), timeline.ends(row.deadline)
    bar = Box(left, place.center[1] - height / 2, right - left, height)
    board.area(bar, look.rest, hatch=look.hatch, color=look.fill)
    board.area(Box(bar.x, bar.y, bar.width * (row.standing.done or 0) / FULL, bar.height), look.fill)
    board.area(bar, None, width=OUTLINE)
    board.rule((right, place.y + 1.5), (right, place.bottom - 1.5), 1.6)  # the deadline
    for milestone in row.milestones:
        at = (timeline.ends(milestone.date), place.center[1])
        board.diamond(at, height * 0.55, filled=milestone.done)
