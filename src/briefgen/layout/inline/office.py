"""How an office sets text: the width that it gives each glyph, and where it lets a line end that has no more room.

In: the text of a paragraph. Out: widths, places, and the lines that an office fills one by one. What it does beyond the
standard, as measured in LibreOffice: marks keep their whole cell, a letter or digit stands off a Han character, a
mark may come in although there is no room for it (`justify` makes that room), UAX #14 rules among Latin characters.
What the standard forbids is not done (`Text.allowed`).
Does not belong here: weighing lines together (`fitted`), bringing a line to its measure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, compress
from operator import add, ne, not_, or_, sub

from briefgen.layout.inline.line import TOLERANCE, Measure, Span, Text
from briefgen.layout.inline.shape import PAIRS, Glyph, junctions
from briefgen.spec import gbt15834, office, uax14

_POINT = re.compile("[./,:]")  # what UAX #14 asks for one character more before


def fill(text: Text, measure: Measure) -> list[Span]:
    """Return the lines that an office fills one by one."""
    setting = Setting(text)
    spans: list[Span] = []
    begin, length = 0, len(text.chars)
    while begin < length:
        stop = setting.line_end(begin, measure.of(len(spans)) + measure.spare, hang=measure.hang)
        spans.append(Span(begin, text.trimmed(begin, stop), last=stop == length))
        begin = stop
    return spans


def width(glyphs: list[Glyph]) -> float:
    """Return how long an office sets `glyphs` on one line, in points."""
    return Setting(Text(glyphs, [True] * len(glyphs))).offsets[-1]


class Setting:
    """One piece of text without forced breaks as an office sets it.

    `offsets` is where each glyph begins if all stand on one line, `edges` where it ends if it is the last one of a
    line, in points. `ends_portion` tells for each glyph but the last whether script or look change after it: there an
    office adds no tracking.
    """

    def __init__(self, text: Text) -> None:
        glyphs = text.glyphs
        self.chars = text.chars
        self.allowed = text.allowed
        self.han = _scripts(text.chars)
        self.pair = _pairs(text.chars)
        odd = [glyph.odd for glyph in glyphs]
        self.ends_portion = list(map(ne, self.han, self.han[1:]))
        for look in (self.pair, odd):
            if True in look:
                self.ends_portion = list(map(or_, self.ends_portion, map(ne, look, look[1:])))
        advances = [glyph.advance - glyph.kern for glyph in glyphs]
        bare = list(map(sub, advances, [glyph.tracking for glyph in glyphs]))
        for index in compress(range(len(glyphs)), self.ends_portion):
            advances[index] = bare[index]
            if self._has_gap_after(index):
                advances[index] += office.LATIN_GAP * glyphs[index].size
        self.offsets = [0.0, *accumulate(advances)]
        self.edges: list[float] = list(map(add, self.offsets, bare))

    def first_beyond(self, start: int, room: float) -> int:
        """Return the first glyph that does not fit on a line from `start`, the end if all do."""
        return bisect_right(self.edges, self.offsets[start] + room + TOLERANCE, start)

    def line_end(self, start: int, room: float, *, hang: bool) -> int:
        """Return where the line that begins at `start` ends: before which glyph."""
        cut = self.first_beyond(start, room)
        found = self.end_at(cut, start, hang=hang)
        if found == len(self.chars) or self.chars[cut] == " ":
            return found
        while start < found and self._is_forbidden(found):
            found -= 1
        if self.chars[start:found].strip(" "):
            return found
        return max(cut, start + 1)  # an over-long word is cut where it must be

    def end_at(self, cut: int, start: int = 0, *, hang: bool = True) -> int:
        """Return where a line from `start` ends whose first glyph without room is `cut`, by the office's rules alone.

        `start` if it can end nowhere.
        """
        if cut == len(self.chars):
            return cut
        if self.chars[cut] == " ":
            return len(self.chars) - len(self.chars[cut:].lstrip(" "))
        found = self._by_rules(start, cut, han=self._is_han_at(cut), hang=hang)
        while start < found < cut and not self.ends_portion[found - 1] and self.han[found] != self.han[cut]:
            cut = found  # in a portion of the other script, whose rules are asked again
            found = self._by_rules(start, cut, han=self.han[cut], hang=hang)
        while start < found < len(self.chars) and (marks := self._marks_before(found)) < found:
            found = self._latin_break(start, marks)
        return found

    def stops(self) -> list[bool]:
        """Return for each glyph whether the office lets a line end before it that has no room for it."""
        text = self.chars
        rules = list(map(not_, self.pair))
        for words in office.LATIN_WORDS.finditer(office.sorts(text)):
            rules[words.start() : words.end()] = [False] * len(words[0])
        found = [False] + [True] * (len(text) - 1)
        kinds, places = junctions(text)
        for place in places:
            found[place + 1] = _may_end(kinds[place], kinds[place + 1], rules[place + 1])
        for point in _POINT.finditer(text):
            place = point.end()
            if place < len(text) and not rules[place] and text[place] != " ":
                found[place] = uax14.may_part(text, place)
        for place in compress(range(1, len(text)), self.ends_portion):
            marks = place
            while place < len(text) and text[place] in office.NOT_AT_LINE_START:
                place += 1
            if rules[marks] or not marks < place < len(text):
                continue
            if not self.han[place] or text[place] in office.NOT_AT_LINE_END:
                found[place] = False  # nor does it where spacing alone makes a portion of the marks
        return found

    def _marks_before(self, found: int) -> int:
        """Return where marks begin that stand between a Latin word or number and another at `found`, else `found`.

        No line ends behind them: an office that has no room for the other goes back to what is before the marks.
        """
        if self.han[found] or self._is_han_at(found - 1):
            return found
        place = found
        while place and self.han[place - 1] and self.chars[place - 1] in office.NOT_AT_LINE_START:
            place -= 1
        return place if place and not self.han[place - 1] else found

    def _by_rules(self, start: int, cut: int, *, han: bool, hang: bool) -> int:
        return self._han_break(start, cut, hang=hang) if han else self._latin_break(start, cut)

    def _han_break(self, start: int, cut: int, *, hang: bool) -> int:
        """Return where the line ends by the rules for Chinese text: a mark comes in, forbidden ones go back."""
        text = self.chars
        if hang and text[cut] in office.HANGING:
            cut += 1
            if cut == len(text):
                return cut
        while cut > start and not _may_part(text[cut - 1], text[cut]):
            cut -= 1
        return cut

    def _latin_break(self, start: int, cut: int) -> int:
        while cut > start and not uax14.may_part(self.chars, cut):
            cut -= 1
        return cut

    def _has_gap_after(self, index: int) -> bool:
        left, right = self.chars[index], self.chars[index + 1]
        return self.han[index] != self.han[index + 1] and left.isalnum() and right.isalnum()

    def _is_han_at(self, cut: int) -> bool:
        """Return whether the last letter, digit or Han character up to `cut` is a Han character.

        The writer of the DOCX says that —— and …… are English, since only then they are not split.
        """
        if self.pair[cut]:
            return False
        for index in range(cut, -1, -1):
            if self.chars[index].isalnum():
                return self.han[index]
        return True

    def _is_forbidden(self, found: int) -> bool:
        """Return whether the standard forbids to end a line before `found`; a number may stand off its 万 or 元."""
        if self.allowed[found - 1]:
            return False
        left, right = self.chars[found - 1], self.chars[found]
        before_unit = left.isdecimal() or left in gbt15834.MYRIADS
        return left != "-" and not (before_unit and right in gbt15834.UNITS_AFTER_MYRIAD)


def _may_part(left: str, right: str) -> bool:
    return right not in office.NOT_AT_LINE_START and left not in office.NOT_AT_LINE_END


@lru_cache(maxsize=PAIRS)
def _may_end(left: str, right: str, han: bool) -> bool:
    if right == " ":
        return False
    return _may_part(left, right) if han else uax14.may_part(left + right, 1)


def _scripts(text: str) -> list[bool]:
    """Return for each character whether it is set as Han text; a weak one goes with the character before it."""
    found = [True] * len(text)
    for latin in office.LATIN.finditer(office.sorts(text)):
        found[latin.start() : latin.end()] = [False] * len(latin[0])
    return found


def _pairs(text: str) -> list[bool]:
    """Return for each character whether it belongs to —— or ……."""
    found = [False] * len(text)
    if "—" not in text and "…" not in text:
        return found
    for match in office.PAIRS.finditer(text):
        found[match.start() : match.end()] = [True] * len(match[0])
    return found
