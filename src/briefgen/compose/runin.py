"""Run-in headings: a paragraph that opens with bold words up to a full stop, as `**一是加强领导。**各部门……`.

In: the inlines of a paragraph. Out: the same, the opening words marked with the level whose face they take: that of
their number (一、 1, （一） 2, 1. 3, （1） 4); words without a number, as 一是……, take 楷体 of level 2, the practice of
briefings. A paragraph that is bold as a whole is no run-in heading: its words stay bold.
Does not belong here: faces (`style`).
"""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.compose.numbering import typed_level
from briefgen.doctree.nodes import Inlines, Text

_STOPS = "。．.：:！!？?"
_UNNUMBERED_LEVEL = 2


def with_lead(content: Inlines) -> Inlines:
    """Return `content` with the words of its run-in heading marked, as it is if it has none."""
    end = 0
    while end < len(content) and _is_strong(content[end]):
        end += 1
    words = [item for item in content[:end] if isinstance(item, Text)]
    following = content[end:]
    if not words or not following:
        return content
    if words[-1].text[-1] not in _STOPS:
        stop, following = _split_stop(following)
        if not stop or not following:
            return content
        words[-1] = replace(words[-1], text=words[-1].text + stop)
    level = typed_level("".join(item.text for item in words)) or _UNNUMBERED_LEVEL
    return (*(replace(item, strong=False, lead=level) for item in words), *following)


def _is_strong(item: object) -> bool:
    return isinstance(item, Text) and item.strong


def _split_stop(content: Inlines) -> tuple[str, Inlines]:
    """Return the full stop that `content` opens with, empty if none, and the rest."""
    first = content[0]
    if not isinstance(first, Text) or first.text[0] not in _STOPS:
        return "", content
    rest = (replace(first, text=first.text[1:]),) if len(first.text) > 1 else ()
    return first.text[0], (*rest, *content[1:])
