"""The tasks of a plan, one by one: numbered, with all that holds for them from the levels above, and all their dates.

In: a `Plan`. Out: `PlannedTask` values. Does not belong here: how far a task is on a day (`standing`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from briefgen.campaign.workdays import back
from briefgen.model.plan import Status

if TYPE_CHECKING:
    from briefgen.model.plan import Measure, Milestone, Plan, ProgressNote, Task

Path = tuple[str | int, ...]


class PlannedMilestone(Struct, frozen=True):
    """A milestone with its day, which may have been counted backwards from the deadline."""

    name: str
    date: dt.date | None
    done: dt.date | None


class PlannedTask(Struct, frozen=True):
    """An item or a measure with its number and everything that holds for it.

    `written` is what the author wrote of it, `path` its place in the plan.
    """

    level: Literal["item", "measure"]
    number: str
    title: str
    aspect: str
    parent: str | None
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    start: dt.date | None
    deadline: dt.date | None
    deliverable: str
    milestones: tuple[PlannedMilestone, ...]
    status: Status
    done: dt.date | None
    progress: tuple[ProgressNote, ...]
    written: Task
    path: Path


def items(plan: Plan) -> tuple[PlannedTask, ...]:
    """Return the items of `plan`, numbered through all aspects (1 to 41)."""
    return tuple(each for each in tasks(plan) if each.level == "item")


def measures(plan: Plan) -> tuple[PlannedTask, ...]:
    """Return the measures of `plan`, numbered within their items (3.1)."""
    return tuple(each for each in tasks(plan) if each.level == "measure")


def tasks(plan: Plan) -> Iterator[PlannedTask]:
    """Yield each item of `plan`, and after it its measures."""
    count = 0
    for a, aspect in enumerate(plan.aspects):
        for i, item in enumerate(aspect.items):
            count += 1
            path: Path = ("aspects", a, "items", i)
            number = item.number or str(count)
            above = (item, aspect)
            yield _planned("item", (item, aspect), plan, number=number, aspect=aspect.title, path=path)
            for m, measure in enumerate(item.measures):
                yield _planned(
                    "measure", (measure, *above), plan,
                    number=measure.number or f"{number}.{m + 1}", aspect=aspect.title, parent=number,
                    path=(*path, "measures", m),
                )  # fmt: skip


def leads(plan: Plan) -> tuple[str, ...]:
    """Return every lead department of `plan`, in the order in which they come."""
    return tuple(dict.fromkeys(name for task in tasks(plan) for name in task.lead))


def responsibles(plan: Plan) -> tuple[str, ...]:
    """Return every responsible department of `plan`, in the order in which they come."""
    return tuple(dict.fromkeys(name for task in tasks(plan) for name in task.responsible))


def _planned(
    level: Literal["item", "measure"], line: Sequence[Task], plan: Plan, *,
    number: str, aspect: str, path: Path, parent: str | None = None,
) -> PlannedTask:  # fmt: skip
    """Return the first of `line`, the task and those above it, with what it takes from the others."""
    own = line[0]
    deadline = next((each.deadline for each in line if each.deadline), None)
    return PlannedTask(
        level, number, own.title, aspect, parent,
        lead=tuple(next((each.lead for each in line if each.lead), ())),
        responsible=tuple(next((each.responsible for each in line if each.responsible), ())),
        start=_start(line, deadline) or plan.date,
        deadline=deadline,
        deliverable=own.deliverable or "",
        milestones=tuple(_milestone(each, deadline) for each in own.milestones),
        status=_status(own), done=own.done, progress=tuple(own.progress), written=own, path=path,
    )  # fmt: skip


def _start(line: Sequence[Task], deadline: dt.date | None) -> dt.date | None:
    """Return the first day: as written, else as many working days before the deadline as the task takes."""
    for each in line:
        if each.start:
            return each.start
        if each.workdays and deadline:
            return back(deadline, each.workdays - 1)
    return None


def _milestone(milestone: Milestone, deadline: dt.date | None) -> PlannedMilestone:
    day = milestone.date
    if day is None and milestone.before is not None and deadline:
        day = back(deadline, milestone.before)
    return PlannedMilestone(milestone.name, day, milestone.done)


def _status(task: Task) -> Status:
    """Return the status as written; what was left out follows from the rest, that of an item from its measures."""
    if task.status:
        return task.status
    if task.done:
        return Status.DONE
    inner: Sequence[Measure] = getattr(task, "measures", ())
    states = {_status(each) for each in inner}
    if states == {Status.DONE}:
        return Status.DONE
    return Status.IN_PROGRESS if task.progress or states - {Status.NOT_STARTED} else Status.NOT_STARTED
