"""Justification: bring a line to its measure by squeezing, then stretching, and cut it into runs.

In: a line's glyphs, its left edge, its measure. Out: `frame.Run`s at fixed places. The order of squeezing and
stretching is that of GB/T 15834 5.1.10 and CLREQ 3.1.6. Does not belong here: which glyphs a line holds.
"""

from __future__ import annotations

from itertools import compress, groupby
from operator import attrgetter

from msgspec import Struct

from briefgen.doctree.nodes import Align
from briefgen.layout.frame import Run
from briefgen.layout.inline.line import TOLERANCE, elastic, first_stretch
from briefgen.layout.inline.shape import Glyph
from briefgen.spec import gbt15834

LINE_END = -1  # the rank of the mark at the end of a line: it gives first

_LOOK = attrgetter("look")
_NOTE = attrgetter("note")


class SetLine(Struct, frozen=True, gc=False):
    """A line set to its measure: its runs, and the mean change of a gap, in em (squeezed below 0).

    `even` is the part of this that all gaps share alike, `start` and `spacing` are those of its `Span`.
    """

    runs: tuple[Run, ...]
    adjust: float
    notes: tuple[int, ...] = ()
    even: float = 0.0
    start: int = 0
    spacing: int = 0

    @property
    def end(self) -> float:
        """The right edge of its last run."""
        return self.runs[-1].x + sum(self.runs[-1].advances) if self.runs else 0.0


def set_line(
    glyphs: list[Glyph],
    left: float,
    room: float,
    align: Align,
    *,
    last: bool,
    may_grow: list[bool] | None = None,
    start: int = 0,
    spacing: int = 0,
) -> SetLine:
    """Return the line that starts at `left` with `room` points to fill.

    A justified line is stretched unless it is `last`; every line is squeezed when it is too long. `may_grow` is what
    `elastic` says of these glyphs, for who has asked it already.
    """
    if not glyphs:
        return SetLine((), 0.0)
    advances = [glyph.advance for glyph in glyphs]
    advances[-1] -= glyphs[-1].kern
    natural = sum(advances)
    even = 0.0
    gaps: list[int] = []
    if natural > room + TOLERANCE:
        gaps = _gaps(glyphs, may_grow)
        shift, even = _squeeze(glyphs, advances, gaps, natural - room)
        left -= shift
    elif align is Align.JUSTIFY and not last:
        gaps = _gaps(glyphs, may_grow)
        even = _stretch(glyphs, advances, gaps, room - natural)
    width = sum(advances)
    if align is Align.CENTER:
        left += (room - width) / 2
    elif align is Align.RIGHT:
        left += room - width
    adjust = (width - natural) / glyphs[0].size / (len(gaps) or 1)
    notes = tuple(dict.fromkeys(filter(None, map(_NOTE, glyphs))))
    return SetLine(_runs(glyphs, advances, left), adjust, notes, even / glyphs[0].size, start, spacing)


def _squeeze(
    glyphs: list[Glyph], advances: list[float], gaps: list[int], excess: float
) -> tuple[float, float]:
    """Take `excess` points out of the line, a rank at a time, what is left out of all gaps alike.

    Return how far its start moves to the left, and by how much all gaps change.
    """
    shift = 0.0
    gifts = _gifts(glyphs)
    for rank in sorted({rank for rank, _, _ in gifts}):
        peers = [(index, gift) for its_rank, index, gift in gifts if its_rank == rank]
        share = min(1.0, excess / sum(gift for _, gift in peers))
        for index, gift in peers:
            given = share * gift
            before = given * _share_before(glyphs[index].char)
            advances[index] -= given - before
            if index:
                advances[index - 1] -= before
            else:
                shift += before
            excess -= given
        if excess <= TOLERANCE:
            return shift, 0.0
    return shift, _spread(advances, gaps, -excess)


def _spread(advances: list[float], gaps: list[int], missing: float) -> float:
    """Give `missing` points to all gaps alike; return how many each got."""
    share = missing / len(gaps) if gaps else 0.0
    for i in gaps:
        advances[i] += share
    return share


def _gifts(glyphs: list[Glyph]) -> list[tuple[int, int, float]]:
    """Return what each glyph can give at its place in the line: its rank, its index, points."""
    found = [(glyph.rank, index, glyph.squeeze) for index, glyph in enumerate(glyphs)]
    first, last = glyphs[0], glyphs[-1]
    if first.char in gbt15834.OPENING:
        found[0] = (first.rank, 0, first.half)
    found[-1] = (LINE_END, len(glyphs) - 1, last.half if last.char in gbt15834.CLOSING else 0.0)
    return [each for each in found if each[2] > 0]


def _share_before(char: str) -> float:
    """Return which share of what it gives a mark gives on its left."""
    if char in gbt15834.OPENING:
        return 1.0
    return 0.5 if char in gbt15834.INTERPUNCTS else 0.0


def _stretch(glyphs: list[Glyph], advances: list[float], gaps: list[int], missing: float) -> float:
    """Give `missing` points to the line: to Latin spaces, then to Han–Latin gaps, then to every gap alike.

    Return by how much all gaps grew.
    """
    growing = [i for i, glyph in enumerate(glyphs[:-1]) if glyph.reach or glyph.char == " "]
    for is_space in (True, False):
        places = [i for i in growing if (glyphs[i].char == " ") is is_space]
        wanted = sum([first_stretch(glyphs[i]) for i in places])
        share = min(1.0, missing / wanted) if wanted else 0.0
        for i in places:
            advances[i] += share * first_stretch(glyphs[i])
        missing -= share * wanted
    return _spread(advances, gaps, missing)


def _gaps(glyphs: list[Glyph], may_grow: list[bool] | None) -> list[int]:
    """Return the glyphs whose gap to the next may change: none inside words and numbers."""
    return list(compress(range(len(glyphs)), elastic(glyphs) if may_grow is None else may_grow))


def _runs(glyphs: list[Glyph], advances: list[float], left: float) -> tuple[Run, ...]:
    runs: list[Run] = []
    start = 0
    for _, part in groupby(glyphs, _LOOK):
        first, text = glyphs[start], "".join([glyph.char for glyph in part])
        taken = advances[start : start + len(text)]
        start += len(text)
        width, inset = sum(taken), first.inset
        taken[-1] -= inset
        runs.append(
            Run(left + inset, text, first.face, first.size, tuple(taken), first.color, first.rise, first.href)
        )
        left += width
    return tuple(runs)
