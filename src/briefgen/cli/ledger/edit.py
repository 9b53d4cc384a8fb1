"""`briefgen ledger edit` and `remove`: records that turn out to be wrong.

In: numbers of records, the fields that change. Out: what was changed or removed. Does not belong here: that an issue
has published otherwise (`weekly.register`), how a store does it (`store`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli import report
from briefgen.cli.ledger.options import place_argument, record_from, record_options
from briefgen.cli.ledger.show import record_fields
from briefgen.cli.localised import language_option
from briefgen.diagnostics import _
from briefgen.messages import printable, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.ledger.entry import Entry


@click.command("edit")
@place_argument
@click.argument("number", metavar="ID")
@record_options()
@language_option
def edit_command(place: str, number: str, fields: dict[str, str]) -> None:
    """Change the record with `number` in the ledger at `place`, and print what of it changed."""
    from briefgen.store import open_store

    if not fields:
        raise click.UsageError(translate("没有写明要改什么，如 --count 2"))

    def changed(entry: Entry) -> Entry:
        return record_from({**record_fields(entry), **fields})

    before, after = open_store(place).change(number, changed)
    lines = list(_changes(before, after))
    said = _("已改正 {id}") if lines else _("没有变化：{id}")
    report.out("\n".join([translate(said, id=after.id), *lines]))


@click.command("remove")
@place_argument
@click.argument("numbers", metavar="ID...", nargs=-1, required=True)
@language_option
def remove_command(place: str, numbers: tuple[str, ...]) -> None:
    """Remove the records with `numbers` from the ledger at `place`, and print them whole."""
    from briefgen.store import open_store

    for entry in open_store(place).remove(numbers):
        values = "，".join(
            printable(str(value)) for name, value in record_fields(entry).items() if name != "id"
        )
        report.out(translate("已删除 {id}：{values}", id=entry.id, values=values))


def _changes(before: Entry, after: Entry) -> Iterator[str]:
    """Yield a line for each field that is not as it was."""
    from briefgen.model.ledger import Record

    old, new = record_fields(before), record_fields(after)
    for name, field in Record.model_fields.items():
        was, now = (printable(str(each.get(name, "—"))) for each in (old, new))
        if was != now:
            yield f"  {name}（{field.title}）：{was} → {now}"
