"""Contradictions in a campaign's files: tasks, dates, numbers that lead nowhere; both values, and where they stand.

In: models. Out: diagnostics, sorted by no one yet. Does not belong here: figures (`ledger.checks`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.campaign.tasks import tasks
from briefgen.campaign.workdays import unarranged
from briefgen.diagnostics import Diagnostic

if TYPE_CHECKING:
    import datetime as dt

    from briefgen.campaign.tasks import PlannedTask
    from briefgen.diagnostics import Position
    from briefgen.model.campaign import Campaign
    from briefgen.model.follow_up import FollowUps
    from briefgen.model.meeting import Meetings
    from briefgen.model.plan import Plan
    from briefgen.model.submission import Submissions


def check_plan(plan: Plan) -> Iterator[Diagnostic]:
    """Yield what is wrong with `plan`: leads, dates, numbers, progress (BG704 to BG709, BG740)."""
    firsts: dict[str, PlannedTask] = {}
    for task in tasks(plan):
        if (first := firsts.setdefault(task.number, task)) is not task:
            values = {"number": task.number, "title": task.title, "first": _own_place(plan, first, "number")}
            yield Diagnostic("BG707", _own_place(plan, task, "number"), values)
        if not task.lead:
            yield Diagnostic(
                "BG704", _own_place(plan, task, "title"), {"number": task.number, "title": task.title}
            )
        yield from _wrong_dates(plan, task)
        yield from _falling_progress(plan, task)
    yield from _unarranged(plan)


def check_meetings(meetings: Meetings, plan: Plan) -> Iterator[Diagnostic]:
    """Yield each decision that is meant for an item that `plan` does not have (BG708)."""
    known = {task.number for task in tasks(plan)}
    for m, meeting in enumerate(meetings.meetings):
        for d, decision in enumerate(meeting.decisions):
            if decision.item and decision.item not in known:
                place = meetings.sources.value("meetings", m, "decisions", d, "item")
                yield Diagnostic("BG708", place, {"number": decision.item, "plan": plan.name})


def check_follow_ups(found: FollowUps, plan: Plan) -> Iterator[Diagnostic]:
    """Yield what leads nowhere or runs backwards in follow-ups (BG705, BG708)."""
    known = {task.number for task in tasks(plan)}
    for n, each in enumerate(found.follow_ups):
        if each.item and each.item not in known:
            place = found.sources.value("follow_ups", n, "item")
            yield Diagnostic("BG708", place, {"number": each.item, "plan": plan.name})
        for name in ("due", "done"):
            last: dt.date | None = getattr(each, name)
            if last and last < each.date:
                values = {"title": each.subject, "start": each.date, "deadline": last}
                yield Diagnostic("BG705", found.sources.value("follow_ups", n, name), values)


def check_submissions(found: Submissions, campaign: Campaign) -> Iterator[Diagnostic]:
    """Yield submissions to bulletins that are not known (BG710), or carried before they were sent (BG711)."""
    known = [each.name for each in campaign.bulletins]
    for n, each in enumerate(found.submissions):
        if known and each.bulletin not in known:
            place = found.sources.value("submissions", n, "bulletin")
            yield Diagnostic("BG710", place, {"name": each.bulletin, "known": known})
        if each.carried and each.carried < each.date:
            values = {"title": each.title, "sent": each.date, "carried": each.carried}
            yield Diagnostic("BG711", found.sources.value("submissions", n, "carried"), values)


def _wrong_dates(plan: Plan, task: PlannedTask) -> Iterator[Diagnostic]:
    if task.start and task.deadline and task.deadline < task.start:
        values = {"title": task.title, "start": task.start, "deadline": task.deadline}
        yield Diagnostic("BG705", _place(plan, task, "deadline"), values)
        return
    for n, milestone in enumerate(task.milestones):
        place = plan.sources.value(*task.path, "milestones", n)
        if milestone.date is None:
            yield Diagnostic("BG709", place, {"name": milestone.name, "title": task.title})
            continue
        early = task.start and milestone.date < task.start
        late = task.deadline and milestone.date > task.deadline
        if early or late:
            values = {"name": milestone.name, "date": milestone.date}
            yield Diagnostic("BG706", place, {**values, "start": task.start, "deadline": task.deadline})


def _falling_progress(plan: Plan, task: PlannedTask) -> Iterator[Diagnostic]:
    """Yield each report that says less was done than one before it."""
    numbered = sorted(enumerate(task.progress), key=lambda pair: pair[1].date)
    best, since = 0, None
    for n, note in numbered:
        if note.percent is None:
            continue
        if note.percent < best:
            values = {
                "title": task.title,
                "before": best,
                "date": since,
                "now": note.percent,
                "day": note.date,
            }
            yield Diagnostic("BG712", plan.sources.value(*task.path, "progress", n), values)
        else:
            best, since = note.percent, note.date


def _unarranged(plan: Plan) -> Iterator[Diagnostic]:
    """Yield a warning for each year whose holidays are not known, if days are counted backwards in it."""
    counted = [
        task.deadline
        for task in tasks(plan)
        if task.deadline and (task.written.workdays or any(each.before for each in task.written.milestones))
    ]
    for year in unarranged(counted):
        yield Diagnostic("BG740", plan.sources.value(), {"year": year})


def _own_place(plan: Plan, task: PlannedTask, field: str) -> Position | None:
    """Return where `field` of `task` stands, or the task itself."""
    return plan.sources.value(*task.path, field)


def _place(plan: Plan, task: PlannedTask, field: str) -> Position | None:
    """Return where `field` of `task` stands: on the task, or on the level above that it holds from."""
    path = task.path
    while path:
        if (*path, field) in plan.sources.values:
            return plan.sources.value(*path, field)
        path = path[:-2]
    return plan.sources.value(*task.path)
