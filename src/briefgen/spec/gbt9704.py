"""GB/T 9704-2012, 党政机关公文格式: page, grid, sizes, foot and page numbers."""

from __future__ import annotations

from briefgen.spec.row import Row

PAGE_WIDTH = Row(210, "mm", "GB/T 9704-2012 5.1")
PAGE_HEIGHT = Row(297, "mm", "GB/T 9704-2012 5.1")
TOP_MARGIN = Row(37, "mm", "GB/T 9704-2012 5.2.1", 1, "天头")
LEFT_MARGIN = Row(28, "mm", "GB/T 9704-2012 5.2.1", 1, "订口")
TYPE_AREA_WIDTH = Row(156, "mm", "GB/T 9704-2012 5.2.1", 0, "版心")
TYPE_AREA_HEIGHT = Row(225, "mm", "GB/T 9704-2012 5.2.1", 0, "版心")
RIGHT_MARGIN = Row(26, "mm", "GB/T 9704-2012 5.2.1", 1, "from the above")
BOTTOM_MARGIN = Row(35, "mm", "GB/T 9704-2012 5.2.1", 1, "from the above")

LINES_PER_PAGE = Row(22, "行", "GB/T 9704-2012 5.2.3")
CHARACTERS_PER_LINE = Row(28, "字", "GB/T 9704-2012 5.2.3")
LINE_PITCH = Row(28.95, "pt", "GB/T 9704-2012 5.2.3", 0, "579 twips: 22 lines fill 12,738 of 12,756 twips")
BODY_SIZE = Row(16, "pt", "GB/T 9704-2012 5.2.2", 0, "三号")
BODY_TRACKING = Row(
    -0.25, "pt", "GB/T 9704-2012 5.2.3", 0, "28 × 16 pt is wider than 156 mm; 28 × 15.75 pt fits"
)
FIRST_LINE_INDENT = Row(2, "字", "GB/T 9704-2012 7.3.3")

RED_RULE_WIDTH = Row(1.5, "pt", "GB/T 9704-2012 7.2.7", 0, "weight free; our choice")
MINUTES_MARK_DROP = Row(
    35, "mm", "GB/T 9704-2012 10.3", 0, "from the type area's top to the upper edge of 纪要标志"
)
TITLE_SIZE = Row(22, "pt", "GB/T 9704-2012 7.3.1", 0, "二号小标宋")

COLOPHON_OUTER_RULE = Row(0.35, "mm", "GB/T 9704-2012 7.4.1")
COLOPHON_INNER_RULE = Row(0.25, "mm", "GB/T 9704-2012 7.4.1")
COLOPHON_SIZE = Row(14, "pt", "GB/T 9704-2012 7.4.2", 0, "四号仿宋")
COLOPHON_INDENT = Row(1, "字", "GB/T 9704-2012 7.4.2")

PAGE_NUMBER_SIZE = Row(14, "pt", "GB/T 9704-2012 7.5", 0, "四号宋体半角")
PAGE_NUMBER_DROP = Row(7, "mm", "GB/T 9704-2012 7.5", 0, "the dash lies 7 mm below the type area")
PAGE_NUMBER_INDENT = Row(
    1, "字", "GB/T 9704-2012 7.5", 0, "odd pages from the right, even pages from the left"
)
