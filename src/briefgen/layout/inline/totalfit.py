"""All lines of a paragraph together: those with the least sum of badness and penalties, by dynamic programming.

In: the text of a paragraph, the measure of its lines. Out: spans. Time grows with the length of the text, not with
its square: an end is tried with those starts only from which a line can reach it.
Does not belong here: how bad a line is (`badness`), what is better kept together (`cohesion`).
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import inf

from briefgen.layout.inline.badness import LineEnd
from briefgen.layout.inline.cohesion import penalties
from briefgen.layout.inline.line import Measure, Span, Text


@dataclass(frozen=True, slots=True)
class _Node:
    """A place where a line may end: the least sum of badness up to it, and the line that ends there."""

    place: int
    badness: float
    room: float  # of the line that starts here
    line: Span | None = None
    before: _Node | None = None


def total_fit(text: Text, start: int, end: int, measure: Measure) -> list[Span] | None:
    """Return the lines with the least sum of badness, or None where a word is longer than a line."""
    unwelcome = penalties("".join(glyph.char for glyph in text.glyphs[start:end]))
    active = deque([_Node(start, 0.0, measure.first)])  # starts from which a line may still reach further
    for stop in range(start + 1, end):
        if not text.allowed[stop - 1]:
            continue
        line_end = LineEnd(text, text.trimmed(start, stop), last=False)
        badness, before = _best(line_end, active)
        if before is not None:
            badness += unwelcome.get(stop - 1 - start, 0.0)
            span = Span(before.place, line_end.end)
            active.append(_Node(stop, badness, measure.rest, span, before))
    line_end = LineEnd(text, text.trimmed(start, end), last=True)
    _, before = _best(line_end, active)
    return None if before is None else [*_lines_to(before), Span(before.place, line_end.end, last=True)]


def _best(line_end: LineEnd, active: deque[_Node]) -> tuple[float, _Node | None]:
    """Return the least badness up to this end and where its line starts; drop starts too far back for any end."""
    while active and line_end.overflow(active[0].place, active[0].room) > line_end.size:
        active.popleft()  # an em: the mark after this end may give more than it takes
    floor = min((node.badness for node in active), default=0.0)
    least, found = inf, None
    for node in active:
        if node.place >= line_end.end:
            break
        badness = line_end.badness(node.place, node.room)
        if node.badness + badness < least:
            least, found = node.badness + badness, node
        elif floor + badness >= least and line_end.excess(node.place, node.room) < 0:
            break  # from here on each start only makes the line looser
    return least, found


def _lines_to(node: _Node) -> list[Span]:
    lines: list[Span] = []
    while node.line is not None and node.before is not None:
        lines.append(node.line)
        node = node.before
    return lines[::-1]
