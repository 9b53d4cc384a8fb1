"""Line breaking: one by one as word processors fill lines, or all lines of a paragraph weighed together.

In: glyphs, where a line may end, the measure of each line. Out: the lines as ranges of glyphs.
Does not belong here: moving glyphs to the edges (`justify`).
"""

from __future__ import annotations

from dataclasses import replace

from briefgen.layout.inline.breaks import is_word
from briefgen.layout.inline.fitted import fit
from briefgen.layout.inline.greedy import greedy
from briefgen.layout.inline.line import Measure, Span, Text
from briefgen.layout.inline.office import fill
from briefgen.layout.inline.shape import NEWLINE, Glyph
from briefgen.layout.inline.totalfit import total_fit
from briefgen.spec.typography import Breaking

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
        spans.extend(piece(text, start, end, replace(measure, first=first)))
        start = end + 1
    return spans


def _office(text: Text, start: int, end: int, measure: Measure) -> list[Span]:
    """Return lines filled one by one."""
    if start == end:
        return [Span(start, end, last=True)]
    return (measure.hang and fit(text, start, end, measure)) or fill(text, start, end, measure)


def _optimum(text: Text, start: int, end: int, measure: Measure) -> list[Span]:
    """Return the lines with the least badness; a word longer than a line is parted where that serves them best."""
    if start == end:
        return [Span(start, end, last=True)]
    if lines := total_fit(text, start, end, measure):
        return lines
    _part_long_words(text, start, end, min(measure.first, measure.rest))
    return total_fit(text, start, end, measure) or greedy(text, start, end, measure)


def _part_long_words(text: Text, start: int, end: int, room: float) -> None:
    """Let lines end inside Latin words that are longer than `room`."""
    begin = start
    for stop in range(start + 1, end + 1):
        if stop < end and not text.allowed[stop - 1]:
            continue
        if text.width(begin, stop) - text.gift(begin, stop) > room:
            for gap in range(begin, stop - 1):
                if is_word(text.glyphs[gap].char) and is_word(text.glyphs[gap + 1].char):
                    text.allowed[gap] = True
        begin = stop
