"""How LibreOffice 7.4 fills lines of Chinese text, which no standard fixes; read in its locale data and measured.

`scripts/parity` holds these against the program itself.
"""

from __future__ import annotations

import re

from briefgen.spec.row import Row

#: The gap that it sets between a Han character and a letter or digit, in em of the text before it.
LATIN_GAP = 0.2

#: By how much the spacing of a line's characters may change, in em. A justified line is as dense as it must be,
#: whatever spacing made it end where it does; the last line of a paragraph shows it, and so gets less.
SPACING_MAX = Row(0.05, "字", "convention", 0, "0.8 pt at 16 pt; mostly a third of that is enough")
SPACING_SEEN = Row(0.03, "字", "convention", 0, "0.48 pt at 16 pt, on a line that is not justified")

#: The share of a line of exact height that stands above its baseline, whatever stands on it.
ASCENT_OF_EXACT_LINE = 0.8

#: 、，。 and their like may stand outside the margin, one of them at the end of a line, but not in a table.
HANGING = frozenset("!,.:;?、。！，．：；？")

#: What starts no line of Chinese text, and what ends none.
NOT_AT_LINE_START = frozenset(
    ":!),.:;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏､～￠々‖•·ˇˉ―-′’”"
)
NOT_AT_LINE_END = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛“‘")

#: —— and ……, which the writer of the DOCX marks as English: it splits Chinese ones.
PAIRS = re.compile(r"(—{2,}|…{2,})")

# Python 3.11 compiles a set of characters one by one: below, the sets name the few that are not Han.
_LATIN = "\0-\x1f!-\x9f\xa1-\u1fff\u2c00-\u2e7f"
_WEAK = " \u00a0\u2000-\u2bff"  # no script of their own: spaces, general punctuation, signs
_NOT_HAN = "\0-\u2e7f"

#: Latin text: it begins with a character of that script; weak ones go with what is before them, at the start of a text
#: with what follows.
LATIN = re.compile(rf"(?:^[{_WEAK}]+)?[{_LATIN}][{_NOT_HAN}]*")

#: From a Latin letter or digit to before the next Han one: what stands in between goes by its rules, too.
LATIN_WORDS = re.compile(rf"[{_LATIN}](?<=[^\W_]).*?(?=[^\W_{_NOT_HAN}]|\Z)", re.DOTALL)
