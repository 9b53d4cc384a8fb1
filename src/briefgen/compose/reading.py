"""What stands around a mark: the letters beside it, Han between two marks, its partner.

In: the text of a paragraph in which everything that must stay is blotted out. Out: an index to ask.
Does not belong here: what becomes of a mark (`punctuation`).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from briefgen.compose.characters import HAN_RANGES, is_han
from briefgen.compose.pairs import find_pairs

#: Blots out a character that no rule may touch.
NEUTRAL = "\ufffd"

_GAP = r"\W+"  # compiled when it is needed, as the next
_HAN_RUN = f"[{HAN_RANGES}]+"


class Reading:
    """A text with its gaps (what stands between two letters) and its pairs."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.gaps = [match.span() for match in re.finditer(_GAP, text)]
        self._gap_starts = [start for start, _ in self.gaps]
        self._han = [match.span() for match in re.finditer(_HAN_RUN, text)]
        self._han_ends = [end for _, end in self._han]
        self.pairs = find_pairs(text)

    def at(self, index: int) -> str:
        """Return the character at `index`, the empty string outside the text."""
        return self.text[index] if 0 <= index < len(self.text) else ""

    def has_han(self, start: int, end: int) -> bool:
        """Tell whether there is Han between `start` and `end`."""
        nearest = bisect_right(self._han_ends, start)
        return nearest < len(self._han) and self._han[nearest][0] < end

    def han_follows(self, index: int) -> bool:
        """Tell whether the next letter after the mark at `index` is Han."""
        _, end = self.gaps[bisect_right(self._gap_starts, index) - 1]
        return is_han(self.at(end))
