"""The group of all commands; each lives in a module of its own name and is imported when it is called.

In: the name of a command. Out: the command. Does not belong here: what a command does.
"""

from __future__ import annotations

import click

from briefgen import __version__
from briefgen.cli import PIPE_CLOSED
from briefgen.cli.late import Home, LateGroup
from briefgen.cli.localised import language_option
from briefgen.diagnostics import _

COMMANDS = {
    "render": _("把简报文件排成 DOCX 与 PDF，默认写在输入文件旁边。"),
    "batch": _("把许多简报一起排成 DOCX 与 PDF：文件夹、通配符、文件或 URL。"),
    "compare": _("逐行比较 PDF 与办公软件（LibreOffice）所排的 DOCX。"),
    "weekly": _("编成一周的简报并排版：收入本周的文章和台账的数字。"),
    "check": _("检查而不写文件：简报、报表、活动及其各个文件。"),
    "new": _("生成一份带注释的起始文件，旁边放上 JSON Schema。"),
    "schema": _("打印简报等文件的 JSON Schema，供编辑器补全与检查。"),
    "templates": _("列出内置模板。"),
    "fonts": _("列出 PDF 所用的字体及其来源、许可与覆盖率。"),
    "ledger": _("台账：添加、改正、删除、列出、统计、核对、导入与导出记录。"),
}


class Application(LateGroup):
    """The group of all commands."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader of our output that went away ends it as the shell expects."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # click itself would end the process with code 1
            raise click.exceptions.Exit(PIPE_CLOSED) from None


@click.group(
    cls=Application,
    homes={name: Home(f"briefgen.cli.{name}", "command", words) for name, words in COMMANDS.items()},
    help=_("把一个 YAML 文件排成公文版式的简报（DOCX 与 PDF）。"),
    epilog=_("退出码：0 成功，1 输入有错，2 用法有错，3 程序故障。"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__, "-V", "--version", message="%(prog)s %(version)s", prog_name="briefgen", help=_("显示版本")
)
@language_option
def application() -> None:
    """Take the options that all commands share."""
