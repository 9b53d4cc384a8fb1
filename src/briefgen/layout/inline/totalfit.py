"""All lines of a paragraph together: those with the least sum of badness and penalties, by dynamic programming.

In: the text of a paragraph, the measure of its lines. Out: spans. Time grows with the length of the text, not with
its square: an end is tried with those starts only from which a line can reach it.
Does not belong here: how bad a line is (`badness`), what is better kept together (`cohesion`).
"""

from __future__ import annotations

from math import inf

from briefgen.layout.inline.badness import badness_of, final_gift, loose, tight
from briefgen.layout.inline.cohesion import penalties
from briefgen.layout.inline.line import TOLERANCE, Measure, Span, Text


class _Starts:
    """Where lines may start, in order: parallel lists, since they are read many times for each end.

    `costs` is the least sum up to a start, `ends` where the line before it ends, `befores` the number of that line's
    start; the others are the running sums that a line from there is reckoned against. Those before `first` reach no
    further.
    """

    __slots__ = ("befores", "costs", "ends", "first", "fulls", "gaps", "gifts", "places", "text", "wants")

    def __init__(self, text: Text) -> None:
        self.text = text
        self.first = 0
        self.places: list[int] = []
        self.costs: list[float] = []
        self.ends: list[int] = []
        self.befores: list[int] = []
        self.fulls: list[float] = []
        self.gifts: list[float] = []
        self.wants: list[float] = []
        self.gaps: list[int] = []

    def add(self, place: int, room: float, cost: float, end: int, before: int) -> None:
        """Add the glyph `place` as a start of lines with `room` points to fill."""
        text = self.text
        self.places.append(place)
        self.costs.append(cost)
        self.ends.append(end)
        self.befores.append(before)
        self.fulls.append(text.widths[place] + room)
        self.gifts.append(text.gifts[place] - text.at_start(place))
        self.wants.append(text.wants[place])
        self.gaps.append(text.gaps[place])

    def best(self, end: int) -> tuple[float, int]:
        """Return the least cost of lines up to `end`, and the number of the start of the last one; -1 for none."""
        text, fulls, gifts, costs = self.text, self.fulls, self.gifts, self.costs
        size, width = text.glyphs[end - 1].size, text.widths[end] - text.glyphs[end - 1].kern
        gift, wants, gaps = text.gifts[end] + text.at_end(end), text.wants[end - 1], text.gaps[end - 1]
        final = final_gift(text, end)
        # an em: the mark after this end may give more than it takes, but no more
        while self.first < len(fulls) and width - fulls[self.first] - gift + gifts[self.first] > size:
            self.first += 1
        floor = min(costs[self.first :], default=inf)
        least, found = inf, -1
        for number in range(self.first, len(fulls)):
            excess = width - fulls[number]
            between = gaps - self.gaps[number]
            if excess > TOLERANCE:
                giving = gift - gifts[number]
                if excess > giving + TOLERANCE:
                    continue
                cost = costs[number] + tight(excess, giving, final, (between or 1) * size)
            else:
                badness = loose(-excess, wants - self.wants[number], between * size)
                cost = costs[number] + badness
                if floor + badness >= least:
                    break  # from here on each start only makes the line looser
            if cost < least:
                least, found = cost, number
        return least, found

    def best_last(self, end: int) -> tuple[float, int]:
        """Return the same for the last line of all, which need not be full."""
        least, found = inf, -1
        for number in range(self.first, len(self.places)):
            if (place := self.places[number]) < end:
                room = self.fulls[number] - self.text.widths[place]
                cost = self.costs[number] + badness_of(self.text, Span(place, end, last=True), room)
                if cost < least:
                    least, found = cost, number
        return least, found

    def lines_to(self, number: int) -> list[Span]:
        """Return the lines up to the start with this number."""
        found: list[Span] = []
        while (before := self.befores[number]) >= 0:
            found.append(Span(self.places[before], self.ends[number]))
            number = before
        return found[::-1]


def total_fit(text: Text, start: int, end: int, measure: Measure) -> list[Span] | None:
    """Return the lines with the least sum of badness, or None where a word is longer than a line."""
    unwelcome = penalties("".join(glyph.char for glyph in text.glyphs[start:end]))
    starts = _Starts(text)
    starts.add(start, measure.first, 0.0, start, -1)
    for stop in range(start + 1, end):
        if not text.allowed[stop - 1] or (trimmed := text.trimmed(start, stop)) == start:
            continue
        cost, number = starts.best(trimmed)
        if number >= 0:
            cost += unwelcome.get(stop - 1 - start, 0.0)
            starts.add(stop, measure.rest, cost, trimmed, number)
    trimmed = text.trimmed(start, end)
    _, number = starts.best_last(trimmed)
    if number < 0:
        return None
    return [*starts.lines_to(number), Span(starts.places[number], trimmed, last=True)]
