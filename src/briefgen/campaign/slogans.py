"""Numbered slogans (三到位、四强化、五聚焦): as many items as they say, each opening or closing with the same word.

In: a campaign. Out: diagnostics. Does not belong here: how slogans are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic

if TYPE_CHECKING:
    from briefgen.diagnostics import Position
    from briefgen.model.campaign import Campaign, Slogan

_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_TEN = "十"
_NAME = re.compile(r"[“《]?(?P<number>[零一二两三四五六七八九十]+|\d+)(?:个|项|条)?(?P<word>.*?)[”》]?")


def slogan_number(slogan: Slogan) -> int | None:
    """Return how many items `slogan` declares, None if its name begins with no number."""
    if slogan.count:
        return slogan.count
    found = _NAME.fullmatch(slogan.name)
    return _number(found["number"]) if found else None


def slogan_word(slogan: Slogan) -> str:
    """Return the word that the items of `slogan` have in common: `到位`."""
    if slogan.word:
        return slogan.word
    found = _NAME.fullmatch(slogan.name)
    return found["word"] if found else ""


def check_slogans(campaign: Campaign) -> Iterator[Diagnostic]:
    """Yield what is wrong with the slogans of `campaign`: the count (BG702), the wording (BG703)."""
    for index, slogan in enumerate(campaign.slogans):
        number, found = slogan_number(slogan), len(slogan.items)
        if number is not None and number != found:
            place = campaign.sources.value("slogans", index, "items")
            yield Diagnostic("BG702", place, {"name": slogan.name, "expected": number, "actual": found})
        if slogan.parallel == "auto" and (word := slogan_word(slogan)):
            places = [campaign.sources.value("slogans", index, "items", n) for n in range(found)]
            yield from _not_parallel(slogan, word, places)


def _not_parallel(slogan: Slogan, word: str, places: list[Position | None]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each item that has the word not where most of the others have it."""
    opening = [item.startswith(word) for item in slogan.items]
    closing = [item.endswith(word) for item in slogan.items]
    kept = opening if sum(opening) >= sum(closing) else closing
    for item, right, place in zip(slogan.items, kept, places, strict=True):
        if not right:
            yield Diagnostic("BG703", place, {"name": slogan.name, "item": item, "word": word})


def _number(text: str) -> int:
    """Return the number from 0 to 99 that `text` spells."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition(_TEN)
    if not ten:
        return _DIGITS[ones[-1]]
    return (_DIGITS[tens[-1]] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
