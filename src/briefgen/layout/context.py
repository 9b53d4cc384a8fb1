"""What every step of layout reads: styles and fonts; and what it adds to: warnings, places of tables.

Does not belong here: state of a page or a paragraph.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.diagnostics import Diagnostic, Position
from briefgen.layout.frame import TablePlace
from briefgen.layout.inline.shape import Fonts
from briefgen.style import StyleSheet


class Context(Struct, frozen=True):
    """Styles, fonts, the warnings so far, and what writers must know of each table, by the index of its block."""

    sheet: StyleSheet
    fonts: Fonts
    warnings: list[Diagnostic] = field(default_factory=list)
    tables: dict[int, TablePlace] = field(default_factory=dict)

    def warn(self, code: str, position: Position | None, **values: Any) -> None:
        """Add a warning."""
        self.warnings.append(Diagnostic(code, position, values))

    @property
    def turned(self) -> Context:
        """The same for a landscape page."""
        return replace(self, sheet=replace(self.sheet, page=self.sheet.page.turned))
