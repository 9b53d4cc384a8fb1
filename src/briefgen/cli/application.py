"""The group of all commands; each lives in a module of its own name and is imported when it is called.

In: the name of a command. Out: the command. Does not belong here: what a command does.
"""

from __future__ import annotations

import click

from briefgen import __version__
from briefgen.cli import PIPE_CLOSED
from briefgen.cli.late import LateGroup
from briefgen.cli.localised import language_option
from briefgen.diagnostics import _

COMMANDS = (
    "render", "batch", "compare", "weekly", "check", "new", "schema", "templates", "fonts", "ledger",
)  # fmt: skip


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
    homes={name: (f"briefgen.cli.{name}", "command") for name in COMMANDS},
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
