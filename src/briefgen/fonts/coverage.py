"""Coverage: characters of a document that no face has, each an error at its place; never a blank box.

In: a document tree. Out: diagnostics (BG202). Does not belong here: choosing a face (`metrics`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from briefgen.diagnostics import Diagnostic, Position
from briefgen.doctree.nodes import Document
from briefgen.doctree.walk import Words, words
from briefgen.fonts.metrics import resolve
from briefgen.spec.faces import Face

_DRAWN: set[str] = set()  # what was found to have a face, so that it is looked up once


def missing(document: Document) -> tuple[Diagnostic, ...]:
    """Return an error for each place that has a character no face can draw."""
    printed = list(words(document))
    characters = set[str]().union(*(each.text.text for each in printed))
    lacking = {char for char in characters - _DRAWN if resolve(char, Face.FANGSONG) is None}
    _DRAWN.update(characters - lacking)
    return tuple(_places(printed, lacking)) if lacking else ()


def _places(printed: Iterable[Words], lacking: Set[str]) -> Iterator[Diagnostic]:
    seen: set[tuple[str, Position | None]] = set()
    for each in printed:
        for char in dict.fromkeys(each.text.text):
            if char in lacking and (char, each.source) not in seen:
                seen.add((char, each.source))
                yield Diagnostic("BG202", each.source, {"char": char, "code_point": f"U+{ord(char):04X}"})
