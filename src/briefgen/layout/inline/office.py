"""Lines as offices fill them: one by one, each as full as it will be, by the rules that LibreOffice follows.

In: the text of a paragraph, the measure of its lines. Out: spans. PDF and DOCX have the same lines because both break
where this breaks. What offices do beyond the standard: marks keep their whole cell while a line is filled, a letter or
digit stands off a Han character, a mark may come in although there is no room for it (`justify` makes that room),
UAX #14 rules among Latin characters. What the standard forbids is not done (`Text.allowed`).
Does not belong here: bringing a line to its measure.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, compress
from operator import add, ne

from briefgen.layout.inline.line import TOLERANCE, Measure, Span, Text
from briefgen.layout.inline.shape import Glyph
from briefgen.spec import gbt15834, office, uax14


def fill(text: Text, start: int, end: int, measure: Measure) -> list[Span]:
    """Return the lines of the glyphs from `start` to before `end`."""
    filler = Piece(text, start, end, hang=measure.hang)
    spans: list[Span] = []
    begin = 0
    while begin < end - start:
        stop = filler.line_end(begin, measure.of(len(spans)) + measure.spare)
        spans.append(Span(start + begin, text.trimmed(start + begin, start + stop), last=stop == end - start))
        begin = stop
    return spans


def width(glyphs: list[Glyph]) -> float:
    """Return how long an office sets `glyphs` on one line, in points."""
    filler = Piece(Text(glyphs, [True] * len(glyphs)), 0, len(glyphs), hang=False)
    return sum(filler.advances)


class Piece:
    """One piece of text without forced breaks; places count from its start."""

    def __init__(self, text: Text, start: int, end: int, *, hang: bool) -> None:
        self.glyphs = text.glyphs[start:end]
        self.allowed = text.allowed[start:end]
        self.text = "".join(glyph.char for glyph in self.glyphs)
        self.han = _scripts(self.text)
        self.pair = _pairs(self.text)
        self.hang = hang
        self.portion_ends = self._portion_ends()
        self.advances = self._advances()
        self.offsets = [0.0, *accumulate(self.advances)]
        self.bare = [glyph.advance - glyph.kern - glyph.tracking for glyph in self.glyphs]
        self.edges = list(map(add, self.offsets, self.bare))
        self.tracked = [0, *accumulate([not ends for ends in self.portion_ends])]
        self.ends: dict[int, int] = {}
        self.pushes: dict[int, float] = {}

    def first_beyond(self, start: int, room: float) -> int:
        return bisect_right(self.edges, self.offsets[start] + room + TOLERANCE, start)

    def width(self, start: int, end: int) -> float:
        """Return how long the office sets a line of these glyphs."""
        return self.edges[end - 1] - self.offsets[start]

    def trimmed(self, start: int, end: int) -> int:
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return end

    def end_at(self, cut: int) -> int:
        """Return where a line ends whose first glyph without room is `cut`, by the office's rules alone."""
        found = self.ends.get(cut)
        if found is None:
            self.ends[cut] = found = self._end_at(cut)
        return found

    def _end_at(self, cut: int) -> int:
        if cut == len(self.text):
            return cut
        if self.text[cut] == " ":
            return len(self.text) - len(self.text[cut:].lstrip(" "))
        return self._break_before(0, cut)

    def push(self, last: int, stop: int, most: float) -> float:
        """Return what must stand behind a line's end `last` without room so that it does end there."""
        found = self.pushes.get(stop)
        if found is None:
            cut = stop
            while cut + 1 < len(self.text) and self.end_at(cut + 1) == stop:
                cut += 1
            found = self.edges[cut] - most * (self.tracked[cut] - self.tracked[stop])
            self.pushes[stop] = found
        return found - self.edges[last - 1]

    def line_end(self, start: int, room: float) -> int:
        """Return where the line that begins at `start` ends: before which glyph."""
        cut = self._first_beyond(start, room)
        if cut == len(self.text):
            return cut
        if self.text[cut] == " ":
            return len(self.text) - len(self.text[cut:].lstrip(" "))
        found = self._break_before(start, cut)
        while start < found < len(self.text) and self._is_forbidden(found):
            found -= 1
        return found if found > start else max(cut, start + 1)  # an over-long word is cut where it must be

    def _first_beyond(self, start: int, room: float) -> int:
        """Return the first glyph that does not fit, the end if all do."""
        used = 0.0
        for index in range(start, len(self.glyphs)):
            glyph = self.glyphs[index]
            if used + glyph.advance - glyph.kern - glyph.tracking > room + TOLERANCE:
                return index
            used += self.advances[index]
        return len(self.glyphs)

    def _advances(self) -> list[float]:
        """Return the advance of each glyph; the last one of a portion is not tracked."""
        found = [glyph.advance - glyph.kern for glyph in self.glyphs]
        for index in compress(range(len(found)), self.portion_ends):
            found[index] -= self.glyphs[index].tracking
            if self._has_gap_after(index):
                found[index] += office.LATIN_GAP * self.glyphs[index].size
        return found

    def _portion_ends(self) -> list[bool]:
        """Return for each glyph but the last whether script or look change after it."""
        looks = list(zip(self.han, self.pair, [glyph.item for glyph in self.glyphs], strict=True))
        return list(map(ne, looks, looks[1:]))

    def _break_before(self, start: int, cut: int) -> int:
        """Return where the line ends whose first glyph without room is `cut`."""
        found = self._by_rules(start, cut, han=self._is_han_at(cut))
        while start < found < cut and not self.portion_ends[found - 1] and self.han[found] != self.han[cut]:
            cut = found  # in a portion of the other script, whose rules are asked again
            found = self._by_rules(start, cut, han=self.han[cut])
        return found

    def _by_rules(self, start: int, cut: int, *, han: bool) -> int:
        return self._han_break(start, cut) if han else self._latin_break(start, cut)

    def _han_break(self, start: int, cut: int) -> int:
        """Return where the line ends by the rules for Chinese text: a mark comes in, forbidden ones go back."""
        text = self.text
        if self.hang and text[cut] in office.HANGING:
            cut += 1
            if cut == len(text):
                return cut
        while cut > start and (
            text[cut] in office.NOT_AT_LINE_START or text[cut - 1] in office.NOT_AT_LINE_END
        ):
            cut -= 1
        return cut

    def _latin_break(self, start: int, cut: int) -> int:
        while cut > start and not uax14.may_part(self.text, cut):
            cut -= 1
        return cut

    def _has_gap_after(self, index: int) -> bool:
        left, right = self.text[index], self.text[index + 1]
        return self.han[index] != self.han[index + 1] and left.isalnum() and right.isalnum()

    def _is_han_at(self, cut: int) -> bool:
        """Return whether the last letter, digit or Han character up to `cut` is a Han character.

        The writer of the DOCX says that —— and …… are English, since only then they are not split.
        """
        if self.pair[cut]:
            return False
        for index in range(cut, -1, -1):
            if self.text[index].isalnum():
                return self.han[index]
        return True

    def _is_forbidden(self, found: int) -> bool:
        """Return whether the standard forbids to end a line before `found`; a number may stand off its 万 or 元."""
        if self.allowed[found - 1]:
            return False
        left, right = self.text[found - 1], self.text[found]
        before_unit = left.isdecimal() or left in gbt15834.MYRIADS
        return left != "-" and not (before_unit and right in gbt15834.UNITS_AFTER_MYRIAD)


def _scripts(text: str) -> list[bool]:
    """Return for each character whether it is set as Han text; a weak one goes with the character before it."""
    first = next((char for char in text if not office.is_weak(char)), "一")
    found: list[bool] = []
    han = office.is_han(first)
    for script in map(office.script, text):
        if script is not None:
            han = script
        found.append(han)
    return found


def _pairs(text: str) -> list[bool]:
    """Return for each character whether it belongs to —— or ……."""
    found = [False] * len(text)
    for match in office.PAIRS.finditer(text):
        found[match.start() : match.end()] = [True] * len(match[0])
    return found
