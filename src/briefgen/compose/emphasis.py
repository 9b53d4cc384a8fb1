"""Emphasis beside Han: `**加强领导。**各部门` is bold, though CommonMark would not close it.

CommonMark (6.2) lets a run of `*` close only where the mark before it is followed by a space or another mark, which
Chinese never writes. Here a mark of Chinese counts as a letter, and a Han character beside the run as a space.
In: markdown-it's inline state. Out: its delimiters. Does not belong here: what emphasis becomes.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from briefgen.compose.characters import SHARED_MARKS, WIDE_MARKS, is_han

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline


def mark_delimiters(state: StateInline, silent: bool) -> bool:
    """Take a run of `*` or `_` as delimiters that may open or close."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    from markdown_it.rules_inline.state_inline import Delimiter

    end = state.pos
    while end < state.posMax and state.src[end] == marker:
        end += 1
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[end] if end < state.posMax else " "
    opens, closes = can_open_and_close(before, after, inside_words=marker == "*")
    length = end - state.pos
    for _ in range(length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(Delimiter(ord(marker), length, len(state.tokens) - 1, -1, opens, closes))
    state.pos = end
    return True


def can_open_and_close(before: str, after: str, *, inside_words: bool) -> tuple[bool, bool]:
    """Tell whether a run between two characters may open and may close emphasis."""
    left = not after.isspace() and (not _is_mark(after) or _parts(before))
    right = not before.isspace() and (not _is_mark(before) or _parts(after))
    if inside_words:
        return left, right
    return left and (not right or _is_mark(before)), right and (not left or _is_mark(after))


def _is_mark(char: str) -> bool:
    """Tell whether `char` is a mark of other than Chinese text."""
    if char in WIDE_MARKS or char in SHARED_MARKS:
        return False
    return unicodedata.category(char)[0] in "PS"


def _parts(char: str) -> bool:
    """Tell whether `char` parts words: a space, a mark or anything Chinese."""
    return char.isspace() or is_han(char) or unicodedata.category(char)[0] in "PS"
