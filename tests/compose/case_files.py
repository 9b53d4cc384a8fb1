"""Cases to paste: `name`, `.`, Markdown, `.`, the dump of its blocks and its diagnostics, `.`.

A line `! 3:5 BG204 …` is a diagnostic: line and column of the Markdown, code, values. A bug report becomes a test by
pasting its Markdown into a file of `cases/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from briefgen.compose.body import Section, compose_body
from briefgen.compose.numbering import HeadingNumbers
from briefgen.compose.places import SourceText
from briefgen.compose.session import Session
from briefgen.diagnostics import Diagnostic, Position, TextOrigin
from briefgen.doctree.dump import block_dump, inline_dump

FOLDER = Path(__file__).parent / "cases"


class Case(Struct, frozen=True):
    file: str
    name: str
    source: str
    expected: str


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.md")):
        name, source, expected = "", "", ""
        parts: list[list[str]] = [[]]
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line != ".":
                parts[-1].append(line)
                continue
            parts.append([])
            if len(parts) == 4:
                name, source, expected = ("\n".join(part) for part in parts[:3])
                yield Case(path.stem, name.strip(), source, expected)
                parts = [[]]
        assert "".join(parts[-1]).strip() == "", f"{path.name}: a case is not closed"


def origin(text: str) -> TextOrigin:
    lines = len(SourceText(text).lines)
    return TextOrigin(tuple(Position("case", line, 1) for line in range(1, lines + 1)))


def run(file: str, source: str, folder: Path) -> str:
    """Return the dump of `source`; the name of its file says how it is composed."""
    session = Session(folder)
    numbers = HeadingNumbers() if file == "numbering" else None
    blocks = compose_body(session, SourceText(source, origin(source)), Section("a", numbers=numbers))
    lines = block_dump(blocks, positions=file == "places").replace("@case:", "@").splitlines()
    lines += [f"note {number}: {inline_dump(note)}" for number, note in enumerate(session.footnotes, start=1)]
    lines += [shown(diagnostic) for diagnostic in session.diagnostics]
    return "\n".join(lines)


def shown(diagnostic: Diagnostic) -> str:
    position = diagnostic.position
    assert position is not None
    values = " ".join(f"{name}={value}" for name, value in diagnostic.values.items() if name != "hint")
    return f"! {position.line}:{position.column} {diagnostic.code} {values}".rstrip()
