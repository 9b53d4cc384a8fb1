"""Workers on other machines, through a Dask cluster.

In: the address of its scheduler. Out: an executor, and how many threads work in it. Dask itself gives the job of a lost
worker to another; what a job writes is the same whoever does it, and whole, so that nothing is lost and nothing
there twice. Does not belong here: starting a cluster.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen import __version__
from briefgen.diagnostics import Diagnostic, Phrase, _
from briefgen.errors import InputError

if TYPE_CHECKING:
    from distributed import Client

_T = TypeVar("_T")

PATIENCE = 30  # seconds to reach the scheduler


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """Lend an executor over the workers of the scheduler at `address`, and their number.

    Raises:
        InputError: BG610: it cannot be reached, has no workers, or they would not make the same files as this machine.
    """
    try:
        from distributed import Client

        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (ImportError, OSError, ValueError) as error:
        raise _refused(address, str(error)) from error
    with client:
        workers = _workers(client, address)
        yield ClusterExecutor(client), workers


class ClusterExecutor(Executor):
    """The executor of a client, but for jobs handed in while it has no scheduler: they would never end.

    It waits while the client looks for the scheduler, as long as the client does.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._executor: Executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]

    def submit(self, fn: Callable[..., _T], /, *args: Any, **kwargs: Any) -> Future[_T]:
        """Hand in a job.

        Raises:
            RuntimeError: the scheduler is gone.
        """
        while self._client.status == "connecting":
            time.sleep(0.1)
        if self._client.status != "running":
            raise RuntimeError("the scheduler is gone")
        return self._executor.submit(fn, *args, **kwargs)


def nature() -> tuple[str, str]:
    """Return what decides, beside its input, which bytes a worker writes: version, SOURCE_DATE_EPOCH."""
    return __version__, os.environ.get("SOURCE_DATE_EPOCH", "")


def _workers(client: Client, address: str) -> int:
    """Return how many threads work in the cluster, all of them as this machine would."""
    try:
        natures = client.run(nature)
    except Exception as error:  # whatever a worker without briefgen raises
        raise _refused(address, str(error)) from error
    if not natures:
        raise _refused(address, Phrase(_("没有工作进程")))
    if strange := {each for each in natures.values() if tuple(each) != nature()}:
        values = {"theirs": str(sorted(strange)[0]), "ours": str(nature())}
        raise _refused(
            address, Phrase(_("版本或 SOURCE_DATE_EPOCH 与本机不同：{theirs}，本机 {ours}"), values)
        )
    return sum(client.ncores().values())  # type: ignore[no-untyped-call]


def _refused(address: str, reason: Phrase | str) -> InputError:
    return InputError([Diagnostic("BG610", values={"url": address, "reason": reason})])
