"""The wall chart, 挂图: conventions of practice. No standard fixes them; every row is our choice."""

from __future__ import annotations

from briefgen.spec.row import Row

CONVENTION = "convention of practice (挂图作战), no national standard"

MARGIN = Row(12, "mm", CONVENTION, 0, "all sides of the A3 sheet; the template's page says the same")
TITLE_SIZE = Row(28, "pt", CONVENTION, 0, "小标宋, read from three metres")
TITLE_ROOM = Row(44, "pt", CONVENTION)
SUMMARY_SIZE = Row(12, "pt", CONVENTION, 0, "小四")
SUMMARY_ROOM = Row(24, "pt", CONVENTION)
HEAD_SIZE = Row(10.5, "pt", CONVENTION, 0, "五号黑体")
HEAD_ROOM = Row(36, "pt", CONVENTION, 0, "months above weeks")
LEGEND_ROOM = Row(26, "pt", CONVENTION)
ROW_MOST = Row(28, "pt", CONVENTION, 0, "a row of a short chart is no higher")
ROW_LEAST = Row(9, "pt", CONVENTION, 0, "below it nobody reads the row; more items need a second sheet")
TEXT_SIZE = Row(10.5, "pt", CONVENTION, 0, "五号; smaller where the row is lower")
TEXT_SHARE = Row(0.64, "1", CONVENTION, 0, "of the row's height")
BAR_SHARE = Row(0.5, "1", CONVENTION, 0, "of the row's height")

GRID = "808080"
FAINT = "D0D0D0"
LATE_ROW = "FBEDEA"
HEAD_FILL = "EEF1F4"
TODAY = "C00000"
