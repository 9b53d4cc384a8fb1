"""The weekly issue as the editing group has it made: its standing head and foot, where articles lie, what was issued.

In: validated values of authors. Out: frozen Pydantic models. Does not belong here: the campaign (`campaign`), the issue
itself (`briefing`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, NonNegativeInt, PositiveInt

from briefgen.model.base import Model, Sourced, chinese_values
from briefgen.model.briefing import Colophon
from briefgen.model.values import Body, Day, Line, Lines, YesNo


class Summary(Model):
    """A standing article of figures: a sentence and a table of this week and to date (数据)."""

    title: Line = Field("截至目前", title="标题", description="标题")
    text: Body | None = Field(None, title="文字", description="表前的文字，可引用台账")
    metrics: Lines = Field([], title="指标", description="表中的指标；默认全部")


class Weekly(Model):
    """How the weekly issue of a campaign is made (周报)."""

    template: Line = Field("huodong-dongtai", title="模板", description="简报的模板")
    name: Line = Field("活动动态", title="名称", description="简报名称")
    issuer: Line | None = Field(None, title="编发单位", description="默认是活动的牵头单位")
    note: Line | None = Field(None, title="注意事项", description="如“内部资料　注意保存”")
    first_issue: PositiveInt = Field(1, title="首期期号", description="第一份周报的期号")
    delay: Annotated[int, Field(ge=0, le=366)] = Field(1, title="编发间隔", description="一周结束后几天编发")
    articles: Line = Field("articles", title="文章文件夹", description="各篇文章（Markdown）所在的文件夹")
    editor_note: Body | None = Field(None, title="编者按", description="每期的编者按，可引用台账")
    summary: Summary | None = Field(None, title="数据", description="每期末尾的数据；不写则没有")
    colophon: Colophon | None = Field(None, title="报尾", description="每期的报尾")


class FrontMatter(Model):
    """The head of an article's file, between two lines of `---` (文章的头部)."""

    title: Line = Field(title="标题", description="标题；可用 | 指定断行处")
    date: Day = Field(title="日期", description="文章的日期，决定它进哪一期")
    subtitle: Line | None = Field(None, title="副标题", description="副标题")
    authors: Lines = Field([], title="作者", description="署名")
    source: Line | None = Field(None, title="供稿", description="供稿单位")
    order: int = Field(100, title="次序", description="同一期中小的在前")
    numbering: Annotated[Literal["none", "standard"], chinese_values(无="none", 标准="standard")] = Field(
        "none", title="编号", description="standard 自动加 一、（一）1.（1）"
    )
    draft: YesNo = Field(False, title="草稿", description="是：暂不编入")


class Correction(Model):
    """A figure of an earlier issue that records entered later have changed (更正)."""

    issue: PositiveInt = Field(title="期号", description="哪一期公布的")
    figure: Line = Field(title="数字", description="哪一个数字，如 媒体发稿.省")
    was: NonNegativeInt = Field(title="原为", description="当时公布的累计数")
    now: NonNegativeInt = Field(title="应为", description="现在的累计数")


class Issue(Model):
    """An issue that was compiled (一期)."""

    issue: PositiveInt = Field(title="期号", description="第几期")
    since: Day = Field(title="起", description="从哪一天")
    until: Day = Field(title="止", description="到哪一天")
    file: Line = Field(title="文件", description="简报文件")
    digest: Line = Field(title="摘要", description="编成时文件内容的摘要，用来看出手工改动")
    published: YesNo = Field(False, title="已发布", description="已经发布的不再改动")
    figures: dict[str, NonNegativeInt] = Field({}, title="数字", description="当期公布的累计数")
    corrections: list[Correction] = Field([], title="更正", description="当期更正的数字")


class Register(Sourced):
    """The file `issues.yaml`, which `briefgen weekly` keeps: every issue, its period, its figures (期次登记)."""

    issues: list[Issue] = Field([], title="各期", description="各期")
