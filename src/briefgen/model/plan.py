"""The task table (任务分工表): aspects → items → measures, who leads, who answers, by when, how far.

In: validated values of authors. Out: frozen Pydantic models. What a measure does not say holds from its item,
what an item does not say from its aspect (`campaign.tasks` takes that apart). Does not belong here: progress
against time (`campaign.schedule`), the printed table.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, NonNegativeInt, PositiveInt, model_validator
from pydantic_core import PydanticCustomError

from briefgen.model.base import Model, Sourced, chinese_values
from briefgen.model.values import Day, Line, Lines


class Status(StrEnum):
    """How far a task is, as its department says; whether it is late follows from the date."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    SUSPENDED = "suspended"


STATUS_NAMES: dict[Status, str] = {
    Status.NOT_STARTED: "未开始",
    Status.IN_PROGRESS: "进行中",
    Status.DONE: "已完成",
    Status.SUSPENDED: "暂缓",
}
StatusField = Annotated[Status, chinese_values(**{name: status for status, name in STATUS_NAMES.items()})]


NO_DEADLINE = chinese_values(长期=None, 长期坚持=None, 常态化=None, 持续推进=None)


class Milestone(Model):
    """A step on the way that has a date of its own (节点)."""

    name: Line = Field(title="名称", description="节点名称")
    date: Day | None = Field(None, title="日期", description="应完成的日期")
    before: NonNegativeInt | None = Field(
        None, title="提前", description="比完成时限提前几个工作日，代替日期（倒排）"
    )
    done: Day | None = Field(None, title="完成日期", description="实际完成的日期")

    @model_validator(mode="after")
    def _one_date(self) -> Milestone:
        if (self.date is None) == (self.before is None):
            raise PydanticCustomError("one_date", "exactly one of date and before")
        return self


class ProgressNote(Model):
    """What was reported on a day (进展)."""

    date: Day = Field(title="日期", description="报告的日期")
    note: Line = Field(title="情况", description="进展情况")
    percent: int | None = Field(None, ge=0, le=100, title="进度", description="完成的百分比，0 到 100")


class Task(Model):
    """What aspects, items and measures have in common; what is left out holds from the level above."""

    title: Line = Field(title="内容", description="事项或措施的内容")
    number: Line | None = Field(None, title="序号", description="默认依次编号")
    lead: Lines = Field([], title="牵头单位", description="牵头单位")
    responsible: Lines = Field([], title="责任单位", description="责任单位")
    start: Day | None = Field(None, title="开始", description="开始日期")
    deadline: Annotated[Day | None, NO_DEADLINE] = Field(
        None, title="完成时限", description="应完成的日期；也可写 长期、常态化"
    )
    workdays: PositiveInt | None = Field(
        None, title="工期", description="几个工作日；没有开始日期时由完成时限倒排"
    )
    deliverable: Line | None = Field(None, title="成果", description="成果形式")
    milestones: list[Milestone] = Field([], title="节点", description="各节点")
    status: StatusField | None = Field(None, title="状态", description="未开始、进行中、已完成或暂缓")
    done: Day | None = Field(None, title="完成日期", description="实际完成的日期")
    progress: list[ProgressNote] = Field([], title="进展", description="各次进展")


class Measure(Task):
    """A measure (措施): the smallest task."""


class Item(Task):
    """An item (事项), the line of the table that is counted."""

    measures: list[Measure] = Field([], title="措施", description="各项措施")


class Aspect(Task):
    """An aspect (方面) under which items stand."""

    items: list[Item] = Field(title="事项", description="各事项", min_length=1)


class Plan(Sourced):
    """A task table."""

    name: Line = Field("任务分工表", title="名称", description="表的名称")
    symbol: Line | None = Field(None, title="文号", description="所依据的方案及其文号")
    date: Day | None = Field(None, title="日期", description="印发日期")
    aspects: list[Aspect] = Field(title="方面", description="各方面", min_length=1)
