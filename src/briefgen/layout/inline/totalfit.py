"""All lines of a paragraph together: those with the least sum of badness and penalties, by dynamic programming.

In: the text of a paragraph, the measure of its lines. Out: spans. Time grows with the length of the text, not with
its square: an end is tried with those starts only from which a line can reach it.
Does not belong here: how bad a line is (`badness`), what is better kept together (`cohesion`).
"""

from __future__ import annotations

from collections import deque
from math import inf

from briefgen.layout.inline.badness import LineEnd, LineStart
from briefgen.layout.inline.cohesion import penalties
from briefgen.layout.inline.line import Measure, Span, Text


class _Node(LineStart):
    """A place where a line may start, with the least badness up to it and the line that ends there."""

    __slots__ = ("badness", "before", "line")

    def __init__(
        self,
        text: Text,
        place: int,
        room: float,
        badness: float = 0.0,
        line: Span | None = None,
        before: _Node | None = None,
    ) -> None:
        super().__init__(text, place, room)
        self.badness = badness
        self.line = line
        self.before = before


def total_fit(text: Text, start: int, end: int, measure: Measure) -> list[Span] | None:
    """Return the lines with the least sum of badness, or None where a word is longer than a line."""
    unwelcome = penalties("".join(glyph.char for glyph in text.glyphs[start:end]))
    active = deque([_Node(text, start, measure.first)])  # starts from which a line may still reach further
    for stop in range(start + 1, end):
        if not text.allowed[stop - 1]:
            continue
        line_end = LineEnd(text, text.trimmed(start, stop), last=False)
        badness, before = _best(line_end, active)
        if before is not None:
            badness += unwelcome.get(stop - 1 - start, 0.0)
            line = Span(before.place, line_end.place)
            active.append(_Node(text, stop, measure.rest, badness, line, before))
    line_end = LineEnd(text, text.trimmed(start, end), last=True)
    _, before = _best(line_end, active)
    return None if before is None else [*_lines_to(before), Span(before.place, line_end.place, last=True)]


def _best(line_end: LineEnd, active: deque[_Node]) -> tuple[float, _Node | None]:
    """Return the least badness up to this end and where its line starts; drop starts too far back for any end."""
    while active and line_end.is_beyond(active[0]):
        active.popleft()
    floor = min([node.badness for node in active], default=0.0)
    least, found = inf, None
    for node in active:
        if node.place >= line_end.place:
            break
        badness = line_end.badness(node)
        if node.badness + badness < least:
            least, found = node.badness + badness, node
        elif floor + badness >= least and line_end.width < node.full:
            break  # from here on each start only makes the line looser
    return least, found


def _lines_to(node: _Node) -> list[Span]:
    lines: list[Span] = []
    while node.line is not None and node.before is not None:
        lines.append(node.line)
        node = node.before
    return lines[::-1]
