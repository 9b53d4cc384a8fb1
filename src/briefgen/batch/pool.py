"""Orders through an executor: a bounded number at a time, outcomes as they come, whoever dies meanwhile.

In: orders; an executor, or a number of processes for one of our own. Out: outcomes. Our own workers load once what
every briefing needs, and leave with their parent. Does not belong here: what a worker does (`work`).
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from multiprocessing import connection
from pathlib import Path

from briefgen.batch.job import Order, Outcome
from briefgen.batch.work import warm, work
from briefgen.diagnostics import Diagnostic, file_position

Done = tuple[Order, Outcome]


class Crew:
    """An executor, and how to have another when it breaks: one that was lent to us cannot be had again."""

    def __init__(self, lent: Executor | None, make: Callable[[], Executor]) -> None:
        self._lent = lent
        self._make = make
        self._executor = lent or make()
        self._pending: dict[Future[Outcome], Order] = {}

    def outcomes(self, orders: Iterable[Order], at_once: int) -> Iterator[Done]:
        """Yield each of `orders` with its outcome as it comes, `at_once` of them under way."""
        for order in orders:
            self._submit(order)
            if len(self._pending) >= at_once:
                yield from self._finished()
        while self._pending:
            yield from self._finished()

    def close(self) -> list[Done]:
        """Start nothing more, wait for what is under way, and return what became of that."""
        running = [future for future in self._pending if not future.cancel()]
        wait(running)
        if self._lent is None:
            self._executor.shutdown()
        return [(self._pending[future], _outcome(self._pending[future], future)) for future in running]

    def _submit(self, order: Order) -> None:
        try:
            future = self._executor.submit(work, order)
        except RuntimeError as error:  # it broke since we last looked, or was shut down by whom it belongs to
            future = Future()
            future.set_exception(error)
        self._pending[future] = order

    def _finished(self) -> Iterator[Done]:
        """Yield what is finished, at least one; where workers died, all that was under way."""
        done, _ = wait(self._pending, return_when=FIRST_COMPLETED)
        if any(map(_is_broken, done)):
            done, _ = wait(self._pending)  # all of them end at once
        suspects = []
        for future in [future for future in self._pending if future in done]:  # in the order of their start
            order = self._pending.pop(future)
            if self._lent is None and _is_broken(future):
                suspects.append(order)
            else:
                yield order, _outcome(order, future)
        if suspects:
            self._restart()
            yield from self._one_by_one(suspects)

    def _one_by_one(self, suspects: Iterable[Order]) -> Iterator[Done]:
        """Try each once more, alone, so that one that kills its worker takes no other with it."""
        for order in suspects:
            self._submit(order)
            (future,) = self._pending
            wait([future])
            del self._pending[future]
            if _is_broken(future):
                self._restart()
            yield order, _outcome(order, future)

    def _restart(self) -> None:
        self._executor.shutdown()
        self._executor = self._make()


def _is_broken(future: Future[Outcome]) -> bool:
    return isinstance(_error(future), BrokenExecutor)


def _error(future: Future[Outcome]) -> BaseException | None:
    return CancelledError() if future.cancelled() else future.exception()


def _outcome(order: Order, future: Future[Outcome]) -> Outcome:
    error = _error(future)
    if error is None:
        return future.result()
    source = order.job.source
    reason = ": ".join(filter(None, (type(error).__name__, str(error))))
    return Outcome(source, diagnostics=(Diagnostic("BG607", file_position(source), {"reason": reason}),))


def processes(number: int, formats: tuple[str, ...]) -> ProcessPoolExecutor:
    """Return a pool of `number` processes that have loaded what `formats` need before their first briefing.

    They are no forks of this process, which may have threads.
    """
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    if method == "forkserver":
        _start_server()
    here = (str(Path.cwd()), dict(os.environ))
    return ProcessPoolExecutor(number, multiprocessing.get_context(method), _begin, (*here, formats))


def _start_server() -> None:
    """Start what forks the workers, deaf to Ctrl-C as they will be: it is for the parent, which lets them finish."""
    from multiprocessing import forkserver

    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(folder: str, environment: dict[str, str], formats: tuple[str, ...]) -> None:
    """Make a new worker ready; what forked it may have begun in another folder and environment."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    warm(formats)


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
