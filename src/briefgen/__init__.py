"""briefgen: structured data into official Chinese briefings, as DOCX and PDF in the standard layout.

The public names below are all that a program needs; each is loaded when it is first used, so that importing
briefgen costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # not from `typing`, which takes longer to import than all of this
if TYPE_CHECKING:
    from briefgen.batch import Job, Outcome, WrittenFile, render_many
    from briefgen.diagnostics import Diagnostic, Position, Severity
    from briefgen.errors import BriefgenError, InputError, InternalError, OutputError
    from briefgen.model.briefing import Article, Briefing, Colophon, Masthead
    from briefgen.model.content import (
        FigureBlock,
        FigureItem,
        HeadingBlock,
        ListBlock,
        ParagraphBlock,
        QuoteBlock,
        TableBlock,
        TableCell,
    )
    from briefgen.model.template import Template
    from briefgen.pipeline import PlacedHeading, Result, load, render, save
    from briefgen.reader import load_template

__version__ = "0.1.0"

__all__ = [
    "Article",
    "BriefgenError",
    "Briefing",
    "Colophon",
    "Diagnostic",
    "FigureBlock",
    "FigureItem",
    "HeadingBlock",
    "InputError",
    "InternalError",
    "Job",
    "ListBlock",
    "Masthead",
    "Outcome",
    "OutputError",
    "ParagraphBlock",
    "PlacedHeading",
    "Position",
    "QuoteBlock",
    "Result",
    "Severity",
    "TableBlock",
    "TableCell",
    "Template",
    "WrittenFile",
    "__version__",
    "load",
    "load_template",
    "render",
    "render_many",
    "save",
]

_HOMES = {
    "briefgen.batch": ("Job", "Outcome", "WrittenFile", "render_many"),
    "briefgen.diagnostics": ("Diagnostic", "Position", "Severity"),
    "briefgen.errors": ("BriefgenError", "InputError", "InternalError", "OutputError"),
    "briefgen.model.briefing": ("Article", "Briefing", "Colophon", "Masthead"),
    "briefgen.model.content": (
        "FigureBlock", "FigureItem", "HeadingBlock", "ListBlock", "ParagraphBlock", "QuoteBlock", "TableBlock",
        "TableCell",
    ),
    "briefgen.model.template": ("Template",),
    "briefgen.pipeline": ("PlacedHeading", "Result", "load", "render", "save"),
    "briefgen.reader": ("load_template",),
}  # fmt: skip


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(home), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
