"""Which quotes and which brackets of a text belong together, whatever their form.

In: the text of a paragraph in which everything that must stay is blotted out. Out: pairs of indices. A straight quote
pairs as the curly one would that replaces it, so that the pairs of a normalised text are those of its source.
Does not belong here: whether a pair is in Chinese use (`punctuation`).
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from briefgen.compose.characters import is_han

_QUOTE = "[\"'“”‘’]"  # compiled for a text that something is to be done to, as the next
_BRACKET = "[()（）]"
_KIND = {'"': "double", "“": "double", "”": "double", "'": "single", "‘": "single", "’": "single"}
_OPENING, _CLOSING, _STRAIGHT = "“‘", "”’", "\"'"


class Pairs(Struct):
    """`partner` leads both ways; `inner` holds straight double quotes that stand inside curly double ones."""

    partner: dict[int, int] = field(default_factory=dict)
    inner: set[int] = field(default_factory=set)

    def add(self, start: int, end: int) -> None:
        """Pair the marks at `start` and `end`."""
        self.partner[start], self.partner[end] = end, start


def find_pairs(text: str) -> Pairs:
    """Return the pairs of `text`; marks without a partner are left out."""
    pairs = Pairs()
    quotes = [
        (match.start(), match.group())
        for match in re.finditer(_QUOTE, text)
        if not (match.group() in "'’" and in_word(text, match.start()))
    ]
    _pair_curly(quotes, pairs)
    _pair_others(text, quotes, pairs)
    opened: list[int] = []
    for match in re.finditer(_BRACKET, text):
        if match.group() in "(（":
            opened.append(match.start())
        elif opened:
            pairs.add(opened.pop(), match.start())
    return pairs


def in_word(text: str, index: int) -> bool:
    """Tell whether the mark at `index` stands between Latin letters, as an apostrophe does."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    return before.isalnum() and after.isalnum() and not is_han(before) and not is_han(after)


def _pair_curly(quotes: list[tuple[int, str]], pairs: Pairs) -> None:
    opened: list[tuple[int, str]] = []
    for index, mark in quotes:
        if mark in _OPENING:
            opened.append((index, _KIND[mark]))
        elif mark in _CLOSING:
            # an inner opening mark that never closes does not keep the outer pair from closing
            depth = _deepest(opened, _KIND[mark])
            if depth is not None:
                pairs.add(opened[depth][0], index)
                del opened[depth:]


class _Inside(Struct):
    """What is open inside a pair of curly quotes of `kind`: index and kind of each mark without partner so far.

    With `inches`, one of the double straight quotes is none: the one after a digit.
    """

    kind: str
    inches: bool
    opened: list[tuple[int, str]] = field(default_factory=list)


def _pair_others(text: str, quotes: list[tuple[int, str]], pairs: Pairs) -> None:
    """Pair straight quotes, and curly ones left over, inside each pair of curly quotes on its own."""
    curly = dict(pairs.partner)
    straight = [mark for _, mark in quotes if mark == '"']
    levels = [_Inside("", inches=len(straight) % 2 == 1)]
    for index, mark in quotes:
        if index not in curly:
            _pair_other(text, index, mark, levels[-1], pairs)
        elif mark in _OPENING:
            levels.append(_Inside(_KIND[mark], levels[0].inches))
        else:
            levels.pop()


def _pair_other(text: str, index: int, mark: str, level: _Inside, pairs: Pairs) -> None:
    kind, opened = _KIND[mark], level.opened
    depth = _deepest(opened, kind)
    if depth is not None and mark not in _OPENING:
        start = opened[depth][0]
        del opened[depth:]
        pairs.add(start, index)
        if mark in _STRAIGHT and text[start] in _STRAIGHT and kind == level.kind == "double" and not opened:
            pairs.inner |= {start, index}
    elif mark not in _CLOSING and not _is_sign(text, index, mark, inches=level.inches):
        opened.append((index, kind))


def _deepest(opened: list[tuple[int, str]], kind: str) -> int | None:
    """Return the place of the last open mark of `kind`; an unclosed mark of the other kind may stand above it."""
    for depth in range(len(opened) - 1, max(len(opened) - 4, -1), -1):
        if opened[depth][1] == kind:
            return depth
    return None


def _is_sign(text: str, index: int, mark: str, *, inches: bool) -> bool:
    """Tell whether a mark that would open is the sign of inches, or an apostrophe."""
    before = text[index - 1 : index]
    if mark == '"':
        return inches and before.isdigit()
    return mark == "'" and before.isalnum() and not is_han(before)
