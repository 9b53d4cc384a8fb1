"""Shapes: what a `Drawing` holds, lines, areas and texts at fixed places.

In: nothing but values, in points from the drawing's top left corner, y downwards. Out: frozen values that layout sets
and the PDF writer draws; they are the one part of the tree that knows lengths, since where a shape stands is what it
says. Does not belong here: what a chart means (`compose`), how texts are broken (`layout.drawing`).
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from briefgen.diagnostics import Position
from briefgen.doctree.nodes import Align
from briefgen.spec.faces import Face

Point = tuple[float, float]
BLACK = "000000"


class Hatch(StrEnum):
    """Lines inside an area, so that it can be told from others in black and white."""

    NONE = "none"
    RISING = "rising"  # ///
    FALLING = "falling"  # \\\
    CROSS = "cross"
    LEVEL = "level"


class Path(Struct, frozen=True, gc=False):
    """A line through `points` of `width` points; `dash` holds the lengths of strokes and gaps."""

    points: tuple[Point, ...]
    width: float = 0.5
    color: str = BLACK
    dash: tuple[float, ...] = ()


class Area(Struct, frozen=True, gc=False):
    """A closed shape with corners at `points`: filled, hatched, outlined by a line of `width` points (0: none)."""

    points: tuple[Point, ...]
    fill: str | None = None
    hatch: Hatch = Hatch.NONE
    width: float = 0.5
    color: str = BLACK


class Disc(Struct, frozen=True, gc=False):
    """A circle around `center`: filled, outlined by a line of `width` points (0: none)."""

    center: Point
    radius: float
    fill: str | None = None
    width: float = 0.5
    color: str = BLACK


class Label(Struct, frozen=True, gc=False):
    """A text in the box at `x`, `y`: broken into lines, centred in height, smaller where it does not fit.

    A text that may not be broken has a box no higher than one line.
    """

    text: str
    x: float
    y: float
    width: float
    height: float
    size: float
    face: Face = Face.SONGTI
    align: Align = Align.LEFT
    color: str = BLACK
    source: Position | None = None


Shape = Path | Area | Disc


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    """Return the corners of a rectangle whose top left one is at `x`, `y`."""
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height)
