"""Titles: broken where the sense breaks, outline a trapezoid or a diamond (GB/T 9704-2012 7.3.1).

In: a title, widths of its characters, the measure. Out: its lines. The author's own breaks win. Does not belong here:
how well a line may end at a place (`cuts`), where a title stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise
from math import ceil, inf

_MAX_LINES = 5
_EXTRA_LINE = 1.2  # badness of a line more than needed


def break_title(text: str, width: Callable[[str], float], room: float) -> list[str]:
    """Return the lines of `text`, each at most `room` wide, few, broken between words, in a good outline."""
    if width(text) <= room:
        return [text]
    from briefgen.layout.cuts import cuts as cuts_of  # knows words and names, for titles that need it

    edges = [0.0, *accumulate(map(width, text))]
    cuts = cuts_of(text)
    fewest = max(2, ceil(edges[-1] / room))
    best, least = None, inf
    for count in range(fewest, min(fewest + 1, _MAX_LINES) + 1):
        extra = _EXTRA_LINE * (count - fewest)
        for chosen in _splits(sorted(cuts), edges, 0, count, room):
            parting = extra + sum([cuts[cut] for cut in chosen])
            if parting >= least:  # no outline makes it better
                continue
            widths = [(edges[b] - edges[a]) / room for a, b in pairwise([0, *chosen, len(text)])]
            badness = parting + _shape_badness(widths)
            if badness < least:
                best, least = chosen, badness
    if best is None:
        best = _filled(sorted(cuts), edges, room)
    return [text[a:b].strip() for a, b in pairwise([0, *best, len(text)])]


def _splits(
    cuts: list[int], edges: list[float], start: int, count: int, room: float
) -> Iterator[tuple[int, ...]]:
    """Yield every way to cut what follows `start` into `count` lines that fit."""
    if count == 1:
        if edges[-1] - edges[start] <= room:
            yield ()
        return
    for cut in cuts:
        if cut <= start or edges[-1] - edges[cut] > (count - 1) * room:
            continue
        if edges[cut] - edges[start] > room:
            break
        for others in _splits(cuts, edges, cut, count - 1, room):
            yield (cut, *others)


def _filled(cuts: list[int], edges: list[float], room: float) -> tuple[int, ...]:
    """Return cuts that fill line by line, for a title too long for any outline; a monster word is cut."""
    chosen: list[int] = []
    start = 0
    while edges[-1] - edges[start] > room:
        fitting = [i for i in range(start + 1, len(edges)) if edges[i] - edges[start] <= room] or [start + 1]
        start = max((cut for cut in fitting if cut in cuts), default=fitting[-1])
        chosen.append(start)
    return tuple(chosen)


def _shape_badness(widths: list[float]) -> float:
    """Return 0 for a fair trapezoid or diamond; more for a rectangle, an hourglass, a stub, a step too steep."""
    steps = [b - a for a, b in pairwise(widths)]
    badness = sum((abs(step) - 0.2) ** 2 * 4 for step in steps)
    badness += sum(0.5 for step in steps if abs(step) < 0.04)  # rectangle
    falls = [step < 0 for step in steps]
    if falls != sorted(falls):  # falls, then grows again: hourglass
        badness += 2.0
    return badness + sum((0.4 - width) * 8 for width in widths if width < 0.4)
