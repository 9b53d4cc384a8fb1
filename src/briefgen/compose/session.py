"""What one run of compose gathers: diagnostics, footnotes, pictures.

In: the briefing's folder and source map. Out: the gathered values. Does not belong here: composing anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefgen.compose.pictures import PictureFolder
from briefgen.compose.places import SourceText
from briefgen.compose.text import normalize
from briefgen.compose.unsupported import Unsupported
from briefgen.diagnostics import Diagnostic, Position, SourceMap
from briefgen.doctree.nodes import Inlines


@dataclass(slots=True)
class Session:
    """One run of compose; `footnotes[n - 1]` are the words of note n."""

    folder: Path
    sources: SourceMap = field(default_factory=SourceMap)
    normalizes: bool = True
    diagnostics: list[Diagnostic] = field(default_factory=list)
    footnotes: list[Inlines] = field(default_factory=list)
    pictures: PictureFolder = field(init=False)

    def __post_init__(self) -> None:
        self.pictures = PictureFolder(self.folder)

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
