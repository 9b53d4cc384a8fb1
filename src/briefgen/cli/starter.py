"""The file that `briefgen new` writes: every field once, the optional ones as comments.

In: template, number of the issue, date, language of the keys. Out: YAML text. Does not belong here: files.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from textwrap import indent
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.diagnostics import _
from briefgen.messages import Language, translate

if TYPE_CHECKING:
    from briefgen.model.base import Model
    from briefgen.model.template import Template

SCHEMA_FILE = "briefgen.schema.json"

_BODY = """\
|
正文用 Markdown 书写，段与段之间空一行。一段只有一行也可以，自动首行缩进两字。

# 一级小标题

**段首小标题。** 以加粗文字开头、以句号结束，只有这几个字用小标题的字体。

| 事项 | 责任单位 | 完成时限 |
| --- | --- | --- |
| 安排部署 | 综合协调组 | 4月14日 |
"""


class Row(Struct, frozen=True):
    """A field with a value to begin with; an optional one is written as a comment."""

    key: str
    value: str
    note: str
    optional: bool = True


_MASTHEAD = (
    Row("name", "{name}", _("简报名称"), optional=False),
    Row("campaign", "“解放思想再深入、全面振兴新突破”教育实践活动", _("活动或专项工作的名称")),
    Row("issue", "{issue}", _("第几期"), optional=False),
    Row("total_issue", "112", _("总第几期")),
    Row("special", "true", _("增刊")),
    Row("issuer", "中共××区委宣传部", _("编发单位"), optional=False),
    Row("date", "{date}", _("编发日期"), optional=False),
    Row("secrecy", "秘密", _("密级：绝密、机密、秘密")),
    Row("secrecy_period", "1年", _("保密期限")),
    Row("copy_number", "1", _("份号，印成六位")),
    Row("note", "内部资料　注意保存", _("注意事项")),
    Row("urgency", "加急", _("紧急程度：特急、加急")),
)
_ARTICLE = (
    Row("title", "这里写文章标题", _("标题，可用 | 指定断行处"), optional=False),
    Row("subtitle", "这里写副标题", _("副标题")),
    Row("authors", "[张三, 李四]", _("署名")),
    Row("source", "区委宣传部", _("供稿单位，排在文末")),
    Row("numbering", "standard", _("standard：小标题自动编号 一、（一）1.（1）")),
    Row("body", _BODY, "", optional=False),
    Row("body_file", "articles/a.md", _("正文另存的文件，代替上面的正文")),
)
_COLOPHON = (
    Row("report_to", "[市委宣传部, 区委常委]", _("报：上级机关"), optional=False),
    Row("send_to", "[区人大, 区政协]", _("送：平级机关")),
    Row("issue_to", "[各乡镇党委, 区直各部门]", _("发：下级单位"), optional=False),
    Row("copies", "120", _("印数"), optional=False),
    Row("editor", "张三", _("编辑")),
    Row("reviewer", "李四", _("审核")),
    Row("approver", "王五", _("签发")),
)


def starter(template: Template, name: str, *, issue: int, date: dt.date, keys: Language) -> str:
    """Return the starting file of an issue in `template`, which the file calls `name`."""
    from briefgen.model.briefing import Article, Briefing, Colophon, Masthead

    facts = {"name": template.name, "issue": str(issue), "date": date.isoformat(), "template": name}

    def rows(model: type[Model], of: Sequence[Row]) -> str:
        return "".join(lines(model, of, keys, facts))

    def of(field: str) -> str:
        return key(Briefing, field, keys)

    articles = indent(rows(Article, _ARTICLE), "    ").replace("    ", "  - ", 1)
    return "\n".join([
        f"# yaml-language-server: $schema={SCHEMA_FILE}",
        "# " + translate("排版：briefgen render 本文件；以 # 开头的行是可选项，去掉 # 即生效") + "\n",
        rows(Briefing, [Row("template", "{template}", _("模板；briefgen templates 列出全部"), optional=False)]),
        f"{of('masthead')}:\n" + indent(rows(Masthead, _MASTHEAD), "  "),
        rows(Briefing, [
            Row("contents", "auto", _("目录：auto 多篇文章时排，true 或 false 强制")),
            Row("normalize_punctuation", "false", _("false：不改半角标点")),
            Row("editor_note", "这里写编者按。", _("编者按，也可用 | 写多段")),
        ]),
        f"{of('articles')}:\n{articles}",
        f"{of('colophon')}:\n" + indent(rows(Colophon, _COLOPHON), "  "),
    ])  # fmt: skip


def lines(
    model: type[Model], rows: Sequence[Row], keys: Language, facts: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Yield the lines of `rows`; a value that is the name of one of `facts` in braces becomes that."""
    for row in rows:
        value = row.value.format_map(facts) if facts and row.value.startswith("{") else row.value
        if value.startswith("|\n"):
            value = "|\n" + indent(value.removeprefix("|\n").rstrip("\n"), "  ")
        note = f"  # {translate(row.note)}" if row.note else ""
        yield f"{'# ' if row.optional else ''}{key(model, row.key, keys)}: {value}{note}\n"


def key(model: type[Model], field: str, keys: Language) -> str:
    """Return what `field` is called in the language of the keys."""
    return model.model_fields[field].title or field if keys == "zh" else field
