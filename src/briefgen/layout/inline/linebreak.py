"""Line breaking: one by one as word processors fill lines, or all lines of a paragraph weighed together.

In: glyphs, where a line may end, the measure of each line. Out: the lines as ranges of glyphs.
Does not belong here: moving glyphs to the edges (`justify`).
"""

from __future__ import annotations

from briefgen.layout.inline.greedy import greedy
from briefgen.layout.inline.line import Measure, Span, Text, is_runt, stretch
from briefgen.layout.inline.shape import NEWLINE, Glyph
from briefgen.layout.inline.totalfit import total_fit
from briefgen.spec.typography import Breaking

GOOD_STRETCH = 0.045  # em a gap, one character pushed out of a full line: looser, and all lines are weighed
LOOSE_STRETCH = 0.25  # em a gap: looser than this is reported


def break_lines(
    glyphs: list[Glyph], allowed: list[bool], measure: Measure, breaking: Breaking = Breaking.OFFICE
) -> list[Span]:
    """Return the lines of a paragraph; every glyph is in one line or is a space at a line's end."""
    spans: list[Span] = []
    text = Text(glyphs, allowed)
    start = 0
    while start < len(glyphs):
        end = next((i for i in range(start, len(glyphs)) if glyphs[i].char == NEWLINE), len(glyphs))
        first = measure.of(len(spans))
        piece = _office if breaking is Breaking.OFFICE else _optimum
        spans.extend(piece(text, start, end, Measure(first, measure.rest)))
        start = end + 1
    return spans


def _office(text: Text, start: int, end: int, measure: Measure) -> list[Span]:
    """Return lines filled one by one; where that leaves a bad line, those with the least badness."""
    if start == end:
        return [Span(start, end, last=True)]
    spans = greedy(text, start, end, measure)
    return spans if _is_good(text, spans, measure) else _optimum(text, start, end, measure)


def _optimum(text: Text, start: int, end: int, measure: Measure) -> list[Span]:
    """Return the lines with the least badness; greedy ones where a word is longer than a line."""
    if start == end:
        return [Span(start, end, last=True)]
    return total_fit(text, start, end, measure) or greedy(text, start, end, measure)


def _is_good(text: Text, spans: list[Span], measure: Measure) -> bool:
    if len(spans) == 1:
        return True
    if is_runt(text, spans[-1]):
        return False
    return all(
        span.last or stretch(text, span, measure.of(number)) <= GOOD_STRETCH
        for number, span in enumerate(spans)
    )
