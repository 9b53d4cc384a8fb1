"""Line breaking: all lines of a paragraph weighed together, of those that word processors can be made to set or of all.

In: glyphs, where a line may end, the measure of each line. Out: the lines as ranges of glyphs.
Does not belong here: moving glyphs to the edges (`justify`).
"""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.layout.inline.breaks import is_word
from briefgen.layout.inline.fitted import fit
from briefgen.layout.inline.greedy import greedy
from briefgen.layout.inline.line import Measure, Span, Text
from briefgen.layout.inline.office import fill
from briefgen.layout.inline.shape import NEWLINE
from briefgen.spec.typography import Breaking

LOOSE_STRETCH = 0.25  # em a gap: looser than this is reported


def break_lines(text: Text, measure: Measure, breaking: Breaking = Breaking.OFFICE) -> list[Span]:
    """Return the lines of a paragraph; every glyph is in one line or is a space at a line's end."""
    lines_of = _office if breaking is Breaking.OFFICE else _optimum
    if NEWLINE not in text.chars:
        return lines_of(text, measure) if text.chars else []
    spans: list[Span] = []
    start = 0
    for chars in text.chars.removesuffix(NEWLINE).split(NEWLINE):
        end = start + len(chars)
        first, fixed = (measure.of(len(spans)), 0 if spans else measure.fixed)
        piece = Text(text.glyphs[start:end], text.allowed[start:end])
        found = (
            lines_of(piece, replace(measure, first=first, fixed=fixed)) if chars else [Span(0, 0, last=True)]
        )
        spans += [replace(span, start=start + span.start, end=start + span.end) for span in found]
        start = end + 1
    return spans


def _office(text: Text, measure: Measure) -> list[Span]:
    """Return the lines that an office can be made to set, else those that it fills one by one."""
    return (measure.spaced and fit(text, measure)) or fill(text, measure)


def _optimum(text: Text, measure: Measure) -> list[Span]:
    """Return the lines with the least badness; a word longer than a line is parted where that serves them best."""
    from briefgen.layout.inline.totalfit import total_fit  # few templates weigh all lines

    start, end = 0, len(text.glyphs)
    if lines := total_fit(text, start, end, measure):
        return lines
    text = Text(text.glyphs, text.allowed)
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
