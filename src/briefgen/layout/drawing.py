"""Drawings: shapes as they stand, texts set into their boxes, the whole as one strip that no page splits.

In: a `Drawing`. Out: a strip of whole lines where the page has room for them. Does not belong here: what is drawn.
"""

from __future__ import annotations

from briefgen.doctree.nodes import Drawing, Role, Text
from briefgen.doctree.shapes import Label
from briefgen.layout.context import Context
from briefgen.layout.figure import room_of_picture
from briefgen.layout.frame import Drawn, Line
from briefgen.layout.galley import Strip, moved
from briefgen.layout.inline.justify import SetLine
from briefgen.layout.paragraph import Column, column, line_item, set_lines
from briefgen.style import ParagraphStyle

LEADING = 1.2  # of the size, from line to line of a label
SIZE_STEP = 0.25  # points by which a label too large for its box shrinks
SMALLEST = 0.7  # of the size that was asked for
ELLIPSIS = "…"


def drawing(node: Drawing, block: int, context: Context) -> list[Strip]:
    """Return the strip of `node`, centred in the type area, its caption below."""
    page, style = context.sheet.page, context.sheet[Role.CAPTION]
    captions = (
        set_lines(node.caption, style, column(style, context), context, node.source) if node.caption else []
    )
    below = len(captions) * style.pitch
    scale = min(1.0, page.text_width / node.width, (page.text_height - below) / node.height)
    width, height = node.width * scale, node.height * scale
    room = min(room_of_picture(height, page.pitch), page.text_height - below)
    lines = tuple(line for label in node.labels for line in _label(label, block, context))
    drawn = Drawn(
        "drawing", page.left + (page.text_width - width) / 2, room - height, width, height, scale,
        node.shapes, lines, node.name, node.alt, block, node.source,
    )  # fmt: skip
    items = [
        line_item(line, style, block=block, source=node.source, y=room + number * style.pitch)
        for number, line in enumerate(captions)
    ]
    return [Strip(room + below, (drawn, *items), floats=True, block=block)]


def _label(label: Label, block: int, context: Context) -> list[Line]:
    """Return the lines of a text, centred in the height of its box."""
    style, lines = _fitted(label, Context(context.sheet, context.fonts))
    top = label.y + (label.height - len(lines) * style.pitch) / 2
    placed = (
        line_item(line, style, block=block, source=label.source, y=number * style.pitch)
        for number, line in enumerate(lines)
    )
    return [line for item in placed if isinstance(line := moved(item, top), Line)]


def _fitted(label: Label, context: Context) -> tuple[ParagraphStyle, list[SetLine]]:
    """Return the lines in the largest size that fits; where none does, what the smallest has room for."""
    size = label.size
    while True:
        style = ParagraphStyle(
            Role.CAPTION, "图中文字", label.face, size, label.color, label.align, pitch=LEADING * size
        )
        lines = _set(label.text, label, style, context)
        if _fits(lines, label, style):
            return style, lines
        if size - SIZE_STEP < SMALLEST * label.size:
            return style, _cut(label, style, context)
        size -= SIZE_STEP


def _set(text: str, label: Label, style: ParagraphStyle, context: Context) -> list[SetLine]:
    return set_lines(
        (Text(text),) if text else (), style, Column(label.x, label.width), context, label.source
    )


def _fits(lines: list[SetLine], label: Label, style: ParagraphStyle) -> bool:
    return (len(lines) - 1) * style.pitch + style.size <= max(label.height, style.size) + 0.01


def _cut(label: Label, style: ParagraphStyle, context: Context) -> list[SetLine]:
    """Return as much of the text as fits, an ellipsis after it."""
    text = label.text
    while text:
        text = text[:-1]
        lines = _set(text + ELLIPSIS, label, style, context)
        if _fits(lines, label, style):
            return lines
    return []
