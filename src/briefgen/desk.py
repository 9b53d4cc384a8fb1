"""Opening the desk: the campaign that a report names, and every file that the campaign names.

In: a report, or a campaign. Out: a `Desk` for the composers, the campaign's files, or every mistake in any of them.
Does not belong here: reading one file (`reader.office`, `store`), what contradicts what (`campaign`, `ledger`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from briefgen.compose.office.desk import Desk, Files
from briefgen.diagnostics import Diagnostic, Position
from briefgen.errors import InputError
from briefgen.reader import office
from briefgen.store import open_store

if TYPE_CHECKING:
    from briefgen.ledger.entry import Entry
    from briefgen.model.base import Sourced
    from briefgen.model.campaign import Campaign
    from briefgen.model.ledger import Ledger
    from briefgen.model.report import Report

SourcedT = TypeVar("SourcedT", bound="Sourced")


def open_desk(report: Report) -> Desk:
    """Return the desk with everything that the campaign of `report` names.

    Raises:
        InputError: with the mistakes of all files.
    """
    named = report.sources.value("campaign")
    campaign = _opened(report.folder / report.campaign, office.load_campaign, named)
    files, found = open_files(campaign)
    if found:
        raise InputError(found)
    return Desk(report, files)


def open_files(campaign: Campaign) -> tuple[Files, list[Diagnostic]]:
    """Return what the files hold that `campaign` names, those that can be read, and what is wrong with the others."""
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

    ledger, entries = _ledger(campaign, found)
    files = Files(
        campaign, opened("plan", office.load_plan), ledger, entries, opened("meetings", office.load_meetings),
        opened("submissions", office.load_submissions), opened("follow_ups", office.load_follow_ups),
    )  # fmt: skip
    return files, found


def _ledger(campaign: Campaign, found: list[Diagnostic]) -> tuple[Ledger | None, list[Entry]]:
    """Return the ledger of the campaign and its entries; what is wrong goes to `found`."""
    if campaign.ledger is None:
        return None, []
    try:
        store = open_store(campaign.ledger, campaign.folder)
        return store.ledger, list(store.entries())
    except InputError as error:
        named = campaign.sources.value("ledger")
        found.extend(replace(each, position=each.position or named) for each in error.diagnostics)
        return None, []


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
