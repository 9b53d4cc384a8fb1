"""The plan's items as rows of the wall chart.

In: a plan, a day. Out: rows; items that cannot be drawn, for want of a date, are told. Does not belong here: drawing.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefgen.campaign.standing import standing
from briefgen.campaign.tasks import items
from briefgen.compose.office.wallchart import Milestone, Row
from briefgen.compose.office.wallchart.chart import row_height
from briefgen.spec import guatu

if TYPE_CHECKING:
    from briefgen.campaign.tasks import PlannedTask
    from briefgen.compose.session import Session
    from briefgen.model.plan import Plan


def plan_rows(plan: Plan, today: dt.date, session: Session) -> list[Row]:
    """Return a row for each item of `plan` that has a start and a deadline (else BG753)."""
    rows = []
    for task in items(plan):
        if task.start is None or task.deadline is None:
            position = plan.sources.value(*task.path)
            session.report("BG753", position, number=task.number, title=task.title)
            continue
        rows.append(_row(task, task.start, task.deadline, today))
    if rows and row_height(len(rows)) < guatu.ROW_LEAST.pt:
        session.report("BG754", plan.sources.value("aspects"), count=len(rows))
    return rows


def _row(task: PlannedTask, start: dt.date, deadline: dt.date, today: dt.date) -> Row:
    milestones = tuple(
        Milestone(each.date, each.name, each.done is not None and each.done <= today)
        for each in task.milestones
        if each.date is not None and start <= each.date <= deadline
    )
    return Row(
        task.number,
        task.aspect,
        task.title,
        "、".join(task.lead),
        start,
        deadline,
        milestones,
        standing(task, today),
    )
