"""Opening the desk: the campaign that a report names, and every file that the campaign names.

In: a report. Out: a `Desk` for the composers, or every mistake in any of the files. Does not belong here: reading one
file (`reader.office`, `store`), what contradicts what (`campaign`, `ledger`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefgen.compose.office.desk import Desk
from briefgen.diagnostics import Diagnostic, Position
from briefgen.errors import InputError
from briefgen.reader import office

if TYPE_CHECKING:
    from briefgen.model.base import Sourced
    from briefgen.model.report import Report

SourcedT = TypeVar("SourcedT", bound="Sourced")


def open_desk(report: Report) -> Desk:
    """Return the desk with everything that the campaign of `report` names.

    Raises:
        InputError: with the mistakes of all files.
    """
    named = report.sources.value("campaign")
    campaign = _opened(report.folder / report.campaign, office.load_campaign, named)
    found: list[Diagnostic] = []

    def opened(field: str, load: Callable[[Path], SourcedT]) -> SourcedT | None:
        name = getattr(campaign, field)
        if name is None:
            return None
        try:
            return _opened(campaign.folder / name, load, campaign.sources.value(field))
        except InputError as error:
            found.extend(error.diagnostics)
            return None

    desk = Desk(
        report,
        campaign,
        plan=opened("plan", office.load_plan),
        meetings=opened("meetings", office.load_meetings),
        submissions=opened("submissions", office.load_submissions),
        follow_ups=opened("follow_ups", office.load_follow_ups),
    )
    if found:
        raise InputError(found)
    return desk


def _opened(path: Path, load: Callable[[Path], SourcedT], named: Position | None) -> SourcedT:
    """Return the model in the file at `path`; that there is no such file is told where it is `named`."""
    try:
        return load(path)
    except InputError as error:
        missing = ("BG001", "BG002")
        raise InputError(
            replace(each, position=named or each.position) if each.code in missing else each
            for each in error.diagnostics
        ) from None
