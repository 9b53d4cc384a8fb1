"""`briefgen weekly`: the issue of a week, compiled from articles and ledger, and rendered.

In: the file of a campaign, a week or two days. Out: the issue's files, a line for each, diagnostics. Does not belong
here: compiling (`briefgen.weekly`).
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import AUTHOR, OK, annotate, report
from briefgen.cli.localised import language_option
from briefgen.cli.render import split_formats
from briefgen.diagnostics import _
from briefgen.errors import InputError
from briefgen.messages import translate

if TYPE_CHECKING:
    from briefgen.model.campaign import Period
    from briefgen.weekly import Compiled

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("weekly")
@click.argument("campaign", metavar="CAMPAIGN", type=click.Path(path_type=Path))
@click.option("--week", metavar="2020-W24", help=_("哪一周（默认上一周）"))
@click.option("--since", type=_DAY, metavar="DATE", help=_("从哪一天起，代替 --week"))
@click.option("--until", type=_DAY, metavar="DATE", help=_("到哪一天止"))
@click.option(
    "-o", "--output", "folder", metavar="DIR", type=click.Path(path_type=Path), help=_("成品的文件夹")
)
@click.option(
    "-f", "--formats", "formats", metavar="NAMES", multiple=True, callback=split_formats,
    help=_("输出格式，逗号分隔（默认 docx,pdf）"),
)  # fmt: skip
@click.option("--publish", is_flag=True, help=_("标为已发布：以后不再改动"))
@click.option("--force", is_flag=True, help=_("重新编成，即使已经发布或有手工改动"))
@click.option(
    "--format", "form", type=click.Choice(list(annotate.FORMS)), default="text", help=_("诊断的形式")
)
@click.option("-q", "--quiet", is_flag=True, help=_("只报告错误"))
@language_option
def command(
    campaign: Path,
    week: str | None,
    since: dt.datetime | None,
    until: dt.datetime | None,
    folder: Path | None,
    formats: tuple[str, ...],
    publish: bool,
    force: bool,
    form: str,
    quiet: bool,
) -> int:
    """Compile and render the issue of the period; return 1 if anything is wrong."""
    from briefgen.weekly import compile_week
    from briefgen.weekly.compiling import FORMATS, Wishes

    period = _period(week, since, until)
    try:
        made = compile_week(campaign, period, Wishes(force, publish, formats or FORMATS, folder))
    except InputError as error:
        report.annotated(error.diagnostics, form)
        return AUTHOR
    report.annotated(made.diagnostics, form, quiet=quiet)
    if form == "text" and not quiet:
        _tell(made)
    return OK


def _period(week: str | None, since: dt.datetime | None, until: dt.datetime | None) -> Period:
    from briefgen import weekly
    from briefgen.model.campaign import Period

    if week is not None:
        if since or until:
            raise click.UsageError(translate("--week 不能与 --since、--until 同用"))
        try:
            return weekly.week(week)
        except ValueError:
            raise click.UsageError(translate("没有这一周：{week}；写法：2020-W24", week=week)) from None
    if since and until:
        if until < since:
            raise click.UsageError(translate("--until 早于 --since"))
        return Period(start=since.date(), end=until.date())
    if since or until:
        raise click.UsageError(translate("--since 与 --until 须同时写"))
    last = dt.date.today() - dt.timedelta(days=7)
    year, number, _day = last.isocalendar()
    return weekly.week(f"{year}-W{number}")


def _tell(made: Compiled) -> None:
    words = {"written": _("已编成"), "unchanged": _("没有变化"), "kept": _("保留手工改动")}
    report.out(
        translate(
            "第 {issue} 期：{state} {path}",
            issue=made.issue,
            state=translate(words[made.state]),
            path=made.file,
        )
    )
    for path in made.result.files:
        report.written(path, made.result)
    totals = "，".join(f"{name} {value}" for name, value in made.figures.items() if "." not in name)
    report.out(translate("累计：") + totals)
