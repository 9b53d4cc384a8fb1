"""The exceptions of briefgen: an author's mistake is an `InputError`, a broken promise of ours an `InternalError`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic


class BriefgenError(Exception):
    """Base of all exceptions that briefgen raises on purpose."""


class InputError(BriefgenError):
    """The author's input cannot be used; `diagnostics` says all that is wrong with it, at least one error."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        from briefgen.messages import render

        return "\n".join(render(diagnostic) for diagnostic in self.diagnostics)


class OutputError(InputError):
    """An output file cannot be written; the old file, if any, is untouched."""


class InternalError(BriefgenError):
    """A promise of briefgen's own code is broken: a bug to report."""
