"""Batches: many briefings through any executor, each on its own, whatever becomes of the others.

In: files of briefings, or jobs. Out: files, and outcomes as they come. Steps: `plan` (places → jobs), `manifest` (what
is done already), `pool` (jobs through an executor), `work` (one job in a worker, at its `desk`); `storage` and `remote`
know names and bytes, `dask` other machines. Does not belong here: how a briefing is rendered (`pipeline`), the
terminal (`cli`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.batch.job import Job, Order, Outcome, WrittenFile
from briefgen.batch.manifest import Manifest
from briefgen.batch.plan import plan
from briefgen.batch.pool import Crew, processes
from briefgen.errors import OutputError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from briefgen.model.template import Template
    from briefgen.pipeline import TemplateChoice

__all__ = ["Job", "Outcome", "WrittenFile", "render_many"]

AT_ONCE = 4  # jobs under way for each worker: it never waits for the next, and memory holds few


def render_many(
    sources: Iterable[str | Path | Job],
    *,
    output: str | Path | None = None,
    formats: Sequence[str] = (),
    root: str | Path | None = None,
    template: TemplateChoice = None,
    overrides: Sequence[str] = (),
    resume: bool = False,
    executor: Executor | None = None,
    workers: int | None = None,
) -> Generator[Outcome, None, None]:
    """Render many briefings and yield what became of each as soon as it is known, in no certain order.

    Files go below the folder `output` as their briefings lie below `root` (by default the folder that all have in
    common), or beside the briefings; a `Job` names its files itself. `template` and `overrides` hold for all. With
    `resume` what is done is skipped, if its inputs, its options and its files are as they were.

    `executor` is any of `concurrent.futures`, in which `workers` are at work; by default a pool of `workers` processes
    is made, one for each processor, so that a script needs the usual `if __name__ == "__main__":`. A briefing that
    fails, or kills its worker, is an outcome like others.

    Raises:
        InputError: a format or the template is wrong; a briefing never raises.
        OutputError: the manifest of what is done cannot be written; after the last outcome.
        ValueError: the briefings have no folder in common, or one is not below `root`.
    """
    from briefgen.writers import WRITERS, check_formats

    forms = tuple(formats) or tuple(WRITERS)
    check_formats(forms)
    used = _loaded(template)
    planned = plan(sources, output=output, root=root, formats=forms, overrides=overrides)
    manifest = Manifest(planned.folder, used, resume=resume)
    orders = (Order(job, used, manifest.record_of(job) if resume else None) for job in planned.jobs)
    number = workers or _processors()
    crew = partial(Crew, executor, partial(processes, number, forms))
    return _outcomes(planned.refused, orders, manifest, crew, number * AT_ONCE)


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _loaded(template: TemplateChoice) -> Template | None:
    from briefgen.reader import load_template

    return load_template(template) if isinstance(template, str | Path) else template


def _outcomes(
    refused: Sequence[Outcome],
    orders: Iterable[Order],
    manifest: Manifest,
    hired: Callable[[], Crew],
    at_once: int,
) -> Generator[Outcome, None, None]:
    yield from refused
    crew = hired()
    try:
        for order, outcome in crew.outcomes(orders, at_once):
            manifest.note(order.job, outcome)
            yield outcome
    except BaseException:  # the user's Ctrl-C, or nobody wants more
        for order, outcome in crew.close():
            manifest.note(order.job, outcome)
        with suppress(OutputError):
            manifest.save()
        raise
    crew.close()
    manifest.save()
