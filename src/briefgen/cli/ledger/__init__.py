"""`briefgen ledger`: records in, figures out, wherever the ledger is kept.

In: the name of a command. Out: the command. Does not belong here: what a command does.
"""

from __future__ import annotations

import click

from briefgen.cli.late import Home, LateGroup
from briefgen.cli.localised import language_option
from briefgen.diagnostics import _

HOMES = {
    "new": Home(f"{__name__}.new", "command", _("新建台账：在文件夹 FOLDER 里写一份 ledger.yaml。")),
    "add": Home(f"{__name__}.add", "command", _("添加一条记录；与已有的重复时拒绝。")),
    "edit": Home(
        f"{__name__}.edit",
        "edit_command",
        _("改正编号为 ID 的记录：只改写明的各项；写成空的一项被清除。"),
    ),
    "remove": Home(
        f"{__name__}.edit",
        "remove_command",
        _("删除编号为 ID 的记录；有一条不在台账里，就都不删除。"),
    ),
    "list": Home(f"{__name__}.show", "list_command", _("列出记录，按日期排列。")),
    "sum": Home(
        f"{__name__}.show",
        "sum_command",
        _("统计各指标的累计数；指定一段时间时，另列本期、上期与增减。"),
    ),
    "check": Home(f"{__name__}.check", "command", _("核对台账：重复的记录、合计与分项、公布数等。")),
    "import": Home(
        f"{__name__}.transfer",
        "import_command",
        _("从 CSV 或 XLSX 导入记录；有一条出错或重复，就都不导入。"),
    ),
    "export": Home(f"{__name__}.transfer", "export_command", _("导出记录为 CSV 或 XLSX，按日期排列。")),
}


@click.group(
    "ledger",
    cls=LateGroup,
    homes=HOMES,
    epilog=_("PLACE：含有 ledger.yaml 的文件夹，或数据库的地址。"),
)
@language_option
def command() -> None:
    """Take the options that all commands on a ledger share."""
