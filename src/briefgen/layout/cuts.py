"""Cuts: where a title may be parted, and how badly each place parts the sense.

In: the text of a title. Out: for each place the badness of a line that ends there; 0 is where the sense breaks: after a
comma, before what is done, by what, how. Does not belong here: the outline of the lines (`title`).
"""

from __future__ import annotations

from itertools import pairwise

from briefgen.layout.words import Word, words
from briefgen.spec import gbt15834, officialese

_OPENING, _CLOSING = frozenset("《“‘（〔【"), frozenset("》”’）〕】")

INSIDE_TITLE = 8.0  # inside 《…》
INSIDE_QUOTES = 5.0  # inside “…” or （…）
CLINGS = 5.0  # 江源｜区: better an ugly outline
LEANS = 3.0  # 干部｜的, 为｜群众: belongs to its neighbour
COMPOUND = 2.0  # 冰雪｜旅游: words that make one name
OBJECT = 1.2  # 推动｜项目: parts what is done from what it is done to
OPEN = 0.6  # nothing speaks for it or against it
PAUSE = -0.6  # after a comma
SHORT = 8  # characters: what is quoted, if so short, makes one name with the noun after it
ITEM = 5  # characters of an item of a list
_LIST = frozenset("、和与及等")
REACH = 6  # words from 以 to its 为


def cuts(text: str) -> dict[int, float]:
    """Return the places where a line may end (index of the next character) with the badness of each."""
    found: dict[int, float] = {}
    open_at: list[int] = []
    position = quoted = 0
    sequence = words(text)
    for index, (word, following) in enumerate(pairwise(sequence)):
        for char in word.text:
            position += 1
            if char in _OPENING:
                open_at.append(position)
            elif char in _CLOSING and open_at:
                quoted = position - open_at.pop()
        if not _may_part(word.text, following.text):
            continue
        badness = _badness(word, following, quoted)
        if word.text == "、" and not _LIST.isdisjoint(text[position : position + ITEM]):
            badness = OPEN  # 蓝莓、人参、灵芝等
        if following.text == "为" and any(
            each.text == "以" for each in sequence[max(0, index - REACH) : index]
        ):
            badness = LEANS  # 以“五个聚焦”为抓手
        inside = sum(INSIDE_TITLE if text[at - 1] == "《" else INSIDE_QUOTES for at in open_at)
        found[position] = badness + inside
    return found


def _may_part(word: str, following: str) -> bool:
    if following[0] in gbt15834.NOT_AT_LINE_START or word[-1] in gbt15834.NOT_AT_LINE_END:
        return False
    if word[-1] in "·…—" and (word[-1] != "—" or following[0] == "—"):
        return False
    latin = word[-1].isascii() and following[0].isascii() and word[-1] != " " != following[0]
    return not latin and not (word[-1].isdigit() and following[0] not in _OPENING)


def _badness(word: Word, following: Word, quoted: int) -> float:
    if word.text[-1] in "，、；：— ":
        return PAUSE
    if "·" in following.text and len(word.text) == 1:  # 阿｜依古丽·买买提: a name longer than most
        return CLINGS
    if following.kind == "q" or not officialese.PLACES.isdisjoint((following.text, following.text[:2])):
        return CLINGS
    if word.text[-1] in _CLOSING and _is_noun(following):
        return COMPOUND if quoted <= SHORT else OPEN
    return max(_ending_with(word, following), _beginning_with(following, word))


def _ending_with(word: Word, following: Word) -> float:
    """Return how bad it is that a line ends with `word`."""
    if word.text in officialese.CONJUNCTIONS or word.kind == "p" or word.text == "第":
        return LEANS
    if word.text in officialese.DETERMINERS or (word.text == "等" and following.kind == "m"):
        return COMPOUND
    if word.text in officialese.CLOSING_VERBS:
        return 0.0
    match word.kind[0]:
        case "v" if word.kind != "vn":
            return LEANS if len(word.text) == 1 else _before_object(following)
        case "d" | "c" | "r" | "a" | "b":
            return LEANS if len(word.text) == 1 else COMPOUND
        case "m":
            return OBJECT if _is_noun(following) or following.kind == "t" else 0.0
        case "t":
            return OBJECT
        case _:
            return 0.0


def _before_object(following: Word) -> float:
    """Return how bad it is that a line ends with a verb and the next begins with `following`."""
    if following.kind[0] in "pdcl":
        return OPEN / 3
    is_verb = following.kind[0] == "v" and following.kind != "vn"
    return OPEN if is_verb or following.text[0] in _OPENING else OBJECT


def _beginning_with(following: Word, word: Word) -> float:
    """Return how bad it is that a line begins with `following`."""
    if following.text in officialese.CONJUNCTIONS or following.kind[0] in "ufyk" or following.text == "的":
        return LEANS
    if following.text[0] in _OPENING:
        return 0.0
    if following.text in officialese.CLOSING_VERBS or (following.text == "为" and word.kind == "v"):
        return COMPOUND
    if _is_noun(following, after=word):
        if len(following.text) == 1:
            return LEANS
        return COMPOUND if _is_noun(word) or word.kind[0] in "ab" else OPEN
    match following.kind[0]:
        case "v":
            return OPEN if len(following.text) == 1 else 0.0
        case "p" | "d" | "c" | "i" | "l":
            return 0.0
        case "t":
            return 0.0 if len(following.text) > 1 else LEANS
        case _:
            return OPEN


def _is_noun(word: Word, after: Word | None = None) -> bool:
    """Return whether `word` stands for a thing; a verb may, after a noun: 项目建设."""
    if word.kind[0] in "nxjsab" or word.kind == "vn":
        return word.text[-1] not in _CLOSING
    return word.text in officialese.VERBAL_NOUNS and (after is None or _is_noun(after))
