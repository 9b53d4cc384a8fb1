"""What every step of layout reads: styles and fonts; and what it adds to: warnings.

Does not belong here: state of a page or a paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from briefgen.diagnostics import Diagnostic, Position
from briefgen.layout.inline.shape import Fonts
from briefgen.style import StyleSheet


@dataclass(frozen=True, slots=True)
class Context:
    """Styles, fonts and the warnings so far."""

    sheet: StyleSheet
    fonts: Fonts
    warnings: list[Diagnostic] = field(default_factory=list)

    def warn(self, code: str, position: Position | None, **values: Any) -> None:
        """Add a warning."""
        self.warnings.append(Diagnostic(code, position, values))
