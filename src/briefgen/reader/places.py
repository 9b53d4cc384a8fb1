"""Where the lines of a text stand: from the spelling of a value in a file to the start of each of its lines.

In: the file, where a value starts and ends in it. Out: line and column of each line of the value, from 0, or
offsets. Does not belong here: what the value is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

Place = tuple[int, int]  # line and column, from 0

_ESCAPE = re.compile(r"\\.")
_LINE_END = r"\n"
_ESCAPE_OR_LINE_END = r"\\(?:[ \t]*\n\s*|.)|\n"  # a backslash before a line end joins the lines


def block_starts(value: str, lines: Sequence[str], first: int, *, folded: bool) -> Iterator[Place]:
    """Yield the start of each line of a YAML block scalar (`|`, `>`) whose text begins on line `first`."""
    texts = value.split("\n")
    indent = _indent(texts, (lines[number] for number in range(first, len(lines))))
    if not folded:
        yield from ((first + number, indent) for number in range(len(texts)))
        return
    lengths = [max(0, len(line) - indent) for line in lines[first:]]
    at = 0
    for text in texts:
        while text and at < len(lengths) and not lengths[at]:
            at += 1  # a blank line that stands for the line end before it
        yield first + at, indent
        read = lengths[at] if at < len(lengths) else len(text)
        at += 1
        while read < len(text) and at < len(lengths):
            read += 1 + lengths[at]
            at += 1


def _indent(texts: Sequence[str], lines: Iterable[str]) -> int:
    """Return the indentation that a block scalar does not hold, by its first line that is not blank."""
    text = next((text for text in texts if text.strip()), "")
    line = next((line for line in lines if line.strip()), "")
    return max(0, _spaces(line) - _spaces(text))


def _spaces(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def flow_starts(lines: Sequence[str], start: Place, end: Place, quote: str) -> Iterator[Place]:
    """Yield the start of each line of a YAML plain or quoted scalar: blank lines and escaped line ends part them."""
    line, column = start[0], start[1] + len(quote)
    pending: Place | None = line, column
    for number in range(line, end[0] + 1):
        begin = column if number == line else 0
        text = lines[number][begin : end[1] if number == end[0] else None]
        if number > line and number < end[0] and not text.strip():
            if pending:
                yield pending
            pending = number, begin
            continue
        if pending:
            yield pending if number == line else (number, begin + _spaces(text))
            pending = None
        if quote == '"':
            yield from (
                (number, begin + found.end()) for found in _ESCAPE.finditer(text) if found[0] == "\\n"
            )


def string_starts(text: str, start: int, end: int, *, escapes: bool) -> Iterator[int]:
    """Yield the offset of the start of each line of a JSON or TOML string that stands between `start` and `end`."""
    yield start
    for found in re.compile(_ESCAPE_OR_LINE_END if escapes else _LINE_END).finditer(text, start, end):
        if found[0] in ("\n", "\\n"):
            yield found.end()
