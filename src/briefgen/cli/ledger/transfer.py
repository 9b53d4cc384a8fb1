"""`briefgen ledger import` and `export`: records from tables, and into them.

In: a ledger, tables as CSV or XLSX. Out: records, or a file. Does not belong here: reading (`reader.tables`), writing
(`store.export`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen import output
from briefgen.cli import report
from briefgen.cli.ledger.options import place_argument, selection_options
from briefgen.cli.localised import language_option
from briefgen.diagnostics import Diagnostic, _
from briefgen.errors import InputError
from briefgen.messages import translate

if TYPE_CHECKING:
    from briefgen.ledger.entry import Entry
    from briefgen.ledger.selection import Selection


@click.command("import")
@place_argument
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--skip-known", is_flag=True, help=_("略过台账中已有的记录"))
@language_option
def import_command(place: str, files: tuple[Path, ...], skip_known: bool) -> None:
    """Add the records of `files` to the ledger at `place`."""
    from briefgen.reader.tables.records import read_records
    from briefgen.store import open_store

    store = open_store(place)
    entries: list[Entry] = []
    wrong: list[Diagnostic] = []
    for file in files:
        try:
            entries += read_records(file)
        except InputError as error:
            wrong += error.diagnostics
    if wrong:
        raise InputError(wrong)
    done = store.add(entries, skip_known=skip_known)
    report.out(
        translate("已导入 {added} 条，略过 {known} 条已有的", added=len(done.added), known=len(done.known))
    )


@click.command("export")
@place_argument
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@selection_options
@click.option("--force", is_flag=True, help=_("覆盖已有的文件"))
@language_option
def export_command(place: str, file: Path, selection: Selection, force: bool) -> None:
    """Write the records of `selection` to `file`."""
    from briefgen.store import open_store
    from briefgen.store.export import exported

    if file.exists() and not force:
        raise InputError([Diagnostic("BG606", values={"path": file})])
    entries = list(open_store(place).entries(selection))
    output.write({file: exported(entries, file)})
    report.out(translate("已导出 {count} 条：{path}", count=len(entries), path=file))
