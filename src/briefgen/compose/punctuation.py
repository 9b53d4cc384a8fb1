"""The verdict on every mark of a text: Chinese or not, and the full-width form of the Chinese ones.

In: a `Reading`. Out: what replaces which characters. A verdict rests on letters, which no rule changes, and on the
verdict on the mark before, so that a mark is judged alike in its half-width and its full-width form: the second
pass changes nothing. Does not belong here: runs, spaces and addresses (`text`).
"""

from __future__ import annotations

import re
from enum import Enum, auto

from msgspec import Struct, field

from briefgen.compose.characters import SHARED_MARKS, WIDE_MARKS, is_han
from briefgen.compose.pairs import in_word
from briefgen.compose.reading import Reading

# compiled for the first text that asks for them
_MARK = r"\.{2,}|…+|。(?:[ \t]*。){2,}|-{2,}|—+|\W"
_STOP_NEAR = r"[ \t]*[.。]"
_FULL = dict(zip(",;:!?()", "，；：！？（）", strict=True))
_DOUBLE, _SINGLE = ("“", "”"), ("‘", "’")
_LABEL = r"\s*[(（]?(?:[一二三四五六七八九十]+|\d+)[)）]?"
_CLOSING = r"[\s\"'”’)）]*"


class Side(Enum):
    """What stands at the left of a mark, spaces apart."""

    NOTHING = auto()
    CHINESE = auto()
    LATIN = auto()  # a letter or digit that is not Han
    OTHER = auto()


class Verdicts(Struct):
    """`replaced`: start → (end, new text); `widths`: index → 2 for a full-width mark, 1 for a shared one."""

    replaced: dict[int, tuple[int, str]] = field(default_factory=dict)
    widths: dict[int, int] = field(default_factory=dict)


def judge(reading: Reading) -> Verdicts:
    """Return the verdicts on all marks of `reading`, from left to right."""
    return _Judge(reading).run()


class _Judge:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.text
        self._verdicts = Verdicts()
        self._pair_is_chinese: dict[int, bool] = {}
        self._left = Side.NOTHING
        self._touches = False  # the mark directly follows what stands at its left
        self._width = 0  # of the mark at its left, as in `Verdicts.widths`
        self._after_stop = False  # the mark at its left is a full stop
        self._han_ahead = False  # the next letter is Han

    def run(self) -> Verdicts:
        for start, end in self._reading.gaps:
            before = self._reading.at(start - 1)
            self._left = Side.NOTHING if not before else Side.CHINESE if is_han(before) else Side.LATIN
            self._touches, self._width, self._after_stop = True, 0, False
            self._han_ahead = is_han(self._reading.at(end))
            for match in re.compile(_MARK).finditer(self._text, start, end):
                self._step(match.start(), match.group())
        return self._verdicts

    def _step(self, index: int, mark: str) -> None:
        if mark.isspace():
            # a space beside a full-width mark goes (`text`): what follows will touch the mark
            self._touches = mark in " \t" and self._touches and self._width == 2
            return
        new = self._chinese_form(index, mark)
        if new is not None and new != mark:
            self._verdicts.replaced[index] = (index + len(mark), new)
        self._width = 0
        if new is not None or mark[0] in WIDE_MARKS:
            self._width = 1 if (new or mark)[0] in SHARED_MARKS else 2
            self._verdicts.widths.update(dict.fromkeys(range(index, index + len(mark)), self._width))
        self._left = Side.CHINESE if self._width else Side.OTHER
        self._touches, self._after_stop = True, mark[-1] in ".。"

    def _chinese_form(self, index: int, mark: str) -> str | None:
        """Return the full-width form of `mark`, None if it is not in Chinese use."""
        match mark[0]:
            case "," | ";" | ":" | "!" | "?":
                return _FULL[mark] if self._is_chinese_point(index, mark) else None
            case "." if len(mark) == 1:
                return "。" if self._is_full_stop(index) else None
            case "." | "…" | "。" if len(mark) > 2 or mark[0] == "…":
                return _ellipsis(mark) if mark[0] == "。" or self._beside_han() else None
            case "-" | "—":
                return _dash(mark) if self._is_dash(index, mark) else None
            case "~":
                return "～" if self._is_range(index) else None
            case "(" | "（":
                return "（" if self._bracket(index) else None
            case ")" | "）":
                return "）" if self._bracket(index) else None
            case '"' | "'" | "“" | "”" | "‘" | "’":
                return self._quote(index, mark)
        return None

    def _beside_han(self) -> bool:
        return self._left is Side.CHINESE or self._han_ahead

    def _is_chinese_point(self, index: int, mark: str) -> bool:
        before, after = self._reading.at(index - 1), self._reading.at(index + 1)
        if mark in ",:" and before.isdigit() and after.isdigit():
            return False
        return self._beside_han()

    def _is_full_stop(self, index: int) -> bool:
        before, after = self._reading.at(index - 1), self._reading.at(index + 1)
        if after.isalnum() and not is_han(after):
            return False
        if re.compile(_STOP_NEAR).match(self._text, index + 1) or self._after_stop:
            return False
        if self._left is Side.CHINESE and self._touches:
            return re.compile(_LABEL).fullmatch(self._text, 0, index) is None
        if before in tuple("%‰℃") and is_han(after):
            return True
        closes = re.compile(_CLOSING).fullmatch(self._text, index + 1) is not None
        return closes and (before.isdigit() or before == "%") and self._reading.has_han(0, index)

    def _is_dash(self, index: int, mark: str) -> bool:
        after = self._reading.at(index + len(mark))
        if mark[0] == "-":
            arrow = self._reading.at(index - 1) in tuple("<>|+=") or after in tuple("<>|+=")
            option = not self._touches and after.isascii() and after.isalpha()
            if not 2 <= len(mark) <= 4 or arrow or option:
                return False
        return self._beside_han()

    def _is_range(self, index: int) -> bool:
        """Tell whether a ~ stands between two figures of a Chinese text (GB/T 15834 4.13.3.3): 3~5天, 10%~20%的."""
        before, after = self._reading.at(index - 1), self._reading.at(index + 1)
        figure = before.isdecimal() or is_han(before) or (before != "" and before in "%‰℃°")
        return figure and after.isdecimal() and self._reading.has_han(0, len(self._text))

    def _bracket(self, index: int) -> bool:
        partner = self._reading.pairs.partner.get(index)
        if partner is None:
            return self._left is Side.CHINESE or (
                self._han_ahead and self._text[index] in "(（" and self._left is not Side.LATIN
            )
        if index > partner:
            return self._pair_is_chinese[partner]
        full = self._text[index] == "（" or self._text[partner] == "）"
        chinese = full or self._reading.has_han(index, partner)
        if not chinese and self._left is not Side.LATIN:
            chinese = self._left is Side.CHINESE or self._reading.han_follows(partner)
        self._pair_is_chinese[index] = chinese
        return chinese

    def _quote(self, index: int, mark: str) -> str | None:
        partner = self._reading.pairs.partner.get(index)
        if partner is None:
            lone = mark not in "\"'" and not in_word(self._text, index) and self._beside_han()
            return mark if lone else None
        if index < partner:
            self._pair_is_chinese[index] = (
                self._left is Side.CHINESE
                or self._reading.has_han(index, partner)
                or self._reading.han_follows(partner)
            )
        if not self._pair_is_chinese[min(index, partner)]:
            return None
        if mark not in "\"'":
            return mark
        single = mark == "'" if index not in self._reading.pairs.inner else True
        return (_SINGLE if single else _DOUBLE)[index > partner]


def _ellipsis(mark: str) -> str:
    if mark[0] == "…" and len(mark) % 2 == 0:
        return mark
    return "……"


def _dash(mark: str) -> str:
    return "——" if mark[0] == "-" else mark
