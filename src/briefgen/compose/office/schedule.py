"""倒排工期: what is still to be done of each item, from its deadline backwards, over working days.

In: a plan, a day. Out: a table, one row for each item that is not done, those due first on top. Does not belong here:
counting days (`campaign.workdays`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.campaign.standing import STATE_NAMES, State, standing
from briefgen.campaign.tasks import items
from briefgen.campaign.workdays import between
from briefgen.compose.office.grid import Column, grid
from briefgen.compose.office.words import month_day, names
from briefgen.doctree.nodes import Align, Block

if TYPE_CHECKING:
    from briefgen.campaign.tasks import PlannedTask
    from briefgen.model.plan import Plan

_COLUMNS = (
    Column("序号"), Column("工作任务", Align.LEFT), Column("牵头单位"), Column("完成时限", whole=True),
    Column("余工作日"), Column("节点（由后往前）", Align.LEFT, whole=True), Column("启动", whole=True),
    Column("状态", whole=True),
)  # fmt: skip
_DAY = dt.timedelta(days=1)


def schedule(plan: Plan, today: dt.date) -> Iterator[Block]:
    """Yield the table."""
    dated = [(task, task.deadline) for task in items(plan) if task.deadline is not None]
    rows = [
        _row(task, deadline, today)
        for task, deadline in sorted(dated, key=lambda pair: pair[1])
        if standing(task, today).state is not State.DONE
    ]
    yield grid(_COLUMNS, rows)


def _row(task: PlannedTask, deadline: dt.date, today: dt.date) -> tuple[str, ...]:
    steps = sorted(
        ((each.date, each) for each in task.milestones if each.date), key=lambda pair: pair[0], reverse=True
    )
    told = []
    for day, milestone in steps:
        done = milestone.done is not None and milestone.done <= today
        told.append(
            f"{month_day(day)}　{milestone.name}{'（已完成）' if done else '（逾期）' if day < today else ''}"
        )
    return (
        task.number, task.title, names(list(task.lead)), month_day(deadline), _left(today, deadline), "\n".join(told),
        month_day(task.start) if task.start else "", STATE_NAMES[standing(task, today).state],
    )  # fmt: skip


def _left(today: dt.date, day: dt.date) -> str:
    """Return how many working days are left after `today`, with a minus sign how many have gone since `day`."""
    if day >= today:
        return str(between(today + _DAY, day))
    gone = between(day + _DAY, today)
    return f"-{gone}" if gone else "0"
