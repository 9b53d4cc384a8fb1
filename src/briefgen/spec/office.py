"""How LibreOffice 7.4 fills lines of Chinese text, which no standard fixes; read in its locale data and measured.

`scripts/parity` holds these against the program itself.
"""

from __future__ import annotations

import re
from functools import cache

from briefgen.spec.row import Row

#: The gap that it sets between a Han character and a letter or digit, in em of the text before it.
LATIN_GAP = 0.2

#: By how much the spacing of a line's characters may change, in em. A justified line is as dense as it must be,
#: whatever spacing made it end where it does; the last line of a paragraph shows it, and so gets less.
SPACING_MAX = Row(0.05, "字", "convention", 0, "0.8 pt at 16 pt; mostly a third of that is enough")
SPACING_SEEN = Row(0.03, "字", "convention", 0, "0.48 pt at 16 pt, on a line that is not justified")

#: 、，。 and their like may stand outside the margin, one of them at the end of a line, but not in a table.
HANGING = frozenset("!,.:;?、。！，．：；？")

#: What starts no line of Chinese text, and what ends none.
NOT_AT_LINE_START = frozenset(
    ":!),.:;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏､～￠々‖•·ˇˉ―-′’”"
)
NOT_AT_LINE_END = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛“‘")


#: —— and ……, which the writer of the DOCX marks as English: it splits Chinese ones.
PAIRS = re.compile(r"(—{2,}|…{2,})")


@cache
def script(char: str) -> bool | None:
    """Return whether a character is set as Chinese text, None of a weak one."""
    return None if is_weak(char) else is_han(char)


def is_weak(char: str) -> bool:
    """Return whether a character has no script of its own: spaces, general punctuation, signs."""
    return char in " \u00a0" or "\u2000" <= char < "\u2c00"


def is_han(char: str) -> bool:
    """Return whether a character that is not weak is set as Chinese text."""
    return char >= "\u2e80"
