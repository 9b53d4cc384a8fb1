"""What is to be asked after in a period (三调度): due, done, overdue; weekly, at intervals, at once.

In: follow-ups, the tasks that they are about, a period. Out: `FollowUpStanding` values. Does not belong here: the
printed notice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.model.follow_up import FollowUpKind

if TYPE_CHECKING:
    from briefgen.campaign.tasks import PlannedTask
    from briefgen.model.campaign import Period
    from briefgen.model.follow_up import FollowUp

WEEK, FORTNIGHT = 7, 14  # days


class FollowUpState(StrEnum):
    """Where a follow-up stands at the end of a period."""

    DONE = "done"
    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"


FOLLOW_UP_STATES: dict[FollowUpState, str] = {
    FollowUpState.DONE: "已完成",
    FollowUpState.OPEN: "进行中",
    FollowUpState.DUE: "本期到期",
    FollowUpState.OVERDUE: "逾期",
}


class FollowUpStanding(Struct, frozen=True):
    """A follow-up at the end of a period: `asked` are its days on which one asks, `late` the days past the due day."""

    follow_up: FollowUp
    departments: tuple[str, ...]
    due: dt.date | None
    state: FollowUpState
    asked: tuple[dt.date, ...]
    late: int = 0


def follow_ups(
    found: Iterable[FollowUp], tasks: Iterable[PlannedTask], period: Period
) -> tuple[FollowUpStanding, ...]:
    """Return how each follow-up that had begun by the end of `period`, and was not done before it, stands."""
    by_number = {task.number: task for task in tasks}
    return tuple(
        _standing(each, by_number, period)
        for each in found
        if each.date <= period.end and not (each.done and each.done < period.start)
    )


def asking_days(follow_up: FollowUp, period: Period) -> tuple[dt.date, ...]:
    """Return the days of `period` on which one asks after `follow_up`, until it is done.

    A hard problem is asked after on the day that it comes up, and each day on which it is still open: it stands once.
    """
    last = min(period.end, follow_up.done or period.end)
    if follow_up.kind is FollowUpKind.AT_ONCE:
        day = max(follow_up.date, period.start)
        return (day,) if day <= last else ()
    step = WEEK if follow_up.kind is FollowUpKind.WEEKLY else follow_up.every or FORTNIGHT
    missed = max(0, -(-(period.start - follow_up.date).days // step))
    days = range((follow_up.date - period.start).days + missed * step, (last - period.start).days + 1, step)
    return tuple(period.start + dt.timedelta(days=each) for each in days)


def _standing(follow_up: FollowUp, tasks: Mapping[str, PlannedTask], period: Period) -> FollowUpStanding:
    task = tasks.get(follow_up.item or "")
    due = follow_up.due or (task.deadline if task else None)
    late = max(0, (min(period.end, follow_up.done or period.end) - due).days) if due else 0
    return FollowUpStanding(
        follow_up, _departments(follow_up, task), due, _state(follow_up, due, period),
        asking_days(follow_up, period), late,
    )  # fmt: skip


def _departments(follow_up: FollowUp, task: PlannedTask | None) -> tuple[str, ...]:
    names: Sequence[str] = follow_up.departments or (task.lead if task else ())
    return tuple(names)


def _state(follow_up: FollowUp, due: dt.date | None, period: Period) -> FollowUpState:
    if follow_up.done and follow_up.done <= period.end:
        return FollowUpState.DONE
    if due is None or due > period.end:
        return FollowUpState.OPEN
    return FollowUpState.DUE if due >= period.start else FollowUpState.OVERDUE
