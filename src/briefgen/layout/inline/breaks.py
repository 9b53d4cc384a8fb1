"""Break opportunities: between which glyphs a line may end.

In: glyphs, the level of prohibition. Out: one bool for each glyph, true where a line may end after it. Does not
belong here: choosing among them (`linebreak`), where a break is only unwelcome (`cohesion`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from operator import attrgetter

from briefgen.layout.inline.shape import NEWLINE, PAIRS, Glyph, junctions, noted
from briefgen.spec import gbt15834
from briefgen.spec.gbt15834 import Forbidden, Prohibition

_URL = re.compile(r"(?:https?://|www\.)[!-~]+")
_URL_POINTS = frozenset("/?&=#_-.")  # a line may end after these inside a URL
_COMPOUND = re.compile(r"(?<![\w@./-])[A-Za-z]{4,}(?:-[A-Za-z]{4,})+(?![\w@./-])", re.ASCII)  # fifty-fifty
_ELISION = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")  # it’s
_HREF = attrgetter("href")


def opportunities(glyphs: list[Glyph], level: Prohibition = Prohibition.GB) -> list[bool]:
    """Return for each glyph whether a line may end after it (GB/T 15834 5.1, CLREQ 3.1.4)."""
    forbidden = gbt15834.FORBIDDEN[level]
    text = "".join([glyph.char for glyph in glyphs])
    may_part = _parting(level)
    allowed = [True] * len(text)
    kinds, places = junctions(text)
    for place in places:
        allowed[place] = may_part(kinds[place], kinds[place + 1])
    for place in noted(text, glyphs):  # with what it stands on
        if place and text[place - 1] != NEWLINE:
            allowed[place - 1] = False
    if "—" in text or "…" in text:
        _hold_pairs(text, allowed, forbidden)
    _mend_words(text, glyphs, allowed)
    return allowed


@cache
def _parting(level: Prohibition) -> Callable[[str, str], bool]:
    """Return `_may_part` at a level; text has few different pairs, so that answers are kept."""
    return lru_cache(maxsize=PAIRS)(partial(_may_part, gbt15834.FORBIDDEN[level]))


def _may_part(forbidden: Forbidden, a: str, b: str) -> bool:
    if a == NEWLINE:
        return True
    if b == NEWLINE or b == " " or is_mark_on_another(b):
        return False
    if b in forbidden.at_start:
        return b in gbt15834.PAIRED and a != b
    if a == " ":
        return True
    return a not in forbidden.at_end and not (is_word(a) and is_word(b)) and not is_sum(a, b)


def is_word(char: str) -> bool:
    """Return whether `char` belongs to a Latin word or a number: what is unbreakable inside."""
    return char < "\u2e80" and (char.isalnum() or char in "'-_@#&/.,:+%?=~×÷")


def is_sum(a: str, b: str) -> bool:
    """Return whether a number stands between two characters and its unit or its sign, or its two units do."""
    if b in gbt15834.UNITS_AFTER_NUMBER:
        return a.isdecimal() or (a in gbt15834.MYRIADS and b in gbt15834.UNITS_AFTER_MYRIAD)
    return a in gbt15834.SIGNS_BEFORE_NUMBER and b.isdecimal()


def is_mark_on_another(char: str) -> bool:
    """Return whether `char` is drawn on the character before it: a combining mark, a variation selector."""
    return "\u0300" <= char <= "\u036f" or "\ufe00" <= char <= "\ufe0f" or char >= "\U000e0100"


def _hold_pairs(text: str, allowed: list[bool], forbidden: Forbidden) -> None:
    """Never split —— and ……; a lone — or … starts no line, nor a pair at the strict level."""
    for dashes in re.finditer("—+|…+", text):
        start, end = dashes.span()
        alone = end - start == 1 or not forbidden.pair_may_start
        if alone and start and text[start - 1] != NEWLINE:
            allowed[start - 1] = False


def _mend_words(text: str, glyphs: list[Glyph], allowed: list[bool]) -> None:
    """Part URLs at their points and compounds at their hyphens; hold what a Chinese apostrophe would part."""
    if "://" in text or "www." in text:
        for url in _URL.finditer(text):
            _part_url(text, range(url.start(), url.end() - 1), allowed)
    if any(map(_HREF, glyphs)):
        linked = [i for i, glyph in enumerate(glyphs[:-1]) if glyph.href and is_word(glyph.char)]
        _part_url(text, linked, allowed)
    if "-" in text:
        for compound in _COMPOUND.finditer(text):
            for hyphen in re.finditer("-", compound[0]):
                allowed[compound.start() + hyphen.start()] = True
    if "’" in text:
        for apostrophe in _ELISION.finditer(text):
            allowed[apostrophe.start()] = False


def _part_url(text: str, places: range | list[int], allowed: list[bool]) -> None:
    for place in places:
        following = text[place + 1]
        if text[place] in _URL_POINTS and is_word(following):
            allowed[place] = following not in _URL_POINTS
