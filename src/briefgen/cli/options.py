"""Options that several commands have in common.

In: nothing. Out: decorators that give a command its options. Does not belong here: what a command does with them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

import click

from briefgen.cli.targets import known_formats
from briefgen.diagnostics import _
from briefgen.messages import translate

_Function = TypeVar("_Function", bound=Callable[..., object])
_WEEK = re.compile(r"([0-9]{4})-?[Ww]([0-9]{1,2})")


def split_formats(
    _context: click.Context, _option: click.Parameter, values: Sequence[str]
) -> tuple[str, ...]:
    """Return the formats that the values of `-f` name, each once."""
    names = [name.strip().lower() for value in values for name in value.split(",")]
    known_formats(names)
    return tuple(dict.fromkeys(names))


def formats_option(name: str) -> Callable[[_Function], _Function]:
    """Return `-f`, whose long form is `name`; it gives `formats`."""
    return click.option(
        "-f", name, "formats", metavar="NAMES", multiple=True, callback=split_formats,
        help=_("输出格式，逗号分隔（默认 docx,pdf）"),
    )  # fmt: skip


def rendering_options(function: _Function) -> _Function:
    """Give a command that renders briefings `-f`, `-t`, `--set` and `--json`.

    It takes `formats`, `template`, `overrides` and `as_json`.
    """
    for option in (
        click.option("--json", "as_json", is_flag=True, help=_("在标准输出上以 JSON 报告结果")),
        click.option(
            "--set", "overrides", metavar="KEY=VALUE", multiple=True, help=_("改动一项，如 masthead.issue=13")
        ),
        click.option("-t", "--template", metavar="NAME|FILE", help=_("换用别的模板")),
        formats_option("--format"),
    ):
        function = option(function)
    return function


class Day(click.ParamType[dt.date]):
    """A day: `2020-06-14`."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Return the day that `value` names."""
        try:
            return value if isinstance(value, dt.date) else dt.datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(translate("日期写成 2020-06-14（实际为“{actual}”）", actual=value), param, ctx)


class Week(click.ParamType[dt.date]):
    """A week by ISO 8601: `2020-W24`, from Monday to Sunday."""

    name = "week"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Return the Monday of the week that `value` names."""
        if isinstance(value, dt.date):
            return value
        found = _WEEK.fullmatch(value.strip())
        try:
            year, number = map(int, found.groups() if found else (0, 0))
            return dt.date.fromisocalendar(year, number, 1)
        except ValueError:
            self.fail(translate("周写成 2020-W24（实际为“{actual}”）", actual=value), param, ctx)


def days_options(
    *,
    week: str = _("某一周，周一至周日（ISO 8601）"),
    since: str = _("自这一天起"),
    until: str = _("至这一天，含当日"),
) -> Callable[[_Function], _Function]:
    """Give a command `--since`, `--until` and `--week`, with these helps; it takes `since` and `until`."""

    def decorate(function: _Function) -> _Function:
        @wraps(function)
        def dated(*args: Any, **given: Any) -> object:
            first, last, monday = (given.pop(f"days_{name}") for name in ("since", "until", "week"))
            if monday and (first or last):
                raise click.UsageError(translate("--week 不能与 --since、--until 同用"))
            if monday:
                first, last = monday, monday + dt.timedelta(days=6)
            if first and last and last < first:
                raise click.UsageError(translate("--until 早于 --since"))
            return function(*args, since=first, until=last, **given)

        command: Any = dated
        for option in (
            click.option("--week", "days_week", metavar="2020-W24", type=Week(), help=week),
            click.option("--until", "days_until", metavar="DATE", type=Day(), help=until),
            click.option("--since", "days_since", metavar="DATE", type=Day(), help=since),
        ):
            command = option(command)
        decorated: _Function = command
        return decorated

    return decorate


quiet_option = click.option("-q", "--quiet", is_flag=True, help=_("只报告错误"))
