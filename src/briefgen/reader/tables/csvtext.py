"""CSV (RFC 4180) → a grid. The standard library's reader tells no places; this one does.

In: a path. Out: a grid. Does not belong here: the fast way through a ledger's records (`records`).
"""

from __future__ import annotations

import re
from pathlib import Path

from briefgen.diagnostics import Diagnostic, Phrase, Position, _
from briefgen.errors import InputError
from briefgen.reader.file import read_text
from briefgen.reader.nodes import Count
from briefgen.reader.tables.grid import Cell, Grid

QUOTES = Phrase(_("引号没有配对"))
_FIELD = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*+)"|(?P<plain>[^,\n"][^,\n]*|))(?P<end>,|\n|\Z)')


def read_csv(path: Path) -> Grid:
    """Return the rows of the file at `path`.

    Raises:
        InputError: what `read_text` finds, BG015, BG714.
    """
    return parse_csv(read_text(path), str(path))


def parse_csv(text: str, name: str, line: int = 1) -> Grid:
    """Return the rows of `text`, line ends as line feeds; it begins on `line` of the file.

    Raises:
        InputError: BG015, BG714.
    """
    rows: list[tuple[Cell, ...]] = []
    row: list[Cell] = []
    count = Count()
    offset, start = 0, 0  # `start` is the offset at which `line` begins
    while offset < len(text) or row:
        position = Position(name, line, offset - start + 1)
        found = _FIELD.match(text, offset)
        if found is None:
            raise InputError([Diagnostic("BG714", position, {"reason": QUOTES})])
        count.one_more(position)
        quoted = found["quoted"]
        row.append(Cell(found["plain"] if quoted is None else quoted.replace('""', '"'), position))
        breaks = found[0].count("\n")
        line += breaks
        offset = found.end()
        if breaks:
            start = text.rindex("\n", 0, offset) + 1
        if found["end"] != ",":
            rows.append(tuple(row))
            row = []
    return Grid(tuple(rows), Position(name, 1, 1))
