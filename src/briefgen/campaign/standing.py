"""How a task stands on a day: what was done against the time that has gone (序时进度).

In: a planned task, a day. Out: a `Standing`. Does not belong here: what the colours of the wall chart are.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.model.plan import Status

if TYPE_CHECKING:
    from briefgen.campaign.tasks import PlannedTask

FULL = 100


class State(StrEnum):
    """How a task stands on a day, the gravest last."""

    DONE = "done"
    SUSPENDED = "suspended"
    WAITING = "waiting"
    ON_TIME = "on_time"
    BEHIND = "behind"
    OVERDUE = "overdue"


STATE_NAMES: dict[State, str] = {
    State.DONE: "已完成",
    State.SUSPENDED: "暂缓",
    State.WAITING: "未到时间",
    State.ON_TIME: "按序时推进",
    State.BEHIND: "落后序时",
    State.OVERDUE: "逾期",
}


class Standing(Struct, frozen=True):
    """How a task stands: `done` and `elapsed` in percent, None if not known; `late` days past the deadline."""

    state: State
    done: int | None
    elapsed: int | None
    late: int = 0


def standing(task: PlannedTask, today: dt.date) -> Standing:
    """Return how `task` stands at the end of `today`; what was reported later is not known yet."""
    done, elapsed = _done(task, today), _elapsed(task, today)
    finished = _finished(task, today)
    late = max(0, ((finished or today) - task.deadline).days) if task.deadline else 0
    return Standing(_state(task, today, done, elapsed), done, elapsed, late)


def _state(task: PlannedTask, today: dt.date, done: int | None, elapsed: int | None) -> State:
    if _finished(task, today):
        return State.DONE
    if task.status is Status.SUSPENDED:
        return State.SUSPENDED
    if task.deadline and today > task.deadline:
        return State.OVERDUE
    if task.start and today < task.start:
        return State.WAITING
    missed = any(each.date and each.date < today and not each.done for each in task.milestones)
    behind = done is not None and elapsed is not None and done < elapsed
    return State.BEHIND if missed or behind else State.ON_TIME


def _finished(task: PlannedTask, today: dt.date) -> dt.date | None:
    """Return the day on which the task was done, `today` if it is done on a day that nobody wrote down."""
    if task.done:
        return task.done if task.done <= today else None
    full = (each.date for each in task.progress if each.percent == FULL and each.date <= today)
    if (day := next(full, None)) is not None:
        return day
    return min(today, task.deadline or today) if task.status is Status.DONE else None


def _done(task: PlannedTask, today: dt.date) -> int | None:
    """Return how much was done by the last report, in percent."""
    if _finished(task, today):
        return FULL
    told = [each for each in task.progress if each.date <= today]
    known = [each for each in told if each.percent is not None]
    if known:
        return max(known, key=lambda each: each.date).percent
    nothing_yet = task.status is Status.NOT_STARTED or (task.progress and not told)
    return 0 if nothing_yet else None


def _elapsed(task: PlannedTask, today: dt.date) -> int | None:
    """Return how much of the time has gone, in percent of the days from start to deadline, both included."""
    if not task.start or not task.deadline or task.deadline < task.start:
        return None
    days = (task.deadline - task.start).days + 1
    gone = (today - task.start).days + 1
    return min(FULL, max(0, gone * FULL // days))
