"""The briefing issue as its editors write it: masthead, editor's note, articles, colophon (简报：报头、报核、报尾).

In: validated values of authors. Out: frozen Pydantic models. Does not belong here: wording or order of the
printed page (`compose`), Markdown (`compose.markdown`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, PositiveInt, model_validator
from pydantic_core import PydanticCustomError

from briefgen.model.base import Model, Sourced, chinese_values
from briefgen.model.content import Block
from briefgen.model.values import Body, Day, Line, Lines, YesNo

if TYPE_CHECKING:
    from briefgen.pipeline import Result


class Masthead(Model):
    """报头: the name and number of the issue, who issues it and when."""

    name: Line = Field("活动动态", title="名称", description="简报名称，如“活动动态”")
    campaign: Line | None = Field(None, title="活动名称", description="活动或专项工作的名称")
    issue: PositiveInt | None = Field(None, title="期号", description="第几期，阿拉伯数字")
    total_issue: PositiveInt | None = Field(None, title="总期号", description="总第几期")
    special: YesNo = Field(False, title="增刊", description="是否增刊")
    issuer: Line = Field(title="编发单位", description="编发单位，印在左侧")
    date: Day = Field(title="日期", description="编发日期，如 2020-07-03")
    secrecy: Literal["绝密", "机密", "秘密"] | None = Field(None, title="密级", description="密级")
    secrecy_period: Line | None = Field(None, title="保密期限", description="保密期限，如 1年、长期")
    copy_number: PositiveInt | None = Field(None, title="份号", description="份号，印成六位数字")
    note: Line | None = Field(None, title="注意事项", description="如“内部资料　注意保存”")
    urgency: Literal["特急", "加急"] | None = Field(None, title="紧急程度", description="紧急程度")

    @model_validator(mode="after")
    def _period_of_something(self) -> Masthead:
        if self.secrecy_period and not self.secrecy:  # it would be printed nowhere
            needs = {"field": "secrecy", "by": "secrecy_period"}
            raise PydanticCustomError("needed", "{by} needs {field}", needs)
        return self


class Article(Model):
    """One article of the issue; its body is Markdown, a file of Markdown, or a list of typed blocks."""

    title: Line = Field(title="标题", description="标题；可用 | 指定断行处")
    subtitle: Line | None = Field(None, title="副标题", description="副标题，前加破折号")
    authors: Lines = Field([], title="作者", description="署名，排在标题之下")
    source: Line | None = Field(None, title="供稿", description="供稿单位，加括号排在文末右侧")
    numbering: Annotated[Literal["none", "standard"], chinese_values(无="none", 标准="standard")] = Field(
        "none", title="编号", description="standard 自动加 一、（一）1.（1）"
    )
    body: Body | list[Block] | None = Field(None, title="正文", description="Markdown 文字，或内容块的列表")
    body_file: Line | None = Field(None, title="正文文件", description="Markdown 文件的路径")

    @model_validator(mode="after")
    def _one_body(self) -> Article:
        if (self.body is None) == (self.body_file is None):
            raise PydanticCustomError("one_body", "exactly one of body and body_file")
        return self


class Colophon(Model):
    """报尾: to whom the issue goes, how many copies, and who answers for it."""

    report_to: Lines = Field([], title="报", description="上级机关")
    send_to: Lines = Field([], title="送", description="平级机关与有关单位")
    issue_to: Lines = Field([], title="发", description="下级单位")
    copies: PositiveInt | None = Field(None, title="印数", description="共印份数")
    editor: Line | None = Field(None, title="编辑", description="编辑姓名")
    reviewer: Line | None = Field(None, title="审核", description="审核人姓名")
    approver: Line | None = Field(None, title="签发", description="签发人姓名")


class Briefing(Sourced):
    """An issue of a briefing (简报、活动动态)."""

    template: Line = Field("huodong-dongtai", title="模板", description="模板名称或模板文件的路径")
    masthead: Masthead = Field(title="报头", description="报头")
    contents: Annotated[Literal["auto"] | bool, chinese_values(自动="auto", 是=True, 否=False)] = Field(
        "auto", title="目录", description="auto：多篇文章时排目录；true、false：强制"
    )
    editor_note: Body | None = Field(None, title="编者按", description="编者按，Markdown 文字")
    articles: list[Article] = Field(title="文章", description="各篇文章", min_length=1)
    colophon: Colophon | None = Field(None, title="报尾", description="报尾")
    normalize_punctuation: YesNo = Field(True, title="规范标点", description="把汉字之间的半角标点改为全角")

    def save(self, *paths: str | Path) -> Result:
        """Write the briefing to `paths`, each in the format that its suffix names, all of them or none.

        Raises:
            InputError: with every mistake that was found.
            OutputError: a file cannot be written; the old one is untouched.
        """
        from briefgen.pipeline import save

        return save(self, *paths)
