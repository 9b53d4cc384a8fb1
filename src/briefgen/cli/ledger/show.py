"""`briefgen ledger list` and `sum`: the records, and the figures that they add up to.

In: a ledger and what of it is asked for. Out: tables, or JSON whose keys `docs/ledger.md` lists. Does not belong here:
adding up (`ledger`).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli import report
from briefgen.cli.ledger.options import period, place_argument, selection_options
from briefgen.cli.localised import language_option
from briefgen.cli.options import days_options
from briefgen.diagnostics import _
from briefgen.messages import printable, translate

if TYPE_CHECKING:
    from briefgen.ledger.entry import Entry
    from briefgen.ledger.figures import Figures
    from briefgen.ledger.selection import Selection
    from briefgen.ledger.tally import Totals

_LIST_HEAD = (_("编号"), _("日期"), _("类别"), _("级别"), _("单位"), _("数量"), _("受众"), _("标题"))
_SUM_HEAD = (_("指标"), _("累计"), _("措辞"))
_PERIOD_HEAD = (_("指标"), _("累计"), _("本期"), _("上期"), _("增减"), _("措辞"))
_INDENT = "  "


@click.command("list")
@place_argument
@selection_options
@click.option("--json", "as_json", is_flag=True, help=_("以 JSON 列出"))
@language_option
def list_command(place: str, selection: Selection, as_json: bool) -> None:
    """Print the records of `selection`."""
    from briefgen.store import open_store

    entries = open_store(place).entries(selection)
    if as_json:
        report.out(_json([_record(entry) for entry in entries]))
    else:
        report.table([tuple(map(translate, _LIST_HEAD)), *map(_line, entries)])


@click.command("sum")
@place_argument
@days_options()
@click.option("--json", "as_json", is_flag=True, help=_("以 JSON 列出"))
@language_option
def sum_command(place: str, since: dt.date | None, until: dt.date | None, as_json: bool) -> None:
    """Print the figures up to `until`, and those from `since` on if it is given."""
    from briefgen.ledger.figures import figures
    from briefgen.ledger.tally import tally
    from briefgen.store import open_store

    asked, last = period(since, until), until or dt.date.max
    store = open_store(place)
    metrics = store.ledger.metrics
    entries = store.for_tally(metrics, last)
    if asked is None:
        rows = list(_totals(tally(entries, metrics, [last])))
    else:
        rows = list(_figures(figures(entries, store.ledger, asked)))
    if as_json:
        report.out(_json(rows))
    else:
        head = _SUM_HEAD if asked is None else _PERIOD_HEAD
        report.table([list(map(translate, head)), *map(_cells, rows)])


def _totals(totals: dict[str, Totals]) -> Iterator[dict[str, Any]]:
    from briefgen.ledger.wording import worded

    for name, each in totals.items():
        total = each.whole[-1]
        yield {"metric": name, "part": None, "total": total, "words": worded(total, each.metric)}
        for (_by, part), values in each.parts.items():
            yield {"metric": name, "part": part, "total": values[-1]}


def _figures(found: Figures) -> Iterator[dict[str, Any]]:
    for each in found:
        for part, figure in (
            (None, each.whole),
            *((name, figure) for (_by, name), figure in each.parts.items()),
        ):
            yield {
                "metric": each.metric.name, "part": part, "total": figure.total, "current": figure.current,
                "previous": figure.previous, "change": figure.change, **({} if part else {"words": each.words}),
            }  # fmt: skip


def _cells(row: dict[str, Any]) -> list[str]:
    name = row["metric"] if row["part"] is None else _INDENT + row["part"]
    numbers = [str(row[key]) for key in ("total", "current", "previous") if key in row]
    change = [f"{row['change']:+}" if row["change"] else "0"] if "change" in row else []
    return [printable(name), *numbers, *change, row.get("words", "")]


def _line(entry: Entry) -> list[str]:
    texts = (
        entry.id, entry.date.isoformat(), entry.kind, entry.level, entry.unit, str(entry.amount),
        str(entry.audience or ""), entry.title,
    )  # fmt: skip
    return list(map(printable, texts))


def record_fields(entry: Entry) -> dict[str, Any]:
    """Return the fields of the record that `entry` is, those that are empty left out."""
    return {name: value for name, value in _record(entry).items() if value or name == "count"}


def _record(entry: Entry) -> dict[str, Any]:
    from briefgen.model.ledger import Record

    values = entry._asdict() | {"date": entry.date.isoformat(), "count": entry.amount}
    return {name: values[name] for name in Record.model_fields}


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode()
