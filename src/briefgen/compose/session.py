"""What one run of compose gathers: diagnostics, footnotes, pictures.

In: the briefing's folder and source map. Out: the gathered values. Does not belong here: composing anything.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefgen.compose.pictures import PictureFolder
from briefgen.compose.places import SourceText
from briefgen.compose.text import normalize
from briefgen.compose.unsupported import Unsupported
from briefgen.diagnostics import Diagnostic, Position, SourceMap
from briefgen.doctree.nodes import Inlines


class Session:
    """One run of compose; `footnotes[n - 1]` are the words of note n."""

    def __init__(self, folder: Path, sources: SourceMap | None = None, normalizes: bool = True) -> None:
        self.sources = sources or SourceMap()
        self.normalizes = normalizes
        self.diagnostics: list[Diagnostic] = []
        self.footnotes: list[Inlines] = []
        self.pictures = PictureFolder(folder)

    def report(self, code: str, position: Position | None, **values: Any) -> None:
        """Note a mistake of the author."""
        self.diagnostics.append(Diagnostic(code, position, MappingProxyType(values)))

    def refuse(self, unsupported: Unsupported, position: Position | None) -> None:
        """Note Markdown that a briefing cannot take (BG204)."""
        self.report("BG204", position, what=unsupported.what, hint=unsupported.hint)

    def plain(self, text: str) -> str:
        """Return a text without markup as it is printed."""
        return normalize(text, phrases=True) if self.normalizes else text

    def source_text(self, text: str, *path: str | int) -> SourceText:
        """Return `text`, the value at `path` of the briefing, with where it stands."""
        return SourceText(text, self.sources.text(*path), self.sources.value(*path))

    def next_footnote(self) -> int:
        """Return the number of a new footnote, whose words come later."""
        self.footnotes.append(())
        return len(self.footnotes)
