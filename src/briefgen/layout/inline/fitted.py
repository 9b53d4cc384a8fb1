"""All lines of a paragraph together, of those that an office can be made to set by ordinary spacing of characters.

In: the text of a paragraph, the measure of its lines. Out: spans with their spacing. A line is *natural* where the
office would end it anyway; it is *reachable* if a little more or less space between its characters lets it end there.
The DOCX says that space line by line, as an editor does who pulls a character in, so that both formats have the same
lines, and those are nearly as good as the ones that `totalfit` finds. Time is linear: from each start only the ends
in its reach are tried.
Does not belong here: where an office lets a line end (`office`), what is better kept together (`cohesion`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import accumulate, compress
from math import ceil, floor, inf
from operator import and_, not_

from briefgen.layout.inline.badness import EMPTIED, LINE, RUNT, final_gift, unease
from briefgen.layout.inline.cohesion import penalties
from briefgen.layout.inline.line import TOLERANCE, Measure, Span, Text, is_runt
from briefgen.layout.inline.office import Setting
from briefgen.spec import gbt15834, office
from briefgen.units import TWIPS_PER_POINT

SPACED = 0.2  # badness of a line that needs spacing
HUNG = 4.0  # of one whose last mark an office lets hang, since spacing does not bring it in
WIDENED = 0.3  # of Han–Latin gaps as wide as an office sets them; less, squared, on the way
PARTED = 1.85  # times the penalty of what is parted: there are fewer lines to choose from than `totalfit` has
MORE = 4  # times the spacing of a line that else could not end where the standard wants it to; it is loose anyway
SPACES, GAP = (
    2.0,
    0.5,
)  # em, no less than what lies between two lines where there are spaces, and where there are none
MARGIN = 0.15  # points by which a line is shorter or longer than it must be: an office rounds


def fit(text: Text, measure: Measure) -> list[Span] | None:
    """Return the lines with the least badness, or None where a word is longer than a line."""
    ends = _Ends(text, measure)
    spans = ends.lines()
    if spans is None or (len(spans) > 1 and is_runt(text, spans[-1])):
        return ends.lines(MORE) or spans
    return spans


class _Ends:
    """Where lines may end, by the standard and in an office, in order: parallel lists.

    `stops` are the starts of the next lines, `lasts` where the lines end, spaces dropped; the end of the text is the
    last one. `tracked` is how many of the characters before a place spacing moves.
    """

    def __init__(self, text: Text, measure: Measure) -> None:
        self.text, self.measure = text, measure
        self.setting = setting = Setting(text)
        self.gaps, self.wants = text.gaps, text.wants
        self.size = text.glyphs[0].size
        self.seen = floor(office.SPACING_SEEN.value * self.size * TWIPS_PER_POINT + TOLERANCE)
        self.most = floor(office.SPACING_MAX.value * self.size * TWIPS_PER_POINT + TOLERANCE)
        length = len(text.chars)
        self.office_stops = setting.stops()
        free = map(and_, text.allowed, self.office_stops[1:])
        self.stops = stops = [*compress(range(1, length), free), length]
        self.lasts = [text.trimmed(0, stop) for stop in stops] if " " in text.chars else stops
        tracked = list(map(not_, setting.ends_portion))
        tracked[: measure.fixed] = [False] * measure.fixed
        self.tracked = [0, *accumulate(tracked)]
        self.unwelcome = penalties(text.chars)
        self.widest = self.most
        self.runt = _runt(text.chars)

    def lines(self, more: int = 1) -> list[Span] | None:
        """Return the lines with the least sum of badness; a line may end early by `more` times the usual spacing."""
        self.widest = more * self.most
        goal = len(self.stops) - 1
        costs, ways = [inf] * (goal + 1), [(-1, 0)] * (goal + 1)
        # what stands behind an end costs at least full lines, the last one free: an end waits while others promise more
        between = SPACES if " " in self.text.chars else GAP
        full = self.measure.rest + self.measure.spare + between * self.size
        total, offsets = self.setting.offsets[-1] - full, self.setting.offsets
        waiting = [(0.0, 0.0, -1)]
        while waiting:
            _, cost, number = heappop(waiting)
            if number == goal:
                break
            if number < 0 or cost <= costs[number]:  # else a cheaper way to this start has been followed
                for end in self._reach(number, cost, costs, ways):
                    ahead = max(0.0, (total - offsets[self.stops[end]]) / full) * LINE
                    heappush(waiting, (costs[end] + ahead, costs[end], end))
        if costs[goal] == inf:
            return None
        found: list[Span] = []
        number = goal
        while number >= 0:
            before, spacing = ways[number]
            start = self.stops[before] if before >= 0 else 0
            found.append(Span(start, self.lasts[number], number == goal, spacing))
            number = before
        return found[::-1]

    def _reach(self, number: int, base: float, costs: list[float], ways: list[tuple[int, int]]) -> list[int]:
        """Try the lines from start `number`, whose least cost is `base`; return the ends that it is the best way to."""
        better: list[int] = []
        goal = len(self.stops) - 1
        start = self.stops[number] if number >= 0 else 0
        room = self.measure.rest if start else self.measure.first
        for end, over, spacing in self._reachable(number, start, room):
            cost = SPACED if spacing else HUNG if over > 0.0 else 0.0
            if base + (LINE if end < goal else 0.0) + cost >= costs[end]:
                continue  # however good the line is
            cost = base + self._badness(start, end, over, room) + cost
            if cost < costs[end]:
                costs[end] = cost
                ways[end] = number, spacing
                better.append(end)
        return better

    def _reachable(self, number: int, start: int, room: float) -> Iterator[tuple[int, float, int]]:
        """Yield where an office can be made to end a line: by how many points it is too long there, and the spacing."""
        edges, stops, lasts, tracked, goal = (
            self.setting.edges,
            self.stops,
            self.lasts,
            self.tracked,
            len(self.stops) - 1,
        )
        limit = self.setting.offsets[start] + room + self.measure.spare + TOLERANCE
        beyond = bisect_right(edges, limit + office.SPACING_MAX.value * room, start)
        before = tracked[start]
        for end in range(min(bisect_right(lasts, beyond + 1, number + 1), goal), number, -1):
            last = lasts[end] - 1
            over = edges[last] - limit
            free = tracked[last] - before
            if over > 0.0:
                twips = (over + MARGIN) * TWIPS_PER_POINT / free if free > 0 else inf
                if twips <= (self.most if end < goal else self.seen):
                    yield end, over, -ceil(twips)
                elif self._hangs(end, limit):
                    yield end, over, 0
            elif end == goal or edges[stops[end]] > limit or (push := self._push(end)) > limit:
                yield end, over, 0
            elif free > 0 and (twips := (limit - push + MARGIN) * TWIPS_PER_POINT / free) <= self.widest:
                yield end, over, ceil(twips)
            else:
                break

    def _badness(self, start: int, end: int, over: float, room: float) -> float:
        """Return the badness of a line: how far gaps change in the PDF and in the office, and what it parts."""
        text, stop, last = self.text, self.stops[end], self.lasts[end]
        is_last = end == len(self.stops) - 1
        gaps = (self.gaps[last - 1] - self.gaps[start]) * self.size or TOLERANCE
        if is_last:
            found = RUNT if start > self.runt else 0.0
        else:
            found = LINE + PARTED * self.unwelcome.get(stop - 1, 0.0) + unease(over / gaps)
        excess = text.widths[last] - text.widths[start] - text.glyphs[last - 1].kern - room
        if excess > TOLERANCE:
            return found + self._squeezed(start, last, excess, gaps)
        if is_last:
            return found
        missing, wants = -excess if excess < 0.0 else 0.0, self.wants[last - 1] - self.wants[start]
        if missing < wants:
            return found + WIDENED * missing * missing / (wants * wants)
        return found + (WIDENED if wants > 0.0 else 0.0) + unease((missing - wants) / gaps)

    def _squeezed(self, start: int, last: int, excess: float, gaps: float) -> float:
        """Return the badness of a line of the PDF that is `excess` points too wide."""
        gift = self.text.gift(start, last)
        if excess - gift > office.SPACING_MAX.value * gaps:
            return inf
        share = min(1.0, excess / gift) if gift else 0.0
        return EMPTIED * share * share + unease(max(0.0, excess - final_gift(self.text, last)) / gaps)

    def _push(self, end: int) -> float:
        """Return where what must not fit on the line ends, so that the office ends it at `end`.

        What stands there belongs to the next line, whose spacing may be as tight as any.
        """
        stop = cut = self.stops[end]
        stops, length = self.office_stops, len(self.text.chars)
        while cut + 1 < length and not stops[cut + 1] and self.setting.end_at(cut + 1) == stop:
            cut += 1
        slack = self.most / TWIPS_PER_POINT * (self.tracked[cut] - self.tracked[stop])
        return self.setting.edges[cut] - slack

    def _hangs(self, end: int, limit: float) -> bool:
        """Return whether the office lets the last mark of a line hang that ends at `end`."""
        mark = self.lasts[end] - 1
        return (
            self.text.chars[mark] in office.HANGING
            and mark > 0
            and self.setting.edges[mark - 1] <= limit
            and self.setting.end_at(mark) == self.stops[end]
        )


def _runt(text: str) -> int:
    """Return the place of the last but one character that is no mark: a line from behind it is too short."""
    found = [place for place, char in enumerate(text[-40:]) if char not in gbt15834.NOT_AT_LINE_START]
    return len(text) - len(text[-40:]) + found[-2] if len(found) > 1 else 0
