"""Briefing files for tests, from as few words as each needs."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.model.briefing import Briefing
from briefgen.reader import load

MASTHEAD = "masthead: {issuer: 宣传部, date: 2020-07-03}\n"
SOUND = MASTHEAD + "articles: [{title: 题, body: 文。}]\n"


def loaded(text: str | bytes, suffix: str = ".yaml", overrides: tuple[str, ...] = ()) -> Briefing:
    """Return the briefing in `text`, by way of a file."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"brief{suffix}")
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return load(path, overrides)


def refused(
    text: str | bytes, suffix: str = ".yaml", overrides: tuple[str, ...] = ()
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with `text`; a sound one fails the test."""
    try:
        loaded(text, suffix, overrides)
    except InputError as error:
        return error.diagnostics
    raise AssertionError("nothing was found wrong")


def places(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    """Return code, line and column of each; 0, 0 for one without a place."""
    return [
        (each.code, each.position.line, each.position.column) if each.position else (each.code, 0, 0)
        for each in diagnostics
    ]
