"""Badness: how far a line is from a full one whose gaps are as the faces have them.

In: where a line starts with how much room, where it ends. Out: a number; `totalfit` chooses the lines with the least
sum. Starts and ends are met with each other many times, so each keeps what it knows of running sums.
Does not belong here: which lines there are to choose from.
"""

from __future__ import annotations

from math import inf

from briefgen.layout.inline.line import TOLERANCE, Span, Text, is_runt
from briefgen.spec import gbt15834

LINE = 1.0  # badness of a line, so that fewer are better
SQUEEZED = 0.2  # of a line that is squeezed at all
HUNDREDTHS = 0.1  # of a gap that changes by a hundredth of an em, squared
EMPTIED = 1.0  # of marks that give all they have; less, squared, where they give a part
RUNT = 200.0  # of a last line of one character


class LineStart:
    """All lines that start with the glyph `place` and have `room` points to fill."""

    __slots__ = ("full", "gaps", "gift", "place", "wants")

    def __init__(self, text: Text, place: int, room: float) -> None:
        self.place = place
        self.full = text.widths[place] + room
        self.gift = text.gifts[place] - text.at_start(place)
        self.wants = text.wants[place]
        self.gaps = text.gaps[place]


class LineEnd:
    """All lines that end before the glyph `place`."""

    __slots__ = ("final", "gaps", "gift", "last", "place", "size", "text", "wants", "width")

    def __init__(self, text: Text, place: int, *, last: bool) -> None:
        final = text.glyphs[place - 1]
        self.text = text
        self.place = place
        self.last = last
        self.size = final.size
        self.width = text.widths[place] - final.kern
        self.gift = text.gifts[place] + text.at_end(place)
        self.wants = text.wants[place - 1]
        self.gaps = text.gaps[place - 1]
        self.final = final.half if final.char in gbt15834.CLOSING else 0.0

    def is_beyond(self, start: LineStart) -> bool:
        """Return whether the line from `start` is too wide, and any that ends later.

        A mark after this end may give more than it takes, but never an em.
        """
        return self.width - start.full - (self.gift - start.gift) > self.size

    def badness(self, start: LineStart) -> float:
        """Return the badness of the line from `start`; infinite where it does not fit or has no gap to stretch.

        The gaps that the mark at its end makes room for do not change: such a mark may take half a cell
        (GB/T 15834 5.1.10).
        """
        excess = self.width - start.full
        gaps = self.gaps - start.gaps
        if excess > TOLERANCE:
            gift = self.gift - start.gift
            if excess > gift + TOLERANCE:
                return inf
            change = (excess - self.final) / (gaps or 1) / self.size if excess > self.final else 0.0
            return LINE + SQUEEZED + HUNDREDTHS * 1e4 * change * change + EMPTIED * (excess / gift) ** 2
        if self.last:
            return RUNT if is_runt(self.text, Span(start.place, self.place)) else 0.0
        missing = start.wants - self.wants - excess
        if missing <= TOLERANCE:
            return LINE
        if not gaps:
            return inf
        change = missing / gaps / self.size
        return LINE + HUNDREDTHS * 1e4 * change * change


def badness_of(text: Text, span: Span, room: float) -> float:
    """Return the badness of one line."""
    return LineEnd(text, span.end, last=span.last).badness(LineStart(text, span.start, room))
