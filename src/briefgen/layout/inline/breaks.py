"""Break opportunities: between which glyphs a line may end.

In: glyphs. Out: one bool for each glyph, true where a line may end after it. Does not belong here: choosing
among them (`linebreak`).
"""

from __future__ import annotations

from itertools import pairwise

from briefgen.layout.inline.shape import NEWLINE, Glyph
from briefgen.spec import gbt15834
from briefgen.spec.gbt15834 import Forbidden, Prohibition

_URL_POINTS = frozenset("/?&=#_-.")  # a line may end after these inside a URL


def opportunities(glyphs: list[Glyph], level: Prohibition = Prohibition.GB) -> list[bool]:
    """Return for each glyph whether a line may end after it (GB/T 15834 5.1, CLREQ 3.1.4)."""
    forbidden = gbt15834.FORBIDDEN[level]
    allowed = [
        _may_part(left, right, forbidden) for left, right in pairwise(glyphs)
    ]  # one for each gap between two glyphs
    _hold_pairs(glyphs, allowed, forbidden)
    _hold_numbers(glyphs, allowed)
    return [*allowed, True] if glyphs else []


def _may_part(left: Glyph, right: Glyph, forbidden: Forbidden) -> bool:
    a, b = left.char, right.char
    if a == NEWLINE:
        return True
    if b == NEWLINE or b == " " or right.note:
        return False
    if a == " ":
        return b not in forbidden.at_start or b in gbt15834.PAIRED
    if b in forbidden.at_start and not (b in gbt15834.PAIRED and a != b):
        return bool(left.href and is_word(a) and a in _URL_POINTS)
    if a in forbidden.at_end:
        return bool(left.href and a == "/" and is_word(b))
    if is_word(a) and is_word(b):
        return a in _URL_POINTS and bool(left.href) and b not in _URL_POINTS
    return True


def is_word(char: str) -> bool:
    """Return whether `char` belongs to a Latin word or a number: what is unbreakable inside."""
    return char < "\u2e80" and (char.isalnum() or char in "'-_@#&/.,:+%?=~") and char != " "


def _hold_pairs(glyphs: list[Glyph], allowed: list[bool], forbidden: Forbidden) -> None:
    """Never split —— and ……; a lone — or … starts no line, nor a pair at the strict level."""
    index = 0
    while index < len(glyphs):
        char = glyphs[index].char
        if char not in gbt15834.PAIRED:
            index += 1
            continue
        end = index
        while end < len(glyphs) and glyphs[end].char == char:
            end += 1
        for gap in range(index, end - 1):
            allowed[gap] = False
        alone = end - index == 1 or not forbidden.pair_may_start
        if alone and index and glyphs[index - 1].char != NEWLINE:
            allowed[index - 1] = False
        index = end


def _hold_numbers(glyphs: list[Glyph], allowed: list[bool]) -> None:
    """Keep a number with its sign and its unit."""
    for gap in range(len(allowed)):
        left, right = glyphs[gap].char, glyphs[gap + 1].char
        if (left.isdecimal() and right in gbt15834.UNITS_AFTER_NUMBER) or (
            left in gbt15834.SIGNS_BEFORE_NUMBER and right.isdecimal()
        ):
            allowed[gap] = False
        if left in "万亿" and right in "元万亿" and gap and allowed[gap - 1] is False:
            allowed[gap] = False
