"""The shell of an office document: red head where its template has one, title, day, closing text, foot, metadata.

In: a desk, a template, the blocks in between. Out: a document. Does not belong here: what a kind of document says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefgen.compose.body import Section, compose_body
from briefgen.compose.colophon import colophon
from briefgen.compose.office.words import full_date
from briefgen.compose.wording import filled
from briefgen.doctree.nodes import (
    Block,
    Document,
    HeadRule,
    Metadata,
    Paragraph,
    Role,
    SplitLine,
    Text,
    Title,
)

if TYPE_CHECKING:
    from briefgen.compose.office.desk import Desk
    from briefgen.compose.session import Session
    from briefgen.model.template import ReportOptions, Template


def title_of(desk: Desk, options: ReportOptions, **values: object) -> str:
    """Return the title: the author's, else the template's with its placeholders filled."""
    given = {"campaign": desk.name, "date": full_date(desk.report.date), **values}
    return desk.report.title or filled(options.title, **given)


def as_of(desk: Desk, options: ReportOptions) -> str:
    """Return what the template says of the day: 截至2020年6月14日."""
    return filled(options.as_of, date=full_date(desk.report.date))


def red_head(desk: Desk, template: Template, number: str | None = None) -> Iterator[Block]:
    """Yield the red name, the number of the issue, issuer and date, and the red rule, if the template has a name."""
    options = template.report
    if options is None or not options.name:
        return
    yield Paragraph(Role.MASTHEAD_NAME, (Text(filled(options.name, campaign=desk.name)),))
    if number is None and desk.report.issue is not None:
        number = filled(template.masthead.issue, issue=desk.report.issue)
    if number:
        yield Paragraph(Role.MASTHEAD_ISSUE, (Text(number),))
    yield SplitLine(Role.MASTHEAD_IMPRINT, desk.issuer, full_date(desk.report.date))
    yield HeadRule()


def title(words: str, number: int = 1) -> Title:
    """Return a title; `|` asks for a break."""
    return Title(f"report-{number}", tuple(part for part in words.split("|") if part))


def byline(words: str) -> Paragraph:
    """Return the line below a title."""
    return Paragraph(Role.BYLINE, (Text(words),))


def closing(desk: Desk, session: Session) -> Iterable[Block]:
    """Return what the author wrote to stand last."""
    if desk.report.body is None:
        return ()
    return compose_body(session, session.source_text(desk.report.body, "body"), Section("body"))


def document(
    desk: Desk, template: Template, session: Session, blocks: Iterable[Block], words: str
) -> Document:
    """Return the whole document, whose title is `words`."""
    found = tuple(blocks)
    foot = desk.report.colophon
    metadata = Metadata(
        title=words.replace("|", ""),
        author=desk.issuer,
        subject=desk.files.campaign.name,
        date=desk.report.date,
    )
    closed = colophon(session, foot, template.wording) if foot else None
    return Document(metadata, found, tuple(session.footnotes), closed)
