"""What the terminal shows: diagnostics on stderr, one line for each file on stdout.

In: diagnostics and results. Out: text, coloured on terminals only. Does not belong here: the wording of
diagnostics (`messages`), JSON (`cli.record`).
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

import click

from briefgen import __version__, messages, output
from briefgen.diagnostics import Diagnostic, Phrase, Severity
from briefgen.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from briefgen.pipeline import Result

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def out(text: str, end: str = "\n") -> None:
    """Print `text` on stdout."""
    click.echo(text + end, nl=False)


def err(text: str) -> None:
    """Print `text` on stderr, if that takes it."""
    with suppress(OSError):
        click.echo(text, err=True)


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """Print `diagnostics` on stderr, each with its hint."""
    for diagnostic in diagnostics:
        err(_coloured(diagnostic))


def annotated(diagnostics: Sequence[Diagnostic], form: str, *, quiet: bool = False) -> None:
    """Print `diagnostics` in one of the forms of `annotate`: for people on stderr, for programs on stdout."""
    shown = [each for each in diagnostics if not quiet or each.severity is Severity.ERROR]
    if form == "text":
        show(shown)
        return
    from briefgen.cli import annotate

    if words := annotate.FORMS[form](shown):
        out(words)


def _coloured(diagnostic: Diagnostic) -> str:
    where = messages.place(diagnostic.position)
    word = messages.severity(diagnostic)
    rest = messages.render(diagnostic).removeprefix(where)
    painted = click.style(word, fg=_COLORS[diagnostic.severity], bold=True)
    return click.style(where, bold=True) + rest.replace(word, painted, 1)


def table(rows: Sequence[Sequence[str]]) -> None:
    """Print `rows` on stdout, their columns flush; a Han character takes two places."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        out("  ".join(cells).rstrip())


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def written(path: Path, result: Result) -> None:
    """Print the line of a file that was written: its path, pages and warnings."""
    warnings = Counter(found.severity for found in result.warnings)[Severity.WARNING]
    facts = translate("{pages} 页", pages=result.pages)
    if warnings:
        facts = translate("{pages} 页，{warnings} 处警告", pages=result.pages, warnings=warnings)
    out(translate("已写入 {path}（{facts}）", path=path, facts=facts))


def summary(failed: int, total: int, skipped: int = 0) -> None:
    """Print on stderr how many of several inputs went well, how many not, how many were left as they are."""
    counts = {"total": total, "good": total - failed, "failed": failed, "skipped": skipped}
    if skipped:
        err(translate("共 {total} 份：{good} 份完成（{skipped} 份未变，已跳过），{failed} 份有错", **counts))
    else:
        err(translate("共 {total} 份：{good} 份完成，{failed} 份有错", **counts))


def failures(names: Sequence[str], more: int) -> None:
    """Print on stderr the `names` of inputs that failed; there are `more` of them."""
    if names:
        err(translate("有错的简报："))
        for name in names:
            err(f"  {messages.short_path(name)}")
    if more > 0:
        err(translate("  ……另有 {more} 份", more=more))


def interrupted() -> None:
    """Print on stderr that the user stopped the run."""
    err(translate("已中断"))


def stream_failed(error: OSError) -> None:
    """Print on stderr that stdout takes no more."""
    show([Diagnostic("BG601", values={"path": Phrase("标准输出"), "reason": output.reason(error)})])


def bug(trace: str | None = None) -> None:
    """Print `trace`, by default that of the current exception, on stderr, and ask to report it."""
    import platform
    import traceback

    err(trace or traceback.format_exc())
    versions = f"briefgen {__version__}, Python {platform.python_version()}, {platform.system()}"
    text = translate("这是 briefgen 的程序故障，请连同以上内容报告给维护者（{versions}）", versions=versions)
    click.echo(text, err=True)


def is_terminal() -> bool:
    """Return whether stderr is a terminal that can show a moving bar."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
