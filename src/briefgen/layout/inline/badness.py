"""Badness: how far a line is from a full one whose gaps are as the faces have them.

In: a line as a range of glyphs, the room it has. Out: a number; `totalfit` chooses the lines with the least sum.
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


class LineEnd:
    """All lines that end before the glyph `end`: what they have in common, so that each start is a subtraction."""

    __slots__ = ("_final", "_gaps", "_gift", "_last", "_text", "_wants", "_width", "end", "size")

    def __init__(self, text: Text, end: int, *, last: bool) -> None:
        final = text.glyphs[end - 1]
        self.end = end
        self.size = final.size
        self._text = text
        self._last = last
        self._width = text.widths[end] - final.kern
        self._gift = text.gifts[end] + text.at_end(end)
        self._wants = text.wants[end - 1]
        self._gaps = text.gaps[end - 1]
        self._final = final.half if final.char in gbt15834.CLOSING else 0.0

    def excess(self, start: int, room: float) -> float:
        """Return by how many points the line from `start` is wider than `room`, unsqueezed; less than 0: looser."""
        return self._width - self._text.widths[start] - room

    def overflow(self, start: int, room: float) -> float:
        """Return by how many points it is too wide, squeezed as far as it goes."""
        gift = self._gift - self._text.gifts[start] + self._text.at_start(start)
        return self.excess(start, room) - gift

    def badness(self, start: int, room: float) -> float:
        """Return the badness of the line from `start`; infinite where it does not fit or has no gap to stretch.

        What the mark at its end gives costs nothing: such a mark may take half a cell (GB/T 15834 5.1.10).
        """
        excess = self.excess(start, room)
        gaps = self._gaps - self._text.gaps[start]
        if excess <= TOLERANCE:
            if self._last:
                return RUNT if is_runt(self._text, Span(start, self.end)) else 0.0
            missing = -excess - (self._wants - self._text.wants[start])
            if missing <= TOLERANCE:
                return LINE
            change = 100 * missing / gaps / self.size if gaps > 0 else inf
            return LINE + HUNDREDTHS * change * change
        gift = self._gift - self._text.gifts[start] + self._text.at_start(start)
        if excess > gift + TOLERANCE:
            return inf
        change = 100 * max(0.0, excess - self._final) / max(1, gaps) / self.size
        share = excess / gift
        return LINE + SQUEEZED + HUNDREDTHS * change * change + EMPTIED * share * share


def badness_of(text: Text, span: Span, room: float) -> float:
    """Return the badness of one line."""
    return LineEnd(text, span.end, last=span.last).badness(span.start, room)
