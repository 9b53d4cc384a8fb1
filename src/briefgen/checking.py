"""Checking a file as a whole: a briefing, a report, or a campaign with all files that it names.

In: a path. Out: every diagnostic, nothing written. Does not belong here: any one check (`campaign`, `ledger`,
`compose`, `layout` have them).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import pipeline
from briefgen.campaign.checks import check_follow_ups, check_meetings, check_plan, check_submissions
from briefgen.campaign.slogans import check_slogans
from briefgen.desk import open_files
from briefgen.errors import InputError
from briefgen.ledger.checks import check_ledger
from briefgen.reader.root import mapping, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.office import Files
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.campaign import Campaign

_CAMPAIGN = frozenset({"period", "起止"})  # what a campaign must have, and no other file has


def check(path: Path) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with the file at `path`, sorted by place."""
    try:
        node = mapping(parse(path), path)
        if any(key.text in _CAMPAIGN for key, _ in node.entries):
            return pipeline.ordered(_campaign(path))
        _, found = pipeline.typeset(pipeline.load_any(path))
    except InputError as error:
        return pipeline.ordered(error.diagnostics)
    return found


def _campaign(path: Path) -> Iterator[Diagnostic]:
    """Yield what is wrong with a campaign, with each of its files, and with any two of them together."""
    from briefgen.reader.office import load_campaign

    campaign = load_campaign(path)
    files, found = open_files(campaign)
    yield from found
    yield from check_slogans(campaign)
    yield from _files(files, campaign)
    if campaign.weekly is not None:
        from briefgen.weekly.articles import check_articles
        from briefgen.weekly.register import gaps, read_register
        from briefgen.weekly.source import check_summary

        if files.ledger is not None:
            yield from check_summary(campaign, files.ledger)
        yield from check_articles(campaign.folder / campaign.weekly.articles)
        yield from gaps(read_register(campaign.folder))


def _files(files: Files, campaign: Campaign) -> Iterator[Diagnostic]:
    if files.ledger is not None:
        yield from check_ledger(files.ledger, files.entries)
    if files.submissions is not None:
        yield from check_submissions(files.submissions, campaign)
    if files.plan is None:
        return
    yield from check_plan(files.plan)
    if files.meetings is not None:
        yield from check_meetings(files.meetings, files.plan)
    if files.follow_ups is not None:
        yield from check_follow_ups(files.follow_ups, files.plan)
