"""Coverage: characters of a document that no face has, each an error at its place; never a blank box.

In: a document tree. Out: diagnostics (BG202). Does not belong here: choosing a face (`metrics`).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.diagnostics import Diagnostic, Position
from briefgen.doctree.nodes import Document
from briefgen.doctree.walk import words
from briefgen.fonts.metrics import resolve
from briefgen.spec.faces import Face

#: The characters that were asked for so far and that a face can draw: no more than the faces have.
_COVERED: set[str] = set()


def missing(document: Document) -> tuple[Diagnostic, ...]:
    """Return an error for each place that has a character no face can draw."""
    return tuple(_missing(document))


def _missing(document: Document) -> Iterator[Diagnostic]:
    seen: set[tuple[str, Position | None]] = set()
    for each in words(document):
        if _COVERED.issuperset(each.text.text):
            continue
        for char in dict.fromkeys(each.text.text):
            if resolve(char, Face.FANGSONG) is not None:
                _COVERED.add(char)
            elif (char, each.source) not in seen:
                seen.add((char, each.source))
                yield Diagnostic("BG202", each.source, {"char": char, "code_point": f"U+{ord(char):04X}"})
