"""Weeks by their ISO names: 2020-W24 is 8 to 14 June 2020.

In: the name. Out: the period. Does not belong here: which week it is now (the command asks the clock).
"""

from __future__ import annotations

import datetime as dt
import re

from briefgen.model.campaign import Period

_WEEK = re.compile(r"([0-9]{4})-?[Ww]([0-9]{1,2})")
_SIX_DAYS = dt.timedelta(days=6)


def week(name: str) -> Period:
    """Return Monday to Sunday of the week `name`, such as `2020-W24`.

    Raises:
        ValueError: there is no such week.
    """
    match = _WEEK.fullmatch(name.strip())
    if match is None:
        raise ValueError(name)
    monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return Period(start=monday, end=monday + _SIX_DAYS)
