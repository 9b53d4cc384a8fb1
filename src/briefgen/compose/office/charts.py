"""Charts of figures over time: lines of totals, bars stacked by level, in the house style.

In: names of periods, series of numbers. Out: a `Drawing`. Axes, ticks, bars and lines are those of reportlab's charts,
whose shapes `flattened` turns into ours. Does not belong here: where the figures come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from briefgen.compose.office.board import Board, Box, Ink
from briefgen.compose.office.flattened import color, flattened, measuring_font
from briefgen.doctree.nodes import Align, Drawing
from briefgen.doctree.shapes import Hatch

WIDTH, HEIGHT = 441.0, 225.6  # the measure, and eight lines of the grid less the lead above a picture
SIZE = 9.0  # 小五
LEFT, RIGHT, TOP, BOTTOM = 34.0, 18.0, 34.0, 24.0
HEADROOM = 1.1  # of the highest figure, which is written above its place
SAMPLE = 22.0  # width of a sample in the legend
DARK, GRID = "1F4E79", "B0B0B0"


class Series(Struct, frozen=True):
    """A name and a number for each period."""

    name: str
    values: tuple[int, ...]


class Look(Struct, frozen=True):
    """How the series of one rank is told from the others, in colour and in black and white."""

    fill: str
    hatch: Hatch
    marker: str
    dash: tuple[float, ...] = ()


LOOKS = (
    Look(DARK, Hatch.NONE, "FilledCircle"),
    Look("9DC3E6", Hatch.RISING, "FilledSquare", (5.0, 2.0)),
    Look("FFFFFF", Hatch.FALLING, "FilledDiamond", (2.0, 2.0)),
    Look("F4B183", Hatch.LEVEL, "FilledTriangle", (7.0, 2.0, 1.5, 2.0)),
    Look("C9C9C9", Hatch.CROSS, "FilledPentagon", (1.0, 1.5)),
)


def stacked_bars(name: str, periods: Sequence[str], series: Sequence[Series]) -> Drawing:
    """Return a bar for each period, parted by series, with the sum above it."""
    from reportlab.graphics.charts.barcharts import VerticalBarChart

    chart = VerticalBarChart()
    sums = [sum(values) for values in zip(*(each.values for each in series), strict=True)]
    _configure(chart, periods, series, max(sums))
    chart.categoryAxis.style = "stacked"
    for number in range(len(series)):
        chart.bars[number].fillColor = color(_look(number).fill)
        chart.bars[number].strokeWidth = 0.6
    board = Board(WIDTH, HEIGHT)
    board.shapes, board.labels = flattened(chart, HEIGHT, {look.fill: look.hatch for look in LOOKS})
    for number, total in enumerate(sums):
        _write(board, chart, number, total)
    for number, x in _legend(board, series):
        look = _look(number)
        board.area(Box(x, 6, SAMPLE, 9), look.fill, hatch=look.hatch, width=0.6)
    return board.drawing(name, _described(name, periods, series))


def total_lines(name: str, periods: Sequence[str], series: Sequence[Series]) -> Drawing:
    """Return a line for each series, with its last figure above its end."""
    from reportlab.graphics.charts.linecharts import HorizontalLineChart
    from reportlab.graphics.widgets.markers import makeMarker

    chart = HorizontalLineChart()
    _configure(chart, periods, series, max(max(each.values) for each in series))
    for number in range(len(series)):
        look, line = _look(number), chart.lines[number]
        line.strokeColor, line.strokeWidth = color(DARK), 1.2
        line.strokeDashArray = list(look.dash) or None
        line.symbol = makeMarker(look.marker, size=5, fillColor=color(look.fill), strokeColor=color(DARK))
    board = Board(WIDTH, HEIGHT)
    board.shapes, board.labels = flattened(chart, HEIGHT, {})
    for each in series:
        _write(board, chart, len(periods) - 1, each.values[-1])
    for number, x in _legend(board, series):
        board.line((x, 10.5), (x + SAMPLE, 10.5), 1.2, DARK, _look(number).dash)
        marker = makeMarker(_look(number).marker, x=x + SAMPLE / 2, y=HEIGHT - 10.5, size=5)
        marker.fillColor, marker.strokeColor = color(_look(number).fill), color(DARK)
        board.shapes += flattened(marker, HEIGHT, {})[0]
    return board.drawing(name, _described(name, periods, series))


def _configure(chart: Any, periods: Sequence[str], series: Sequence[Series], highest: int) -> None:
    """Give `chart` its data, its place and the look of its axes."""
    chart.data = [each.values for each in series]
    chart.x, chart.y = LEFT, BOTTOM
    chart.width, chart.height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    names, values = chart.categoryAxis, chart.valueAxis
    names.categoryNames = list(periods)
    names.tickDown, values.tickLeft = 0, 3
    for axis in (names, values):
        axis.labels.fontName, axis.labels.fontSize = measuring_font(), SIZE
        axis.strokeWidth = 0.7
    values.valueMin, values.extraMinMaxValues = 0, [highest * HEADROOM]
    values.rangeRound, values.maximumTicks = "ceiling", 6
    values.labelTextFormat = "%d"
    values.visibleGrid, values.gridStrokeWidth, values.gridStrokeDashArray = 1, 0.3, [2, 2]
    values.gridStrokeColor = color(GRID)
    values.gridStart, values.gridEnd = chart.x, chart.x + chart.width


def _look(number: int) -> Look:
    return LOOKS[number % len(LOOKS)]


def _write(board: Board, chart: Any, period: int, figure: int) -> None:
    """Write `figure` above its height in the middle of the period."""
    step = chart.width / len(chart.categoryAxis.categoryNames)
    top = HEIGHT - chart.valueAxis.scale(figure)
    words = str(figure)
    width = (len(words) + 1) * SIZE / 2
    place = Box(LEFT + (period + 0.5) * step - width / 2, top - SIZE - 4, width, SIZE)
    board.area(place, "FFFFFF")  # no line of the grid runs through a figure
    board.text(words, place, Ink(SIZE, align=Align.CENTER))


def _legend(board: Board, series: Sequence[Series]) -> list[tuple[int, float]]:
    """Write the names of the series above the chart; return each series and where its sample begins."""
    found, x = [], LEFT
    for number, each in enumerate(series):
        width = len(each.name) * SIZE + 2
        found.append((number, x))
        board.text(each.name, Box(x + SAMPLE + 4, 6, width, SIZE), Ink(SIZE))
        x += SAMPLE + width + 20
    return found


def _described(name: str, periods: Sequence[str], series: Sequence[Series]) -> str:
    rows = (f"{each.name}{'、'.join(map(str, each.values))}" for each in series)
    return f"{name}（{'、'.join(periods)}）：{'；'.join(rows)}。"
