"""The columns of the wall chart: what stands at the left and at the right of the bars.

In: the box of head and rows. Out: rules and texts on a board, the box that is left for the timeline.
Does not belong here: the bars.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from briefgen.campaign.standing import STATE_NAMES, State
from briefgen.compose.office.board import Board, Box, Ink
from briefgen.compose.office.wallchart.looks import LOOKS
from briefgen.compose.office.wallchart.rows import Row
from briefgen.doctree.nodes import Align
from briefgen.spec import guatu
from briefgen.spec.faces import Face

PADDING = 3.0


class Column(Struct, frozen=True):
    """A column: its heading, its width in points, what it says of a row."""

    heading: str
    width: float
    says: Callable[[Row], str]
    align: Align = Align.CENTER


def columns() -> tuple[tuple[Column, ...], tuple[Column, ...]]:
    """Return the columns at the left and at the right of the timeline."""
    left = (
        Column("序号", 30, lambda row: row.number),
        Column("方面", 78, lambda row: row.aspect),
        Column("工作任务", 236, lambda row: row.name, Align.LEFT),
        Column("牵头单位", 128, lambda row: row.lead),
        Column("时限", 54, lambda row: f"{row.deadline.month}月{row.deadline.day}日"),
    )
    right = (
        Column("序时", 40, lambda row: _percent(row.standing.elapsed)),
        Column("进度", 40, lambda row: _percent(row.standing.done)),
        Column("状态", 92, _state),
    )
    return left, right


def between(box: Box, left: Sequence[Column], right: Sequence[Column]) -> Box:
    """Return the part of `box` that lies between the columns."""
    x = box.x + sum(column.width for column in left)
    return Box(x, box.y, box.right - sum(column.width for column in right) - x, box.height)


def draw_columns(found: Sequence[Column], x: float, frame: Box, head: float, board: Board) -> None:
    """Draw heads and rules of columns that begin at `x`."""
    ink = Ink(guatu.HEAD_SIZE.pt, Face.HEITI, Align.CENTER)
    for column in found:
        board.text(column.heading, Box(x, frame.y, column.width, head), ink)
        board.rule((x, frame.y), (x, frame.bottom), 0.5, guatu.GRID)
        x += column.width
    board.rule((x, frame.y), (x, frame.bottom), 0.5, guatu.GRID)


def draw_cells(found: Sequence[Column], row: Row, x: float, place: Box, board: Board) -> None:
    """Set what the columns that begin at `x` say of `row`."""
    size = min(guatu.TEXT_SIZE.value, place.height * guatu.TEXT_SHARE.value)
    for column in found:
        ink = Ink(size, Face.HEITI if row.late else Face.SONGTI, column.align)
        board.text(column.says(row), Box(x, place.y, column.width, place.height).inset(PADDING), ink)
        x += column.width


def marked(state: State) -> str:
    """Return a state in words, its mark before them."""
    return LOOKS[state].mark + STATE_NAMES[state]


def _percent(share: int | None) -> str:
    return "" if share is None else f"{share}%"


def _state(row: Row) -> str:
    words = marked(row.standing.state)
    return f"{words}{row.standing.late}天" if row.standing.state is State.OVERDUE else words
