"""GB/T 15834-2011, 标点符号用法, and W3C CLREQ: which marks may not start or end a line, and which may be squeezed."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

LINE_START_CLAUSE = "GB/T 15834-2011 5.1.1-5.1.3"
SOLIDUS_CLAUSE = "GB/T 15834-2011 5.1.9"
SQUEEZE_CLAUSE = "GB/T 15834-2011 5.1.10"
LEVELS_CLAUSE = "CLREQ 3.1.4"

#: Pairs that are one mark: never split.
PAIRED = frozenset("—…")

#: 分隔号: neither starts nor ends a line (5.1.9).
SOLIDUS = frozenset("/／")

_NOT_AT_START = frozenset("、，。．：；！？”’）》〉】〗〕］｝」』～–-·・％‰℃°′″" + ")]},.:;!?%") | PAIRED
_NOT_AT_END = frozenset("“‘（《〈【〖〔［｛「『￥¥$№" + "([{")


class Prohibition(StrEnum):
    """How much is forbidden at the start and the end of a line (CLREQ 3.1.4: 基本处理、国标式处理、严格处理)."""

    BASIC = "basic"
    GB = "gb"
    STRICT = "strict"


class Forbidden(Struct, frozen=True):
    """What a level forbids: marks that start no line, marks that end none.

    A single — or … starts none; `pair_may_start` tells whether a pair of them may.
    """

    at_start: frozenset[str]
    at_end: frozenset[str]
    pair_may_start: bool = True


FORBIDDEN: dict[Prohibition, Forbidden] = {
    Prohibition.BASIC: Forbidden(_NOT_AT_START, _NOT_AT_END),
    Prohibition.GB: Forbidden(_NOT_AT_START | SOLIDUS, _NOT_AT_END | SOLIDUS),
    Prohibition.STRICT: Forbidden(_NOT_AT_START | SOLIDUS, _NOT_AT_END | SOLIDUS, pair_may_start=False),
}

#: What the standard itself forbids (行首禁则、行末禁则).
NOT_AT_LINE_START = FORBIDDEN[Prohibition.GB].at_start
NOT_AT_LINE_END = FORBIDDEN[Prohibition.GB].at_end

#: Full-width marks whose ink stands in the left half: the right half may be squeezed away.
CLOSING = frozenset("、，。．：；！？”’）》〉】〗〕］｝」』")

#: Full-width marks whose ink stands in the right half: the left half may be squeezed away.
OPENING = frozenset("“‘（《〈【〖〔［｛「『")

#: 间隔号: its ink stands in the middle; it is squeezed on both sides alike.
INTERPUNCTS = frozenset("·・")

#: 问号、叹号: two that stand together take one cell, three take two (5.1.2).
SHARING = frozenset("？！")

#: The share of an em that a full-width mark can give.
HALF = 0.5

#: In em: a Latin space is never narrower, and is widened no further; so the Han-Latin gap (CLREQ 3.2.2, 3.1.6).
SPACE_MIN, SPACE_MAX = 0.25, 0.5
GAP_MIN, GAP_MAX = 0.125, 0.5

#: What a number keeps at its right, and a sum or a sign at its left.
MYRIADS = frozenset("万亿")
UNITS_AFTER_MYRIAD = frozenset("万亿元")
UNITS_AFTER_NUMBER = (
    frozenset("%％‰℃°′″") | UNITS_AFTER_MYRIAD | set(map(chr, range(0x3371, 0x33E0)))
)  # ㎡ ㎞ …
SIGNS_BEFORE_NUMBER = frozenset("+-±＋－￥¥$№")

#: The order of squeezing (5.1.10, CLREQ 3.1.6): smaller goes first, after the mark at a line's end
#: and Latin spaces (0).
GAP_RANK = 4
SQUEEZE_RANK = {
    **dict.fromkeys("·・", 1),
    **dict.fromkeys(OPENING, 2),
    **dict.fromkeys("”’）》〉】〗〕］｝」』", 2),
    **dict.fromkeys("，、；：．", 3),
    **dict.fromkeys("。？！", 5),
}
