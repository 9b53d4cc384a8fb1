"""Shapes: the paths of a drawing → operators of a content stream (ISO 32000-1 8.5).

In: a `Drawn`. Out: text of operators in a coordinate system of its own, y upwards. Does not belong here: where the
drawing stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from math import ceil, floor
from typing import assert_never

from briefgen.doctree.shapes import Area, Disc, Hatch, Path, Point
from briefgen.layout.frame import Drawn
from briefgen.writers.pdf.draw import color, line_operators, number
from briefgen.writers.pdf.font import Fonts

HATCH_STEP = 3.2  # points between the lines of a hatch
HATCH_WIDTH = 0.4
KAPPA = 0.5522847498  # of the radius: handles of the Bézier curve nearest to a quarter of a circle

_SLOPES = {
    Hatch.NONE: (),
    Hatch.RISING: (1,),
    Hatch.FALLING: (-1,),
    Hatch.CROSS: (1, -1),
    Hatch.LEVEL: (0,),
}


def drawn_operators(drawn: Drawn, page_height: float, fonts: Fonts) -> Iterator[str]:
    """Yield the operators of a drawing in its box."""
    scale, height = drawn.scale, drawn.height / drawn.scale
    yield f"q {number(scale)} 0 0 {number(scale)} {number(drawn.x)} {number(page_height - drawn.y - drawn.height)} cm"
    for shape in drawn.shapes:
        match shape:
            case Path():
                yield from _path(shape, height)
            case Area():
                yield from _area(shape, height)
            case Disc():
                yield from _disc(shape, height)
            case _:
                assert_never(shape)
    for line in drawn.lines:
        yield from line_operators(line, height, fonts)
    yield "Q"


def _path(path: Path, height: float) -> Iterator[str]:
    dash = " ".join(map(number, path.dash))
    yield f"q {_pen(path.width, path.color)} [{dash}] 0 d 1 j {_outline(path.points, height)} S Q"


def _area(area: Area, height: float) -> Iterator[str]:
    outline = _outline(area.points, height) + " h"
    if area.fill is not None:
        yield f"{color(area.fill)} rg {outline} f"
    if slopes := _SLOPES[area.hatch]:
        strokes = " ".join(chain.from_iterable(_hatching(area.points, height, slope) for slope in slopes))
        yield f"q {outline} W n {_pen(HATCH_WIDTH, area.color)} {strokes} S Q"
    if area.width:
        yield f"{_pen(area.width, area.color)} {outline} S"


def _disc(disc: Disc, height: float) -> Iterator[str]:
    x, y = disc.center
    outline = _circle(x, height - y, disc.radius)
    if disc.fill is not None:
        yield f"{color(disc.fill)} rg {outline} f"
    if disc.width:
        yield f"{_pen(disc.width, disc.color)} {outline} S"


def _pen(width: float, rrggbb: str) -> str:
    return f"{color(rrggbb)} RG {number(width)} w"


def _outline(points: tuple[Point, ...], height: float) -> str:
    places = [f"{number(x)} {number(height - y)}" for x, y in points]
    return f"{places[0]} m " + " ".join(f"{place} l" for place in places[1:])


def _circle(x: float, y: float, radius: float) -> str:
    """Return four curves, anticlockwise from the right."""
    handle = KAPPA * radius
    parts = [f"{number(x + radius)} {number(y)} m"]
    for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        start, end = (x + radius * dx, y + radius * dy), (x - radius * dy, y + radius * dx)
        curve = (
            start[0] - handle * dy, start[1] + handle * dx, end[0] + handle * dx, end[1] + handle * dy, *end,
        )  # fmt: skip
        parts.append(" ".join(map(number, curve)) + " c")
    return " ".join(parts) + " h"


def _hatching(points: tuple[Point, ...], height: float, slope: int) -> Iterator[str]:
    """Yield lines over the box around `points`; the lines of neighbouring areas meet."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = height - max(y for _, y in points), height - min(y for _, y in points)
    crossings = [y - slope * x for y in (low, high) for x in (left, right)]
    for step in range(ceil(min(crossings) / HATCH_STEP), floor(max(crossings) / HATCH_STEP) + 1):
        start, end = (step * HATCH_STEP + slope * x for x in (left, right))
        yield f"{number(left)} {number(start)} m {number(right)} {number(end)} l"
