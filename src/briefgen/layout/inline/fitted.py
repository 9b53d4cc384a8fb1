"""All lines of a paragraph together, of those that an office can be made to set by ordinary spacing of characters.

In: the text of a paragraph, the measure of its lines. Out: spans with their spacing. A line is *natural* where the
office would end it anyway; else it is *reachable* if a little more or less space between its characters, in whole
twips, lets it end there. The DOCX says that spacing, so that both formats have lines as good as `totalfit` finds.
Does not belong here: where an office lets a line end (`office`), what is better kept together (`cohesion`).
"""

from __future__ import annotations

from heapq import heappop, heappush
from math import ceil, floor, inf

from briefgen.layout.inline.badness import RUNT, unease
from briefgen.layout.inline.cohesion import penalties
from briefgen.layout.inline.line import Measure, Span, Text, is_runt
from briefgen.layout.inline.office import Piece
from briefgen.spec import gbt15834, office
from briefgen.units import TWIPS_PER_POINT

SPACED = 0.2  # badness of a line that needs spacing in the DOCX
HUNG = 4.0  # of one whose last mark stands outside the margin in the office, and is squeezed in the PDF
SHARE = 0.5  # of the unease that the office's line gives, beside that of the PDF's
WIDENED = 0.3  # of Han–Latin gaps that are as wide as an office sets them; less, squared, on the way
EMPTIED = 1.0  # of marks that give all they have
LINE = 1.0
TIGHT = .04
WIDE=.06
PARTED=1.0


def fit(text: Text, start: int, end: int, measure: Measure) -> list[Span] | None:
    """Return the lines with the least badness, or None where no such lines reach the end."""
    return _Fitter(text, start, end, measure).lines()


class _Fitter:
    def __init__(self, text: Text, start: int, end: int, measure: Measure) -> None:
        self.text = text
        self.start = start
        self.piece = Piece(text, start, end, hang=True)
        self.measure = measure
        self.size = text.glyphs[start].size
        self.most = floor(TIGHT * self.size * TWIPS_PER_POINT + 1e-6)
        self.widest = floor(WIDE * self.size * TWIPS_PER_POINT + 1e-6)
        self.unwelcome = penalties(self.piece.text)

    def lines(self) -> list[Span] | None:
        length = len(self.piece.text)
        costs = {0: 0.0}
        ways: dict[int, tuple[int, int]] = {}
        starts = [0]
        while starts:
            begin = heappop(starts)
            if begin == length:
                break
            base = costs[begin]
            for stop, spacing, cost in self._ends(begin):
                total = base + cost
                known = costs.get(stop)
                if known is None:
                    heappush(starts, stop)
                if known is None or total < known:
                    costs[stop] = total
                    ways[stop] = begin, spacing
        if length not in ways:
            return None
        spans: list[Span] = []
        stop = length
        while stop:
            begin, spacing = ways[stop]
            a, b = self.start + begin, self.start + stop
            spans.append(Span(a, self.text.trimmed(a, b), last=stop == length, spacing=spacing))
            stop = begin
        return spans[::-1]

    def _ends(self, begin: int):
        """Yield the ends of lines from `begin`: the next start, twips of spacing, cost."""
        piece, measure = self.piece, self.measure
        length = len(piece.text)
        pdf_room = measure.first if begin == 0 else measure.rest
        room = pdf_room + measure.spare
        most = self.most / TWIPS_PER_POINT
        natural_cut = piece.first_beyond(begin, room)
        farthest = piece.first_beyond(begin, room + most * (natural_cut - begin))
        before = length + 1
        cut = farthest
        natural_end = piece.end_at(natural_cut)
        while cut > begin:
            stop = piece.end_at(cut)
            if stop <= begin:
                cut -= 1
                continue
            if stop >= before:
                cut -= 1
                continue
            before = stop
            cut = min(cut, stop) - 1
            if stop < length and not piece.allowed[stop - 1]:
                continue
            last = piece.trimmed(begin, stop)
            if last == begin:
                continue
            width = piece.width(begin, last)
            tracked = piece.tracked[last - 1] - piece.tracked[begin]
            spacing, hung = 0, False
            if width > room + 1e-6:
                spacing = -ceil((width - room + MARGIN) * TWIPS_PER_POINT / tracked) if tracked else -inf
                if spacing < -self.most:
                    if stop != natural_end:
                        continue
                    spacing, hung = 0, True
            elif stop < length:
                rest = room - width - piece.push(last, stop, most)
                if rest > -1e-6:
                    spacing = ceil((rest + MARGIN) * TWIPS_PER_POINT / tracked) if tracked else inf
                    if spacing > self.widest:
                        if stop < natural_end:
                            return
                        spacing = 0
            cost = self._cost(begin, last, stop, pdf_room, room - width)
            if spacing:
                cost += SPACED
            if hung:
                cost += HUNG
            yield stop, spacing, cost

    def _cost(self, begin: int, last: int, stop: int, room: float, slack: float) -> float:
        text = self.text
        a, e = self.start + begin, self.start + last
        excess = text.widths[e] - text.widths[a] - text.glyphs[e - 1].kern - room
        gaps = (text.gaps[e - 1] - text.gaps[a]) * self.size or 1e-3
        if stop == len(self.piece.text):
            cost = RUNT if is_runt(text, Span(a, e, last=True)) else 0.0
            if excess <= 0:
                return cost
        else:
            cost = LINE + PARTED * self.unwelcome.get(stop - 1, 0.0) + SHARE * unease(slack / gaps)
        if excess <= 0:
            wants = text.wants[e - 1] - text.wants[a]
            if -excess <= wants:
                return cost + (WIDENED * (excess / wants) ** 2 if wants else 0.0)
            return cost + (WIDENED if wants else 0.0) + unease((-excess - wants) / gaps)
        gift = text.gift(a, e)
        final = text.glyphs[e - 1]
        half = final.half if final.char in gbt15834.CLOSING else 0.0
        if gift:
            cost += EMPTIED * min(1.0, excess / gift) ** 2
        if excess > half:
            cost += unease((excess - half) / gaps)
        if excess - gift > TIGHT * gaps:
            return inf
        return cost


MARGIN = 0.15  # points
