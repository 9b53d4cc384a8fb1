"""Frames: what layout ends in, plain values at fixed positions that a writer only has to draw.

Coordinates are points from the top left corner of the page, y downwards. Every frame knows its role and its
source, for tags and for diagnostics. Does not belong here: decisions.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from briefgen.diagnostics import Diagnostic, Position
from briefgen.doctree.nodes import Picture
from briefgen.doctree.shapes import Shape


class Run(Struct, frozen=True, gc=False):
    """Characters of one face, size and colour on a line.

    `face` is a key of `fonts.catalogue` (the real face, after fallback); `x` the left edge in points;
    `advances` one advance in points for each character (justification included); `color` as `rrggbb`;
    `rise` lifts the run above the baseline, in points.
    """

    x: float
    text: str
    face: str
    size: float
    advances: tuple[float, ...]
    color: str = "000000"
    rise: float = 0.0
    href: str | None = None


class Line(Struct, frozen=True, gc=False):
    """A line of text: `baseline` from the page top; `block` the index of its block in the document.

    `adjust` is the mean change of a gap by justification, in em; `even` the part of it that all gaps share alike.
    `start` is the place of its first character in its paragraph, `spacing` what an office must add to each of its
    characters to end it here, in twips. A `turned` line runs down the page: its runs stand
    at so many points from the top, its baseline from the left edge, the feet of its characters towards that edge.
    """

    role: str
    baseline: float
    runs: tuple[Run, ...]
    adjust: float = 0.0
    block: int = -1
    source: Position | None = None
    turned: bool = False
    even: float = 0.0
    start: int = 0
    spacing: int = 0

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(run.text for run in self.runs)


class Stroke(Struct, frozen=True, gc=False):
    """A straight rule of `width` points from (x0, y0) to (x1, y1)."""

    role: str
    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    color: str = "000000"


class Image(Struct, frozen=True, gc=False):
    """A picture in a box."""

    role: str
    x: float
    y: float
    width: float
    height: float
    picture: Picture
    alt: str
    source: Position | None = None


class Link(Struct, frozen=True, gc=False):
    """An area that leads to the anchor with the id `target`."""

    x: float
    y: float
    width: float
    height: float
    target: str


class Drawn(Struct, frozen=True, gc=False):
    """A drawing in a box at `x`, `y`: its shapes and above them its lines, counted from the box's corner.

    All of it is `scale` times as large on the page as its own numbers say.
    """

    role: str
    x: float
    y: float
    width: float
    height: float
    scale: float
    shapes: tuple[Shape, ...]
    lines: tuple[Line, ...]
    name: str
    alt: str
    block: int = -1
    source: Position | None = None


Item = Line | Stroke | Image | Link | Drawn


class Page(Struct, frozen=True, gc=False):
    """One page; `number` is the page number counted from 1, printed or not.

    A `landscape` page is as one reads it, with the left edge of the sheet of paper on top.
    """

    number: int
    width: float
    height: float
    items: tuple[Item, ...]
    landscape: bool = False


class Anchor(Struct, frozen=True, gc=False):
    """What bookmarks and links lead to: page (from 1) and y of its top; level 0 is a title, 1–4 a heading."""

    id: str
    text: str
    level: int
    page: int
    y: float


class TablePlace(Struct, frozen=True, gc=False):
    """What a writer whose lines are set later must know of a table.

    `edges` are those of its columns; `insets` what stays free at the right of a cell, by row and column, so that points
    of numbers stand below each other; `continued` the rows that begin a page below a line that says so, `repeated` the
    places, by row and column, in them where a merged cell has its words once more. Points.
    """

    edges: tuple[float, ...]
    insets: Mapping[tuple[int, int], float] = field(default_factory=dict)
    continued: tuple[int, ...] = ()
    repeated: frozenset[tuple[int, int]] = frozenset()


class Layout(Struct, frozen=True, gc=False):
    """All pages, the anchors in reading order, and the warnings that layout had.

    `order` holds the indices of the document's blocks in the order in which they were set: figures may have
    let paragraphs flow up past them. `forced` holds the blocks that were made to begin a page, so that a writer
    whose lines are set later can do the same; `kept` those whose first line is held to what follows, since it stands
    below a heading; `tables` what it must know of each table, by its block; `lowered` by how many points a paragraph
    must stand lower for it to be parted where it is here, by itself.
    """

    pages: tuple[Page, ...]
    anchors: tuple[Anchor, ...]
    order: tuple[int, ...] = ()
    forced: tuple[int, ...] = ()
    kept: tuple[int, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    tables: Mapping[int, TablePlace] = field(default_factory=dict)
    lowered: Mapping[int, float] = field(default_factory=dict)

    def page_of(self, target: str) -> int:
        """Return the page number of the anchor `target`.

        Raises:
            KeyError: there is no such anchor.
        """
        for anchor in self.anchors:
            if anchor.id == target:
                return anchor.page
        raise KeyError(target)
