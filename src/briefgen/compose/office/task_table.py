"""任务分工表: all items of a plan in one table, or those of each department in a table of its own.

In: a plan, how it is parted, which departments. Out: titles and tables, with totals that are counted, not typed.
Does not belong here: how far the tasks are (`wallchart`, `followup`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from briefgen.campaign.tasks import items, leads, measures, responsibles
from briefgen.compose.office.grid import Column, grid
from briefgen.compose.office.shell import title
from briefgen.compose.office.words import month_day, names
from briefgen.doctree.nodes import Align, Block

if TYPE_CHECKING:
    from briefgen.campaign.tasks import PlannedTask
    from briefgen.compose.office.desk import Desk
    from briefgen.compose.session import Session
    from briefgen.model.plan import Plan

_COLUMNS = (
    Column("方面"), Column("序号"), Column("工作任务", Align.LEFT), Column("具体措施", Align.LEFT),
    Column("牵头单位"), Column("责任单位"), Column("完成时限", whole=True), Column("成果形式"),
)  # fmt: skip
_ASPECT, _MEASURES, _LEAD, _DELIVERABLE = 0, 3, 4, 7
_WORDS = {"lead": "牵头", "responsible": "责任"}


def task_table(desk: Desk, plan: Plan, words: str, session: Session) -> Iterator[Block]:
    """Yield the title and the table of the whole plan, or both for each department."""
    by, wanted = desk.report.by, desk.report.departments
    known = (*leads(plan), *responsibles(plan))
    for index, name in enumerate(wanted):
        if name not in known:
            session.report(
                "BG755", session.sources.value("departments", index), name=name, known=names(list(known))
            )
    found = items(plan)
    if by == "whole":
        chosen = [task for task in found if not wanted or {*task.lead, *task.responsible} & {*wanted}]
        yield title(words)
        yield _table(plan, chosen)
        return
    departments = leads(plan) if by == "lead" else responsibles(plan)
    for number, name in enumerate((each for each in departments if not wanted or each in wanted), start=1):
        chosen = [task for task in found if name in (task.lead if by == "lead" else task.responsible)]
        yield title(f"{words}|（{name}{_WORDS[by]}，{len(chosen)}项）", number)
        yield _table(plan, chosen, without=(_LEAD,) if by == "lead" else ())


def _table(plan: Plan, chosen: Sequence[PlannedTask], without: Collection[int] = ()) -> Block:
    """Return the table of the tasks, without columns that would be empty or the same, totals in the last row."""
    steps: dict[str, list[str]] = {}
    for each in measures(plan):
        steps.setdefault(each.parent or "", []).append(f"{each.number}　{each.title}")
    rows = [_row(task, steps.get(task.number, ())) for task in chosen]
    kept = [
        column
        for column in range(len(_COLUMNS))
        if column not in without
        and (column not in (_MEASURES, _DELIVERABLE) or any(row[column] for row in rows))
    ]
    total = [""] * len(kept)
    total[0], total[2] = "合计", _totals(chosen)
    return grid(
        [_COLUMNS[column] for column in kept],
        [[row[column] for column in kept] for row in rows],
        merged=(_ASPECT,),
        total=total,
    )


def _row(task: PlannedTask, steps: Sequence[str]) -> tuple[str, ...]:
    return (
        task.aspect, task.number, task.title, "\n".join(steps), names(list(task.lead)),
        names(list(task.responsible)), month_day(task.deadline) if task.deadline else "", task.deliverable,
    )  # fmt: skip


def _totals(chosen: Sequence[PlannedTask]) -> str:
    aspects = len({task.aspect for task in chosen})
    lead = len({name for task in chosen for name in task.lead})
    responsible = len({name for task in chosen for name in task.responsible})
    return f"{aspects}个方面、{len(chosen)}项任务，牵头单位{lead}个、责任单位{responsible}个"
