"""The galley: what is set but not yet on a page, a list of strips from top to bottom.

A strip is the least thing that stands on one page: a line of text, a row of a table, a figure with its caption.
In: nothing. Out: plain values for `pages`. Does not belong here: page numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefgen.layout.frame import Drawn, Image, Item, Line, Link, Stroke


class Mark(Struct, frozen=True, gc=False):
    """A place that links and bookmarks lead to: a title (level 0) or a heading."""

    id: str
    text: str
    level: int


class Reference(Struct, frozen=True, gc=False):
    """Asks for the page number of `target`, set right-aligned with `leader` dots after x; see `contents`."""

    target: str
    line: Line
    left: float  # where the leader may begin
    right: float  # where the number ends


class Spread(Struct, frozen=True, gc=False):
    """Lines of `height` in the middle of what their strip and those below it take on a page, `strips` in all.

    `need` is the height that they ask for there, `cell` row and column of their cell in its part of the table.
    """

    items: tuple[Item, ...]
    height: float
    strips: int
    need: float
    cell: tuple[int, int]


class Strip(Struct, frozen=True, gc=False):
    """Items with y counted from the strip's top, its height, and how it holds to what follows.

    `before` is space above it that a page top swallows; `hold` tells that no page may end after it; `notes`
    are the numbers of the footnotes called in it; `floats` tells that text may flow up past it; `head` are the
    strips to repeat when a page begins with this one (the head rows of its table); `spread` is what reaches over
    strips below (merged cells), `again` what is to be repeated of it when a page begins with this one, `closing` what
    is drawn when the page ends with this one (the rules that they lack); `landscape` strips stand on pages of their
    own; a `lone` line is held only so that two lines follow a heading. `block` is the index of its block, `row` that
    of the row of a table's body that it begins.
    """

    height: float
    items: tuple[Item, ...] = ()
    before: float = 0.0
    hold: bool = False
    notes: tuple[int, ...] = ()
    mark: Mark | None = None
    reference: Reference | None = None
    floats: bool = False
    head: tuple[Strip, ...] = ()
    spread: tuple[Spread, ...] = ()
    again: tuple[Spread, ...] = ()
    closing: tuple[Item, ...] = ()
    landscape: bool = False
    lone: bool = False
    block: int = -1
    row: int = -1


def held(strips: Sequence[Strip]) -> list[Strip]:
    """Return the strips held together and to what follows."""
    return [replace(strip, hold=True) for strip in strips]


def moved(item: Item, dy: float) -> Item:
    """Return the item moved down by `dy`."""
    match item:
        case Line():
            return replace(item, baseline=item.baseline + dy)
        case Stroke():
            return replace(item, y0=item.y0 + dy, y1=item.y1 + dy)
        case Image() | Link() | Drawn():
            return replace(item, y=item.y + dy)
