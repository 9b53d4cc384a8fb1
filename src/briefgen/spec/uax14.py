"""UAX #14, Unicode Line Breaking, as LibreOffice 7.4 applies it among the Latin parts of Chinese text (measured)."""

from __future__ import annotations

#: No line ends before these (CL, CP, EX, IS, NS, IN), nor on either side of a quotation mark (QU).
CLOSING = frozenset("。，、；：！？）〕》〉」』】〗］｝…,.:;!?)]}/°")
QUOTES = frozenset("“”‘’\"'")
#: A letter or digit is not parted from these before it: brackets, signs, currency.
HOLDS_NEXT = frozenset("（〔《〈「『【〖［｛([{）〕》〉」』】〗］｝)]}%％‰℃°+=@#&_~*$¥￥£№×·") | QUOTES
OPENING_BRACKETS = frozenset("（〔《〈「『【〖［｛([{")
CLOSING_BRACKETS = frozenset("）〕》〉」』】〗］｝)]}")
#: Not parted from the digit before them (PO).
POSTFIX = frozenset("%％‰℃")
HYPHENS = frozenset("-–")


def may_part(text: str, index: int) -> bool:
    """Return whether a line may end before `text[index]`."""
    left, right = text[index - 1], text[index]
    if left == " ":
        return True
    if right == " " or right in CLOSING or right in QUOTES or left == right == "—":
        return False
    if right in POSTFIX:
        return not left.isdecimal() and (right != "%" or left < "\u2000")
    if right in HYPHENS:
        return False
    if left in "./,:" and index > 1 and is_latin(text[index - 2]) and is_latin(right):
        return left == "/" and not right.isdecimal()
    if left in CLOSING_BRACKETS and right in OPENING_BRACKETS:
        return True
    if left in HOLDS_NEXT or right in HOLDS_NEXT:
        return not (is_latin(left) or is_latin(right)) and left not in HOLDS_NEXT
    return not (is_latin(left) and is_latin(right))


def is_latin(char: str) -> bool:
    """Return whether `char` is a letter or a digit of a word or a number."""
    return char < "\u2c00" and char.isalnum()
