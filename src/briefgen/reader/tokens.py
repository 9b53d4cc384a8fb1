"""Tokens of JSON and TOML: where each key and each value stands, in the order of the file.

In: a text that is sound. Out: positions. Does not belong here: what the tokens mean (the standard library
knows).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import Protocol

from briefgen.diagnostics import Position
from briefgen.reader.nodes import Scalar
from briefgen.reader.places import string_starts

# possessive (`*+`), so that a text of millions of escapes needs no memory to go back
_JSON = re.compile(r'[\[{]|"[^"\\]*+(?:\\.[^"\\]*+)*+"|[^\s\[\]{},:"]+')
_TOML = re.compile(
    r"""
      \#[^\n]*
    | \"{3} [^"\\]*+ (?: (?: \\. | "(?!"") ) [^"\\]*+ )*+ \"{3,5}
    | '{3} .*? '{3,5}
    | " [^"\\]*+ (?: \\. [^"\\]*+ )*+ "
    | ' [^']* '
    | [+-]?[0-9] [^\s\[\]{},=#"']* (?: [ ]\d\d:[^\s,\]}#]* )?
    | [^\s\[\]{},=.#"']+
    """,
    re.DOTALL | re.VERBOSE,
)


class Tokens(Protocol):
    """Gives places to whoever walks the values of a file in order."""

    def opening(self) -> Position:
        """Return where the list or mapping that comes next begins."""

    def mapping_start(self, opening: Position, first: Scalar | None) -> Position:
        """Return where a mapping begins that was found at `opening` and has `first` as its first key."""

    def key(self, key: str) -> Position:
        """Return where `key` stands next, and go past it."""

    def value(self) -> tuple[Position, tuple[Position, ...]]:
        """Return where the value that comes next stands and where its lines do, and go past it."""


class JsonTokens:
    """The tokens of a JSON text: every key, value, `[` and `{` is one, so that each place is exact."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._lines = _Lines(text, name)
        self._spans: Iterator[tuple[int, int]] = (found.span() for found in _JSON.finditer(text))

    def opening(self) -> Position:
        """Return where the list or mapping begins, and go past its bracket."""
        return self._lines.position(next(self._spans)[0])

    def mapping_start(self, opening: Position, first: Scalar | None) -> Position:
        """Return where the mapping begins: at its brace."""
        return opening

    def key(self, key: str) -> Position:
        """Return where the next token stands, and go past it."""
        return self._lines.position(next(self._spans)[0])

    def value(self) -> tuple[Position, tuple[Position, ...]]:
        """Return where the next token and its lines stand, and go past it."""
        start, end = next(self._spans)
        return self._lines.position(start), tuple(self._lines.starts(self._text, start, end))


class TomlTokens:
    """The tokens of a TOML text; a table that is taken up again is looked for from where we are."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._lines = _Lines(text, name)
        self._spans = [found.span() for found in _TOML.finditer(text) if text[found.start()] != "#"]
        self._spans.append((len(text), len(text)))
        self._next = 0
        self._places: dict[str, list[int]] = defaultdict(list)
        for number, (start, end) in enumerate(self._spans):
            self._places[text[start:end].strip("\"'")].append(number)

    def opening(self) -> Position:
        """Return where the next token stands."""
        return self._lines.position(self._spans[self._next][0])

    def mapping_start(self, opening: Position, first: Scalar | None) -> Position:
        """Return where the mapping begins: at its first key, past the header of the table."""
        return first.position if first else opening

    def key(self, key: str) -> Position:
        """Return where `key` stands next, and go past it; one that is spelled otherwise stands where we are."""
        places = self._places.get(key, [])
        at = bisect_left(places, self._next)
        if at < len(places):
            self._next = places[at] + 1
            return self._lines.position(self._spans[places[at]][0])
        return self.opening()

    def value(self) -> tuple[Position, tuple[Position, ...]]:
        """Return where the next token and its lines stand, and go past it."""
        start, end = self._spans[self._next]
        self._next = min(self._next + 1, len(self._spans) - 1)
        return self._lines.position(start), tuple(self._lines.starts(self._text, start, end))


class _Lines:
    """The lines of a text: offsets → positions."""

    def __init__(self, text: str, name: str) -> None:
        self._name = name
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def position(self, offset: int) -> Position:
        """Return the position of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return Position(self._name, line, offset - self._starts[line - 1] + 1)

    def starts(self, text: str, start: int, end: int) -> Iterator[Position]:
        """Yield the place of each line of the token between `start` and `end`, past its quotes."""
        quote = next((quote for quote in ('"""', "'''", '"', "'") if text.startswith(quote, start)), "")
        start, end = start + len(quote), end - len(quote)
        if len(quote) == 3 and text.startswith("\n", start):  # TOML drops a line end right after the quotes
            start += 1
        for offset in string_starts(text, start, end, escapes=quote.startswith('"')):
            yield self.position(offset)
