"""The wall chart, 挂图作战: all items of a plan on one sheet of A3, what is late on top.

In: rows, the day, the words. Out: a `Drawing` as large as the sheet's type area. Steps: `rows` (order), `timeline`
(days to places), `bars`, `table` (the texts beside them). Does not belong here: how far an item is (`office.progress`).
"""

from briefgen.compose.office.wallchart.chart import Words, wall_chart
from briefgen.compose.office.wallchart.rows import Milestone, Row

__all__ = ["Milestone", "Row", "Words", "wall_chart"]
