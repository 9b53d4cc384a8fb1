"""Badness: how far a line is from a full one whose gaps are as the faces have them.

In: by how much a line is too wide or too narrow, what it can give, how many gaps it has. Out: a number; `totalfit`
chooses the lines with the least sum. Does not belong here: which lines there are to choose from.
"""

from __future__ import annotations

from math import inf

from briefgen.layout.inline.line import TOLERANCE, Span, Text, is_runt
from briefgen.spec import gbt15834

LINE = 1.0  # badness of a line, so that fewer are better
SQUEEZED = 1.2  # of a line that is squeezed at all
CHANGE = 1000.0  # of gaps that change, in em, squared: a hundredth of an em is a tenth
STEEP = 0.2  # of the same again: small changes of many lines are better than a great one of one line
WIDENED = 1.0  # of Latin spaces and Han–Latin gaps that grow as far as they go; less, squared, on the way
EMPTIED = 1.0  # of marks that give all they have; less, squared, where they give a part
RUNT = 20_000.0  # of a last line of one character: a line loose by 30 % is better


def loose(missing: float, wants: float, gaps: float) -> float:
    """Return the badness of a line that is `missing` points too narrow.

    `wants` is by how much its Latin spaces and Han–Latin gaps grow before all gaps do; `gaps` an em for each gap.
    """
    if missing <= TOLERANCE:
        return LINE
    if missing <= wants:
        share = missing / wants
        return LINE + WIDENED * share * share
    rest = missing - wants
    change = rest / gaps if gaps > 0 else inf if rest > TOLERANCE else 0.0
    return LINE + (WIDENED if wants else 0.0) + unease(change)


def tight(excess: float, gift: float, final: float, gaps: float) -> float:
    """Return the badness of a line that is `excess` points too wide and can give `gift`.

    The gaps that the mark at its end makes room for (`final`) do not change: such a mark may take half a cell
    (GB/T 15834 5.1.10). `gaps` is an em for each gap.
    """
    share = excess / gift
    if excess <= final:
        return SQUEEZED + EMPTIED * share * share
    change = (excess - final) / gaps
    return SQUEEZED + unease(change) + EMPTIED * share * share


def unease(change: float) -> float:
    """Return how bad it is that every gap of a line changes by so many em."""
    square = CHANGE * change * change
    return square + STEEP * square * square


def final_gift(text: Text, end: int) -> float:
    """Return what the mark at the end of a line can give, in points."""
    final = text.glyphs[end - 1]
    return final.half if final.char in gbt15834.CLOSING else 0.0


def badness_of(text: Text, span: Span, room: float) -> float:
    """Return the badness of one line; infinite where it does not fit or has no gap to stretch."""
    excess = text.width(span.start, span.end) - room
    gaps = (text.gaps[span.end - 1] - text.gaps[span.start]) * text.glyphs[span.end - 1].size
    if excess <= TOLERANCE:
        if span.last:
            return RUNT if is_runt(text, span) else 0.0
        return loose(-excess, text.wants[span.end - 1] - text.wants[span.start], gaps)
    gift = text.gift(span.start, span.end)
    if excess > gift + TOLERANCE:
        return inf
    return tight(excess, gift, final_gift(text, span.end), gaps or 1.0)
