"""Paragraphs: inlines → lines at fixed x, each with the place of its baseline in its own height.

In: inlines, a paragraph style, a left edge and a measure. Out: `SetLine`s and `Strip`s.
Does not belong here: which page a line stands on.
"""

from __future__ import annotations

from msgspec import Struct

from briefgen.diagnostics import Position
from briefgen.doctree import nodes
from briefgen.doctree.nodes import Align, Inlines, Role
from briefgen.layout.context import Context
from briefgen.layout.frame import Line
from briefgen.layout.galley import Strip
from briefgen.layout.inline.breaks import is_sum, is_word, opportunities
from briefgen.layout.inline.justify import SetLine, set_line
from briefgen.layout.inline.line import Measure, Text
from briefgen.layout.inline.linebreak import LOOSE_STRETCH, break_lines
from briefgen.layout.inline.shape import Glyph, shape
from briefgen.spec import typography
from briefgen.style import ParagraphStyle
from briefgen.units import TWIPS_PER_POINT, twips

IN_TABLES = frozenset({Role.TABLE_HEAD, Role.TABLE_CELL, Role.COLOPHON})  # where no office lets a mark hang
SPACED = frozenset({  # those whose lines the DOCX says the spacing of
    Role.BODY, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4, Role.LIST_ITEM, Role.QUOTE,
    Role.ATTENDANCE, Role.EDITOR_NOTE,
})  # fmt: skip
FEW = 60  # characters that are more than most lines have
SHOWN = 30  # characters of an over-long word that a warning shows


class Column(Struct, frozen=True):
    """Where lines stand: left edge and width, in points; `first` moves the start of the first line.

    `spare` is by how much an office has more room for a line.
    """

    left: float
    width: float
    first: float = 0.0
    spare: float = 0.0


def column(style: ParagraphStyle, context: Context, *, hang: float = 0.0) -> Column:
    """Return the type area's column with the indents of `style`, and `hang` points more for all but line 1."""
    page = context.sheet.page
    left = page.left + style.left * style.em + hang
    width = page.measure - (style.left + style.right) * style.em - hang
    spare = (twips(page.width) - twips(page.left) - twips(page.right)) / TWIPS_PER_POINT - page.measure
    return Column(left, width, style.first_line * style.em - hang, spare)


def set_lines(
    content: Inlines,
    style: ParagraphStyle,
    place: Column,
    context: Context,
    source: Position | None = None,
    *,
    fixed: int = 0,
) -> list[SetLine]:
    """Return the lines of `content` set in `place`; no content gives one empty line.

    The spacing of the first `fixed` characters stays as it is: the label of a list.
    """
    glyphs = shape(content, style, context.sheet, context.fonts)
    if not glyphs:
        return [SetLine((), 0.0)]
    if _fits_one_line(glyphs, place.width - place.first):  # as most cells of tables do
        return [set_line(glyphs, place.left + place.first, place.width - place.first, style.align, last=True)]
    setting = context.sheet.typesetting
    allowed = opportunities(glyphs, setting.prohibition)
    measure = Measure(
        place.width - place.first,
        place.width,
        place.spare,
        hang=style.role not in IN_TABLES,
        spaced=style.role in SPACED and style.align is Align.JUSTIFY,
        fixed=fixed,
    )
    text = Text(glyphs, allowed)
    spans = break_lines(text, measure, setting.breaking)
    lines: list[SetLine] = []
    cut = False
    for number, span in enumerate(spans):
        shift = place.first if number == 0 else 0.0
        line = set_line(
            glyphs[span.start : span.end],
            place.left + shift,
            place.width - shift,
            style.align,
            last=span.last,
            may_grow=text.elastic[span.start : span.end - 1] if span.end > span.start else None,
            start=span.start,
            spacing=span.spacing,
        )
        if style.align is Align.JUSTIFY and line.adjust > LOOSE_STRETCH:
            context.warn("BG405", source, text=_text(glyphs[span.start : span.end]))
        before, cut = cut, _is_cut(glyphs, allowed, span.end)
        if cut and not before:
            context.warn("BG203", source, word=_word_around(glyphs, allowed, span.end))
        lines.append(line)
    return lines


def split_lines(
    left: str, right: str, style: ParagraphStyle, place: Column, context: Context
) -> list[list[SetLine]]:
    """Return lines of `left` with `right` at the end of the last, or on a line of its own where it does not fit."""
    lines = [[line] for line in set_lines((nodes.Text(left),), style, place, context)] if left else [[]]
    if right:
        glyphs = shape((nodes.Text(right),), style, context.sheet, context.fonts)
        line = set_line(glyphs, place.left, place.width, Align.RIGHT, last=True)
        if lines[-1] and line.runs and lines[-1][0].end + style.em > line.runs[0].x:
            lines.append([])
        lines[-1].append(line)
    return lines


def baseline(style: ParagraphStyle) -> float:
    """Return how far below the top of its line the baseline lies: the em box stands in the middle."""
    above = (style.pitch - style.size) / 2
    return above + typography.EM_ASCENT * style.size


def line_item(
    line: SetLine, style: ParagraphStyle, *, block: int = -1, source: Position | None = None, y: float = 0.0
) -> Line:
    """Return the frame of a line whose top is at `y`."""
    return Line(
        style.role, y + baseline(style), line.runs, line.adjust, block, source,
        even=line.even, start=line.start, spacing=line.spacing,
    )  # fmt: skip


def strips(
    lines: list[SetLine], style: ParagraphStyle, *, block: int, source: Position | None
) -> list[Strip]:
    """Return one strip for each line; a lone first or last line is held to its neighbour, unless the style lets go."""
    last = len(lines) - 1
    held = (0, last - 1) if style.widow_control else ()
    return [
        Strip(
            height=style.pitch,
            items=(line_item(line, style, block=block, source=source),),
            before=style.before if number == 0 else 0.0,
            hold=style.keep_next if number == last else number in held,
            notes=line.notes,
            block=block,
        )
        for number, line in enumerate(lines)
    ]


def _fits_one_line(glyphs: list[Glyph], room: float) -> bool:
    """Return whether nothing has to be broken, in whichever way: all Han with its marks, all one number or word."""
    for part in (glyphs[:FEW], glyphs):  # few are enough to tell that a paragraph does not fit
        if sum([glyph.advance - glyph.kern for glyph in part]) > room:
            return False
    return all(glyph.char >= "\u2e80" for glyph in glyphs) or all(is_word(glyph.char) for glyph in glyphs)


def _text(glyphs: list[Glyph]) -> str:
    return "".join(glyph.char for glyph in glyphs)


def _is_cut(glyphs: list[Glyph], allowed: list[bool], end: int) -> bool:
    """Return whether a line that ends before `end` cuts a word: one longer than the line.

    An office parts a number from its 万, too; that cuts no word.
    """
    if not 0 < end < len(glyphs) or allowed[end - 1]:
        return False
    left, right = glyphs[end - 1].char, glyphs[end].char
    return right not in " \n" and not is_sum(left, right)


def _word_around(glyphs: list[Glyph], allowed: list[bool], end: int) -> str:
    """Return the beginning of the word that is cut before `end`."""
    begin = end
    while begin and glyphs[begin - 1].char != " " and not allowed[begin - 1]:
        begin -= 1
    return _text(glyphs[begin : begin + SHOWN])
