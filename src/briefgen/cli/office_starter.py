"""The files that `briefgen new` begins a campaign office, or one of its documents, with.

In: the date, the language of the keys. Out: texts of YAML and Markdown by the names of their files, optional fields as
comments. Does not belong here: files, the starter of a briefing (`starter`).
"""

from __future__ import annotations

import datetime as dt
from textwrap import indent
from typing import TYPE_CHECKING

from briefgen.cli.ledger.new import ledger_text
from briefgen.cli.starter import Row, key, lines
from briefgen.diagnostics import _
from briefgen.messages import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.messages import Language
    from briefgen.model.base import Model

_HEAD = "# yaml-language-server: $schema={kind}.schema.json\n"
_TWO_MONTHS = dt.timedelta(days=60)


class Starter:
    """Writes the starting files of a campaign that begins on `date`."""

    def __init__(self, date: dt.date, keys: Language) -> None:
        self._date = date
        self._keys = keys

    def campaign(self, name: str) -> dict[str, str]:
        """Return the campaign's file, which is called `name`, and those that it names."""
        year, week, _day = self._date.isocalendar()
        return {
            name: self._campaign(name, f"{year}-W{week:02}"),
            "plan.yaml": self._plan(),
            "ledger/ledger.yaml": ledger_text(),
            f"articles/{self._date}.md": self._article(),
        }

    def report(self, template: str) -> str:
        """Return the file of a document of the office in `template`."""
        from briefgen.model.report import Report

        return _HEAD.format(kind="report") + self._rows(Report, [
            Row("template", template, _("模板；briefgen templates 列出全部"), optional=False),
            Row("campaign", "campaign.yaml", _("活动文件"), optional=False),
            Row("date", str(self._date), _("截至哪一天；也是印发的日期"), optional=False),
            Row("since", str(self._date - dt.timedelta(days=self._date.weekday())), _("本期从哪一天起")),
            Row("title", "这里写标题", _("标题，可用 | 指定断行处")),
            Row("issue", "1", _("第几期")),
            Row("issuer", "活动办公室", _("编发单位")),
            Row("body", "下一步，要抓紧推进。", _("排在最后的文字，如下步要求")),
        ])  # fmt: skip

    def _campaign(self, name: str, week: str) -> str:
        from briefgen.model.briefing import Colophon
        from briefgen.model.campaign import Bulletin, Campaign, Office, Period, Slogan
        from briefgen.model.weekly import Summary, Weekly

        flow = self._flow
        end = self._date + _TWO_MONTHS
        head = translate(
            "排版：briefgen weekly {name} --week {week}；检查：briefgen check {name}", name=name, week=week
        )
        slogan = flow(Slogan, name="三到位", items="[安排部署到位, 工作措施到位, 工作推进到位]")
        campaign = self._rows(Campaign, [
            Row("name", "“××××”活动", _("活动全称"), optional=False),
            Row("short_name", "××××活动", _("文中的简称")),
            Row("period", flow(Period, start=self._date, end=end), _("开始与结束的日期"), optional=False),
            Row("host", "中共××区委", _("主办单位"), optional=False),
            Row("lead", "中共××区委宣传部", _("牵头单位"), optional=False),
            Row("office", flow(Office, name="活动办公室"), _("办公室与工作组")),
            Row("slogans", f"[{slogan}]", _("数字口号，检查项数与对仗")),
            Row("bulletins", f"[{flow(Bulletin, name='区委简报', level='区')}]", _("向哪些刊物报送")),
            Row("plan", "plan.yaml", _("任务分工表，也可以是 XLSX 或 CSV"), optional=False),
            Row("ledger", "ledger", _("台账：用 briefgen ledger add 添加记录"), optional=False),
            Row("meetings", "meetings.yaml", _("会议")),
            Row("submissions", "submissions.csv", _("报送")),
            Row("follow_ups", "follow-ups.csv", _("调度")),
        ])  # fmt: skip
        foot = flow(Colophon, report_to="区委常委", issue_to="[各乡镇, 区直各部门]", copies=120)
        words = "{{截至}}，共开展学习研讨{{学习研讨}}、宣讲{{宣讲}}，媒体发稿{{媒体发稿}}。"
        weekly = self._rows(Weekly, [
            Row("template", "huodong-dongtai", _("简报的模板"), optional=False),
            Row("name", "活动动态", _("简报名称"), optional=False),
            Row("note", "内部资料　注意保存", _("注意事项")),
            Row("first_issue", "1", _("第一份周报的期号"), optional=False),
            Row("delay", "1", _("一周结束后几天编发")),
            Row("editor_note", "本期收入{{本期}}的稿件。", _("编者按")),
            Row("summary", flow(Summary, title="截至目前", text=f'"{words}"'), _("每期末尾的数据"), optional=False),
            Row("colophon", foot, _("报尾"), optional=False),
        ])  # fmt: skip
        weekly = f"{key(Campaign, 'weekly', self._keys)}:\n{indent(weekly, '  ')}"
        return f"{_HEAD.format(kind='campaign')}# {head}\n\n{campaign}\n{weekly}"

    def _plan(self) -> str:
        from briefgen.model.plan import Aspect, Item, Plan

        item = self._rows(Item, [
            Row("title", "组织专题学习研讨", "", optional=False),
            Row("lead", "[区委宣传部]", _("牵头单位"), optional=False),
            Row("responsible", "[区委组织部, 各乡镇]", _("责任单位"), optional=False),
            Row("start", str(self._date), _("开始日期"), optional=False),
            Row("deadline", str(self._date + _TWO_MONTHS), _("完成时限"), optional=False),
            Row("deliverable", "学习计划", _("成果形式")),
        ])  # fmt: skip
        title = self._rows(Aspect, [Row("title", "学习研讨", "", optional=False)])
        aspect = f"{title}{key(Aspect, 'items', self._keys)}:\n{_only(item)}"
        head = self._rows(Plan, [
            Row("name", "任务分工表", _("表的名称"), optional=False),
            Row("date", str(self._date), _("印发日期"), optional=False),
        ])  # fmt: skip
        return f"{_HEAD.format(kind='plan')}{head}{key(Plan, 'aspects', self._keys)}:\n{_only(aspect)}"

    def _article(self) -> str:
        from briefgen.model.weekly import FrontMatter

        head = self._rows(FrontMatter, [
            Row("title", "这里写文章标题", "", optional=False),
            Row("date", str(self._date), _("日期决定它进哪一期"), optional=False),
            Row("source", "区委宣传部", _("供稿单位"), optional=False),
        ])  # fmt: skip
        return f"---\n{head}---\n\n{{{{截至}}}}，全区开展学习研讨{{{{学习研讨}}}}，其中本周{{{{学习研讨.本期}}}}场。\n"

    def _rows(self, model: type[Model], rows: Sequence[Row]) -> str:
        return "".join(lines(model, rows, self._keys))

    def _flow(self, model: type[Model], **fields: object) -> str:
        """Return a mapping on one line."""
        return (
            "{"
            + ", ".join(f"{key(model, name, self._keys)}: {value}" for name, value in fields.items())
            + "}"
        )


def _only(text: str) -> str:
    """Return `text` as the only item of a list."""
    return indent(text, "    ").replace("    ", "  - ", 1)
