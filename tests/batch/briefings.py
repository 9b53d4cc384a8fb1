"""Short briefings for batches."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from briefgen.batch.job import Order, Outcome
from briefgen.batch.work import work

TEXT = """\
masthead: {{issue: {number}, issuer: 区委宣传部, date: 2020-07-03}}
articles:
  - title: 推进会召开
    body: 全区召开第{number}次推进会，听取工作汇报，安排下步任务。
"""


def briefing(path: Path, number: int = 1) -> Path:
    """Write a briefing without mistakes to `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(number=number), encoding="utf-8")
    return path


def briefings(folder: Path, count: int) -> list[Path]:
    """Write `count` briefings, each other than the rest, below `folder`."""
    return [briefing(folder / f"{number:03}.yaml", number) for number in range(1, count + 1)]


def deadly(order: Order) -> Outcome:
    """Work as a worker does, but for a briefing that the system answers by killing the process."""
    if "deadly" in order.job.source:
        os.kill(os.getpid(), signal.SIGKILL)
    return work(order)
