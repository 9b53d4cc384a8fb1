"""Classes of characters that decide how Chinese text is joined and punctuated.

In: single characters. Out: yes or no. Does not belong here: which marks may start or end a line
(`spec.gbt15834`).
"""

from __future__ import annotations

#: Han ideographs with 〇 and 々, radicals, kana and bopomofo: what takes a whole cell and full-width marks.
_HAN = (
    ("\u4e00", "\u9fff"),
    ("\u3400", "\u4dbf"),
    ("\u2e80", "\u2fdf"),
    ("\u3005", "\u3005"),
    ("\u3007", "\u3007"),
    ("\u3021", "\u3029"),
    ("\u3041", "\u312f"),
    ("\u31a0", "\u31bf"),
    ("\u31f0", "\u31ff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)

#: The same as ranges of a regular expression; Python 3.11 takes a millisecond and more to compile it.
HAN_RANGES = "".join(f"{first}-{last}" for first, last in _HAN)

#: Marks that are full-width whatever stands beside them.
WIDE_MARKS = frozenset("，。、；：？！（）《》〈〉【】〖〗〔〕［］｛｝「」『』～")

#: Marks that Chinese and Latin text share; their neighbours decide.
SHARED_MARKS = frozenset("“”‘’…—·")


def is_han(char: str) -> bool:
    """Tell whether `char` (one character, or none) is Han."""
    return any(first <= char <= last for first, last in _HAN)


def is_wide(char: str) -> bool:
    """Tell whether a line break beside `char` (one character, or none) leaves no space in Chinese text."""
    return char in WIDE_MARKS or char in SHARED_MARKS or char == "\u3000" or is_han(char)
