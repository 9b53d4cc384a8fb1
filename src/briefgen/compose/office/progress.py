"""Progress of an item against the time that has gone by (序时进度).

In: dates and a share of work. Out: what share of the time is gone, how far the work lags, a status. Does not belong
here: how a status is shown.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

TOLERANCE = 0.10  # of the whole: an item that lags by less goes with its time


class Status(StrEnum):
    """How an item stands on a day, the worst first."""

    OVERDUE = "overdue"  # 逾期
    BEHIND = "behind"  # 滞后
    ON_TIME = "on-time"  # 序时推进
    WAITING = "waiting"  # 未开始
    DONE = "done"  # 已完成

    @property
    def late(self) -> bool:
        """Whether someone has to be asked."""
        return self in (Status.OVERDUE, Status.BEHIND)


@dataclass(frozen=True, slots=True)
class Progress:
    """An item on a day: shares of its time and its work, both from 0 to 1, and its status."""

    elapsed: float
    done: float
    status: Status
    overdue: int = 0  # days

    @property
    def lag(self) -> float:
        """By how much the work is behind the time; below 0 where it is ahead."""
        return self.elapsed - self.done


def progress(start: dt.date, deadline: dt.date, done: float, today: dt.date) -> Progress:
    """Return how an item of which the share `done` is done stands at the end of the day `today`."""
    share = elapsed(start, deadline, today)
    if done >= 1:
        return Progress(share, 1.0, Status.DONE)
    if today > deadline:
        return Progress(share, done, Status.OVERDUE, (today - deadline).days)
    if today < start:
        return Progress(share, done, Status.WAITING)
    return Progress(share, done, Status.BEHIND if share - done > TOLERANCE else Status.ON_TIME)


def elapsed(start: dt.date, deadline: dt.date, today: dt.date) -> float:
    """Return the share of the days from `start` to `deadline`, both counted, that `today` has seen the end of."""
    days = (deadline - start).days + 1
    return min(1.0, max(0.0, ((today - start).days + 1) / days))
