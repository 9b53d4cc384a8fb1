"""The template of a kind of document: wording, colours, sizes, blocks; data only, one YAML file each.

In: validated YAML (after `extends` was merged). Out: frozen Pydantic models. Does not belong here: how a style
is resolved (`style`), where template files lie (`resources`).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    InstanceOf,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from briefgen.doctree.nodes import Align, Role
from briefgen.model.base import YES_OR_NO, Model, chinese_values
from briefgen.spec.faces import Face
from briefgen.spec.gbt15834 import Prohibition
from briefgen.spec.typography import LATIN_GAP_MAX, Breaking
from briefgen.units import Length


def length_of(value: Any) -> Any:
    """Return the length that a text names; anything else is for the model to judge."""
    return Length.parse(value) if isinstance(value, str) else value


LengthField = Annotated[
    InstanceOf[Length],
    BeforeValidator(length_of),
    PlainSerializer(str),
    WithJsonSchema(
        {"type": "string", "pattern": r"^(初号|小?[一二三四五六]号?|[\d.]+\s*(pt|mm|cm|in|字|行|%))$"}
    ),
]
Color = Annotated[str, StringConstraints(pattern=r"^[0-9A-Fa-f]{6}$", to_upper=True)]


class Between(AfterValidator):
    """Lets a length be no less than `least` and no more than `most`."""

    least: str
    most: str

    def __init__(self, least: str, most: str) -> None:
        low, high = Length.parse(least).points(), Length.parse(most).points()

        def check(value: Length) -> Length:
            if not low <= value.points() <= high:
                raise PydanticCustomError("length_range", "{least} to {most}", {"least": least, "most": most})
            return value

        super().__init__(check)
        object.__setattr__(self, "least", least)  # the class that it extends is frozen
        object.__setattr__(self, "most", most)


Size = Annotated[LengthField, Between("5pt", "120pt")]
Pitch = Annotated[LengthField, Between("5pt", "300pt")]
Space = Annotated[LengthField, Between("0行", "15行")]
Weight = Annotated[LengthField, Between("0.25pt", "12pt")]  # what the border of a DOCX can bear


class Holds(AfterValidator):
    """Lets a wording hold no placeholder but `placeholders`: any other would be printed as it stands."""

    placeholders: tuple[str, ...]

    def __init__(self, *placeholders: str) -> None:
        def check(value: str) -> str:
            if unknown := [name for name in _PLACEHOLDER.findall(value) if name not in placeholders]:
                values = {"unknown": unknown[0], "known": ", ".join(placeholders)}
                raise PydanticCustomError("placeholder", "{unknown} is none of: {known}", values)
            return value

        super().__init__(check)
        object.__setattr__(self, "placeholders", placeholders)


_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
Wording = Annotated[str, StringConstraints(max_length=100, strip_whitespace=False)]
Words = Annotated[Wording, Holds()]


class PageOptions(Model):
    """The page: which recipe of margins and pitch, the wording of the page number, how pages end."""

    recipe: Literal["standard", "gbt33476"] = Field("standard", title="版式", description="版心与行距的取法")
    number: Annotated[Wording, Holds("{page}")] = Field(
        "— {page} —", title="页码", description="页码的写法，{page} 为数字；空则不印"
    )
    widow_control: Annotated[bool, YES_OR_NO] = Field(
        True, title="孤行控制", description="段落的首行、末行不单独排在一页"
    )
    even_last_page: Annotated[bool, YES_OR_NO] = Field(
        False, title="报尾在双页", description="报尾排在双页；其前有空白页时，两页都不编页码"
    )
    paper: Literal["A4", "A3"] = Field("A4", title="纸张", description="纸张的大小")
    orientation: Annotated[
        Literal["portrait", "landscape"], chinese_values(纵向="portrait", 横向="landscape")
    ] = Field("portrait", title="方向", description="纵向或横向；横向时版心随页面转过去")
    margin: LengthField | None = Field(None, title="页边", description="四边相同的页边，代替标准的版心")


class TypesettingOptions(Model):
    """How lines are set: how they are chosen, what may not start or end them, the Han–Latin gap."""

    breaking: Breaking = Field(
        Breaking.OFFICE,
        title="断行",
        description="通盘权衡一段的各行：office 只取办公软件也排得出的行，optimum 只按标准",
    )
    prohibition: Prohibition = Field(
        Prohibition.GB, title="禁则", description="行首行尾禁则的级别：basic、gb 或 strict"
    )
    latin_gap: Annotated[LengthField, Between("0字", f"{LATIN_GAP_MAX.value:g}字")] = Field(
        Length(0, "字"), title="中西间距", description="汉字与西文、数字之间的空隙，0 到 0.25字"
    )


class Colors(Model):
    """The colours."""

    red: Color = Field("FF0000", title="红色", description="报头的红色，六位十六进制")


class MastheadOptions(Model):
    """The masthead (报头): where the campaign stands, its wording and rule."""

    campaign: Literal["above", "below", "none"] = Field(
        "below", title="活动名称", description="在名称之上或之下"
    )
    issue: Annotated[Wording, Holds("{issue}")] = Field("第{issue}期", title="期号", description="期号的写法")
    total: Annotated[Wording, Holds("{total}")] = Field(
        "（总第{total}期）", title="总期号", description="总期号的写法"
    )
    special: Words = Field("增刊", title="增刊", description="增刊的写法")
    rule: Weight = Field(Length(2.25, "pt"), title="红线", description="红线的粗细")


class WordingOptions(Model):
    """Words that briefgen adds to what the author wrote."""

    contents: Words = Field("目　录", title="目录", description="目录的标题")
    editor_note: Words = Field("编者按：", title="编者按", description="编者按的引语，黑体")
    contribution: Annotated[Wording, Holds("{source}")] = Field(
        "（{source}供稿）", title="供稿", description="供稿单位的写法"
    )
    continued: Annotated[Wording, Holds("{caption}")] = Field(
        "", title="续表", description="跨页的表在续页表头之上的一行，如 续表、{caption}（续）；空则不印"
    )
    report_to: Words = Field("报：", title="报", description="上级机关之前")
    send_to: Words = Field("送：", title="送", description="平级机关之前")
    issue_to: Words = Field("发：", title="发", description="下级单位之前")
    copies: Annotated[Wording, Holds("{copies}")] = Field(
        "共印{copies}份", title="印数", description="印数的写法"
    )
    editor: Words = Field("编辑：", title="编辑", description="编辑之前")
    reviewer: Words = Field("审核：", title="审核", description="审核之前")
    approver: Words = Field("签发：", title="签发", description="签发之前")


class PictureOptions(Model):
    """Pictures: how fine they are kept."""

    max_dpi: int = Field(
        300, ge=0, le=2400, title="最高分辨率", description="图片按版面尺寸保留的每英寸像素数；0 为不缩减"
    )


class ReportKind(StrEnum):
    """Which document of the campaign office a template makes."""

    TASK_TABLE = "task-table"
    WALL_CHART = "wall-chart"
    SCHEDULE = "schedule"
    FOLLOW_UP = "follow-up"
    STATISTICS = "statistics"
    MINUTES = "minutes"
    SUBMISSIONS = "submissions"


class ReportOptions(Model):
    """What a document of the campaign office is and how it is worded; a template of briefings has none."""

    kind: ReportKind = Field(title="种类", description="哪一种文件")
    title: Wording = Field(title="标题", description="标题的写法，{campaign} 为活动名称，{date} 为日期")
    as_of: Wording = Field("截至{date}", title="截至", description="截至日期的写法")
    name: Wording = Field("", title="名称", description="红色名称，如“调度通报”；空则没有红头")


class StyleOverride(Model):
    """What a template changes in the style of one role."""

    face: Face | None = Field(None, title="字体", description="字体类别")
    size: Size | None = Field(None, title="字号", description="如 三号、16pt")
    color: Color | None = Field(None, title="颜色", description="六位十六进制")
    align: Align | None = Field(None, title="对齐", description="对齐方式")
    before: Space | None = Field(None, title="段前", description="如 1行")
    after: Space | None = Field(None, title="段后", description="如 1行")
    pitch: Pitch | None = Field(None, title="行距", description="如 28.95pt")


PartName = Literal["masthead", "editor_note", "contents", "articles", "colophon"]


def each_once(parts: tuple[PartName, ...]) -> tuple[PartName, ...]:
    """Return `parts` if no part is there twice."""
    if twice := [part for number, part in enumerate(parts) if part in parts[:number]]:
        raise PydanticCustomError("twice", "{item} is there twice", {"item": twice[0]})
    return parts


class Template(Model):
    """A kind of document."""

    name: str = Field(title="名称", description="模板的中文名称")
    description: str = Field("", title="说明", description="一句话说明")
    extends: str | None = Field(None, title="继承", description="所扩展的模板")
    parts: Annotated[tuple[PartName, ...], AfterValidator(each_once)] = Field(
        ("masthead", "editor_note", "contents", "articles", "colophon"),
        min_length=1, title="组成", description="各部分及其次序",
    )  # fmt: skip
    page: PageOptions = Field(default_factory=PageOptions, title="页面", description="页面")
    typesetting: TypesettingOptions = Field(
        default_factory=TypesettingOptions, title="排版", description="断行、禁则、中西间距"
    )
    colors: Colors = Field(default_factory=Colors, title="颜色", description="颜色")
    masthead: MastheadOptions = Field(default_factory=MastheadOptions, title="报头", description="报头")
    wording: WordingOptions = Field(default_factory=WordingOptions, title="用语", description="固定用语")
    pictures: PictureOptions = Field(
        default_factory=PictureOptions, title="图片", description="图片的精细程度"
    )
    report: ReportOptions | None = Field(
        None, title="报表", description="活动办公室的文件；简报的模板没有这一项"
    )
    styles: dict[Role, StyleOverride] = Field({}, title="样式", description="按角色改动样式")
