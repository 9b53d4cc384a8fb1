"""`briefgen ledger new`: a commented `ledger.yaml` to begin with.

In: the name of a folder. Out: the file. Does not belong here: what a ledger is (`model.ledger`).
"""

from __future__ import annotations

from pathlib import Path

import click

from briefgen import output
from briefgen.cli import report
from briefgen.cli.localised import language_option
from briefgen.diagnostics import Diagnostic
from briefgen.errors import OutputError
from briefgen.messages import translate

STARTER = """\
# {note}
名称: 台账
# 起始日期: 2020-04-09
# 数据库: sqlite:///records.db
指标:
  - {{名称: 学习研讨, 计量单位: 场}}
  - {{名称: 宣讲, 计量单位: 场, 措辞: "{{n}}余{{unit}}"}}
  - {{名称: 宣讲受众, 类别: 宣讲, 取值: 受众, 计量单位: 人次, 措辞: "{{n}}余{{unit}}"}}
  - {{名称: 媒体发稿, 计量单位: 篇, 分项: 级别}}
  - {{名称: 市级以上发稿, 类别: 媒体发稿, 级别: [国家, 省, 市], 计量单位: 篇}}
"""


@click.command("new")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@language_option
def command(folder: Path) -> None:
    """Write `ledger.yaml` into `folder`, never over an old one."""
    from briefgen.store.opening import LEDGER

    file = folder / LEDGER
    if file.exists():
        raise OutputError([Diagnostic("BG606", values={"path": file})])
    output.make_folder(folder)
    output.write({file: ledger_text().encode()})
    report.out(translate("已生成 {path}", path=file))


def ledger_text() -> str:
    """Return the text of the file."""
    return STARTER.format(note=translate("台账的指标；记录存于 records/，用 briefgen ledger add 添加"))
