"""`briefgen ledger add`: one record more.

In: the fields of a record as options. Out: the number that it got. Does not belong here: whether a value is right
(`model.ledger`), whether the record is there already (`store`).
"""

from __future__ import annotations

import datetime as dt

import click

from briefgen.cli import report
from briefgen.cli.ledger.options import place_argument, record_from, record_options
from briefgen.cli.localised import language_option
from briefgen.diagnostics import _
from briefgen.messages import translate


@click.command("add")
@place_argument
@record_options(date=_("日期，如 2020-06-14；默认今天"), count=_("数量，默认 1"), id=_("编号；默认自动编号"))
@language_option
def command(place: str, fields: dict[str, str]) -> None:
    """Add the record to the ledger at `place`, and print its number."""
    from briefgen.store import open_store

    entry = record_from({"date": dt.date.today().isoformat(), **fields})
    (added,) = open_store(place).add([entry]).added
    report.out(translate("已添加 {id}", id=added.id))
