"""Where the words of a Markdown text stand in the author's file.

In: a text with the origin of its lines, and the words in reading order. Out: positions. markdown-it knows the lines
of blocks only; columns are found by looking for each piece from where the one before ended.
Does not belong here: Markdown itself.
"""

from __future__ import annotations

from msgspec import Struct, field

from briefgen.compose.footnotes import Notes
from briefgen.diagnostics import Position, TextOrigin


class SourceText(Struct):
    """A text that is composed on its own: its lines, where they stand, its footnotes.

    `fallback` is the position of all of it, for a text whose lines are not known.
    """

    text: str
    origin: TextOrigin | None = None
    fallback: Position | None = None
    lines: list[str] = field(default_factory=list)  # those of `text`
    notes: Notes = field(default_factory=Notes)

    def __post_init__(self) -> None:
        self.text = self.text.replace("\r\n", "\n").replace("\r", "\n")
        self.lines = self.text.split("\n")

    def at(self, line: int, column: int = 0) -> Position | None:
        """Return the position of the character at `line` and `column`, both counted from 0."""
        if self.origin is not None and self.origin.starts:
            return self.origin.at(line, column)
        return self.fallback

    def line_start(self, line: int) -> Position | None:
        """Return the position of the first character of `line` that is not a space."""
        return self.at(line, self.indent(line))

    def indent(self, line: int) -> int:
        """Return the column of the first character of `line` that is not a space."""
        text = self.lines[line] if line < len(self.lines) else ""
        return len(text) - len(text.lstrip())


class Locator(Struct):
    """A place in a source text that moves forward as pieces are found."""

    source: SourceText
    line: int = 0
    column: int = 0

    def find(self, piece: str) -> Position | None:
        """Return where `piece` begins at or after this place on this line, and move past it.

        A piece that is not found (an entity) stands where the one before ended.
        """
        lines = self.source.lines
        found = lines[self.line].find(piece, self.column) if self.line < len(lines) else -1
        if found < 0:
            return self.here
        self.column = found + len(piece)
        return self.source.at(self.line, found)

    @property
    def here(self) -> Position | None:
        """This place."""
        return self.source.at(self.line, self.column)

    def back(self, count: int) -> Position | None:
        """Return the place `count` characters before this one."""
        return self.source.at(self.line, max(0, self.column - count))

    def next_line(self) -> None:
        """Move to the start of the next line."""
        self.line, self.column = self.line + 1, 0
