"""Numbers of headings, 一、（一）1.（1）, and of list items.

In: the level and words of each heading in reading order. Out: the number to put before it, empty where the author
typed one. Does not belong here: whether a kind of document numbers its headings (the author says so).
"""

from __future__ import annotations

import re

_DIGITS = "〇一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_SCALES = ("", "万", "亿")
_NUMERALS = "〇零一二三四五六七八九十百"
_CHINESE = f"[{_NUMERALS}]+"

#: The author's own number, by the level that the standard gives its form (GB/T 9704-2012 7.3.3).
_TYPED = (  # compiled for a text that may open with one
    rf"(?P<number>{_CHINESE})[、.．]",
    rf"[（(](?P<number>{_CHINESE})[）)]",
    r"(?P<number>\d+)(?:[、．]|\.(?!\d))",
    r"[（(](?P<number>\d+)[）)]",
)
_FIRST = frozenset(f"{_NUMERALS}第（(")  # with digits and ①: what a number opens with
_OTHER_NUMBER = rf"第{_CHINESE}[章节条部项]|{_CHINESE}是|[\u2460-\u249b]"


def chinese_number(number: int, zero: str = "〇") -> str:
    """Return a number from 1 up to 10¹² in Chinese: 十、二十一、一百〇一、一万二千.

    `zero` is what stands for a place left out: 〇 in numbering, 零 in a count (GB/T 15835-2011 5.2).

    Raises:
        ValueError: 0, a negative or a larger number.
    """
    if not 0 < number < 10**12:
        raise ValueError(number)
    places = [(int(digit), power) for power, digit in enumerate(reversed(str(number)))]
    text, gap = "", False
    for digit, power in reversed(places):
        if digit:
            text += (zero if gap else "") + _DIGITS[digit] + _PLACES[power % 4]
        gap = digit == 0
        if power % 4 == 0 and number // 10**power % 10**4:
            text += _SCALES[power // 4]
            gap = False  # zeros at the end of a group of four are not spoken
    return text.removeprefix("一") if text.startswith("一十") else text


def heading_number(level: int, number: int) -> str:
    """Return the number before a heading of `level` (GB/T 9704-2012 7.3.3)."""
    match level:
        case 1:
            return f"{chinese_number(number)}、"
        case 2:
            return f"（{chinese_number(number)}）"
        case 3:
            return f"{number}."
        case _:
            return f"（{number}）"


def typed_level(text: str) -> int:
    """Return the level whose number `text` opens with, 0 if it opens with none."""
    if _may_be_numbered(text):
        for level, pattern in enumerate(_TYPED, start=1):
            if re.match(pattern, text):
                return level
    return 0


def _may_be_numbered(text: str) -> bool:
    """Tell by its first character, as most texts can be told, whether `text` may open with a number of any form."""
    first = text[:1]
    return first in _FIRST or first.isdecimal() or "\u2460" <= first <= "\u249b"


def item_label(depth: int, number: int) -> str:
    """Return the label of an ordered list's item: 1. at depth 0, then （1）, then ①."""
    match depth:
        case 0:
            return f"{number}."
        case 1:
            return f"（{number}）"
        case _:
            # GB 2312 has circled numbers to ⑩ only
            return chr(0x2460 + number - 1) if 1 <= number <= 10 else f"{number}）"


class HeadingNumbers:
    """The running numbers of one article's headings."""

    def __init__(self) -> None:
        self._counts = [0, 0, 0, 0]

    def number(self, level: int, text: str) -> str:
        """Return the number to put before the heading `text`, and count it."""
        self._counts[level:] = [0] * (len(self._counts) - level)
        self._counts[level - 1] += 1
        if _may_be_numbered(text):
            if typed := re.match(_TYPED[level - 1], text):
                self._counts[level - 1] = _value(typed["number"])
                return ""
            if typed_level(text) or re.match(_OTHER_NUMBER, text):
                return ""
        return heading_number(level, self._counts[level - 1])


def _value(number: str) -> int:
    """Return the value of digits or Chinese numerals up to 999."""
    if number.isdecimal():
        return int(number[-6:])
    value = ones = 0
    for char in number:
        match char:
            case "百" | "十":
                value += (ones or 1) * (100 if char == "百" else 10)
                ones = 0
            case "零":
                ones = 0
            case _:
                ones = _DIGITS.index(char)
    return value + ones
