"""Conventions of Chinese typesetting that several parts share: the size of an em box, captions, tables."""

from __future__ import annotations

from briefgen.spec.row import Row

EM_ASCENT = 0.88
"""Share of the em box above the baseline: the ideographic em box of the Fandol and Noto CJK faces."""
EM_DESCENT = 0.12

CAPTION_SIZE = Row(14, "pt", "convention", 0, "四号楷体 under the picture")
TABLE_SIZE = Row(14, "pt", "convention", 0, "四号; 小四 or 五号 where the table is too wide")
TABLE_RULE = Row(0.5, "pt", "convention")
FOOTNOTE_SIZE = Row(10.5, "pt", "convention", 0, "五号")
