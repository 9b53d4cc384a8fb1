"""Badness: how far a line is from a full one whose gaps are as the faces have them.

In: by how much a line is too wide or too narrow, what it can give, how many gaps it has. Out: a number; `totalfit`
chooses the lines with the least sum. Does not belong here: which lines there are to choose from.
"""

from __future__ import annotations

from math import inf

from briefgen.layout.inline.line import TOLERANCE, Span, Text, is_runt, stretch
from briefgen.spec import gbt15834

LINE = 1.0  # badness of a line, so that fewer are better
SQUEEZED = 1.2  # of a line that is squeezed at all
CHANGE = 1000.0  # of a gap that changes by an em, squared: a hundredth of an em is a tenth
EMPTIED = 1.0  # of marks that give all they have; less, squared, where they give a part
RUNT = 200.0  # of a last line of one character


def loose(missing: float, gaps: float) -> float:
    """Return the badness of a line that is `missing` points too narrow, when spaces have grown as far as they go.

    `gaps` is an em for each gap, in points.
    """
    if missing <= TOLERANCE:
        return LINE
    change = missing / gaps if gaps > 0 else inf
    return LINE + CHANGE * change * change


def tight(excess: float, gift: float, final: float, gaps: float) -> float:
    """Return the badness of a line that is `excess` points too wide and can give `gift`.

    The gaps that the mark at its end makes room for (`final`) do not change: such a mark may take half a cell
    (GB/T 15834 5.1.10). `gaps` is an em for each gap, in points.
    """
    share = excess / gift
    if excess <= final:
        return SQUEEZED + EMPTIED * share * share
    change = (excess - final) / gaps
    return SQUEEZED + CHANGE * change * change + EMPTIED * share * share


def final_gift(text: Text, end: int) -> float:
    """Return what the mark at the end of a line can give, in points."""
    final = text.glyphs[end - 1]
    return final.half if final.char in gbt15834.CLOSING else 0.0


def badness_of(text: Text, span: Span, room: float) -> float:
    """Return the badness of one line; infinite where it does not fit or has no gap to stretch."""
    excess = text.width(span.start, span.end) - room
    if excess <= TOLERANCE:
        if span.last:
            return RUNT if is_runt(text, span) else 0.0
        return loose(stretch(text, span, room), 1.0)
    gift = text.gift(span.start, span.end)
    if excess > gift + TOLERANCE:
        return inf
    gaps = text.gaps[span.end - 1] - text.gaps[span.start]
    return tight(excess, gift, final_gift(text, span.end), (gaps or 1) * text.glyphs[span.end - 1].size)
