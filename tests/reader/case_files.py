"""Cases to paste: a briefing file, and at its end a comment `# expect:` for each thing that is wrong with it.

`# expect: 4:10 BG104 期号必须是正整数（实际为“十二”）` gives line, column, code and, if they are to be compared,
the message and the hint; a place in another file is `texts/body.md:3:1`. A file without such comments is sound.
A bug report becomes a test by saving its file in `cases/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.messages import hint, message, speak
from briefgen.pipeline import ordered
from briefgen.reader import load

FOLDER = Path(__file__).parent / "cases"
_EXPECTED = re.compile(r"^# expect: *(?P<place>\S+) (?P<code>BG\d{3}) *(?P<words>.*)$", re.MULTILINE)
_KINDS = (".yaml", ".yml", ".toml")  # the syntaxes that have comments


def cases() -> Iterator[Path]:
    yield from sorted(path for path in FOLDER.iterdir() if path.suffix in _KINDS)


def expected(case: Path) -> list[tuple[str, str, str]]:
    """Return place, code and words (message and hint, or nothing) of each diagnostic."""
    found = _EXPECTED.finditer(case.read_text(encoding="utf-8"))
    return [(match["place"], match["code"], match["words"].strip()) for match in found]


def found(case: Path) -> list[Diagnostic]:
    """Return what is wrong with the file, in the order of its places."""
    try:
        load(case)
    except InputError as error:
        return list(ordered(error.diagnostics))
    return []


def shown(diagnostic: Diagnostic, case: Path) -> tuple[str, str, str, str]:
    """Return place, code, message and hint; the place without its file where that is the case's own."""
    with speak("zh"):
        said, advice = message(diagnostic), hint(diagnostic)
    return _place(diagnostic, case), diagnostic.code, said, advice


def agrees(had: tuple[str, str, str, str], wanted: tuple[str, str, str]) -> bool:
    """Tell whether a diagnostic is the expected one: its words are compared as far as they are given."""
    place, code, said, advice = had
    return (place, code) == wanted[:2] and wanted[2] in ("", said, f"{said} {advice}")


def _place(diagnostic: Diagnostic, case: Path) -> str:
    position = diagnostic.position
    if position is None:
        return "-"
    place = f"{position.line}:{position.column}"
    return place if position.file == str(case) else f"{Path(position.file).relative_to(FOLDER)}:{place}"
