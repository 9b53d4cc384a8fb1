"""Conventions of Chinese typesetting that several parts share: the size of an em box, captions, tables."""

from __future__ import annotations

from enum import StrEnum

from briefgen.spec.row import Row


class Breaking(StrEnum):
    """How the lines of a paragraph are chosen: of those that word processors can be made to set, or of all."""

    OFFICE = "office"
    OPTIMUM = "optimum"


EM_ASCENT = 0.88
"""Share of the em box above the baseline: the ideographic em box of the Fandol and Noto CJK faces."""
EM_DESCENT = 0.12
XIAOBIAOSONG_TOP = 0.766
"""Share of the em from the baseline up to the edge of large characters in 小标宋, as 会 and 要 are drawn."""

LATIN_GAP_MAX = Row(0.25, "字", "CLREQ 3.2.2", 0, "the Han-Latin gap; the grid of GB/T 9704 leaves none")

CAPTION_SIZE = Row(14, "pt", "convention", 0, "四号楷体 under the picture")
TABLE_SIZE = Row(14, "pt", "convention", 0, "四号; 小四 or 五号 where the table is too wide")
TABLE_RULE = Row(0.5, "pt", "convention")
A3_WIDTH = Row(297, "mm", "GB/T 148-1997 (ISO 216)")
A3_HEIGHT = Row(420, "mm", "GB/T 148-1997 (ISO 216)")
FOOTNOTE_SIZE = Row(10.5, "pt", "convention", 0, "五号")
