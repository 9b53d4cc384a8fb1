"""Metrics: which face has a character, how wide it is, which CID draws it; from tables made with the fonts.

In: characters. Out: keys of faces, advances in em, CIDs. No font file is opened here: a table of 8 bytes a
character is read once for each face. Does not belong here: sizes, glyph outlines.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from functools import cache, lru_cache

from briefgen.fonts.catalogue import CHAINS, FITS, Fit
from briefgen.resources import font_file
from briefgen.spec.faces import Face

KEPT = 1024  # faces of characters, which are asked for in each document; who asks for more keeps the answer
_AS_IT_IS = Fit()


class Table:
    """The metrics of one face: code points in order, for each its CID and its advance in 1/1000 em."""

    def __init__(self, key: str) -> None:
        data = font_file(f"{key}.metrics").read_bytes()
        count = int.from_bytes(data[:4], "little")
        self.codes = _array("I", data[4 : 4 + 4 * count])
        self.cids = _array("H", data[4 + 4 * count : 4 + 6 * count])
        self.advances = _array("H", data[4 + 6 * count :])

    def index(self, char: str) -> int | None:
        """Return the place of `char` in the table, None if the face lacks it."""
        place = bisect_left(self.codes, ord(char))
        return place if place < len(self.codes) and self.codes[place] == ord(char) else None


def _array(kind: str, data: bytes) -> array[int]:
    values = array(kind)
    values.frombytes(data)
    if sys.byteorder == "big":
        values.byteswap()
    return values


@cache
def table(key: str) -> Table:
    """Return the metrics of the face `key`, read when first asked for."""
    return Table(key)


@lru_cache(maxsize=KEPT)
def resolve(char: str, face: Face) -> str | None:
    """Return the key of the first face in the chain of `face` that has `char`, None if none has."""
    for key in CHAINS[face]:
        if table(key).index(char) is not None:
            return key
    return None


def advance(char: str, key: str) -> float:
    """Return the advance of `char` in the face `key`, in em; a character that it lacks is one em wide."""
    place = table(key).index(char)
    return 1.0 if place is None else table(key).advances[place] / 1000


def fit(key: str, face: Face) -> Fit:
    """Return how the face `key` is drawn in a line of the class `face`: a fallback is fitted to the first face."""
    return _AS_IT_IS if key == CHAINS[face][0] else FITS[face]


def cid(char: str, key: str) -> int:
    """Return the CID of `char` in the face `key`.

    Raises:
        KeyError: the face lacks the character.
    """
    place = table(key).index(char)
    if place is None:
        raise KeyError(char)
    return table(key).cids[place]
