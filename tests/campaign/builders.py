"""Files of a campaign office for tests, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from briefgen.diagnostics import Diagnostic
from briefgen.messages import message, speak

T = TypeVar("T")


def loaded(load: Callable[[Path], T], text: str) -> T:
    """Return what `load` makes of `text`, by way of a file."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.yaml")
        path.write_text(text, encoding="utf-8")
        return load(path)


def shown(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str, str]]:
    """Return place, code and message of each, files by their names."""
    with speak("zh"):
        return [
            (
                f"{each.position.line}:{each.position.column}" if each.position else "-",
                each.code,
                message(each),
            )
            for each in diagnostics
        ]
