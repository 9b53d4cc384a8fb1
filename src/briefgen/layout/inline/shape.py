"""Shape inlines: characters → glyphs with face, size and advance, and what each may give or take.

In: inlines of the document tree and the style of their paragraph. Out: a list of `Glyph`.
Does not belong here: where lines end (`breaks`, `linebreak`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from operator import methodcaller
from typing import Any, Protocol, assert_never

from msgspec import Struct

from briefgen.doctree.nodes import FootnoteMark, Inlines, LineBreak, Text
from briefgen.spec import gbt15834, office
from briefgen.spec.faces import Face
from briefgen.spec.typography import Breaking
from briefgen.style import ParagraphStyle, StyleSheet, Typesetting

NEWLINE = "\n"
HAN = "一"  # in `plain` text, all that no rule names
PAIRS = 4_096  # of characters whose answer is kept: there are few different ones in `plain` text
_NAMELESS = re.compile(f"[{''.join(f'{start}-{end}' for start, end in gbt15834.HAN_BETWEEN_UNITS)}]+")
_NOTE_SIGN = re.compile("[①-⑳〔〕0-9]")
FOOTNOTE_SCALE = 0.6
FOOTNOTE_RISE = 0.35
_CENTRED = frozenset("？")  # the bundled faces draw it in the middle of its cell: no half is empty
_copied = methodcaller("__copy__")
_TO_THE_LEFT = 0.2  # em: so it stands in the left half


class Fit(Protocol):
    """How a face is drawn so that it agrees with another."""

    @property
    def scale(self) -> float:
        """Return its share of the size."""

    @property
    def drop(self) -> float:
        """Return by how much it goes below the baseline, in em."""


class Fonts(Protocol):
    """What layout asks of the fonts: `briefgen.fonts.metrics`, or a font of full squares in tests."""

    def __hash__(self) -> int:
        """Return a number to know the fonts by."""

    @property
    def resolve(self) -> Callable[[str, Face], str | None]:
        """Return the key of the first face of a class that has the character."""

    @property
    def advance(self) -> Callable[[str, str], float]:
        """Return the advance of a character in the face with this key, in em."""

    @property
    def fit(self) -> Callable[[str, Face], Fit]:
        """Return how the face with this key is drawn among characters of a class."""


class Glyph(Struct, gc=False):
    """One character on its way to a line; lengths in points.

    `squeeze` is what it can give inside a line (of the empty half of a mark, of a space, of the gap after it),
    `rank` its turn in the standard's order. `half` is the empty half of a full-width mark, which it can give at
    the edge of a line, whatever its neighbour took. `kern` is the part of `advance` that it owes to the glyph
    after it: less where two marks close up, more for a Han–Latin gap; it falls away at the end of a line.
    `reach` is by how much the gap after it grows before all gaps do. `inset` is by how much it is drawn to the right
    of the left edge of its cell. `note` is the number of a footnote mark, `tracking` what the style adds to the
    advance, `item` the number of the inline that it comes from. Glyphs with the same `look` are drawn as one run.
    """

    char: str
    face: str
    size: float
    advance: float
    color: str
    rise: float = 0.0
    href: str | None = None
    squeeze: float = 0.0
    rank: int = 0
    half: float = 0.0
    inset: float = 0.0
    kern: float = 0.0
    reach: float = 0.0
    note: int = 0
    tracking: float = 0.0
    item: int = 0
    look: tuple[Any, ...] = ()


def shape(content: Inlines, style: ParagraphStyle, sheet: StyleSheet, fonts: Fonts) -> list[Glyph]:
    """Return the glyphs of `content`; a forced break is a glyph whose `char` is a newline."""
    glyphs: list[Glyph] = []
    for number, item in enumerate(content):
        start = len(glyphs)
        match item:
            case Text():
                face = _face(item, style, sheet)
                glyphs.extend(_glyphs(item.text, face, style, fonts, item.href))
            case LineBreak():
                glyphs.append(Glyph(NEWLINE, "", style.size, 0.0, style.color))
            case FootnoteMark():
                glyphs.extend(_footnote_mark(item.number, style, fonts))
            case _:
                assert_never(item)
        if number:
            for glyph in glyphs[start:]:
                glyph.item = number
    if sheet.typesetting.breaking is Breaking.OPTIMUM:  # word processors give each a cell
        _share_cells(glyphs)
    _close_up(glyphs)
    _set_apart(glyphs, sheet.typesetting)
    return glyphs


def plain(text: str) -> str:
    """Return `text` with one character for all Han ones that no rule names: what may stand beside them is the same."""
    return _NAMELESS.sub(lambda run: HAN * len(run[0]), text)


def footnote_sign(number: int) -> str:
    """Return the sign of a footnote: ① to ⑳, then 〔21〕."""
    return chr(0x2460 + number - 1) if number <= 20 else f"〔{number}〕"


def noted(text: str, glyphs: list[Glyph]) -> list[int]:
    """Return the places of the marks of footnotes among glyphs whose characters are `text`."""
    signs = _NOTE_SIGN.finditer(text)
    return [sign.start() for sign in signs if glyphs[sign.start()].note]


def _face(item: Text, style: ParagraphStyle, sheet: StyleSheet) -> Face:
    if item.lead:
        return sheet.lead_face(item.lead)
    if item.strong:
        return sheet.strong
    return sheet.emphasis if item.emphasis else style.face


def _glyphs(
    text: str, face: Face, style: ParagraphStyle, fonts: Fonts, href: str | None = None
) -> list[Glyph]:
    return list(map(_copied, map(_shapes(face, style, fonts, href).__getitem__, text)))


class _Shapes(dict[str, Glyph]):
    """The glyphs of characters in one style, to be copied, each reckoned when it is first asked for."""

    def __init__(self, face: Face, style: ParagraphStyle, fonts: Fonts, href: str | None) -> None:
        self._face, self._style, self._fonts, self._href = face, style, fonts, href
        self._looks: dict[tuple[Any, ...], tuple[Any, ...]] = {}  # equal ones are one object

    def __missing__(self, char: str) -> Glyph:
        style, fonts = self._style, self._fonts
        size = style.size
        key = fonts.resolve(char, self._face) or fonts.resolve("〓", self._face) or ""
        advance = fonts.advance(char, key) * size + style.tracking
        squeeze, rank = 0.0, gbt15834.SQUEEZE_RANK.get(char, 0)
        if char == " ":
            squeeze = max(0.0, advance - gbt15834.SPACE_MIN * size)
        elif rank and advance > 0.75 * size and char not in _CENTRED:
            squeeze = gbt15834.HALF * size
        half = 0.0 if char in gbt15834.INTERPUNCTS or char == " " else squeeze
        fit = fonts.fit(key, self._face)
        rise, inset = -fit.drop * size, (1 - fit.scale) / 2 * size
        look = (key, fit.scale * size, style.color, rise, self._href, inset)
        self[char] = glyph = Glyph(
            char, key, fit.scale * size, advance, style.color, rise, self._href, squeeze, rank, half, inset,
            tracking=style.tracking, look=self._looks.setdefault(look, look),
        )  # fmt: skip
        return glyph


#: The shapes of each look, the same in all paragraphs.
_shapes = lru_cache(maxsize=64)(_Shapes)


def _footnote_mark(number: int, style: ParagraphStyle, fonts: Fonts) -> Iterable[Glyph]:
    size = style.size * FOOTNOTE_SCALE
    for char in footnote_sign(number):
        key = fonts.resolve(char, style.face) or ""
        advance = fonts.advance(char, key) * size
        rise = style.size * FOOTNOTE_RISE
        yield Glyph(
            char, key, size, advance, style.color, rise, note=number, look=(key, size, style.color, rise)
        )


def _share_cells(glyphs: list[Glyph]) -> None:
    """Let two of ？ and ！ that stand together take one cell, three take two (GB/T 15834 5.1.2)."""
    index = 0
    while index < len(glyphs) - 1:
        pair = glyphs[index : index + 2]
        if not all(glyph.char in gbt15834.SHARING and glyph.advance > 0.75 * glyph.size for glyph in pair):
            index += 1
            continue
        for glyph in pair:
            glyph.advance -= gbt15834.HALF * glyph.size
            glyph.squeeze = glyph.half = 0.0
            glyph.rank = 0
            if glyph.char in _CENTRED:
                glyph.inset -= _TO_THE_LEFT * glyph.size
                glyph.look = (*glyph.look, glyph.inset)
        index += 2


def _close_up(glyphs: list[Glyph]) -> None:
    """Let two adjacent full-width marks take 1.5 cells (GB/T 15834 5.1.10): the empty half between them goes.

    The pen moves less after the left mark in each case; who may still be squeezed differs.
    """
    for place in [place for place, glyph in enumerate(glyphs) if glyph.rank and place]:
        left, right = glyphs[place - 1], glyphs[place]
        if not (left.rank and right.squeeze > 0):
            continue
        if left.char in gbt15834.CLOSING and left.half:
            left.kern = -left.half
            left.squeeze = 0.0
            if right.char in gbt15834.OPENING:
                right.squeeze = 0.0
        elif left.char in gbt15834.OPENING and right.char in gbt15834.OPENING:
            left.kern = -right.half
            right.squeeze = 0.0
        left.advance += left.kern


def _set_apart(glyphs: list[Glyph], typesetting: Typesetting) -> None:
    """Put the gap between Han characters and Latin letters or digits (CLREQ 3.2.2), and let it grow first."""
    gap, reach = typesetting.latin_gap, gbt15834.GAP_MAX - typesetting.latin_gap
    if typesetting.breaking is Breaking.OFFICE and not gap:
        reach = office.LATIN_GAP  # none where the grid rules, but lines are filled as if there were one
    elif not gap:
        return
    text = plain("".join([glyph.char for glyph in glyphs]))
    for place, (a, b) in enumerate(pairwise(text)):
        if a == b or not _meet(a, b):
            continue
        left, right = glyphs[place], glyphs[place + 1]
        if left.note or right.note:
            continue
        left.reach = reach * left.size
        if gap:
            left.kern = gap * left.size
            left.squeeze = max(0.0, gap - gbt15834.GAP_MIN) * left.size
            left.rank = gbt15834.GAP_RANK
            left.advance += left.kern


@lru_cache(maxsize=PAIRS)
def _meet(a: str, b: str) -> bool:
    return (is_han(a) and _is_latin(b)) or (_is_latin(a) and is_han(b))


def is_han(char: str) -> bool:
    """Return whether `char` is a Han character (not a mark)."""
    return (
        "\u3400" <= char <= "\u9fff" or char in "〇々" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"
    )


def _is_latin(char: str) -> bool:
    return char < "\u2e80" and (char.isalnum() or char in "%‰")
