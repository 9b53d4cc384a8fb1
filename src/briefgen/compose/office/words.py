"""Words that office documents share: dates, periods, shares, sentences in a paragraph.

In: plain values. Out: text, paragraphs. Does not belong here: the wording of figures (`ledger.wording`).
"""

from __future__ import annotations

import datetime as dt
from functools import cache, partial
from typing import Any

from briefgen.doctree.nodes import Inlines, Paragraph, Role, Text
from briefgen.model.campaign import Period


def full_date(day: dt.date) -> str:
    """Return `2020年6月14日` (GB/T 9704-2012 7.3.5: no zeros before the digits)."""
    return _locale_date(day, "y年M月d日")


def month_day(day: dt.date) -> str:
    """Return `6月14日`."""
    return _locale_date(day, "M月d日")


def from_to(period: Period) -> str:
    """Return `6月8日至14日`, with month and year where they change."""
    start, end = period.start, period.end
    if start == end:
        return month_day(end)
    last = f"{end.day}日" if (start.year, start.month) == (end.year, end.month) else month_day(end)
    return f"{month_day(start)}至{last if start.year == end.year else full_date(end)}"


def names(parts: list[str]) -> str:
    """Return names as one phrase: 甲、乙、丙."""
    return "、".join(parts)


def paragraph(*parts: str | Text) -> Paragraph:
    """Return a paragraph of the body."""
    content: Inlines = tuple(Text(part) if isinstance(part, str) else part for part in parts if part)
    return Paragraph(Role.BODY, content)


def _locale_date(day: dt.date, pattern: str) -> str:
    return str(_format()(day, pattern))


@cache
def _format() -> Any:
    from babel import Locale  # takes a while to import
    from babel.dates import format_date

    return partial(format_date, locale=Locale.parse("zh_CN"))
