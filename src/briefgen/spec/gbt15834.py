"""GB/T 15834-2011, 标点符号用法, and W3C CLREQ: which marks may not start or end a line, and which may be squeezed."""

from __future__ import annotations

LINE_START_CLAUSE = "GB/T 15834-2011 5.1.1-5.1.3"
SQUEEZE_CLAUSE = "GB/T 15834-2011 5.1.10"

#: Not at the start of a line (行首禁则). A pair —— or …… may start one; `layout.inline.breaks` sees to the pair.
NOT_AT_LINE_START = frozenset("、，。．：；！？”’）》〉】〗〕］｝」』～–-·・/／％‰℃°′″" + ")]},.:;!?%") | {
    "\u2026",
    "\u2014",
}

#: Not at the end of a line (行末禁则).
NOT_AT_LINE_END = frozenset("“‘（《〈【〖〔［｛「『￥¥$№/／" + "([{")

#: Full-width marks whose ink stands in the left half: the right half may be squeezed away.
CLOSING = frozenset("、，。．：；！？”’）》〉】〗〕］｝」』")

#: Full-width marks whose ink stands in the right half: the left half may be squeezed away.
OPENING = frozenset("“‘（《〈【〖〔［｛「『")

#: The share of an em that a full-width mark can give.
HALF = 0.5

#: Pairs that are one mark: never split.
PAIRED = frozenset("—…")

#: What a number keeps at its right, and a sum or a sign at its left.
UNITS_AFTER_NUMBER = frozenset("%％‰℃万亿元")
SIGNS_BEFORE_NUMBER = frozenset("+-±＋－￥¥$№")

#: The order of squeezing (5.1.10, CLREQ 3.1.6): smaller goes first.
SQUEEZE_RANK = {
    **dict.fromkeys("·・", 1),
    **dict.fromkeys(OPENING, 2),
    **dict.fromkeys("”’）》〉】〗〕］｝」』", 2),
    **dict.fromkeys("，、；：．", 3),
    **dict.fromkeys("。？！", 4),
}
