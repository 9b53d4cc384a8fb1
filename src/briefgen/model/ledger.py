"""The ledger (台账): dated records, and the metrics that every figure in every document is drawn from.

In: validated values of authors. Out: frozen Pydantic models. Does not belong here: adding up (`ledger`), where
records are kept (`store`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PositiveInt, StringConstraints

from briefgen.model.base import ONE_OR_MORE, Model, Sourced, chinese_values
from briefgen.model.campaign import Level
from briefgen.model.values import Day, Line, Lines, YesNo

#: What a metric may be broken down by.
Breakdown = Annotated[
    Literal["level", "form", "unit", "place", "source"],
    chinese_values(级别="level", 形式="form", 单位="unit", 地点="place", 来源="source"),
]
#: What is counted; what is more, a database could not add up.
Count = Annotated[int, Field(ge=0, lt=10**15)]
RecordId = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$")]


class Record(Model):
    """Something that was done on a day (记录): a session, a lecture, a story, a poster."""

    id: RecordId | None = Field(None, title="编号", description="入账时自动编号")
    date: Day = Field(title="日期", description="发生的日期")
    kind: Line = Field(title="类别", description="如 学习研讨、宣讲、听取汇报、媒体发稿、短视频、展板标语")
    form: Line | None = Field(None, title="形式", description="类别之下的形式，如 线上、服务、科普")
    unit: Line | None = Field(None, title="单位", description="承办或报送的单位")
    place: Line | None = Field(None, title="地点", description="地点")
    count: Count = Field(1, title="数量", description="次数、件数；读数类为当时的累计数")
    audience: Count | None = Field(None, title="受众", description="人数，或播放量")
    level: Level | None = Field(None, title="级别", description="国家、省、市、区、县或乡镇")
    title: Line | None = Field(None, title="标题", description="文章、活动或作品的标题")
    source: Line | None = Field(None, title="来源", description="媒体，或数据的出处")
    link: Line | None = Field(None, title="链接", description="文章的网址，或照片的路径")
    note: Line | None = Field(None, title="备注", description="备注")


class Stated(Model):
    """A figure that was made public somewhere (公布数), to hold the ledger against."""

    date: Day = Field(title="日期", description="截至哪一天")
    value: Count = Field(title="数值", description="公布的累计数")
    at_least: YesNo = Field(False, title="以上", description="是：“350余”之类，台账不少于此数即可")
    where: Line | None = Field(None, title="出处", description="如 第12期")


class Metric(Model):
    """A figure (指标): which records count, how they add up, how the number is worded."""

    name: Line = Field(title="名称", description="指标名称，文中以此引用")
    kinds: Annotated[list[Line], ONE_OR_MORE] = Field([], title="类别", description="默认与名称相同")
    forms: Lines = Field([], title="形式", description="只计这些形式；默认不限")
    levels: Annotated[list[Level], ONE_OR_MORE] = Field(
        [], title="级别", description="只计这些级别；默认不限"
    )
    value: Annotated[
        Literal["count", "audience", "records", "units"],
        chinese_values(数量="count", 受众="audience", 条数="records", 单位数="units"),
    ] = Field(
        "count", title="取值", description="count 数量，audience 受众，records 条数，units 不同单位的个数"
    )
    accumulate: Annotated[Literal["sum", "latest"], chinese_values(累加="sum", 取最新="latest")] = Field(
        "sum", title="计法", description="sum 逐条累加；latest 每个标题取最新的读数再相加，如播放量"
    )
    unit: Line = Field("次", title="计量单位", description="次、场、篇、条、人次")
    by: Annotated[list[Breakdown], ONE_OR_MORE] = Field(
        [], title="分项", description="按级别、形式、单位等分列"
    )
    parts: Lines = Field([], title="合计", description="应与本指标相等的其他指标之和")
    wording: Line = Field("{n}{unit}", title="措辞", description="如 {n}余{unit}、{n}万+")
    step: PositiveInt | None = Field(None, title="取整", description="“余”“+”之前取整到多少；默认自动")
    stated: list[Stated] = Field([], title="公布数", description="已公布的累计数，检查时与台账核对")


class Ledger(Sourced):
    """The file `ledger.yaml`: what is counted and how; a small ledger may hold its records, too."""

    name: Line = Field("台账", title="名称", description="台账名称")
    start: Day | None = Field(None, title="起始日期", description="早于此日的记录是错误")
    database: Line | None = Field(
        None,
        title="数据库",
        description="记录所在的数据库，如 sqlite:///台账.db；默认存于 records/ 的 CSV 文件",
    )
    metrics: list[Metric] = Field([], title="指标", description="各指标；没有写时每个类别各成一个")
    records: list[Record] = Field([], title="记录", description="直接写在这里的记录；通常另存为 CSV")
