"""Inputs: the files that a run reads, told to whoever watches it.

In: paths about to be read, and the bytes that were read. Out: calls of the watcher of this context, if it has one. A
batch watches its briefings, to know what each depends on and to bring here what lies elsewhere. Does not belong
here: reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Protocol


class Watcher(Protocol):
    """Who is told of every file of the author that a run reads."""

    def before(self, path: Path) -> None:
        """Be told that `path` is about to be read; raise OSError to forbid it."""

    def after(self, path: Path, data: bytes) -> None:
        """Be told that `path` was read and held `data`."""


_watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Tell `watcher` of every file that is read inside the block, in this thread."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)


def before_reading(path: Path) -> None:
    """Tell the watcher that `path` is about to be read.

    Raises:
        OSError: it cannot be had.
    """
    if (watcher := _watcher.get()) is not None:
        watcher.before(path)


def after_reading(path: Path, data: bytes) -> None:
    """Tell the watcher that `path` was read and held `data`."""
    if (watcher := _watcher.get()) is not None:
        watcher.after(path, data)
