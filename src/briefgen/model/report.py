"""A document of the campaign office, asked for by a file of its own: which one, of which campaign, as of which day.

In: validated values of authors. Out: frozen Pydantic models. Does not belong here: what the document says (`compose`
draws it from plan and ledger), the briefing (`briefing`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, PositiveInt, model_validator
from pydantic_core import PydanticCustomError

from briefgen.model.base import Sourced, chinese_values
from briefgen.model.briefing import Colophon
from briefgen.model.values import Body, Day, Line, Lines

if TYPE_CHECKING:
    from briefgen.pipeline import Result

By = Annotated[
    Literal["whole", "lead", "responsible"],
    chinese_values(全部="whole", 牵头单位="lead", 责任单位="responsible"),
]


class Report(Sourced):
    """A document made from the plan, the ledger and the records of a campaign (报表)."""

    template: Line = Field(title="模板", description="模板名称或模板文件的路径")
    campaign: Line = Field(title="活动", description="活动文件的路径")
    date: Day = Field(title="日期", description="截至哪一天；也是印发的日期")
    since: Day | None = Field(None, title="起始", description="本期从哪一天起；默认是日期所在的一周的周一")
    title: Line | None = Field(None, title="标题", description="默认由模板写出")
    issue: PositiveInt | None = Field(None, title="期号", description="第几期，如调度通报的期号")
    issuer: Line | None = Field(None, title="编发单位", description="默认是活动的办公室")
    by: By = Field("whole", title="分列", description="任务分工表：全部、按牵头单位或按责任单位分列")
    departments: Lines = Field([], title="单位", description="只列这些单位的任务；默认全部")
    metrics: Lines = Field([], title="指标", description="统计表只列这些指标；默认全部")
    meeting: Line | None = Field(None, title="会议", description="会议纪要：会议的名称或日期；默认最近的一次")
    body: Body | None = Field(None, title="正文", description="排在最后的文字，如下步要求；Markdown")
    colophon: Colophon | None = Field(None, title="报尾", description="报尾")

    @model_validator(mode="after")
    def _in_order(self) -> Report:
        if self.since is not None and self.since > self.date:
            raise PydanticCustomError(
                "period_order", "{end} is before {start}", {"start": str(self.since), "end": str(self.date)}
            )
        return self

    def save(self, *paths: str | Path) -> Result:
        """Write the document to `paths`, each in the format that its suffix names, all of them or none.

        Raises:
            InputError: with every mistake that was found.
            OutputError: a file cannot be written; the old one is untouched.
        """
        from briefgen.pipeline import save

        return save(self, *paths)
