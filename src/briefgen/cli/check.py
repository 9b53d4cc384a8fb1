"""`briefgen check`: everything that is wrong with briefings, reports and campaigns, without writing a file.

In: files. Out: diagnostics in the form asked for, an exit code. Does not belong here: the checks (`briefgen.checking`).
"""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli import AUTHOR, OK, report
from briefgen.cli.annotate import form_option
from briefgen.cli.localised import language_option
from briefgen.cli.options import quiet_option
from briefgen.diagnostics import Severity
from briefgen.messages import translate


@click.command("check")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@form_option
@quiet_option
@language_option
def command(files: tuple[Path, ...], form: str, quiet: bool) -> int:
    """Check `files` and return 1 if any is wrong."""
    from briefgen.checking import check

    found = [each for path in files for each in check(path)]
    report.annotated(found, form, quiet=quiet)
    wrong = sum(each.severity is Severity.ERROR for each in found)
    if form == "text" and not quiet:
        counts = {"files": len(files), "wrong": wrong, "others": len(found) - wrong}
        report.err(translate("检查了 {files} 个文件：{wrong} 处错误，{others} 处其他", **counts))
    return AUTHOR if wrong else OK
