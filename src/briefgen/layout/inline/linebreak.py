"""Line breaking: fill lines one by one as word processors do, and choose all together where that leaves a bad line.

In: glyphs, where a line may end, the measure of each line. Out: the lines as ranges of glyphs.
Does not belong here: moving glyphs to the edges (`justify`).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from briefgen.layout.inline.breaks import is_word
from briefgen.layout.inline.shape import NEWLINE, Glyph
from briefgen.spec import gbt15834

TOLERANCE = 1e-6
GOOD_STRETCH = (
    0.045  # em a gap, one character pushed out of a full line: looser, and all lines are weighed together
)
LOOSE_STRETCH = 0.25  # em a gap: looser than this is reported


@dataclass(frozen=True, slots=True)
class Measure:
    """The length of the lines of a paragraph, in points: the first, and the others."""

    first: float
    rest: float

    def of(self, line: int) -> float:
        """Return the length of line number `line`, counted from 0."""
        return self.first if line == 0 else self.rest


@dataclass(frozen=True, slots=True)
class Span:
    """A line: glyphs `start` to `end` (the spaces after `end` are dropped up to the next start).

    `last` tells that it ends a paragraph or stands before a forced break: it is not stretched.
    """

    start: int
    end: int
    last: bool = False


class Text:
    """The glyphs of one paragraph with running sums, so that the width of any line is a subtraction."""

    def __init__(self, glyphs: list[Glyph], allowed: list[bool]) -> None:
        self.glyphs = glyphs
        self.allowed = allowed
        self.widths = [0.0]
        self.gifts = [0.0]
        for glyph in glyphs:
            self.widths.append(self.widths[-1] + glyph.advance)
            self.gifts.append(self.gifts[-1] + glyph.squeeze)

    def width(self, start: int, end: int) -> float:
        """Return the natural width of the glyphs from `start` to before `end`."""
        return self.widths[end] - self.widths[start]

    def gift(self, start: int, end: int) -> float:
        """Return by how much these glyphs can be squeezed in all."""
        return self.gifts[end] - self.gifts[start]

    def trimmed(self, start: int, end: int) -> int:
        """Return `end` without the spaces and the forced break that a line end swallows."""
        while end > start and self.glyphs[end - 1].char in (" ", NEWLINE):
            end -= 1
        return end


def break_lines(glyphs: list[Glyph], allowed: list[bool], measure: Measure) -> list[Span]:
    """Return the lines of a paragraph; every glyph is in one line or is a space at a line's end."""
    spans: list[Span] = []
    text = Text(glyphs, allowed)
    start = 0
    while start < len(glyphs):
        end = next((i for i in range(start, len(glyphs)) if glyphs[i].char == NEWLINE), len(glyphs))
        first = measure.of(len(spans))
        spans.extend(_break_piece(text, start, end, Measure(first, measure.rest)))
        start = end + 1
    return spans


def _break_piece(text: Text, start: int, end: int, measure: Measure) -> list[Span]:
    if start == end:
        return [Span(start, end, last=True)]
    spans = _greedy(text, start, end, measure)
    if _is_good(text, spans, measure):
        return spans
    return _total_fit(text, start, end, measure) or spans


# -- line by line ----------------------------------------------------------------------------------------------


def _greedy(text: Text, start: int, end: int, measure: Measure) -> list[Span]:
    spans: list[Span] = []
    while start < end:
        stop = _fill(text, start, end, measure.of(len(spans)))
        spans.append(Span(start, text.trimmed(start, stop), last=stop == end))
        start = stop
    return spans


def _fill(text: Text, start: int, end: int, room: float) -> int:
    """Return where the line that begins at `start` ends: squeeze a forbidden starter in, else push out."""
    stop = start
    while stop < end and text.width(start, text.trimmed(start, stop + 1)) <= room + TOLERANCE:
        stop += 1
    if stop == end:
        return end
    for squeezed in range(min(stop + 3, end), stop, -1):  # a mark, perhaps two, may come in by squeezing
        if _ends_here(text, squeezed, end) and _only_marks(text, stop, squeezed):
            width = text.width(start, squeezed)
            if width - text.gift(start, squeezed) <= room + TOLERANCE:
                return squeezed
    back = stop
    while back > start and not text.allowed[back - 1]:
        back -= 1
    return back if back > start else max(stop, start + 1)  # an over-long word is cut where it must be


def _ends_here(text: Text, stop: int, end: int) -> bool:
    return stop == end or text.allowed[stop - 1]


def _only_marks(text: Text, start: int, stop: int) -> bool:
    return all(text.glyphs[i].char in gbt15834.NOT_AT_LINE_START for i in range(start, stop))


def _is_good(text: Text, spans: list[Span], measure: Measure) -> bool:
    if len(spans) == 1:
        return True
    if _is_runt(text, spans[-1]):
        return False
    return all(
        span.last or stretch(text, span, measure.of(number)) <= GOOD_STRETCH
        for number, span in enumerate(spans)
    )


def _is_runt(text: Text, span: Span) -> bool:
    """Return whether a last line holds a single character, marks not counted."""
    glyphs = text.glyphs[span.start : span.end]
    return sum(glyph.char not in gbt15834.NOT_AT_LINE_START for glyph in glyphs) <= 1


def stretch(text: Text, span: Span, room: float) -> float:
    """Return by how much each gap of the line must grow, in em; 0 where the line is full."""
    missing = room - text.width(span.start, span.end)
    if missing <= TOLERANCE:
        return 0.0
    gaps = sum(map(can_stretch, text.glyphs[span.start :], text.glyphs[span.start + 1 : span.end]))
    size = text.glyphs[span.start].size
    return missing / size / gaps if gaps else inf


def can_stretch(left: Glyph, right: Glyph) -> bool:
    """Return whether the gap between two neighbours may grow: not inside a word, a number, a pair of dashes."""
    if left.char == " " or right.char == " ":
        return left.char == " "
    if left.char == right.char and left.char in gbt15834.PAIRED:
        return False
    return not (is_word(left.char) and is_word(right.char)) and not right.note


# -- all lines together ----------------------------------------------------------------------------------------


def _total_fit(text: Text, start: int, end: int, measure: Measure) -> list[Span] | None:
    """Return the lines with the least sum of badness, or None where a word is longer than a line."""
    best: dict[int, tuple[float, int, int]] = {
        start: (0.0, start, 0)
    }  # end → (badness, start, number of lines)
    for stop in _stops(text, start, end):
        found = _best_line_to(text, start, stop, end, measure, best)
        if found is not None:
            best[stop] = found
    if end not in best:
        return None
    spans: list[Span] = []
    stop = end
    while stop > start:
        begin = best[stop][1]
        spans.append(Span(begin, text.trimmed(begin, stop), last=stop == end))
        stop = begin
    return spans[::-1]


def _stops(text: Text, start: int, end: int) -> list[int]:
    return [i for i in range(start + 1, end + 1) if i == end or text.allowed[i - 1]]


def _best_line_to(
    text: Text, start: int, stop: int, end: int, measure: Measure, best: dict[int, tuple[float, int, int]]
) -> tuple[float, int, int] | None:
    found: tuple[float, int, int] | None = None
    longest = max(measure.first, measure.rest)
    for begin in range(stop - 1, start - 1, -1):
        if text.width(begin, text.trimmed(begin, stop)) - text.gift(begin, stop) > longest + TOLERANCE:
            break
        if begin not in best:
            continue
        badness, _, lines = best[begin]
        span = Span(begin, text.trimmed(begin, stop), last=stop == end)
        total = badness + _badness(text, span, measure.of(lines))
        if total < inf and (found is None or total < found[0]):
            found = (total, begin, lines + 1)
    return found


def _badness(text: Text, span: Span, room: float) -> float:
    width = text.width(span.start, span.end)
    size = text.glyphs[span.start].size
    if width > room + TOLERANCE:
        excess = (width - room) / size
        if width - text.gift(span.start, span.end) > room + TOLERANCE:
            return inf
        return 1 + 4 * excess**2
    if span.last:
        return 200.0 if _is_runt(text, span) else 0.0
    return 1 + (100 * stretch(text, span, room)) ** 2 / 10
