"""Pinpointing: from the place where a run of text begins to the place of one character in it.

In: diagnostics that name a character (`char`) and stand where its text begins. Out: the same, each where the
character itself stands. Normalised text no longer tells: the author's file does. An escape stays where its text
begins. Does not belong here: finding what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.reader.file import read_text


def pinpointed(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield `diagnostics`, moved to the characters that they name."""
    lines = cache(_lines)  # each file is read once, and only if something in it is wrong
    for found in diagnostics:
        place, char = found.position, found.values.get("char")
        if place is not None and char is not None:
            text = lines(place.file)[place.line - 1 : place.line]
            column = text[0].find(char, place.column - 1) if text else -1
            if column >= 0:
                found = replace(found, position=replace(place, column=column + 1))
        yield found


def _lines(file: str) -> list[str]:
    try:
        return read_text(Path(file)).split("\n")
    except InputError:  # it was read before, but is gone
        return []
