"""What an issue is compiled from: the campaign, how its issue is made, the ledger and its entries.

In: the file of the campaign. Out: one value, with what contradicts itself in it. Does not belong here: articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefgen.campaign.slogans import check_slogans
from briefgen.compose.office.words import names
from briefgen.diagnostics import Diagnostic, Phrase, _
from briefgen.errors import InputError
from briefgen.ledger.alike import alike
from briefgen.ledger.checks import check_ledger
from briefgen.reader.office import load_campaign
from briefgen.store import open_store

if TYPE_CHECKING:
    from briefgen.ledger.entry import Entry
    from briefgen.model.campaign import Campaign
    from briefgen.model.ledger import Ledger
    from briefgen.model.weekly import Weekly


class Source(Struct, frozen=True):
    """The campaign with its weekly, the ledger with its entries, those alike added up, and what was found wrong."""

    campaign: Campaign
    weekly: Weekly
    ledger: Ledger
    entries: Sequence[Entry]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder of the campaign, where its issues stand."""
        return self.campaign.folder


def check_summary(campaign: Campaign, ledger: Ledger) -> Iterator[Diagnostic]:
    """Yield BG756 for each metric of the standing figures that `ledger` does not have."""
    summary = campaign.weekly.summary if campaign.weekly else None
    known = [metric.name for metric in ledger.metrics]
    for index, name in enumerate(summary.metrics if summary and known else []):
        if name not in known:
            place = campaign.sources.value("weekly", "summary", "metrics", index)
            yield Diagnostic("BG756", place, {"name": name, "known": names(known)})


def open_source(path: Path) -> Source:
    """Return what the issues of the campaign at `path` are compiled from.

    Raises:
        InputError: a file cannot be read; BG751 where the campaign names no ledger or says nothing of its issue.
    """
    campaign = load_campaign(path)
    place = campaign.sources.value()
    if campaign.weekly is None:
        raise InputError([Diagnostic("BG751", place, {"name": Phrase(_("周报"))})])
    if campaign.ledger is None:
        raise InputError([Diagnostic("BG751", place, {"name": Phrase(_("台账"))})])
    try:
        store = open_store(campaign.ledger, campaign.folder)
        entries = list(store.entries())
    except InputError as error:
        named = campaign.sources.value("ledger")
        raise InputError(
            replace(each, position=each.position or named) for each in error.diagnostics
        ) from None
    found = (
        *check_slogans(campaign),
        *check_ledger(store.ledger, entries),
        *check_summary(campaign, store.ledger),
    )
    counted = list(alike(entries, store.ledger.metrics))
    return Source(campaign, campaign.weekly, store.ledger, counted, found)
