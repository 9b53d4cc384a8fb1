"""An executor for tests: no process, no thread."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from typing import Any


class HereExecutor(Executor):
    """Does each job when it is handed in."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future
