"""What line breaking reckons with: a paragraph's glyphs with running sums, lines as ranges, how loose a line is.

In: glyphs and break opportunities. Out: plain values and measures. Does not belong here: choosing the lines.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import accumulate
from math import inf

from msgspec import Struct

from briefgen.layout.inline.breaks import is_sum, is_word
from briefgen.layout.inline.shape import NEWLINE, PAIRS, Glyph, junctions, noted
from briefgen.spec import gbt15834

TOLERANCE = 1e-6


class Measure(Struct, frozen=True):
    """The length of the lines of a paragraph, in points: the first, and the others.

    An office's lines are longer by `spare`; `hang` tells whether it lets a mark hang at the end of a line. `spaced`
    tells whether spacing can be said for these lines, though not for the first `fixed` characters.
    """

    first: float
    rest: float
    spare: float = 0.0
    hang: bool = True
    spaced: bool = False
    fixed: int = 0

    def of(self, line: int) -> float:
        """Return the length of line number `line`, counted from 0."""
        return self.first if line == 0 else self.rest


class Span(Struct, frozen=True, gc=False):
    """A line: glyphs `start` to `end` (the spaces after `end` are dropped up to the next start).

    `last` tells that it ends a paragraph or stands before a forced break: it is not stretched. `spacing` is what an
    office must add to each character so that the line ends there, in twips.
    """

    start: int
    end: int
    last: bool = False
    spacing: int = 0


class Text:
    """The glyphs of one paragraph with running sums, so that the width of any line is a subtraction."""

    def __init__(self, glyphs: list[Glyph], allowed: list[bool]) -> None:
        self.glyphs = glyphs
        self.allowed = list(allowed)
        self.chars = "".join([glyph.char for glyph in glyphs])

    @cached_property
    def widths(self) -> list[float]:
        """The width of all glyphs before each place."""
        return [0.0, *accumulate([glyph.advance for glyph in self.glyphs])]

    @cached_property
    def gifts(self) -> list[float]:
        """What they can give."""
        return [0.0, *accumulate([glyph.squeeze for glyph in self.glyphs])]

    @cached_property
    def wants(self) -> list[float]:
        """By how much their spaces and Han–Latin gaps grow before all gaps do."""
        spaced = " " in self.chars
        return [0.0, *accumulate([first_stretch(g) if spaced else g.reach for g in self.glyphs])]

    @cached_property
    def gaps(self) -> list[int]:
        """How many gaps among them may grow."""
        return [0, *accumulate(self.elastic)]

    @cached_property
    def elastic(self) -> list[bool]:
        """Whether the gap after each glyph but the last may grow."""
        return elastic(self.glyphs)

    def width(self, start: int, end: int) -> float:
        """Return the natural width of a line of the glyphs from `start` to before `end`."""
        return self.widths[end] - self.widths[start] - self.glyphs[end - 1].kern if end > start else 0.0

    def gift(self, start: int, end: int) -> float:
        """Return by how much a line of these glyphs can be squeezed in all."""
        if end <= start:
            return 0.0
        return self.gifts[end] - self.gifts[start] + self.at_start(start) + self.at_end(end)

    def at_start(self, start: int) -> float:
        """Return what an opening mark gives more at the start of a line than inside it."""
        glyph = self.glyphs[start]
        return glyph.half - glyph.squeeze if glyph.char in gbt15834.OPENING else 0.0

    def at_end(self, end: int) -> float:
        """Return what the last glyph of a line gives more than inside it; a gap after it is not there."""
        glyph = self.glyphs[end - 1]
        return (glyph.half if glyph.char in gbt15834.CLOSING else 0.0) - glyph.squeeze

    def trimmed(self, start: int, end: int) -> int:
        """Return `end` without the spaces and the forced break that a line end swallows."""
        while end > start and self.glyphs[end - 1].char in (" ", NEWLINE):
            end -= 1
        return end


def is_runt(text: Text, span: Span) -> bool:
    """Return whether a last line holds a single character, marks not counted."""
    glyphs = text.glyphs[span.start : span.end]
    return sum(glyph.char not in gbt15834.NOT_AT_LINE_START for glyph in glyphs) <= 1


def stretch(text: Text, span: Span, room: float) -> float:
    """Return by how much each gap of the line must grow, in em; 0 where it is full or spaces make up for it."""
    last = max(span.start, span.end - 1)
    missing = room - text.width(span.start, span.end)
    missing -= text.wants[last] - text.wants[span.start]
    if missing <= TOLERANCE:
        return 0.0
    gaps = text.gaps[last] - text.gaps[span.start]
    size = text.glyphs[span.start].size
    return missing / size / gaps if gaps else inf


def first_stretch(glyph: Glyph) -> float:
    """Return by how much a Latin space, or the Han–Latin gap after a glyph, grows before all gaps do, in points."""
    if glyph.char == " ":
        return max(0.0, gbt15834.SPACE_MAX * glyph.size - glyph.advance)
    return glyph.reach


def elastic(glyphs: list[Glyph]) -> list[bool]:
    """Return for each gap between neighbours whether it may grow: not inside a word, a sum, a pair of dashes."""
    text = "".join([glyph.char for glyph in glyphs])
    gaps = [True] * (len(text) - 1)
    kinds, places = junctions(text)
    for place in places:
        gaps[place] = _is_elastic(kinds[place], kinds[place + 1])
    for place in noted(text, glyphs):
        if place:
            gaps[place - 1] = text[place - 1] == " "
    return gaps


@lru_cache(maxsize=PAIRS)
def _is_elastic(a: str, b: str) -> bool:
    if a == " " or b == " ":
        return a == " "
    if a == b and a in gbt15834.PAIRED:
        return False
    return not (is_word(a) and is_word(b)) and not is_sum(a, b)
