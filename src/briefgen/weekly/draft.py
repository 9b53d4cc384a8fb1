"""The draft of an issue: head, articles, figures, corrections, foot → the YAML of a briefing, to be reviewed.

In: texts that are filled already. Out: the file's text, the same for the same input. Does not belong here: which
articles (`articles`), which number (`register`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from briefgen.compose.office.words import from_to, full_date
from briefgen.weekly.yamltext import yaml_text

if TYPE_CHECKING:
    from briefgen.ledger.figures import Figure, Figures
    from briefgen.model.campaign import Campaign
    from briefgen.model.weekly import Correction, FrontMatter, Weekly

_LEVEL = "级"


class Written(Struct, frozen=True):
    """An article with its head and its text, ready for the issue."""

    head: FrontMatter
    text: str


class Contents(Struct, frozen=True):
    """All that goes into an issue besides what stands in every issue."""

    issue: int
    date: dt.date
    figures: Figures
    articles: Sequence[Written]
    editor_note: str | None = None
    summary: str | None = None
    corrections: Sequence[Correction] = ()


def draft(campaign: Campaign, weekly: Weekly, contents: Contents) -> str:
    """Return the text of the issue's file; keys are Chinese, as the editors write them."""
    head = {
        "名称": weekly.name, "活动名称": campaign.name, "期号": contents.issue,
        "编发单位": weekly.issuer or campaign.lead, "日期": contents.date, "注意事项": weekly.note,
    }  # fmt: skip
    data: dict[str, Any] = {"模板": weekly.template, "报头": _present(head)}
    if contents.editor_note:
        data["编者按"] = contents.editor_note
    data["文章"] = [*map(_article, contents.articles), *_standing(weekly, contents)]
    if weekly.colophon:
        fields = type(weekly.colophon).model_fields
        data["报尾"] = _present(
            {str(field.title): getattr(weekly.colophon, name) for name, field in fields.items()}
        )
    period = contents.figures.period
    days = f"{full_date(period.start)}至{full_date(period.end)}"
    comment = f"# briefgen weekly 按{days}的文章和台账编成，请审阅；手工改动会保留。\n"
    return comment + yaml_text(data)


def _present(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, [], "")}


def _article(each: Written) -> dict[str, Any]:
    head = each.head
    numbering = None if head.numbering == "none" else head.numbering
    fields = {
        "标题": head.title, "副标题": head.subtitle, "作者": head.authors, "供稿": head.source, "编号": numbering,
    }  # fmt: skip
    return {**_present(fields), "正文": each.text}


def _standing(weekly: Weekly, contents: Contents) -> Iterator[dict[str, Any]]:
    """Yield the articles that briefgen writes: figures, and corrections where there are any."""
    if weekly.summary is not None:
        table = _table(weekly.summary.metrics, contents.figures)
        parts = [part for part in (contents.summary, table) if part]
        yield {"标题": weekly.summary.title, "正文": "\n".join(f"{part.strip()}\n" for part in parts)}
    if contents.corrections:
        lines = [
            f"第{each.issue}期所载“{_named(each.figure)}”累计{each.was}，应为{each.now}。\n"
            for each in contents.corrections
        ]
        yield {"标题": "更正", "正文": "\n".join(lines)}


def _named(figure: str) -> str:
    """Return what a figure of the register is called in print: `媒体发稿.省` 媒体发稿（省级）."""
    name, _, level = figure.partition(".")
    return f"{name}（{level}{_LEVEL}）" if level else name


def _table(names: Sequence[str], figures: Figures) -> str:
    """Return the figures as a Markdown table, levels below their metric."""
    chosen = [each for each in figures if not names or each.metric.name in names]
    rows = ["| 项目 | 计量单位 | 本期 | 累计 |", "|:---|:---:|---:|---:|"]
    for each in chosen:
        rows.append(_row(each.metric.name, each.metric.unit, each.whole))
        if "level" in each.metric.by:
            rows += [_row(f"　其中：{name}{_LEVEL}", "", figure) for name, figure in each.by("level").items()]
    period = figures.period
    return "\n".join([f"表：工作数据（本期为{from_to(period)}）", "", *rows, ""])


def _row(name: str, unit: str, figure: Figure) -> str:
    return f"| {name} | {unit} | {figure.current} | {figure.total} |"
