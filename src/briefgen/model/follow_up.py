"""Follow-ups (三调度): daily work weekly, key work at intervals, hard problems at once.

In: validated values of authors. Out: frozen Pydantic models. Does not belong here: what is due on a day
(`campaign.followups`), the notice (调度通报).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, PositiveInt

from briefgen.model.base import Model, Sourced, chinese_values
from briefgen.model.values import Day, Line, Lines


class FollowUpKind(StrEnum):
    """Which of the three a follow-up is."""

    WEEKLY = "weekly"
    PERIODIC = "periodic"
    AT_ONCE = "at_once"


FOLLOW_UP_NAMES: dict[FollowUpKind, str] = {
    FollowUpKind.WEEKLY: "每周调度",
    FollowUpKind.PERIODIC: "定期调度",
    FollowUpKind.AT_ONCE: "随时调度",
}


class FollowUp(Model):
    """Something that is asked after until it is done (调度)."""

    kind: Annotated[
        FollowUpKind, chinese_values(**{name: kind for kind, name in FOLLOW_UP_NAMES.items()})
    ] = Field(title="类型", description="每周调度、定期调度或随时调度")
    subject: Line = Field(title="内容", description="调度的工作或问题")
    item: Line | None = Field(None, title="对应事项", description="分工表中的序号")
    departments: Lines = Field([], title="单位", description="被调度的单位；默认取自对应事项")
    date: Day = Field(title="日期", description="开始调度的日期")
    due: Day | None = Field(None, title="应完成", description="应完成的日期；默认取自对应事项")
    every: PositiveInt | None = Field(None, title="间隔", description="定期调度每隔几天一次，默认 14 天")
    done: Day | None = Field(None, title="完成日期", description="完成的日期")
    result: Line | None = Field(None, title="结果", description="调度的结果")


class FollowUps(Sourced):
    """The file that holds the follow-ups of a campaign."""

    follow_ups: list[FollowUp] = Field(title="调度", description="各项调度")
