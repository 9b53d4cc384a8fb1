"""`briefgen ledger check`: what contradicts itself, with both values and where they stand.

In: a ledger. Out: diagnostics, an exit code. Does not belong here: the checks (`ledger.checks`).
"""

from __future__ import annotations

import click

from briefgen.cli import AUTHOR, OK, report
from briefgen.cli.ledger.options import place_argument
from briefgen.cli.localised import language_option
from briefgen.diagnostics import Severity
from briefgen.messages import translate


@click.command("check")
@place_argument
@language_option
def command(place: str) -> int:
    """Print what is wrong with the ledger at `place`."""
    from briefgen.ledger.checks import check_ledger
    from briefgen.pipeline import ordered
    from briefgen.store import open_store

    store = open_store(place)
    entries = list(store.entries())
    found = ordered(check_ledger(store.ledger, entries))
    report.show(found)
    errors = sum(each.severity is Severity.ERROR for each in found)
    report.out(
        translate(
            "共 {count} 条记录：{errors} 处错误，{others} 处警告",
            count=len(entries),
            errors=errors,
            others=len(found) - errors,
        )
    )
    return AUTHOR if errors else OK
