"""Classes of characters that decide how Chinese text is joined and punctuated.

In: single characters. Out: yes or no. Does not belong here: which marks may start or end a line
(`spec.gbt15834`).
"""

from __future__ import annotations

import re

#: Han ideographs with 〇 and 々, radicals, kana and bopomofo: what takes a whole cell and full-width marks.
HAN_RANGES = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3041-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)

HAN_RUN = re.compile(f"[{HAN_RANGES}]+")

#: Marks that are full-width whatever stands beside them.
WIDE_MARKS = frozenset("，。、；：？！（）《》〈〉【】〖〗〔〕［］｛｝「」『』～")

#: Marks that Chinese and Latin text share; their neighbours decide.
SHARED_MARKS = frozenset("“”‘’…—·")


def is_han(char: str) -> bool:
    """Tell whether `char` (one character, or none) is Han."""
    return char != "" and HAN_RUN.match(char) is not None


def is_wide(char: str) -> bool:
    """Tell whether a line break beside `char` (one character, or none) leaves no space in Chinese text."""
    return char in WIDE_MARKS or char in SHARED_MARKS or char == "\u3000" or is_han(char)
