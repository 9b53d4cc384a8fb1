"""Numbers of headings, 一、（一）1.（1）, and of list items.

In: the level and words of each heading in reading order. Out: the number to put before it, empty where the author
typed one. Does not belong here: whether a kind of document numbers its headings (the author says so).
"""

from __future__ import annotations

import re

_DIGITS = "〇一二三四五六七八九"
_CHINESE = "[〇零一二三四五六七八九十百]+"

#: The author's own number, by the level that the standard gives its form (GB/T 9704-2012 7.3.3).
_TYPED = (
    re.compile(rf"(?P<number>{_CHINESE})[、.．]"),
    re.compile(rf"[（(](?P<number>{_CHINESE})[）)]"),
    re.compile(r"(?P<number>\d+)(?:[、．]|\.(?!\d))"),
    re.compile(r"[（(](?P<number>\d+)[）)]"),
)
_OTHER_NUMBER = re.compile(rf"第{_CHINESE}[章节条部项]|{_CHINESE}是|[\u2460-\u249b]")


def chinese_number(number: int) -> str:
    """Return 1 to 999 in the characters of numbering: 十、十一、二十一、一百〇一."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "〇"
    return text + (_DIGITS[ones] if ones else "")


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
    for level, pattern in enumerate(_TYPED, start=1):
        if pattern.match(text):
            return level
    return 0


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
        if typed := _TYPED[level - 1].match(text):
            self._counts[level - 1] = _value(typed["number"])
            return ""
        if typed_level(text) or _OTHER_NUMBER.match(text):
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
