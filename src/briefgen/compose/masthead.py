"""The masthead (报头): marks, urgency, campaign, name, number of the issue, issuer and date, red rule.

In: the author's masthead and the template's wording. Out: lines in printed order, none for what is absent.
Does not belong here: sizes and colours (`style`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.compose.wording import filled
from briefgen.doctree.nodes import Block, HeadRule, Paragraph, Role, SplitLine, Text

if TYPE_CHECKING:
    from briefgen.compose.session import Session
    from briefgen.diagnostics import Position
    from briefgen.model.briefing import Masthead
    from briefgen.model.template import MastheadOptions


def masthead(session: Session, head: Masthead, options: MastheadOptions) -> Iterator[Block]:
    """Yield the lines of the masthead and its rule."""

    def at(field: str) -> Position | None:
        return session.sources.value("masthead", field)

    def line(role: Role, field: str, text: str | None) -> Iterator[Block]:
        if text:
            position = at(field)
            yield Paragraph(role, (Text(session.plain(text), source=position),), position)

    yield from _marks(session, head, at("secrecy" if head.secrecy else "note"))
    yield from line(Role.MASTHEAD_URGENCY, "urgency", head.urgency)
    if options.campaign == "above":
        yield from line(Role.MASTHEAD_CAMPAIGN, "campaign", head.campaign)
    yield from line(Role.MASTHEAD_NAME, "name", head.name)
    if options.campaign == "below":
        yield from line(Role.MASTHEAD_CAMPAIGN, "campaign", head.campaign)
    yield from line(Role.MASTHEAD_ISSUE, "issue", issue_line(head, options))
    issuer, date = session.plain(head.issuer), chinese_date(head.date)
    yield SplitLine(Role.MASTHEAD_IMPRINT, issuer, date, at("issuer"))
    yield HeadRule()


def issue_line(head: Masthead, options: MastheadOptions) -> str:
    """Return the number of the issue in words: 第12期（总第112期）, 增刊第1期, 增刊."""
    text = options.special if head.special else ""
    if head.issue is not None:
        text += filled(options.issue, issue=head.issue)
    if head.total_issue is not None:
        text += filled(options.total, total=head.total_issue)
    return text


def chinese_date(date: dt.date) -> str:
    """Return a date in Arabic digits without zeros before them (GB/T 9704-2012 7.3.5): 2020年7月3日."""
    return f"{date.year}年{date.month}月{date.day}日"


def _marks(session: Session, head: Masthead, position: Position | None) -> Iterator[SplitLine]:
    """Yield the lines at the top: secrecy or note at the left, copy number of six digits at the right."""
    lefts = [text for text in (_secrecy(head), head.note) if text]
    number = "" if head.copy_number is None else f"{head.copy_number:06d}"
    for index, left in enumerate(lefts or [""] * bool(number)):
        yield SplitLine(Role.MASTHEAD_MARKS, session.plain(left), "" if index else number, position)


def _secrecy(head: Masthead) -> str:
    if head.secrecy and head.secrecy_period:
        return f"{head.secrecy}★{head.secrecy_period}"
    return head.secrecy or ""
