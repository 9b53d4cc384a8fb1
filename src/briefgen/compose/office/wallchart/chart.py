"""The sheet of the wall chart from top to bottom: title, summary, head, rows, legend.

In: rows, the day, the words. Out: a drawing. Does not belong here: single columns and bars.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from briefgen.campaign.standing import STATE_NAMES
from briefgen.compose.office.board import Board, Box, Ink
from briefgen.compose.office.wallchart import table
from briefgen.compose.office.wallchart.bars import draw_bar
from briefgen.compose.office.wallchart.looks import LOOKS
from briefgen.compose.office.wallchart.rows import WORST_FIRST, Row, counted, in_order
from briefgen.compose.office.wallchart.timeline import draw_scale, draw_today, spanning
from briefgen.doctree.nodes import Align, Drawing
from briefgen.spec import guatu, typography
from briefgen.spec.faces import Face


class Words(Struct, frozen=True):
    """What the chart says beside its rows."""

    title: str
    as_of: str
    issuer: str


def wall_chart(rows: Sequence[Row], today: dt.date, words: Words) -> Drawing:
    """Return the chart of `rows`, one at least, on the day `today`."""
    margin = guatu.MARGIN.pt
    board = Board(typography.A3_HEIGHT.pt - 2 * margin, typography.A3_WIDTH.pt - 2 * margin)
    ordered = in_order(rows)
    summary = _summary(ordered)
    _draw_heading(board, words, summary)
    frame, step = _frame(board, len(ordered))
    left, right = table.columns()
    head = guatu.HEAD_ROOM.pt
    days = [day for row in ordered for day in (row.start, row.deadline)]
    timeline = spanning(table.between(frame, left, right), head, days)
    _draw_grid(board, frame, step, ordered)
    draw_scale(timeline, board)
    table.draw_columns(left, frame.x, frame, head, board)
    table.draw_columns(right, timeline.box.right, frame, head, board)
    draw_today(timeline, today, board)
    for number, row in enumerate(ordered):
        place = frame.row(frame.y + head + number * step, step)
        table.draw_cells(left, row, frame.x, place, board)
        draw_bar(row, timeline, place, board)
        table.draw_cells(right, row, timeline.box.right, place, board)
    board.area(frame, None, width=1.2)
    _draw_legend(board, frame)
    return board.drawing(words.title, f"{words.title}。{words.as_of}，{summary}。")


def row_height(count: int) -> float:
    """Return the height that each of `count` rows has on the sheet."""
    sheet = typography.A3_WIDTH.pt - 2 * guatu.MARGIN.pt
    rooms = (guatu.TITLE_ROOM, guatu.SUMMARY_ROOM, guatu.HEAD_ROOM, guatu.LEGEND_ROOM)
    return min(guatu.ROW_MOST.pt, (sheet - sum(room.pt for room in rooms)) / count)


def _frame(board: Board, count: int) -> tuple[Box, float]:
    """Return the box of head and rows, and the height of a row."""
    step = row_height(count)
    top = guatu.TITLE_ROOM.pt + guatu.SUMMARY_ROOM.pt
    return Box(0.0, top, board.width, guatu.HEAD_ROOM.pt + count * step), step


def _summary(rows: Sequence[Row]) -> str:
    counts = "，".join(f"{STATE_NAMES[state]}{count}项" for state, count in counted(rows).items() if count)
    return f"共{len(rows)}项：{counts}"


def _draw_heading(board: Board, words: Words, summary: str) -> None:
    title = Box(0.0, 0.0, board.width, guatu.TITLE_ROOM.pt)
    board.text(words.title, title, Ink(guatu.TITLE_SIZE.pt, Face.XIAOBIAOSONG, Align.CENTER, guatu.TODAY))
    line = Box(0.0, title.bottom, board.width, guatu.SUMMARY_ROOM.pt)
    board.text(f"{words.as_of}　{summary}", line, Ink(guatu.SUMMARY_SIZE.pt, Face.KAITI))
    board.text(words.issuer, line, Ink(guatu.SUMMARY_SIZE.pt, Face.KAITI, Align.RIGHT))


def _draw_grid(board: Board, frame: Box, step: float, rows: Sequence[Row]) -> None:
    head = guatu.HEAD_ROOM.pt
    board.area(frame.row(frame.y, head), guatu.HEAD_FILL)
    for number, row in enumerate(rows):
        place = frame.row(frame.y + head + number * step, step)
        if row.late:
            board.area(place, guatu.LATE_ROW)
        board.rule((place.x, place.y), (place.right, place.y), 0.3, guatu.GRID)


def _draw_legend(board: Board, frame: Box) -> None:
    """Draw what the bars mean, a sample and a word for each state, then milestones, deadline and today."""
    y = frame.bottom + guatu.LEGEND_ROOM.pt / 2
    ink = Ink(guatu.TEXT_SIZE.pt)
    step = frame.width / (len(WORST_FIRST) + 3)
    for number, state in enumerate(WORST_FIRST):
        look, x = LOOKS[state], frame.x + number * step
        sample = Box(x, y - 5, 36, 10)
        board.area(sample, look.rest, hatch=look.hatch, color=look.fill)
        board.area(Box(x, y - 5, 18, 10), look.fill)
        board.area(sample, None, width=0.7)
        board.text(table.marked(state), Box(x + 42, y - 7, step - 46, 14), ink)
    x = frame.x + len(WORST_FIRST) * step
    board.diamond((x + 6, y), 4.5, filled=True)
    board.diamond((x + 20, y), 4.5, filled=False)
    board.text("节点（已到、未到）", Box(x + 30, y - 7, step - 34, 14), ink)
    board.rule((x + step + 6, y - 7), (x + step + 6, y + 7), 1.6)
    board.text("完成时限", Box(x + step + 14, y - 7, step - 18, 14), ink)
    board.rule((x + 2 * step + 6, y - 7), (x + 2 * step + 6, y + 7), 1.4, guatu.TODAY)
    board.text("今日", Box(x + 2 * step + 14, y - 7, step - 18, 14), ink)
