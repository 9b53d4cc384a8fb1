"""会议纪要: what a meeting decided, in the form of GB/T 9704-2012 10.3.

In: a meeting. Out: a paragraph on time, place and chair, the points of the agenda, the decisions with who does what by
when, and who was there. Does not belong here: measures of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.compose.body import Section, compose_body
from briefgen.compose.numbering import HeadingNumbers
from briefgen.compose.office.words import full_date, names, paragraph
from briefgen.compose.places import SourceText
from briefgen.doctree.nodes import Block, Heading, Paragraph, Role, Text

if TYPE_CHECKING:
    from briefgen.compose.office.desk import Desk
    from briefgen.compose.session import Session
    from briefgen.model.meeting import Decision, Meeting, Meetings

_NOON = 12


def chosen(desk: Desk, meetings: Meetings, session: Session) -> int | None:
    """Return the index of the meeting that the author named by name or day, else of the last one up to the day."""
    wanted, day = desk.report.meeting, desk.report.date
    found = [
        (meeting.date, index)
        for index, meeting in enumerate(meetings.meetings)
        if (wanted in (meeting.name, meeting.date.isoformat()) if wanted else meeting.date <= day)
    ]
    if found:
        return max(found)[1]
    known = names([each.name for each in meetings.meetings]) or "—"
    session.report("BG752", session.sources.value("meeting"), meeting=wanted or full_date(day), known=known)
    return None


def minutes(meetings: Meetings, index: int, session: Session) -> Iterator[Block]:
    """Yield the body of the minutes of meeting `index` and the lists of those who were there."""
    meeting = meetings.meetings[index]
    yield paragraph(_opening(meeting))
    numbers = HeadingNumbers()
    for point, item in enumerate(meeting.agenda):
        yield _heading(point, numbers, item.title)
        if item.speaker:
            yield paragraph(f"{item.speaker}作了汇报。")
        if item.body:
            path = ("meetings", index, "agenda", point, "body")
            source = SourceText(item.body, meetings.sources.text(*path), meetings.sources.value(*path))
            yield from compose_body(session, source, Section(f"agenda-{point}"))
    if meeting.decisions:
        yield _heading(len(meeting.agenda), numbers, "议定事项")
        for number, decision in enumerate(meeting.decisions, start=1):
            yield paragraph(f"{number}.", _decided(decision))


def attendance(meeting: Meeting) -> Iterator[Paragraph]:
    """Yield a blank line, 出席, 请假, 列席; labels in 黑体, names wrap after the colon (GB/T 9704-2012 10.3)."""
    lists = (("出席：", meeting.present), ("请假：", meeting.absent), ("列席：", meeting.observers))
    if any(people for _, people in lists):
        yield Paragraph(Role.BODY, ())
    for label, people in lists:
        if people:
            yield Paragraph(Role.ATTENDANCE, (Text(label, lead=1), Text(names(people))))


def _opening(meeting: Meeting) -> str:
    half = ""
    if meeting.time:
        half = "上午" if int(meeting.time.split(":")[0]) < _NOON else "下午"
    place = f"在{meeting.place}" if meeting.place else ""
    chair = f"，{meeting.chair}主持会议" if meeting.chair else ""
    count = f"，{meeting.attendance}人参加" if meeting.attendance else ""
    held = f"{full_date(meeting.date)}{half}，{place}召开{meeting.name}"
    return f"{held}{chair}{count}。现将会议情况和议定事项纪要如下。"


def _heading(point: int, numbers: HeadingNumbers, words: str) -> Heading:
    return Heading(f"minutes-{point}", 1, numbers.number(1, words), (Text(words),))


def _decided(decision: Decision) -> str:
    words = decision.text.rstrip("。")
    parts = []
    if decision.lead:
        parts.append(f"牵头单位：{names(decision.lead)}")
    if decision.responsible:
        parts.append(f"责任单位：{names(decision.responsible)}")
    if decision.deadline:
        parts.append(f"完成时限：{full_date(decision.deadline)}")
    return f"{words}。（{'；'.join(parts)}）" if parts else f"{words}。"
