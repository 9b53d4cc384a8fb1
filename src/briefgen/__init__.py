"""briefgen: structured data into official Chinese briefings, as DOCX and PDF in the standard layout.

The public names below are all that a program needs; each is loaded when it is first used, so that importing
briefgen costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # not from `typing`, which takes longer to import than all of this
if TYPE_CHECKING:
    from briefgen.batch import Job, Outcome, WrittenFile, render_many
    from briefgen.checking import check
    from briefgen.diagnostics import Diagnostic, Position, Severity
    from briefgen.errors import BriefgenError, InputError, InternalError, OutputError
    from briefgen.ledger.checks import check_ledger
    from briefgen.ledger.figures import Figure, Figures, MetricFigures, figures
    from briefgen.model.briefing import Article, Briefing, Colophon, Masthead
    from briefgen.model.campaign import Campaign, Period
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
    from briefgen.model.follow_up import FollowUps
    from briefgen.model.ledger import Ledger, Metric, Record
    from briefgen.model.meeting import Meetings
    from briefgen.model.plan import Plan
    from briefgen.model.report import Report
    from briefgen.model.submission import Submissions
    from briefgen.model.template import Template
    from briefgen.pipeline import PlacedHeading, Result, load, load_any, render, save
    from briefgen.reader import load_template
    from briefgen.reader.office import (
        load_campaign,
        load_follow_ups,
        load_ledger,
        load_meetings,
        load_plan,
        load_submissions,
    )
    from briefgen.store import Store, open_store
    from briefgen.weekly import Compiled, Wishes, compile_week, week

__version__ = "0.1.0"

__all__ = [
    "Article",
    "BriefgenError",
    "Briefing",
    "Campaign",
    "Colophon",
    "Compiled",
    "Diagnostic",
    "Figure",
    "FigureBlock",
    "FigureItem",
    "Figures",
    "FollowUps",
    "HeadingBlock",
    "InputError",
    "InternalError",
    "Job",
    "Ledger",
    "ListBlock",
    "Masthead",
    "Meetings",
    "Metric",
    "MetricFigures",
    "Outcome",
    "OutputError",
    "ParagraphBlock",
    "Period",
    "PlacedHeading",
    "Plan",
    "Position",
    "QuoteBlock",
    "Record",
    "Report",
    "Result",
    "Severity",
    "Store",
    "Submissions",
    "TableBlock",
    "TableCell",
    "Template",
    "Wishes",
    "WrittenFile",
    "__version__",
    "check",
    "check_ledger",
    "compile_week",
    "figures",
    "load",
    "load_any",
    "load_campaign",
    "load_follow_ups",
    "load_ledger",
    "load_meetings",
    "load_plan",
    "load_submissions",
    "load_template",
    "open_store",
    "render",
    "render_many",
    "save",
    "week",
]

_HOMES = {
    "briefgen.batch": ("Job", "Outcome", "WrittenFile", "render_many"),
    "briefgen.checking": ("check",),
    "briefgen.weekly": ("Compiled", "Wishes", "compile_week", "week"),
    "briefgen.diagnostics": ("Diagnostic", "Position", "Severity"),
    "briefgen.errors": ("BriefgenError", "InputError", "InternalError", "OutputError"),
    "briefgen.ledger.checks": ("check_ledger",),
    "briefgen.ledger.figures": ("Figure", "Figures", "MetricFigures", "figures"),
    "briefgen.model.briefing": ("Article", "Briefing", "Colophon", "Masthead"),
    "briefgen.model.content": (
        "FigureBlock", "FigureItem", "HeadingBlock", "ListBlock", "ParagraphBlock", "QuoteBlock", "TableBlock",
        "TableCell",
    ),
    "briefgen.model.campaign": ("Campaign", "Period"),
    "briefgen.model.follow_up": ("FollowUps",),
    "briefgen.model.ledger": ("Ledger", "Metric", "Record"),
    "briefgen.model.meeting": ("Meetings",),
    "briefgen.model.plan": ("Plan",),
    "briefgen.model.report": ("Report",),
    "briefgen.model.submission": ("Submissions",),
    "briefgen.model.template": ("Template",),
    "briefgen.pipeline": ("PlacedHeading", "Result", "load", "load_any", "render", "save"),
    "briefgen.reader": ("load_template",),
    "briefgen.reader.office": (
        "load_campaign", "load_follow_ups", "load_ledger", "load_meetings", "load_plan", "load_submissions",
    ),
    "briefgen.store": ("Store", "open_store"),
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
