"""Lines one by one, as word processors fill them: squeeze a forbidden starter in, else push a character out.

In: the text of a paragraph, the measure of its lines. Out: spans. Does not belong here: weighing lines together.
"""

from __future__ import annotations

from bisect import bisect_right

from briefgen.layout.inline.line import TOLERANCE, Measure, Span, Text
from briefgen.spec import gbt15834


def greedy(text: Text, start: int, end: int, measure: Measure) -> list[Span]:
    """Return the lines of the glyphs from `start` to before `end`."""
    spans: list[Span] = []
    while start < end:
        stop = _fill(text, start, end, measure.of(len(spans)))
        spans.append(Span(start, text.trimmed(start, stop), last=stop == end))
        start = stop
    return spans


def _fill(text: Text, start: int, end: int, room: float) -> int:
    """Return where the line that begins at `start` ends: squeeze a forbidden starter in, else push out."""
    # up to two characters short of the room nothing has to be asked
    sure = text.widths[start] + room - 2 * text.glyphs[start].size
    stop = min(end, max(start, bisect_right(text.widths, sure, start) - 1))
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
