"""统计表: every figure of the ledger in the period, in the one before, and to date, with charts.

In: figures, and the totals at the end of each week. Out: a table by metric and part, a chart of bars stacked by level,
a chart of lines of totals. Does not belong here: adding up (`ledger`), axes (`charts`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.compose.office.charts import LOOKS, Series, stacked_bars, total_lines
from briefgen.compose.office.grid import Column, grid
from briefgen.compose.office.words import month_day, names
from briefgen.doctree.nodes import Align, Block, Text
from briefgen.ledger.tally import tally
from briefgen.model.campaign import LEVELS

if TYPE_CHECKING:
    from briefgen.compose.office.desk import Desk
    from briefgen.compose.session import Session
    from briefgen.ledger.figures import Figure, MetricFigures
    from briefgen.ledger.tally import Totals
    from briefgen.model.ledger import Metric

_COLUMNS = (
    Column("指标"), Column("分项"), Column("计量单位"), Column("本期", Align.RIGHT), Column("上期", Align.RIGHT),
    Column("增减", Align.RIGHT), Column("累计", Align.RIGHT),
)  # fmt: skip
_NAMES = {"level": "级"}
MOST_WEEKS = 16  # on a chart; of a longer campaign the last ones
WEEK = dt.timedelta(days=7)


def statistics(desk: Desk, session: Session) -> Iterator[Block]:
    """Yield the table and the charts."""
    found = {each.metric.name: each for each in desk.figures()}
    for index, name in enumerate(desk.report.metrics):
        if name not in found:
            session.report(
                "BG756", session.sources.value("metrics", index), name=name, known=names(list(found))
            )
    wanted = [found[name] for name in desk.report.metrics or found if name in found]
    yield grid(_COLUMNS, [row for each in wanted for row in _rows(each)], merged=(0, 2))
    yield from _charts(desk, [each.metric for each in wanted])


def _rows(each: MetricFigures) -> Iterator[tuple[str, ...]]:
    """Yield the row of the whole and one for each part."""
    metric = each.metric
    yield (metric.name, "合计" if metric.by else "—", metric.unit, *_figures(each.whole))
    for dimension in metric.by:
        for value, figure in each.by(dimension).items():
            yield (metric.name, value + _NAMES.get(dimension, ""), metric.unit, *_figures(figure))


def _figures(figure: Figure) -> tuple[str, ...]:
    change = f"{figure.change:+d}" if figure.change else "0"
    return str(figure.current), str(figure.previous), change, str(figure.total)


def _charts(desk: Desk, metrics: Sequence[Metric]) -> Iterator[Block]:
    """Yield bars for each metric that is broken down by level, and one chart of lines for all; none of nothing."""
    weeks = _weeks(desk)
    if len(weeks) < 2:
        return
    totals = tally(desk.files.entries, metrics, weeks)
    shown = weeks[1:][-MOST_WEEKS:]
    periods = [month_day(day) for day in shown]
    number = 0
    for metric in metrics:
        bars = _by_level(totals[metric.name], len(shown)) if "level" in metric.by else []
        if any(any(each.values) for each in bars):
            number += 1
            name = f"{metric.name}（每周，按级别）"
            caption = (Text(f"图{number}　{name}"),)
            yield replace(stacked_bars(name, periods, bars), caption=caption)
    found = [
        Series(each.name, totals[each.name].whole[-len(shown) :])
        for each in metrics
        if each.value != "audience"
    ]
    if series := [each for each in found if each.values[-1]][: len(LOOKS)]:
        caption = (Text(f"图{number + 1}　各项累计"),)
        yield replace(total_lines("各项累计", periods, series), caption=caption)


def _by_level(totals: Totals, weeks: int) -> list[Series]:
    """Return what was done in each week at each level."""
    levels = [level for level in LEVELS if ("level", level) in totals.parts]
    return [Series(f"{level}级", _steps(totals.of(("level", level)))[-weeks:]) for level in levels]


def _steps(cumulative: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(after - before for before, after in pairwise(cumulative))


def _weeks(desk: Desk) -> list[dt.date]:
    """Return the last day of each week up to the day of the document, before them the day that all began after."""
    last = desk.report.date
    first = min((entry.date for entry in desk.files.entries if entry.date <= last), default=last)
    weeks = [last]
    while weeks[-1] >= first:
        weeks.append(weeks[-1] - WEEK)
    return weeks[::-1]
