"""Meetings (会议): when, where, who, what was on the agenda, what was decided.

In: validated values of authors. Out: frozen Pydantic models. Does not belong here: the minutes as printed (纪要).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, NonNegativeInt, StringConstraints

from briefgen.model.base import Model, Sourced
from briefgen.model.values import Body, Day, Line, Lines

Clock = Annotated[str, StringConstraints(pattern=r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$")]


class AgendaItem(Model):
    """A point of the agenda (议程)."""

    title: Line = Field(title="议题", description="议题")
    speaker: Line | None = Field(None, title="发言人", description="汇报或发言的人与单位")
    body: Body | None = Field(None, title="内容", description="讨论的情况，Markdown 文字")


class Decision(Model):
    """What the meeting decided (议定事项), so that it can become a measure of the plan."""

    text: Line = Field(title="内容", description="议定的事项")
    item: Line | None = Field(None, title="对应事项", description="分工表中的序号；写明后列为该事项的措施")
    lead: Lines = Field([], title="牵头单位", description="牵头单位")
    responsible: Lines = Field([], title="责任单位", description="责任单位")
    deadline: Day | None = Field(None, title="完成时限", description="应完成的日期")


class Meeting(Model):
    """A meeting (推进会、学习会、调度会)."""

    name: Line = Field(title="名称", description="如“教育实践活动第二次推进会”")
    number: Line | None = Field(None, title="期号", description="会议纪要的期号，如 2020年第2期")
    date: Day = Field(title="日期", description="开会的日期")
    time: Clock | None = Field(None, title="时间", description="开始的时刻，如 9:00")
    place: Line | None = Field(None, title="地点", description="开会的地点")
    chair: Line | None = Field(None, title="主持人", description="主持人")
    recorder: Line | None = Field(None, title="记录人", description="记录人")
    present: Lines = Field([], title="出席", description="出席人员")
    absent: Lines = Field([], title="请假", description="请假人员")
    observers: Lines = Field([], title="列席", description="列席人员")
    attendance: NonNegativeInt | None = Field(None, title="人数", description="参加的总人数")
    agenda: list[AgendaItem] = Field([], title="议程", description="各议题")
    decisions: list[Decision] = Field([], title="议定事项", description="各议定事项")
    materials: Lines = Field([], title="材料", description="印发的材料")


class Meetings(Sourced):
    """The file that holds the meetings of a campaign."""

    meetings: list[Meeting] = Field(title="会议", description="各次会议")
