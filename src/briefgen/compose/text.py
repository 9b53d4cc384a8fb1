"""Punctuation of Chinese text: half-width marks beside Han become full-width ones.

In: the strings of a paragraph, each with whether it must stay as it is. Out: the same strings, normalised as one
text, so that a quotation may open in one run and close in another. Digits, Latin text, URLs, decimals, times and
file names stay; letters and digits are neither lost nor moved; a second pass changes nothing. Spaces beside a
full-width mark go; spaces between Han go too, but where they part names (or, in titles, phrases) a full-width space
takes their place. The rules for single marks are in `punctuation`. Does not belong here: Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.compose.characters import HAN_RANGES, is_han

if TYPE_CHECKING:
    from briefgen.compose.punctuation import Verdicts

#: Full-width digits and Latin letters, and their half-width forms.
_HALF_WIDTH = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
# these patterns are compiled for a text that something is to be done to
_FULL_PERCENT = r"(?<=[0-9])％"
_FULL_POINT = r"(?<=[0-9])．(?=[0-9])"

# the bounds keep a long run of letters or dots from being tried from each of its characters
_ADDRESS = (
    r"(?a)(?:\b[A-Za-z][A-Za-z0-9+.-]{0,20}://|www\.)[\w.~:/?#\[\]@!$&'()*+,;=%-]+"
    r"|(?<![\w.%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
)
_ADDRESS_TAIL = ".,;:!?'\")"
_SPACES = r"[ \t]+"

_LONGEST_NAME = 4
# compiled when a space is met: so many ranges take milliseconds
_NAME_BEFORE = rf"(?:\A|\W)[{HAN_RANGES}]{{2,{_LONGEST_NAME}}}\Z"
_NAME_AFTER = rf"[{HAN_RANGES}]{{2,{_LONGEST_NAME}}}(?!\w)"
# what some rule may change, apart from 。。: one set of characters at a time is found fastest
_MARK = re.compile(r"[^\w，。、；：？！（）《》〈〉【】〔〕“”·—%　.]")
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_POINT = re.compile(r"\.(?:(?<![0-9].)|(?![0-9]))")  # one between digits stays


def normalize(text: str, *, phrases: bool = False) -> str:
    """Return `text` with the punctuation of Chinese.

    With `phrases`, as in titles and names, every space between Han parts something.
    """
    return text if _is_done(text) else "".join(_cells(text, [(text, False)], phrases))


def normalize_runs(runs: Sequence[tuple[str, bool]], *, phrases: bool = False) -> list[str]:
    """Return the strings of `runs`, normalised as one text; a run marked True stays as it is."""
    whole = "".join(text for text, _ in runs)
    if _is_done(whole):
        return [text for text, _ in runs]
    cells = _cells(whole, runs, phrases)
    strings, start = [], 0
    for text, fixed in runs:
        end = start + len(text)
        strings.append(text if fixed else "".join(cells[start:end]))
        start = end
    return strings


def _is_done(text: str) -> bool:
    """Tell whether no rule can change anything."""
    return not (
        _MARK.search(text)
        or _FULL_WIDTH.search(text)
        or "。。" in text
        or ("." in text and _POINT.search(text))
    )


def _cells(whole: str, runs: Sequence[tuple[str, bool]], phrases: bool) -> list[str]:
    """Return what stands for each character of `whole`, the empty string where it goes."""
    from briefgen.compose.punctuation import judge
    from briefgen.compose.reading import Reading

    plain = whole.translate(_HALF_WIDTH)
    plain = re.sub(_FULL_POINT, ".", re.sub(_FULL_PERCENT, "%", plain))
    shadow = _shadow(plain, runs)
    cells = list(plain)
    verdicts = judge(Reading(shadow))
    for start, (end, new) in verdicts.replaced.items():
        cells[start:end] = [new, *[""] * (end - start - 1)]
    for match in re.finditer(_SPACES, shadow):
        start, end = match.span()
        if _closes_up(shadow, verdicts, start, end):
            parts = (
                is_han(shadow[start - 1]) and is_han(shadow[end]) and (phrases or _parts_names(shadow, match))
            )
            cells[start:end] = ["　" if parts else "", *[""] * (end - start - 1)]
    return cells


def _parts_names(shadow: str, space: re.Match[str]) -> bool:
    """Tell whether a space stands between two words as short as names are."""
    name_before, name_after = re.compile(_NAME_BEFORE), re.compile(_NAME_AFTER)
    before = name_before.search(shadow, max(0, space.start() - _LONGEST_NAME - 1), space.start())
    return before is not None and name_after.match(shadow, space.end()) is not None


def _shadow(plain: str, runs: Sequence[tuple[str, bool]]) -> str:
    """Return `plain` with the marks and spaces that must stay blotted out."""
    from briefgen.compose.reading import NEUTRAL

    spans: list[tuple[int, int]] = []
    start = 0
    for text, fixed in runs:
        if fixed:
            spans.append((start, start + len(text)))
        start += len(text)
    spans += (
        (match.start(), match.start() + len(match.group().rstrip(_ADDRESS_TAIL)))
        for match in re.finditer(_ADDRESS, plain)
    )
    if not spans:
        return plain
    characters = list(plain)
    for first, last in spans:
        for index in range(first, last):
            if not characters[index].isalnum():
                characters[index] = NEUTRAL
    return "".join(characters)


def _closes_up(shadow: str, verdicts: Verdicts, start: int, end: int) -> bool:
    """Tell whether the spaces from `start` to `end` go: between Han, and beside a full-width mark."""
    if start == 0 or end == len(shadow):
        return False
    before, after = _width(shadow, verdicts, start - 1), _width(shadow, verdicts, end)
    return (before > 0 and after > 0) or before == 2 or after == 2


def _width(shadow: str, verdicts: Verdicts, index: int) -> int:
    """Return 2 for a full-width mark, 1 for Han or a shared mark in Chinese use, 0 for others."""
    return verdicts.widths.get(index, 1 if is_han(shadow[index]) else 0)
