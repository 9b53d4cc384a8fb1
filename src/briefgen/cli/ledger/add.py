"""`briefgen ledger add`: one record more.

In: the fields of a record as options. Out: the number that it got. Does not belong here: whether a value is right
(`model.ledger`), whether the record is there already (`store`).
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import click

from briefgen.cli import report
from briefgen.cli.ledger.options import place_argument
from briefgen.cli.localised import language_option
from briefgen.diagnostics import SourceMap, _
from briefgen.errors import InputError
from briefgen.messages import translate


@click.command("add")
@place_argument
@click.option("--date", metavar="DATE", help=_("日期，如 2020-06-14；默认今天"))
@click.option("--kind", metavar="TEXT", required=True, help=_("类别，如 学习研讨"))
@click.option("--form", metavar="TEXT", help=_("形式，如 线上"))
@click.option("--unit", metavar="TEXT", help=_("单位"))
@click.option("--place", "where", metavar="TEXT", help=_("地点"))
@click.option("--count", metavar="N", help=_("数量，默认 1"))
@click.option("--audience", metavar="N", help=_("人数，或播放量"))
@click.option("--level", metavar="TEXT", help=_("级别：国家、省、市、区、县、乡镇"))
@click.option("--title", metavar="TEXT", help=_("标题"))
@click.option("--source", metavar="TEXT", help=_("来源，如发稿的媒体"))
@click.option("--link", metavar="TEXT", help=_("网址，或照片的路径"))
@click.option("--note", metavar="TEXT", help=_("备注"))
@click.option("--id", metavar="ID", help=_("编号；默认自动编号"))
@language_option
def command(place: str, date: str | None, where: str | None, **fields: Any) -> None:
    """Add the record to the ledger at `place`, and print its number."""
    from briefgen.ledger.entry import entry_of
    from briefgen.model.ledger import Record
    from briefgen.reader.validate import validate
    from briefgen.store import open_store

    given = {"date": date or dt.date.today().isoformat(), "place": where, **fields}
    data = {name: value for name, value in given.items() if value is not None}
    record, found = validate(Record, data, SourceMap())
    if record is None:
        raise InputError(found)
    (entry,) = open_store(place).add([entry_of(record)]).added
    report.out(translate("已添加 {id}", id=entry.id))
