"""A document of the office as a whole: its kind, what it needs, its parts in order.

In: a desk, a template of reports. Out: a document and every mistake found on the way. Does not belong here: any one
kind, each has its module.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar, assert_never

from briefgen.apart import import_reportlab
from briefgen.compose.office import shell
from briefgen.compose.office.followup import follow_up
from briefgen.compose.office.minutes import attendance, chosen, minutes
from briefgen.compose.office.plan_rows import plan_rows
from briefgen.compose.office.schedule import schedule
from briefgen.compose.office.submissions import submissions
from briefgen.compose.office.task_table import task_table
from briefgen.compose.office.wallchart import Words, wall_chart
from briefgen.compose.session import Session
from briefgen.diagnostics import Diagnostic, Phrase, _
from briefgen.doctree.nodes import Block, Document, Paragraph, Role
from briefgen.model.template import ReportKind

if TYPE_CHECKING:
    from briefgen.compose.office.desk import Desk
    from briefgen.model.template import ReportOptions, Template

T = TypeVar("T")


def compose_report(
    desk: Desk, template: Template, options: ReportOptions
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document that the desk's report asks for, as `template` words it, and all diagnostics."""
    session = Session(desk.report.folder, desk.report.sources)
    words = shell.title_of(desk, options)
    blocks = tuple(_blocks(desk, template, options, words, session))
    return shell.document(desk, template, session, blocks, words), tuple(session.diagnostics)


def _blocks(
    desk: Desk, template: Template, options: ReportOptions, words: str, session: Session
) -> Iterator[Block]:
    match options.kind:
        case ReportKind.TASK_TABLE:
            if (plan := _needed(desk.files.plan, Phrase(_("任务分工表")), session)) is not None:
                yield from task_table(desk, plan, words, session)
        case ReportKind.WALL_CHART:
            yield from _wall_chart(desk, options, words, session)
        case ReportKind.SCHEDULE:
            if (plan := _needed(desk.files.plan, Phrase(_("任务分工表")), session)) is not None:
                yield from _headed(desk, options, words, schedule(plan, desk.report.date))
        case ReportKind.FOLLOW_UP:
            if (plan := _needed(desk.files.plan, Phrase(_("任务分工表")), session)) is not None:
                yield from shell.red_head(desk, template)
                yield shell.title(words)
                yield from follow_up(desk, plan)
        case ReportKind.STATISTICS:
            if _needed(desk.files.ledger, Phrase(_("台账")), session) is not None:
                import_reportlab()
                from briefgen.compose.office.statistics import statistics  # reckons charts with a library

                yield from _headed(desk, options, words, statistics(desk, session))
        case ReportKind.MINUTES:
            yield from _minutes(desk, template, options, session)
            return
        case ReportKind.SUBMISSIONS:
            if (found := _needed(desk.files.submissions, Phrase(_("报送")), session)) is not None:
                yield from _headed(desk, options, words, submissions(desk, found))
        case _:
            assert_never(options.kind)
    yield from shell.closing(desk, session)


def _needed(value: T | None, name: Phrase, session: Session) -> T | None:
    """Return what the document is made from; report that the campaign names no file for it (BG751)."""
    if value is None:
        session.report("BG751", session.sources.value("campaign"), name=name)
    return value


def _headed(desk: Desk, options: ReportOptions, words: str, blocks: Iterator[Block]) -> Iterator[Block]:
    yield shell.title(words)
    yield shell.byline(shell.as_of(desk, options))
    yield from blocks


def _wall_chart(desk: Desk, options: ReportOptions, words: str, session: Session) -> Iterator[Block]:
    plan = _needed(desk.files.plan, Phrase(_("任务分工表")), session)
    rows = plan_rows(plan, desk.report.date, session) if plan is not None else []
    if rows:
        yield wall_chart(rows, desk.report.date, Words(words, shell.as_of(desk, options), desk.issuer))


def _minutes(desk: Desk, template: Template, options: ReportOptions, session: Session) -> Iterator[Block]:
    """Yield the minutes: the red mark lower than that of a notice, the author's text before the attendance."""
    meetings = _needed(desk.files.meetings, Phrase(_("会议")), session)
    index = chosen(desk, meetings, session) if meetings is not None else None
    if meetings is None or index is None:
        return
    meeting = meetings.meetings[index]
    yield Paragraph(Role.MASTHEAD_MARKS, ())  # its style puts the mark where the standard has it
    yield from shell.red_head(desk, template, meeting.number)
    yield shell.title(shell.title_of(desk, options, meeting=meeting.name))
    yield from minutes(meetings, index, session)
    yield from shell.closing(desk, session)
    yield from attendance(meeting)
