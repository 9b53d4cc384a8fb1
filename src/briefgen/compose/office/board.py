"""A board to draw on: rules, boxes and texts, gathered into a `Drawing`.

In: calls with places in points. Out: the drawing. Does not belong here: what is drawn.
"""

from __future__ import annotations

from msgspec import Struct, field

from briefgen.doctree.nodes import Align, Drawing
from briefgen.doctree.shapes import Area, Hatch, Label, Path, Point, Shape, rectangle
from briefgen.spec.faces import Face


class Box(Struct, frozen=True):
    """A rectangle: its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def inset(self, dx: float, dy: float = 0.0) -> Box:
        """Return the box less `dx` at either side, `dy` above and below."""
        return Box(self.x + dx, self.y + dy, self.width - 2 * dx, self.height - 2 * dy)

    def row(self, top: float, height: float) -> Box:
        """Return the part of the box that is `height` high and begins at `top`."""
        return Box(self.x, top, self.width, height)


class Ink(Struct, frozen=True):
    """How texts look."""

    size: float
    face: Face = Face.SONGTI
    align: Align = Align.LEFT
    color: str = "000000"


class Board(Struct):
    """Shapes and labels so far."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def rule(self, start: Point, end: Point, width: float = 0.5, color: str = "000000") -> None:
        """Draw a straight line."""
        self.shapes.append(Path((start, end), width, color))

    def line(self, start: Point, end: Point, width: float, color: str, dash: tuple[float, ...]) -> None:
        """Draw a line of strokes and gaps."""
        self.shapes.append(Path((start, end), width, color, dash))

    def area(
        self,
        box: Box,
        fill: str | None,
        *,
        hatch: Hatch = Hatch.NONE,
        width: float = 0.0,
        color: str = "000000",
    ) -> None:
        """Draw a rectangle; a `width` of 0 leaves it without an outline."""
        corners = rectangle(box.x, box.y, box.width, box.height)
        self.shapes.append(Area(corners, fill, hatch, width, color))

    def diamond(self, center: Point, radius: float, *, filled: bool) -> None:
        """Draw a square that stands on its corner, black with a white edge or white with a black one."""
        x, y = center
        corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
        fill, edge = ("000000", "FFFFFF") if filled else ("FFFFFF", "000000")
        self.shapes.append(Area(corners, fill, width=0.6, color=edge))

    def text(self, words: str, box: Box, ink: Ink) -> None:
        """Set a text into a box."""
        if words:
            self.labels.append(
                Label(words, box.x, box.y, box.width, box.height, ink.size, ink.face, ink.align, ink.color)
            )

    def drawing(self, name: str, alt: str) -> Drawing:
        """Return all that was drawn."""
        return Drawing(name, self.width, self.height, tuple(self.shapes), tuple(self.labels), alt)
