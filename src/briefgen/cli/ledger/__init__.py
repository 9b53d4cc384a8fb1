"""`briefgen ledger`: records in, figures out, wherever the ledger is kept.

In: the name of a command. Out: the command. Does not belong here: what a command does.
"""

from __future__ import annotations

import click

from briefgen.cli.late import LateGroup
from briefgen.cli.localised import language_option
from briefgen.diagnostics import _

HOMES = {
    "new": ("briefgen.cli.ledger.new", "command"),
    "add": ("briefgen.cli.ledger.add", "command"),
    "edit": ("briefgen.cli.ledger.edit", "edit_command"),
    "remove": ("briefgen.cli.ledger.edit", "remove_command"),
    "list": ("briefgen.cli.ledger.show", "list_command"),
    "sum": ("briefgen.cli.ledger.show", "sum_command"),
    "check": ("briefgen.cli.ledger.check", "command"),
    "import": ("briefgen.cli.ledger.transfer", "import_command"),
    "export": ("briefgen.cli.ledger.transfer", "export_command"),
}


@click.group(
    "ledger",
    cls=LateGroup,
    homes=HOMES,
    help=_("台账：添加、改正、删除、列出、统计、核对、导入与导出记录。"),
    epilog=_("PLACE：含有 ledger.yaml 的文件夹，或数据库的地址。"),
)
@language_option
def command() -> None:
    """Take the options that all commands on a ledger share."""
