"""报送情况: what was filed to which bulletin, and what was carried.

In: the submissions up to the day. Out: a paragraph of sums and a table, one row for each item, bulletins merged.
Does not belong here: the bulletins' own figures in the ledger.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefgen.compose.office.grid import Column, grid
from briefgen.compose.office.words import full_date, month_day, paragraph
from briefgen.doctree.nodes import Align, Block

if TYPE_CHECKING:
    from briefgen.compose.office.desk import Desk
    from briefgen.model.submission import Submission, Submissions

_COLUMNS = (
    Column("序号"), Column("报送刊物", whole=True), Column("稿件标题", Align.LEFT), Column("原载", whole=True),
    Column("报送日期", whole=True), Column("采用日期", whole=True), Column("采用期号", whole=True),
)  # fmt: skip


def submissions(desk: Desk, found: Submissions) -> Iterator[Block]:
    """Yield the sums and the table."""
    day = desk.report.date
    filed = [each for each in found.submissions if each.date <= day]
    bulletins = [bulletin.name for bulletin in desk.files.campaign.bulletins]
    order = list(dict.fromkeys([*bulletins, *(each.bulletin for each in filed)]))
    filed.sort(key=lambda each: (order.index(each.bulletin), each.date))
    yield paragraph(_summary(filed, order, day))
    rows = [_row(number, each, day) for number, each in enumerate(filed, start=1)]
    total = ("合计", "", f"报送{len(filed)}篇", "", "", f"采用{_carried(filed, day)}篇", "")
    yield grid(_COLUMNS, rows, merged=(1,), total=total)


def _summary(filed: Sequence[Submission], order: Sequence[str], day: dt.date) -> str:
    """Return the sums, all in all and for each bulletin."""
    by_bulletin = {name: [each for each in filed if each.bulletin == name] for name in order}
    parts = [
        f"《{name}》报送{len(to_it)}篇、采用{_carried(to_it, day)}篇"
        for name, to_it in by_bulletin.items()
        if to_it
    ]
    sums = f"截至{full_date(day)}，共报送稿件{len(filed)}篇，被采用{_carried(filed, day)}篇"
    return f"{sums}。其中，{'；'.join(parts)}。" if parts else f"{sums}。"


def _row(number: int, each: Submission, day: dt.date) -> tuple[str, ...]:
    carried = each.carried if _is_carried(each, day) else None
    return (
        str(number), f"《{each.bulletin}》", each.title, each.from_issue or "", month_day(each.date),
        month_day(carried) if carried else "—", each.carried_in or "" if carried else "—",
    )  # fmt: skip


def _carried(filed: Sequence[Submission], day: dt.date) -> int:
    return sum(_is_carried(each, day) for each in filed)


def _is_carried(each: Submission, day: dt.date) -> bool:
    return each.carried is not None and each.carried <= day
