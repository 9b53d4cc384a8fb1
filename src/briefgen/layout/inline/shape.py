"""Shape inlines: characters → glyphs with face, size and advance, and what each may give or take.

In: inlines of the document tree and the style of their paragraph. Out: a list of `Glyph`.
Does not belong here: where lines end (`breaks`, `linebreak`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Protocol, assert_never

from msgspec import Struct
from msgspec.structs import replace

from briefgen.doctree.nodes import FootnoteMark, Inlines, LineBreak, Text
from briefgen.spec import gbt15834, office
from briefgen.spec.faces import Face
from briefgen.spec.typography import Breaking
from briefgen.style import ParagraphStyle, StyleSheet, Typesetting

NEWLINE = "\n"
HAN = "一"  # in `plain` text, all that no rule names
PAIRS = 4_096  # of characters whose answer is kept: there are few different ones in `plain` text
_NAMED = re.compile(f"[^{HAN}]+")
_NOTE_SIGN = re.compile("[①-⑳〔〕0-9]")
FOOTNOTE_SCALE = 0.6
FOOTNOTE_RISE = 0.35
_CENTRED = frozenset("？")  # the bundled faces draw it in the middle of its cell: no half is empty
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


class Glyph(Struct, frozen=True, gc=False):
    """One character on its way to a line; lengths in points.

    `squeeze` is what it can give inside a line (of the empty half of a mark, of a space, of the gap after it),
    `rank` its turn in the standard's order. `half` is the empty half of a full-width mark, which it can give at
    the edge of a line, whatever its neighbour took. `kern` is the part of `advance` that it owes to the glyph
    after it: less where two marks close up, more for a Han–Latin gap; it falls away at the end of a line.
    `reach` is by how much the gap after it grows before all gaps do. `inset` is by how much it is drawn to the right
    of the left edge of its cell. `note` is the number of a footnote mark, `tracking` what the style adds to the
    advance; `odd` differs between the glyphs of neighbouring inlines. Glyphs with the same `look` are drawn as one run.
    Equal ones may be one object.
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
    odd: bool = False
    look: tuple[Any, ...] = ()


def shape(content: Inlines, style: ParagraphStyle, sheet: StyleSheet, fonts: Fonts) -> list[Glyph]:
    """Return the glyphs of `content`; a forced break is a glyph whose `char` is a newline."""
    glyphs: list[Glyph] = []
    for item in content:
        odd = bool(glyphs) and not glyphs[-1].odd
        match item:
            case Text():
                shapes = _shapes(_face(item, style, sheet), style, fonts, item.href, odd)
                glyphs.extend(map(shapes.__getitem__, item.text))
            case LineBreak():
                glyphs.append(Glyph(NEWLINE, "", style.size, 0.0, style.color, odd=odd))
            case FootnoteMark():
                glyphs.extend(_footnote_mark(item.number, style, fonts, odd))
            case _:
                assert_never(item)
    if sheet.typesetting.breaking is Breaking.OPTIMUM:  # word processors give each a cell
        _share_cells(glyphs)
    _close_up(glyphs)
    _set_apart(glyphs, sheet.typesetting)
    return glyphs


class _Plain(dict[int, str]):
    """For `str.translate`: what stands for each character in `plain` text, told when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        nameless = "\u3400" <= char <= "\u9fff" and char not in gbt15834.UNITS_AFTER_MYRIAD
        self[code] = plain = HAN if nameless else char
        return plain


_PLAIN = _Plain()


def plain(text: str) -> str:
    """Return `text` with one character for all Han ones that no rule names: what may stand beside them is the same."""
    return text.translate(_PLAIN)


@lru_cache(maxsize=16)  # all that ask do so while the same paragraph is set
def junctions(text: str) -> tuple[str, tuple[int, ...]]:
    """Return `plain` text and the places of the characters in it that rules are to be asked of, with the next one.

    Between all others, two Han characters that no rule names, a line may end and the gap may grow.
    """
    kinds, last = plain(text), len(text) - 1
    spans = [(max(0, run.start() - 1), min(run.end(), last)) for run in _NAMED.finditer(kinds)]
    return kinds, tuple([place for span in spans for place in range(*span)])


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


class _Shapes(dict[str, Glyph]):
    """The glyphs of characters in one style, each reckoned when it is first asked for."""

    def __init__(self, face: Face, style: ParagraphStyle, fonts: Fonts, href: str | None, odd: bool) -> None:
        self._face, self._style, self._fonts, self._href, self._odd = face, style, fonts, href, odd
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
        look = self._looks.setdefault(look, look)
        key, drawn, color, rise, href, inset = look
        self[char] = glyph = Glyph(
            char, key, drawn, advance, color, rise, href, squeeze, rank, half, inset,
            tracking=style.tracking, odd=self._odd, look=look,
        )  # fmt: skip
        return glyph


#: The shapes of each look, the same in all paragraphs.
_shapes = lru_cache(maxsize=128)(_Shapes)


def _footnote_mark(number: int, style: ParagraphStyle, fonts: Fonts, odd: bool) -> Iterable[Glyph]:
    size = style.size * FOOTNOTE_SCALE
    for char in footnote_sign(number):
        key = fonts.resolve(char, style.face) or ""
        advance = fonts.advance(char, key) * size
        rise = style.size * FOOTNOTE_RISE
        yield Glyph(
            char, key, size, advance, style.color, rise,
            note=number, odd=odd, look=(key, size, style.color, rise),
        )  # fmt: skip


def _share_cells(glyphs: list[Glyph]) -> None:
    """Let two of ？ and ！ that stand together take one cell, three take two (GB/T 15834 5.1.2)."""
    index = 0
    while index < len(glyphs) - 1:
        pair = glyphs[index : index + 2]
        if not all(glyph.char in gbt15834.SHARING and glyph.advance > 0.75 * glyph.size for glyph in pair):
            index += 1
            continue
        for place, glyph in enumerate(pair, index):
            narrow = replace(
                glyph, advance=glyph.advance - gbt15834.HALF * glyph.size, squeeze=0.0, half=0.0, rank=0
            )
            if glyph.char in _CENTRED:
                inset = glyph.inset - _TO_THE_LEFT * glyph.size
                narrow = replace(narrow, inset=inset, look=(*glyph.look, inset))
            glyphs[place] = narrow
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
            glyphs[place - 1] = replace(left, kern=-left.half, advance=left.advance - left.half, squeeze=0.0)
            if right.char in gbt15834.OPENING:
                glyphs[place] = replace(right, squeeze=0.0)
        elif left.char in gbt15834.OPENING and right.char in gbt15834.OPENING:
            glyphs[place - 1] = replace(left, kern=-right.half, advance=left.advance - right.half)
            glyphs[place] = replace(right, squeeze=0.0)


def _set_apart(glyphs: list[Glyph], typesetting: Typesetting) -> None:
    """Put the gap between Han characters and Latin letters or digits (CLREQ 3.2.2), and let it grow first."""
    gap, reach = typesetting.latin_gap, gbt15834.GAP_MAX - typesetting.latin_gap
    if typesetting.breaking is Breaking.OFFICE and not gap:
        reach = office.LATIN_GAP  # none where the grid rules, but lines are filled as if there were one
    elif not gap:
        return
    text = "".join([glyph.char for glyph in glyphs])
    for latin in office.STANDING_OFF.finditer(office.sorts(text)):
        start, end = latin.span()
        if start and is_han(text[start - 1]):
            _set_one_apart(glyphs, start - 1, gap, reach)
        if end < len(text) and is_han(text[end]):
            _set_one_apart(glyphs, end - 1, gap, reach)


def _set_one_apart(glyphs: list[Glyph], place: int, gap: float, reach: float) -> None:
    """Put the gap, and by how much it may grow, both in em, after the glyph at `place`; footnote marks have none."""
    left, right = glyphs[place], glyphs[place + 1]
    if left.note or right.note:
        return
    if not gap:
        glyphs[place] = replace(left, reach=reach * left.size)
        return
    kern = gap * left.size
    glyphs[place] = replace(
        left,
        reach=reach * left.size,
        kern=kern,
        squeeze=max(0.0, gap - gbt15834.GAP_MIN) * left.size,
        rank=gbt15834.GAP_RANK,
        advance=left.advance + kern,
    )


def is_han(char: str) -> bool:
    """Return whether `char` is a Han character (not a mark)."""
    return (
        "\u3400" <= char <= "\u9fff" or char in "〇々" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"
    )
