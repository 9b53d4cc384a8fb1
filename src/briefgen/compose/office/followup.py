"""调度通报: what is due, done and late in a period, department by department, by the three kinds of follow-up (三调度).

In: a plan, follow-ups, a period. Out: paragraphs and tables. Does not belong here: when one asks
(`campaign.followups`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefgen.campaign.followups import FOLLOW_UP_STATES, FollowUpState, follow_ups
from briefgen.campaign.standing import STATE_NAMES, Standing, State, standing
from briefgen.campaign.tasks import items, tasks
from briefgen.compose.numbering import HeadingNumbers
from briefgen.compose.office.grid import Column, grid
from briefgen.compose.office.words import from_to, full_date, month_day, names, paragraph
from briefgen.doctree.nodes import Align, Block, Heading, Text
from briefgen.model.follow_up import FOLLOW_UP_NAMES, FollowUpKind

if TYPE_CHECKING:
    from briefgen.campaign.followups import FollowUpStanding
    from briefgen.campaign.tasks import PlannedTask
    from briefgen.compose.office.desk import Desk
    from briefgen.model.plan import Plan

Judged = tuple["PlannedTask", Standing]

_DEPARTMENTS = (
    Column("牵头单位"), Column("任务数"), Column("本期应完成"), Column("已完成"), Column("落后序时"), Column("逾期"),
)  # fmt: skip
_DUE = (
    Column("序号"), Column("工作任务", Align.LEFT), Column("牵头单位"), Column("完成时限", whole=True),
    Column("情况", whole=True),
)  # fmt: skip
_LATE = (
    Column("序号"), Column("工作任务", Align.LEFT), Column("牵头单位"), Column("完成时限", whole=True),
    Column("序时", whole=True), Column("进度", whole=True), Column("情况", whole=True),
)  # fmt: skip
_ASKED = (
    Column("调度方式", whole=True), Column("调度内容", Align.LEFT), Column("单位"), Column("应完成", whole=True),
    Column("情况", Align.LEFT),
)  # fmt: skip


def follow_up(desk: Desk, plan: Plan) -> Iterator[Block]:
    """Yield the notice: the whole, by department, what was due, what is late, what was asked after."""
    today, period = desk.report.date, desk.period
    judged = [(task, standing(task, today)) for task in items(plan)]
    due = [pair for pair in judged if pair[0].deadline and period.start <= pair[0].deadline <= period.end]
    late = [pair for pair in judged if pair[1].state in (State.OVERDUE, State.BEHIND)]
    late.sort(key=lambda pair: (-pair[1].late, (pair[1].done or 0) - (pair[1].elapsed or 0)))
    asked = _asked(desk, plan)
    numbers = HeadingNumbers()
    yield _heading(numbers, "总体情况")
    yield paragraph(_summary(desk, judged, due))
    yield grid(_DEPARTMENTS, list(_by_department(judged, due)))
    if due:
        yield _heading(numbers, "本期应完成事项")
        yield grid(_DUE, [_due_row(*pair) for pair in due])
    if late:
        yield _heading(numbers, "逾期和落后序时事项")
        yield grid(_LATE, [_late_row(*pair) for pair in late])
    if asked:
        yield _heading(numbers, "“三调度”情况")
        yield paragraph(_asked_summary(asked))
        yield grid(_ASKED, [_asked_row(each) for each in asked], merged=(0,))
    if desk.report.body is not None:
        yield _heading(numbers, "下步要求")


def _heading(numbers: HeadingNumbers, words: str) -> Heading:
    number = numbers.number(1, words)
    return Heading(f"notice-{number[0]}", 1, number, (Text(words),))


def _summary(desk: Desk, judged: Sequence[Judged], due: Sequence[Judged]) -> str:
    counts = {state: sum(each.state is state for _, each in judged) for state in State}
    finished = sum(each.state is State.DONE for _, each in due)
    parts = "，".join(f"{STATE_NAMES[state]}{counts[state]}项" for state in State if counts[state])
    due_words = (
        f"本期（{from_to(desk.period)}）应完成{len(due)}项，已完成{finished}项" if due else "本期没有到期事项"
    )
    return f"截至{full_date(desk.report.date)}，{desk.name}{len(judged)}项任务中，{parts}。{due_words}。"


def _by_department(judged: Sequence[Judged], due: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each lead department, those with most late tasks first."""
    led: dict[str, list[Judged]] = {}
    for task, found in judged:
        for name in task.lead:
            led.setdefault(name, []).append((task, found))
    due_numbers = {task.number for task, _ in due}

    def count(pairs: Sequence[Judged], *states: State) -> int:
        return sum(found.state in states for _, found in pairs)

    order = sorted(led.items(), key=lambda pair: -count(pair[1], State.OVERDUE, State.BEHIND))
    for name, pairs in order:
        figures = (
            len(pairs), sum(task.number in due_numbers for task, _ in pairs), count(pairs, State.DONE),
            count(pairs, State.BEHIND), count(pairs, State.OVERDUE),
        )  # fmt: skip
        yield (name, *map(str, figures))


def _due_row(task: PlannedTask, found: Standing) -> tuple[str, ...]:
    return (task.number, task.title, names(list(task.lead)), _deadline(task), STATE_NAMES[found.state])


def _late_row(task: PlannedTask, found: Standing) -> tuple[str, ...]:
    words = f"逾期{found.late}天" if found.state is State.OVERDUE else STATE_NAMES[found.state]
    shares = (_percent(found.elapsed), _percent(found.done))
    return (task.number, task.title, names(list(task.lead)), _deadline(task), *shares, words)


def _asked(desk: Desk, plan: Plan) -> list[FollowUpStanding]:
    """Return what was asked after in the period, by kind, the weekly ones first."""
    if desk.files.follow_ups is None:
        return []
    found = follow_ups(desk.files.follow_ups.follow_ups, tasks(plan), desk.period)
    kinds = list(FollowUpKind)
    return sorted((each for each in found if each.asked), key=lambda each: kinds.index(each.follow_up.kind))


def _asked_summary(asked: Sequence[FollowUpStanding]) -> str:
    parts = []
    for kind in FollowUpKind:
        if of_kind := [each for each in asked if each.follow_up.kind is kind]:
            done = sum(each.state is FollowUpState.DONE for each in of_kind)
            parts.append(f"{FOLLOW_UP_NAMES[kind]}{len(of_kind)}项，其中已完成{done}项")
    return f"本期{'；'.join(parts)}。"


def _asked_row(each: FollowUpStanding) -> tuple[str, ...]:
    state = f"逾期{each.late}天" if each.state is FollowUpState.OVERDUE else FOLLOW_UP_STATES[each.state]
    result = f"{state}：{each.follow_up.result}" if each.follow_up.result else state
    due = month_day(each.due) if each.due else ""
    return (
        FOLLOW_UP_NAMES[each.follow_up.kind],
        each.follow_up.subject,
        names(list(each.departments)),
        due,
        result,
    )


def _deadline(task: PlannedTask) -> str:
    return month_day(task.deadline) if task.deadline else ""


def _percent(share: int | None) -> str:
    return "—" if share is None else f"{share}%"
