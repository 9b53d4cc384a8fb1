"""The lexicon: Chinese text → words with their parts of speech, by a list of words and their frequencies.

In: text. Out: its words, nothing lost. The list is read where it lies: words in order, looked up by bisection, so that
no dictionary is loaded before the first title that needs a second line. Does not belong here: words that official
Chinese has of its own (`words`).
"""

from __future__ import annotations

import mmap
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from math import inf

from briefgen.resources import lexicon_file

LONGEST = 8  # characters of a word in the list
UNKNOWN = 255  # the cost of a character that the list lacks
_CODING = "utf-16-be"  # orders as code points do, two bytes each

_PIECES = r"(?P<m>[0-9]+(?:[.-][0-9]+)*%?)|(?P<eng>[A-Za-z0-9+#&._%-]+)|."


class Lexicon:
    """Words of one to `LONGEST` characters, what each costs (the negative logarithm of its share) and its class.

    The file holds the names of classes in a line, then eight counts (32 bits, big-endian), then for each length the
    words in order, their costs and the numbers of their classes, a byte each.
    """

    def __init__(self) -> None:
        with lexicon_file().open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        start = self._data.find(b"\n") + 1
        self._kinds = self._data[: start - 1].decode().split()
        counts = [
            int.from_bytes(self._data[start + 4 * i : start + 4 * i + 4], "big") for i in range(LONGEST)
        ]
        start += 4 * LONGEST
        self._blocks: list[tuple[int, int]] = []
        for length, count in enumerate(counts, 1):
            self._blocks.append((start, count))
            start += (2 * length + 2) * count

    def look_up(self, word: str) -> tuple[int, str] | None:
        """Return cost and class of `word`, None if the list lacks it."""
        key = word.encode(_CODING)
        start, count = self._blocks[len(word) - 1]
        width, data = len(key), self._data
        place = bisect_left(
            range(count), key, key=lambda i: data[start + i * width : start + (i + 1) * width]
        )
        if place == count or data[start + place * width : start + (place + 1) * width] != key:
            return None
        costs = start + count * width
        return data[costs + place], self._kinds[data[costs + count + place]]


@cache
def lexicon() -> Lexicon:
    """Return the list, opened when first asked for."""
    return Lexicon()


def tagged(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of `text` with the classes of jieba: numbers are `m`, Latin words `eng`, marks `x`."""
    for han, characters in groupby(text, lambda char: "\u3400" <= char <= "\u9fff"):
        piece = "".join(characters)
        if han:
            yield from _cheapest(piece)
        else:
            for match in re.finditer(_PIECES, piece, re.DOTALL):
                yield match[0], match.lastgroup or "x"


def _cheapest(text: str) -> list[tuple[str, str]]:
    """Return the words with the least sum of costs."""
    listed = lexicon()
    costs = [0.0] + [inf] * len(text)
    words = [("", "")] * (len(text) + 1)  # the last word of the best way to each place
    for start in range(len(text)):
        for end in range(start + 1, min(start + LONGEST, len(text)) + 1):
            word = text[start:end]
            found = listed.look_up(word)
            if found is None and end == start + 1:
                found = UNKNOWN, "x"
            if found is not None and costs[start] + found[0] < costs[end]:
                costs[end], words[end] = costs[start] + found[0], (word, found[1])
    chosen = []
    end = len(text)
    while end:
        chosen.append(words[end])
        end -= len(words[end][0])
    return chosen[::-1]
