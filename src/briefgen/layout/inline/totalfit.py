"""All lines of a paragraph together: those with the least sum of badness, by dynamic programming.

In: the text of a paragraph, the measure of its lines. Out: spans. Does not belong here: when it is worth it.
"""

from __future__ import annotations

from math import inf

from briefgen.layout.inline.line import TOLERANCE, Measure, Span, Text, is_runt, stretch

RUNT = 200.0  # badness of a last line of one character


def total_fit(text: Text, start: int, end: int, measure: Measure) -> list[Span] | None:
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
        total = badness + badness_of(text, span, measure.of(lines))
        if total < inf and (found is None or total < found[0]):
            found = (total, begin, lines + 1)
    return found


def badness_of(text: Text, span: Span, room: float) -> float:
    """Return how bad a line is: what it is squeezed or stretched, squared; infinite where it does not fit."""
    width = text.width(span.start, span.end)
    size = text.glyphs[span.start].size
    if width > room + TOLERANCE:
        excess = (width - room) / size
        if width - text.gift(span.start, span.end) > room + TOLERANCE:
            return inf
        return 1 + 4 * excess**2
    if span.last:
        return RUNT if is_runt(text, span) else 0.0
    return 1 + (100 * stretch(text, span, room)) ** 2 / 10
