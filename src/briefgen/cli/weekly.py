"""`briefgen weekly`: the issue of a week, compiled from articles and ledger, and rendered.

In: the file of a campaign, a week or two days. Out: the issue's files, a line for each, diagnostics. Does not belong
here: compiling (`briefgen.weekly`).
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import AUTHOR, OK, report
from briefgen.cli.annotate import form_option
from briefgen.cli.localised import language_option
from briefgen.cli.options import days_options, formats_option, quiet_option
from briefgen.diagnostics import _
from briefgen.errors import InputError
from briefgen.messages import translate

if TYPE_CHECKING:
    from briefgen.model.campaign import Period
    from briefgen.weekly import Compiled


@click.command("weekly")
@click.argument("campaign", metavar="CAMPAIGN", type=click.Path(path_type=Path))
@days_options(week=_("哪一周（默认上一周）"), since=_("从哪一天起，代替 --week"), until=_("到哪一天止"))
@click.option(
    "-o", "--output", "folder", metavar="DIR", type=click.Path(path_type=Path), help=_("成品的文件夹")
)
@formats_option("--formats")
@click.option("--publish", is_flag=True, help=_("标为已发布：以后不再改动"))
@click.option("--force", is_flag=True, help=_("重新编成，即使已经发布或有手工改动"))
@form_option
@quiet_option
@language_option
def command(
    campaign: Path,
    since: dt.date | None,
    until: dt.date | None,
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

    period = _period(since, until)
    try:
        made = compile_week(campaign, period, Wishes(force, publish, formats or FORMATS, folder))
    except InputError as error:
        report.annotated(error.diagnostics, form)
        return AUTHOR
    report.annotated(made.diagnostics, form, quiet=quiet)
    if form == "text" and not quiet:
        _tell(made)
    return OK


def _period(since: dt.date | None, until: dt.date | None) -> Period:
    """Return the period asked for, the last whole week if none is."""
    from briefgen.model.campaign import Period

    if since and until:
        return Period(start=since, end=until)
    if since or until:
        raise click.UsageError(translate("--since 与 --until 须同时写"))
    today = dt.date.today()
    monday = today - dt.timedelta(days=today.weekday() + 7)
    return Period(start=monday, end=monday + dt.timedelta(days=6))


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
