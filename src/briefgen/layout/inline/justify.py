"""Justification: bring a line to its measure by squeezing, then stretching, and cut it into runs.

In: a line's glyphs, its left edge, its measure. Out: `frame.Run`s at fixed places. The order of squeezing and
stretching is that of GB/T 15834 5.1.10 and CLREQ 3.1.6. Does not belong here: which glyphs a line holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.doctree.nodes import Align
from briefgen.layout.frame import Run
from briefgen.layout.inline.line import TOLERANCE, can_stretch
from briefgen.layout.inline.shape import Glyph
from briefgen.spec import gbt15834


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line set to its measure: its runs, and the mean change of a gap, in em (squeezed below 0)."""

    runs: tuple[Run, ...]
    adjust: float
    notes: tuple[int, ...] = ()

    @property
    def end(self) -> float:
        """The right edge of its last run."""
        return self.runs[-1].x + sum(self.runs[-1].advances) if self.runs else 0.0


def set_line(glyphs: list[Glyph], left: float, room: float, align: Align, *, last: bool) -> SetLine:
    """Return the line that starts at `left` with `room` points to fill.

    A justified line is stretched unless it is `last`; every line is squeezed when it is too long.
    """
    if not glyphs:
        return SetLine((), 0.0)
    advances = [glyph.advance for glyph in glyphs]
    natural = sum(advances)
    if natural > room + TOLERANCE:
        left += _squeeze(glyphs, advances, natural - room)
    elif align is Align.JUSTIFY and not last:
        _stretch(glyphs, advances, room - natural)
    width = sum(advances)
    if align is Align.CENTER:
        left += (room - width) / 2
    elif align is Align.RIGHT:
        left += room - width
    adjust = (width - natural) / glyphs[0].size / max(1, len(glyphs) - 1)
    notes = tuple(dict.fromkeys(glyph.note for glyph in glyphs if glyph.note))
    return SetLine(_runs(glyphs, advances, left), adjust, notes)


def _squeeze(glyphs: list[Glyph], advances: list[float], excess: float) -> float:
    """Take `excess` points out of the marks, a rank at a time; return by how much the line's start moves."""
    shift = 0.0
    if glyphs[-1].char in gbt15834.CLOSING:  # the mark at the line's end gives first
        given = min(excess, glyphs[-1].squeeze)
        advances[-1] -= given
        excess -= given
    givers = range(len(glyphs) - (glyphs[-1].char in gbt15834.CLOSING))
    for rank in sorted({glyphs[i].rank for i in givers if glyphs[i].squeeze}):
        if excess <= TOLERANCE:
            break
        peers = [i for i in givers if glyphs[i].rank == rank and glyphs[i].squeeze]
        share = min(1.0, excess / sum(glyphs[i].squeeze for i in peers))
        for i in peers:
            given = share * glyphs[i].squeeze
            excess -= given
            if glyphs[i].char not in gbt15834.OPENING:
                advances[i] -= given
            elif i:
                advances[i - 1] -= given  # an opening mark gives its left half
            else:
                shift -= given
    return shift


def _stretch(glyphs: list[Glyph], advances: list[float], missing: float) -> None:
    """Give `missing` points to the gaps: Latin spaces up to half an em, then every gap alike."""
    spaces = [i for i in range(len(glyphs) - 1) if glyphs[i].char == " "]
    for i in spaces:
        given = min(missing / len(spaces), max(0.0, glyphs[i].size / 2 - advances[i]))
        advances[i] += given
    missing -= sum(advances[i] - glyphs[i].advance for i in spaces)
    gaps = [i for i in range(len(glyphs) - 1) if can_stretch(glyphs[i], glyphs[i + 1])]
    for i in gaps:
        advances[i] += missing / len(gaps)


def _runs(glyphs: list[Glyph], advances: list[float], left: float) -> tuple[Run, ...]:
    runs: list[Run] = []
    start = 0
    for index in range(1, len(glyphs) + 1):
        if index < len(glyphs) and _alike(glyphs[start], glyphs[index]):
            continue
        head, taken = glyphs[start], tuple(advances[start:index])
        text = "".join(glyph.char for glyph in glyphs[start:index])
        runs.append(Run(left, text, head.face, head.size, taken, head.color, head.rise, head.href))
        left += sum(taken)
        start = index
    return tuple(runs)


def _alike(a: Glyph, b: Glyph) -> bool:
    return (a.face, a.size, a.color, a.rise, a.href) == (b.face, b.size, b.color, b.rise, b.href)
