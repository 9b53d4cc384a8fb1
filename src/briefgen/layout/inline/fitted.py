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
from itertools import accumulate, compress
from math import ceil, floor, inf
from operator import and_

from briefgen.layout.inline.badness import CHANGE, EMPTIED, LINE, RUNT, STEEP, final_gift, unease
from briefgen.layout.inline.cohesion import penalties
from briefgen.layout.inline.line import TOLERANCE, Measure, Span, Text
from briefgen.layout.inline.office import Setting
from briefgen.spec import gbt15834, office
from briefgen.units import TWIPS_PER_POINT

SPACED = 0.2  # badness of a line that needs spacing
HUNG = 4.0  # of one whose last mark an office lets hang, since spacing does not bring it in
WIDENED = 0.3  # of Han–Latin gaps as wide as an office sets them; less, squared, on the way
PARTED = 1.5  # times the penalty of what is parted: there are fewer lines to choose from than `totalfit` has
MARGIN = 0.15  # points by which a line is shorter or longer than it must be: an office rounds


def fit(text: Text, measure: Measure) -> list[Span] | None:
    """Return the lines with the least badness, or None where a word is longer than a line."""
    return _Ends(text, measure).lines()


class _Ends:
    """Where lines may end, by the standard and in an office, in order: parallel lists.

    `stops` are the starts of the next lines, `lasts` where the lines end, spaces dropped. The other lists are what
    lines that end there have in common: how far they reach in the office and in the PDF, how many of their characters
    spacing moves, what may grow in them, what they part. The end of the text is the last one.
    """

    def __init__(self, text: Text, measure: Measure) -> None:
        self.text, self.measure = text, measure
        self.setting = setting = Setting(text)
        self.size = text.glyphs[0].size
        self.seen = floor(office.SPACING_SEEN.value * self.size * TWIPS_PER_POINT + TOLERANCE)
        self.most = floor(office.SPACING_MAX.value * self.size * TWIPS_PER_POINT + TOLERANCE)
        length = len(text.chars)
        free = map(and_, text.allowed, setting.stops()[1:])
        self.stops = stops = [*compress(range(1, length), free), length]
        self.lasts = lasts = [text.trimmed(0, stop) for stop in stops] if " " in text.chars else stops
        tracked = [not ends for ends in setting.ends_portion]
        tracked[: measure.fixed] = [False] * measure.fixed
        self.tracked = [0, *accumulate(tracked)]
        before = [last - 1 for last in lasts]
        self.edges = [setting.edges[place] for place in before]
        self.moved = [self.tracked[place] for place in before]
        self.widths = [text.widths[last] - text.glyphs[last - 1].kern for last in lasts]
        self.wants = [text.wants[place] for place in before]
        self.gaps = [text.gaps[place] for place in before]
        unwelcome = penalties(text.chars)
        self.parted = [LINE + PARTED * unwelcome.get(stop - 1, 0.0) for stop in stops]
        self.pushes: dict[int, float] = {}
        self.runt = _runt(text.chars)

    def lines(self) -> list[Span] | None:
        """Return the lines with the least sum of badness."""
        goal = len(self.stops) - 1
        costs = [inf] * (goal + 1)
        ways = [(-1, 0)] * (goal + 1)
        self._reach(-1, 0.0, costs, ways)
        for number in range(goal):
            if costs[number] < inf:
                self._reach(number, costs[number], costs, ways)
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

    def _reach(self, number: int, base: float, costs: list[float], ways: list[tuple[int, int]]) -> None:
        """Try the lines from start `number`, whose least cost is `base`."""
        text, setting, most = self.text, self.setting, self.most
        start = self.stops[number] if number >= 0 else 0
        room = self.measure.rest if start else self.measure.first
        limit = setting.offsets[start] + room + self.measure.spare + TOLERANCE
        moved, width, wanted, between = (
            self.tracked[start],
            text.widths[start] + room,
            text.wants[start],
            text.gaps[start],
        )
        edges, offices, size = self.edges, setting.edges, self.size
        goal = len(edges) - 1
        farthest = bisect_right(edges, limit + 1.1 * office.SPACING_MAX.value * room, number + 1)
        for end in range(min(farthest, goal), number, -1):
            over = edges[end] - limit
            cost, spacing = base, 0
            if over > 0.0:
                free = self.moved[end] - moved
                spacing = -ceil((over + MARGIN) * TWIPS_PER_POINT / free) if free > 0 else -most - 1
                if spacing < -(most if end < goal else self.seen):
                    if not self._hangs(end, limit):
                        continue
                    spacing, cost = 0, base + HUNG
            elif end < goal and offices[self.stops[end]] <= limit and self._push(end) <= limit:
                free = self.moved[end] - moved
                need = (limit - self._push(end) + MARGIN) * TWIPS_PER_POINT
                spacing = ceil(need / free) if free > 0 else most + 1
                if spacing > most:
                    break
            if spacing:
                cost += SPACED
            excess = self.widths[end] - width
            gaps = (self.gaps[end] - between) * size or TOLERANCE
            if end < goal:
                change = over / gaps
                square = CHANGE * change * change
                cost += self.parted[end] + square + STEEP * square * square
            elif start > self.runt:
                cost += RUNT
            if excess > TOLERANCE:
                cost += self._squeezed(start, self.lasts[end], excess, gaps)
            elif end < goal:
                missing, wants = -excess, self.wants[end] - wanted
                if missing < wants:
                    cost += WIDENED * missing * missing / (wants * wants)
                else:
                    if wants > 0.0:
                        cost += WIDENED
                    change = (missing - wants) / gaps
                    square = CHANGE * change * change
                    cost += square + STEEP * square * square
            if cost < costs[end]:
                costs[end] = cost
                ways[end] = number, spacing

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
        found = self.pushes.get(end)
        if found is None:
            stop = cut = self.stops[end]
            while cut + 1 < len(self.text.chars) and self.setting.end_at(cut + 1) == stop:
                cut += 1
            slack = self.most / TWIPS_PER_POINT * (self.tracked[cut] - self.tracked[stop])
            self.pushes[end] = found = self.setting.edges[cut] - slack
        return found

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
