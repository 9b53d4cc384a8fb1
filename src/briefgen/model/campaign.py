"""The campaign (专项活动) that an office runs: who, when, its groups, its numbered slogans, where it reports.

In: validated values of authors. Out: frozen Pydantic models. Does not belong here: the tasks (`plan`), the figures
(`ledger`), whether a slogan keeps its number (`campaign.slogans`).
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, PositiveInt, model_validator
from pydantic_core import PydanticCustomError

from briefgen.model.base import Model, Sourced, chinese_values
from briefgen.model.values import Day, Line, Lines
from briefgen.model.weekly import Weekly

#: The level of a body, from the top down.
Level = Literal["国家", "省", "市", "区", "县", "乡镇"]
LEVELS: tuple[Level, ...] = get_args(Level)


class Period(Model):
    """From one day to another, both included (起止)."""

    start: Day = Field(title="开始", description="起始日期")
    end: Day = Field(title="结束", description="截止日期")

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.end < self.start:
            raise PydanticCustomError(
                "period_order", "{end} is before {start}", {"start": str(self.start), "end": str(self.end)}
            )
        return self


class Person(Model):
    """A person and the post that he or she holds (人员)."""

    name: Line = Field(title="姓名", description="姓名")
    post: Line | None = Field(None, title="职务", description="单位与职务")


class Group(Model):
    """A working group of the office (工作组)."""

    name: Line = Field(title="名称", description="如“活动动态编写组”")
    leader: Person | None = Field(None, title="组长", description="组长")
    members: list[Person] = Field([], title="成员", description="其他成员")
    duties: Lines = Field([], title="职责", description="各项职责")


class Office(Model):
    """The office that runs the campaign from day to day (办公室)."""

    name: Line = Field(title="名称", description="如“活动推进办公室”")
    head: Person | None = Field(None, title="主任", description="办公室主任")
    groups: list[Group] = Field([], title="工作组", description="各工作组")


class Slogan(Model):
    """A numbered slogan (三到位、四强化、五聚焦): a number, a word, as many items, each opening or closing alike."""

    name: Line = Field(title="名称", description="如“三到位”；开头的数字就是项数")
    items: list[Line] = Field(title="各项", description="各项，句式一致", min_length=1)
    word: Line | None = Field(None, title="共同词", description="各项开头或结尾共有的词；默认取自名称")
    count: PositiveInt | None = Field(None, title="项数", description="默认取自名称开头的数字")
    parallel: Annotated[Literal["auto", "none"], chinese_values(自动="auto", 不查="none")] = Field(
        "auto", title="对仗", description="auto 检查各项是否以共同词开头或结尾，none 不查"
    )


class Bulletin(Model):
    """A bulletin of a higher level that the office files items to (上级刊物)."""

    name: Line = Field(title="名称", description="刊物名称，不带书名号")
    publisher: Line | None = Field(None, title="编发单位", description="编发单位")
    level: Level | None = Field(None, title="级别", description="国家、省、市、区、县或乡镇")


class Campaign(Sourced):
    """A campaign, and the files that hold its plan, its figures and its records."""

    name: Line = Field(title="名称", description="活动全称")
    short_name: Line | None = Field(None, title="简称", description="文中的简称")
    period: Period = Field(title="起止", description="开始与结束的日期")
    host: Line = Field(title="主办单位", description="主办单位")
    lead: Line = Field(title="牵头单位", description="牵头单位")
    office: Office | None = Field(None, title="办公室", description="办公室与工作组")
    slogans: list[Slogan] = Field([], title="工作法", description="数字口号，如三到位、四强化")
    bulletins: list[Bulletin] = Field([], title="报送刊物", description="向哪些刊物报送")
    plan: Line | None = Field(None, title="任务分工表", description="分工表文件的路径")
    ledger: Line | None = Field(None, title="台账", description="台账文件夹的路径，或数据库的地址")
    meetings: Line | None = Field(None, title="会议", description="会议文件的路径")
    submissions: Line | None = Field(None, title="报送", description="报送文件的路径")
    follow_ups: Line | None = Field(None, title="调度", description="调度文件的路径")
    weekly: Weekly | None = Field(None, title="周报", description="每周的简报怎样编成")
