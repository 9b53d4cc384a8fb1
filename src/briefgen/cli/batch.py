"""`briefgen batch`: many briefings at once, through processes of this machine or a Dask cluster.

In: folders, patterns, files, options. Out: files, diagnostics, a summary, an exit code. Does not belong here: the batch
(`briefgen.batch`).
"""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, ExitStack, closing

import click
from msgspec import Struct, field

from briefgen import batch
from briefgen.batch import storage
from briefgen.batch.plan import Found, find
from briefgen.cli import AUTHOR, BUG, OK, record, report
from briefgen.cli.localised import language_option
from briefgen.cli.options import quiet_option, rendering_options
from briefgen.cli.progress import tracked
from briefgen.diagnostics import Severity, _
from briefgen.messages import short_path, translate

LISTED = 20  # failed inputs at the end


class Tally(Struct):
    """What became of the briefings so far."""

    total: int = 0
    skipped: int = 0
    failed: list[str] = field(default_factory=list)
    code: int = OK

    def add(self, outcome: batch.Outcome) -> None:
        """Count `outcome`."""
        self.total += 1
        self.skipped += outcome.skipped
        if not outcome.ok:
            self.failed.append(outcome.source)
            self.code = max(self.code, BUG if outcome.traceback else AUTHOR)

    def show(self) -> None:
        """Print the summary."""
        report.summary(len(self.failed), self.total, self.skipped)
        report.failures(self.failed[:LISTED], len(self.failed) - LISTED)


@click.command("batch")
@click.argument("places", metavar="DIR|GLOB...", nargs=-1, required=True)
@click.option(
    "-j", "--jobs", metavar="N", type=click.IntRange(min=1), help=_("同时工作的进程数（默认等于处理器数）")
)
@click.option("-o", "--output", metavar="DIR|URL", help=_("输出文件夹，保持输入的目录结构（默认在输入旁边）"))
@rendering_options
@click.option("--resume", is_flag=True, help=_("跳过已完成且内容未变的"))
@click.option("--dask", metavar="ADDRESS", help=_("交给 Dask 集群，如 tcp://10.0.0.1:8786"))
@quiet_option
@language_option
def command(
    places: tuple[str, ...],
    jobs: int | None,
    output: str | None,
    formats: tuple[str, ...],
    template: str | None,
    overrides: tuple[str, ...],
    resume: bool,
    dask: str | None,
    as_json: bool,
    quiet: bool,
) -> int:
    """Render all briefings at `places` and return the gravest of their exit codes."""
    gc.enable()  # a batch may run for hours
    if jobs and dask:
        raise click.UsageError(translate("--dask 不能与 -j 同用"))
    if dask:  # its workers may stand in another folder
        places, output = _absolute(places), output and _absolute([output])[0]
    found = _found(places)
    tally = Tally()
    with ExitStack() as stack:
        executor, workers = stack.enter_context(_cluster(dask)) if dask else (None, jobs)
        outcomes = batch.render_many(
            found.files,
            output=output,
            formats=formats,
            root=found.root,
            template=template,
            overrides=overrides,
            resume=resume,
            executor=executor,
            workers=workers,
        )
        if not quiet:
            stack.callback(tally.show)  # after Ctrl-C too
        results = stack.enter_context(record.Results()) if as_json else None
        stack.enter_context(closing(outcomes))
        for outcome in tracked(outcomes, len(found.files), visible=report.is_terminal() and not quiet):
            tally.add(outcome)
            _tell(outcome, quiet=quiet)
            if results is not None:
                results.add(outcome)
    return tally.code


def _absolute(places: Sequence[str]) -> tuple[str, ...]:
    return tuple(place if storage.is_url(place) else os.path.abspath(place) for place in places)  # noqa: PTH100


def _found(places: Sequence[str]) -> Found:
    try:
        return find(places)
    except ValueError as error:
        raise click.UsageError(translate("各输入没有共同的上级文件夹")) from error


def _cluster(address: str) -> AbstractContextManager[tuple[Executor, int]]:
    from briefgen.batch.dask import cluster

    return cluster(address)


def _tell(outcome: batch.Outcome, *, quiet: bool) -> None:
    report.show(each for each in outcome.diagnostics if not quiet or each.severity is Severity.ERROR)
    if outcome.traceback:
        report.err(short_path(outcome.source))
        report.bug(outcome.traceback)
