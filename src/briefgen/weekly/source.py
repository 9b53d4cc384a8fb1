"""What an issue is compiled from: the campaign, how its issue is made, the ledger and its entries.

In: the file of the campaign. Out: one value, with what contradicts itself in it. Does not belong here: articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.campaign.slogans import check_slogans
from briefgen.diagnostics import Diagnostic, Phrase, _
from briefgen.errors import InputError
from briefgen.ledger.checks import check_ledger
from briefgen.reader.office import load_campaign
from briefgen.store import open_store

if TYPE_CHECKING:
    from briefgen.ledger.entry import Entry
    from briefgen.model.campaign import Campaign
    from briefgen.model.ledger import Ledger
    from briefgen.model.weekly import Weekly


class Source(Struct, frozen=True):
    """The campaign with its weekly, the ledger with all entries, and what was found wrong."""

    campaign: Campaign
    weekly: Weekly
    ledger: Ledger
    entries: Sequence[Entry]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder of the campaign, where its issues stand."""
        return self.campaign.folder


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
    store = open_store(campaign.ledger, campaign.folder)
    entries = list(store.entries())
    found = (*check_slogans(campaign), *check_ledger(store.ledger, entries))
    return Source(campaign, campaign.weekly, store.ledger, entries, found)
