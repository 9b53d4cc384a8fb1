"""Words of a title with their classes: from the lists of official Chinese, else from the lexicon.

In: the text of a title. Out: words in order, nothing lost, each with its part of speech as jieba names it (n, v, p,
m, …). Does not belong here: where a line may end (`cuts`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from briefgen.layout.inline import cohesion
from briefgen.layout.lexicon import tagged
from briefgen.spec import officialese

_HAN = "[\u4e00-\u9fff]"
#: The class of a word, what a text must hold for such a word to stand in it, and what the word looks like.
_KINDS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("m", (), "|".join((cohesion.DATE, cohesion.NUMBER_AND_UNIT, cohesion.ORDINAL, cohesion.CHINESE_COUNT))),
    # 买买提·艾山: most names after the point are of two characters
    ("nr", ("·",), f"{_HAN}{{1,3}}(?:·{_HAN}{{1,2}})+"),
    (
        "nt",
        ("局", "镇", "乡", "街道"),
        rf"(?<![全小社园景林片灾地])[省市县区]{_HAN}{{2,6}}?局|^{_HAN}{{2,4}}?(?:镇|乡|街道)",
    ),
    ("n", (), "|".join(sorted(officialese.NOUNS, key=len, reverse=True))),
    ("l", (), "|".join(officialese.PHRASES)),
    ("v", ("化为", "变为"), f"{_HAN}[化变]为"),
)


class Word(Struct, frozen=True):
    """A word and its class."""

    text: str
    kind: str


@lru_cache(maxsize=256)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text`, in order, nothing lost."""
    found: list[Word] = []
    start = 0
    kinds = tuple(kind for kind, signs, pattern in _KINDS if not signs or _may_hold(text, signs, pattern))
    for known in _known(kinds).finditer(text):
        found.extend(_segmented(text[start : known.start()]))
        found.append(Word(known[0], known.lastgroup or "n"))
        start = known.end()
    return (*found, *_segmented(text[start:]))


def _may_hold(text: str, signs: tuple[str, ...], pattern: str) -> bool:
    """Tell whether `pattern` may be found in `text`: it is, with any character for a Han one."""
    return any(sign in text for sign in signs) and re.search(pattern.replace(_HAN, "."), text) is not None


@cache
def _known(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds our own words of these kinds, compiled for the first title that may hold them."""
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, _, pattern in _KINDS if kind in kinds))


def _segmented(text: str) -> list[Word]:
    if not text:
        return []
    return [Word(word, _kind(word, kind)) for word, kind in tagged(text)]


def _kind(word: str, kind: str) -> str:
    if word in officialese.VERBS:
        return "v"
    return "d" if word in officialese.ADVERBS else kind
