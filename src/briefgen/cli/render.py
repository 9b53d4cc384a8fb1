"""`briefgen render`: briefings into files, each on its own, whatever becomes of the others.

In: files and options. Out: files, a line for each, diagnostics, an exit code. Does not belong here: the pipeline.
"""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct

from briefgen import output, pipeline
from briefgen.cli import AUTHOR, BUG, OK, report
from briefgen.cli.localised import language_option
from briefgen.cli.options import quiet_option, rendering_options
from briefgen.cli.progress import tracked
from briefgen.cli.targets import Job, plan
from briefgen.diagnostics import Diagnostic, Severity, _
from briefgen.errors import InputError
from briefgen.messages import translate
from briefgen.writers import format_of

DUMPS = ("doctree", "frames")


class Wishes(Struct, frozen=True):
    """The options that hold for every file."""

    template: str | None = None
    overrides: tuple[str, ...] = ()
    dump: str | None = None
    show_grid: bool = False


class Outcome(Struct, frozen=True):
    """What became of an input: an exit code, the result if there is one, all diagnostics, the dump asked for."""

    input: Path
    code: int
    result: pipeline.Result | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    dump: str = ""


@click.command("render")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", "target", metavar="FILE|DIR", help=_("输出文件或文件夹，没有的文件夹会新建"))
@rendering_options
@click.option("--dump", type=click.Choice(DUMPS), help=_("只打印文档树或版面，不写文件"))
@click.option("--show-grid", is_flag=True, help=_("校样：在 PDF 里画出版心、网格与基线（DOCX 里没有）"))
@quiet_option
@language_option
def command(
    files: tuple[Path, ...],
    target: str | None,
    formats: tuple[str, ...],
    template: str | None,
    overrides: tuple[str, ...],
    as_json: bool,
    dump: str | None,
    show_grid: bool,
    quiet: bool,
) -> int:
    """Render each of `files` and return the gravest of their exit codes."""
    if dump and (as_json or target or formats or show_grid):
        raise click.UsageError(translate("--dump 不能与 --json、-o、-f、--show-grid 同用"))
    wishes = Wishes(template, overrides, dump, show_grid)
    outcomes = []
    jobs = plan(files, target, formats)
    if show_grid and all(format_of(path) == "docx" for job in jobs for path in job.outputs):
        raise click.UsageError(translate("--show-grid 画在 PDF 里，DOCX 里没有网格"))
    for job in tracked(jobs, len(jobs), visible=report.is_terminal() and not quiet):
        outcome = _attempt(job, wishes)
        _tell(outcome, quiet=quiet, lines=not as_json)
        outcomes.append(outcome)
    if as_json:
        from briefgen.cli import record

        report.out(record.as_json(outcomes))
    if len(outcomes) > 1 and not quiet:
        report.summary(sum(outcome.code != OK for outcome in outcomes), len(outcomes))
    return max(outcome.code for outcome in outcomes)


def _attempt(job: Job, wishes: Wishes) -> Outcome:
    try:
        return _dumped(job, wishes) if wishes.dump else _rendered(job, wishes)
    except InputError as error:
        return Outcome(job.input, AUTHOR, diagnostics=error.diagnostics)
    except Exception:
        report.bug()
        return Outcome(job.input, BUG)


def _rendered(job: Job, wishes: Wishes) -> Outcome:
    if job.clash:
        return Outcome(job.input, AUTHOR, diagnostics=job.clash)
    briefing = pipeline.open_any(job.input, wishes.overrides)
    if job.folder is not None:
        output.make_folder(job.folder)
    result = pipeline.save(briefing, *job.outputs, template=wishes.template, show_grid=wishes.show_grid)
    return Outcome(job.input, OK, result, result.warnings)


def _dumped(job: Job, wishes: Wishes) -> Outcome:
    briefing = pipeline.open_any(job.input, wishes.overrides)
    if wishes.dump == "doctree":
        from briefgen.doctree.dump import dump as dump_tree

        document, _template, found = pipeline.composed(briefing, template=wishes.template)
        failed = any(each.severity is Severity.ERROR for each in found)
        return Outcome(job.input, AUTHOR if failed else OK, diagnostics=found, dump=dump_tree(document))
    from briefgen.layout.dump import dump as dump_frames

    manuscript, found = pipeline.typeset(briefing, template=wishes.template)
    return Outcome(job.input, OK, diagnostics=found, dump=dump_frames(manuscript.layout))


def _tell(outcome: Outcome, *, quiet: bool, lines: bool) -> None:
    shown = [each for each in outcome.diagnostics if not quiet or each.severity is Severity.ERROR]
    report.show(shown)
    if outcome.dump:
        report.out(outcome.dump.rstrip("\n"))
    if outcome.result and lines and not quiet:
        for path in outcome.result.files:
            report.written(path, outcome.result)
