"""What every step of layout reads: styles and fonts; and what it adds to: warnings, columns of tables.

Does not belong here: state of a page or a paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from briefgen.diagnostics import Diagnostic, Position
from briefgen.layout.inline.shape import Fonts
from briefgen.style import StyleSheet


@dataclass(frozen=True, slots=True)
class Context:
    """Styles, fonts, the warnings so far, and the edges of each table's columns by the index of its block."""

    sheet: StyleSheet
    fonts: Fonts
    warnings: list[Diagnostic] = field(default_factory=list)
    columns: dict[int, tuple[float, ...]] = field(default_factory=dict)

    def warn(self, code: str, position: Position | None, **values: Any) -> None:
        """Add a warning."""
        self.warnings.append(Diagnostic(code, position, values))

    @property
    def turned(self) -> Context:
        """The same for a landscape page."""
        return replace(self, sheet=replace(self.sheet, page=self.sheet.page.turned))
