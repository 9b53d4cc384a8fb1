"""The desk: all that a document of the campaign office may draw from, opened and checked.

In: models, entries of the ledger. Out: one value that composers read. Does not belong here: opening files.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.ledger.figures import Figures, figures
from briefgen.model.campaign import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.ledger.entry import Entry
    from briefgen.model.campaign import Campaign
    from briefgen.model.follow_up import FollowUps
    from briefgen.model.ledger import Ledger
    from briefgen.model.meeting import Meetings
    from briefgen.model.plan import Plan
    from briefgen.model.report import Report
    from briefgen.model.submission import Submissions

WEEK = dt.timedelta(days=7)


class Files(Struct, frozen=True):
    """The campaign and what its files hold; what it names no file for is None."""

    campaign: Campaign
    plan: Plan | None = None
    ledger: Ledger | None = None
    entries: Sequence[Entry] = ()
    meetings: Meetings | None = None
    submissions: Submissions | None = None
    follow_ups: FollowUps | None = None


class Desk(Struct, frozen=True):
    """What lies on the desk of the office: the document that is asked for, the files to make it from."""

    report: Report
    files: Files

    @property
    def period(self) -> Period:
        """The period of the document: as asked for, else the week, Monday to Sunday, that its date is in."""
        date = self.report.date
        monday = date - dt.timedelta(days=date.weekday())
        return Period(start=self.report.since or monday, end=date)

    @property
    def issuer(self) -> str:
        """The body that issues the document."""
        office = self.files.campaign.office
        return self.report.issuer or (office.name if office else self.files.campaign.lead)

    @property
    def name(self) -> str:
        """The name of the campaign in running text."""
        return self.files.campaign.short_name or self.files.campaign.name

    def figures(self) -> Figures:
        """Return the figures of the ledger, which the desk must have, in the period of the document."""
        assert self.files.ledger is not None
        return figures(self.files.entries, self.files.ledger, self.period)
