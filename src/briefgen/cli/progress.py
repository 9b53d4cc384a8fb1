"""The progress bar: on a terminal's stderr, when several files take long.

In: the things to do, or those that are done. Out: the same things, one by one. Does not belong here: any other output.
"""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, TypeVar

from briefgen.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.progress import Progress

_T = TypeVar("_T")

PATIENCE = 1.0  # seconds without a bar


def tracked(things: Iterable[_T], total: int, *, visible: bool, patience: float = PATIENCE) -> Iterator[_T]:
    """Yield `things`, of which there are `total`; when `patience` seconds have gone show a bar, if `visible`."""
    began = time.monotonic()
    with ExitStack() as stack:
        bar: Progress | None = None
        for done, thing in enumerate(things):
            if visible and bar is None and total > 1 and time.monotonic() - began > patience:
                bar = stack.enter_context(_bar())
                bar.add_task(translate("生成中"), total=total)
            if bar is not None:
                bar.update(bar.task_ids[0], completed=done)
            yield thing


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=Console(stderr=True), transient=True,
        redirect_stdout=sys.stdout.isatty(),  # else lines meant for a file would go to the terminal
    )  # fmt: skip
