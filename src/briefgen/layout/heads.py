"""Heads: masthead lines, titles and headings → strips.

In: nodes of the document tree. Out: strips, with the marks that bookmarks and links lead to.
"""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.doctree.nodes import Heading, Inlines, Paragraph, Role, SplitLine, Text, Title
from briefgen.layout.context import Context
from briefgen.layout.frame import Line, Stroke
from briefgen.layout.galley import Mark, Strip
from briefgen.layout.inline import office
from briefgen.layout.inline.justify import set_line
from briefgen.layout.inline.shape import shape
from briefgen.layout.paragraph import (
    Column,
    baseline,
    column,
    line_item,
    set_lines,
    split_lines,
    strips,
)
from briefgen.layout.title import break_title
from briefgen.spec.typography import Breaking
from briefgen.style import ParagraphStyle

NAME_STEP = 1.0  # points by which a name too long for its line shrinks
MAX_TITLE_LINES = 4
RULE_DROP = 6.0  # from the foot of the last masthead line to the red rule


def split_line(node: SplitLine, block: int, context: Context) -> list[Strip]:
    """Return a part at the left and a part at the right of the type area, on one line where both fit."""
    style = context.sheet[node.role]
    lines = split_lines(node.left, node.right, style, column(style, context), context)
    return [
        Strip(
            style.pitch,
            tuple(line_item(line, style, block=block, source=node.source) for line in parts),
            before=0.0 if number else style.before,
            hold=True,
            block=block,
        )
        for number, parts in enumerate(lines)
    ]


def name_line(node: Paragraph, block: int, context: Context) -> list[Strip]:
    """Return the name of the briefing on one line; it shrinks until it fits."""
    style = context.sheet[node.role]
    place = column(style, context)
    while (line := _one_line(node.content, style, place, context)) is None:
        if style.size <= context.sheet.name_size_min:
            break
        style = replace(style, size=style.size - NAME_STEP)
    if style.size < context.sheet[node.role].size:
        context.warn("BG401", node.source, size=f"{style.size:g}")
    if line is None:
        lines = set_lines(node.content, style, place, context, node.source)
        return [replace(strip, hold=True) for strip in strips(lines, style, block=block, source=node.source)]
    return [Strip(style.pitch, (line,), style.before, hold=True, block=block)]


def _one_line(content: Inlines, style: ParagraphStyle, place: Column, context: Context) -> Line | None:
    glyphs = shape(content, style, context.sheet, context.fonts)
    if glyphs:
        last = glyphs[-1]  # letterspacing stands between characters only
        glyphs[-1] = replace(last, advance=last.advance - style.tracking)
    if sum(glyph.advance for glyph in glyphs) > place.width:
        return None
    line = set_line(glyphs, place.left, place.width, style.align, last=True)
    return Line(style.role, baseline(style), line.runs)


def head_rule(block: int, context: Context) -> list[Strip]:
    """Return the red rule below the masthead: as wide as the type area, one line high with its room."""
    page, rule = context.sheet.page, context.sheet.head_rule
    y = RULE_DROP
    stroke = Stroke("head-rule", page.left, y, page.left + page.text_width, y, rule.width, rule.color)
    return [Strip(context.sheet.head_rule_height, (stroke,), hold=True, block=block)]


def title(node: Title, block: int, context: Context) -> list[Strip]:
    """Return the lines of a title, broken by the author or where the sense breaks."""
    style = context.sheet[Role.TITLE]
    place = column(style, context)

    def width(text: str) -> float:
        glyphs = shape((Text(text),), style, context.sheet, context.fonts) if text else []
        if context.sheet.typesetting.breaking is Breaking.OFFICE:
            return office.width(glyphs)  # an office that broke a line of the title again would have one more
        return sum(glyph.advance for glyph in glyphs)

    lines = [line for part in node.lines for line in break_title(part, width, place.width)]
    if len(lines) > MAX_TITLE_LINES:
        context.warn("BG402", node.source, lines=MAX_TITLE_LINES, title=node.text)
    found = []
    for number, text in enumerate(lines):
        set_ = set_lines((Text(text),), style, place, context, node.source)[0]
        found.append(
            Strip(
                style.pitch,
                (line_item(set_, style, block=block, source=node.source),),
                before=style.before if number == 0 else 0.0,
                hold=True,
                mark=Mark(node.id, node.text, 0) if number == 0 else None,
                block=block,
            )
        )
    return found


def heading(node: Heading, block: int, context: Context) -> list[Strip]:
    """Return the lines of a heading; no page ends after it."""
    style = context.sheet[node.role]
    content: Inlines = (Text(node.number), *node.content) if node.number else node.content
    lines = set_lines(content, style, column(style, context), context, node.source)
    found = [replace(strip, hold=True) for strip in strips(lines, style, block=block, source=node.source)]
    found[0] = replace(found[0], mark=Mark(node.id, node.text, node.level))
    return found
