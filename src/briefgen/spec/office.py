"""How LibreOffice 7.4 fills lines of Chinese text, which no standard fixes; read in its locale data and measured.

`scripts/parity` holds these against the program itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

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


class _Sorts(dict[int, str]):
    """For `str.translate`: the sort of each character, told when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char >= "\u2e80":
            sort = "H" if char.isalnum() else "h"
        elif char in " \u00a0" or "\u2000" <= char < "\u2c00":  # spaces, general punctuation, signs
            sort = "n" if char.isalnum() else "m" if char == "‰" else "w"
        else:
            sort = "A" if char.isalnum() else "%" if char == "%" else "a"
        self[code] = sort
        return sort


_SORTS = _Sorts()


@lru_cache(maxsize=16)  # all that ask do so while the same paragraph is set
def sorts(text: str) -> str:
    """Return the sort of each character, which the patterns below are about.

    Han: `H` a letter or digit, `h` another. Latin: `A` a letter or digit, `%` that mark, `a` another. Weak, of no
    script of its own: `n` a digit, `m` the mark ‰, `w` another. To compile sets of the characters themselves
    would take Python 3.11 milliseconds.
    """
    return text.translate(_SORTS)


#: Latin text: it begins with a character of that script; weak ones go with what is before them, at the start of a text
#: with what follows.
LATIN = re.compile("(?:^[nmw]+)?[Aa%][Aa%nmw]*")

#: From a Latin letter or digit to before the next Han one: what stands in between goes by its rules, too.
LATIN_WORDS = re.compile(r"A.*?(?=H|\Z)")

#: Latin letters and digits with % and ‰: what stands off a Han character beside it.
STANDING_OFF = re.compile("[A%nm]+")
