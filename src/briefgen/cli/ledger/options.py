"""What the commands on a ledger have in common: where it is, and which records are meant.

In: words of the command line. Out: selections and periods. Does not belong here: what is done with them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.options import days_options
from briefgen.diagnostics import SourceMap, _
from briefgen.errors import InputError
from briefgen.messages import translate

if TYPE_CHECKING:
    from briefgen.ledger.entry import Entry
    from briefgen.model.campaign import Period

_Function = Callable[..., Any]

RECORD = {  # field of a record: placeholder, help
    "date": ("DATE", _("日期，如 2020-06-14")),
    "kind": ("TEXT", _("类别，如 学习研讨")),
    "form": ("TEXT", _("形式，如 线上")),
    "unit": ("TEXT", _("单位")),
    "place": ("TEXT", _("地点")),
    "count": ("N", _("数量")),
    "audience": ("N", _("人数，或播放量")),
    "level": ("TEXT", _("级别：国家、省、市、区、县、乡镇")),
    "title": ("TEXT", _("标题")),
    "source": ("TEXT", _("来源，如发稿的媒体")),
    "link": ("TEXT", _("网址，或照片的路径")),
    "note": ("TEXT", _("备注")),
    "id": ("ID", _("编号")),
}

place_argument = click.argument("place", metavar="PLACE")


def record_options(**helps: str) -> Callable[[_Function], _Function]:
    """Give a command an option for each field of a record, with help of its own from `helps`; it takes `fields`."""

    def decorate(function: _Function) -> _Function:
        @wraps(function)
        def recording(*args: Any, **more: Any) -> Any:
            given = {name: more.pop(f"record_{name}") for name in RECORD}
            return function(
                *args, fields={key: text for key, text in given.items() if text is not None}, **more
            )

        command: _Function = recording
        for name, (placeholder, text) in reversed(RECORD.items()):
            option = click.option(
                f"--{name}", f"record_{name}", metavar=placeholder, help=helps.get(name, text)
            )
            command = option(command)
        return command

    return decorate


def record_from(fields: Mapping[str, object]) -> Entry:
    """Return the record that `fields` make, those that are empty left out, as an entry.

    Raises:
        InputError: with every mistake in them.
    """
    from briefgen.ledger.entry import entry_of
    from briefgen.model.ledger import Record
    from briefgen.reader.tables.header import iso_day
    from briefgen.reader.validate import validate

    given = {name: value for name, value in fields.items() if value != ""}
    record, found = validate(Record, given | {"date": iso_day(str(given.get("date", "")))}, SourceMap())
    if record is None:
        raise InputError(found)
    return entry_of(record)


def selection_options(function: _Function) -> _Function:
    """Give a command the options that select records; it takes a `Selection`."""

    @wraps(function)
    def selecting(
        *args: Any, since: Any, until: Any, kinds: Any, units: Any, levels: Any, **more: Any
    ) -> Any:
        from briefgen.ledger.selection import Selection

        return function(*args, selection=Selection(since, until, kinds, units, levels), **more)

    command = days_options()(selecting)
    for option in (
        click.option(
            "--level", "levels", metavar="LEVEL", multiple=True, help=_("只要这一级别的，可多次使用")
        ),
        click.option("--unit", "units", metavar="UNIT", multiple=True, help=_("只要这一单位的，可多次使用")),
        click.option("--kind", "kinds", metavar="KIND", multiple=True, help=_("只要这一类别的，可多次使用")),
    ):
        command = option(command)
    return command


def period(since: dt.date | None, until: dt.date | None) -> Period | None:
    """Return the period from `since` to `until`, None if only its end was given."""
    from briefgen.model.campaign import Period

    if since is None:
        return None
    if until is None:
        raise click.UsageError(translate("有 --since 时还须有 --until"))
    return Period(start=since, end=until)
