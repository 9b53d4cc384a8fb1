"""Figures: one or more pictures side by side, each with its caption, as one strip that no page splits.

In: a `FigureRow`. Out: a strip of whole lines, so that the text below stays on the grid.
"""

from __future__ import annotations

from math import ceil

from briefgen.doctree.nodes import Figure, FigureRow, Role
from briefgen.layout.context import Context
from briefgen.layout.frame import Image, Item
from briefgen.layout.galley import Strip, moved
from briefgen.layout.paragraph import Column, line_item, set_lines
from briefgen.style import StyleSheet

SINGLE_WIDTH = 0.75  # of the measure, for a picture whose author gave no width
MAX_HEIGHT = 0.6  # of the type area
LEAD = 6.0  # the least room above a picture


def figure_row(node: FigureRow, block: int, context: Context) -> list[Strip]:
    """Return the strip of the pictures of `node`, centred as a group; bottoms aligned, captions below."""
    page, gap = context.sheet.page, context.sheet.figure_gap
    sizes = picture_sizes(node, context.sheet)
    total = sum(width for width, _ in sizes) + gap * (len(sizes) - 1)
    x = page.left + (page.measure - total) / 2
    tallest = max(height for _, height in sizes)
    style = context.sheet[Role.CAPTION]
    columns: list[Item] = []
    notes: list[int] = []
    lines_below = 0
    captions: list[Item] = []
    for figure, (width, height) in zip(node.figures, sizes, strict=True):
        columns.append(
            Image("figure", x, tallest - height, width, height, figure.picture, figure.alt, figure.source)
        )
        spread = (
            0.0 if len(sizes) > 1 else max(0.0, (page.measure - width) / 2)
        )  # a lone caption may be wider
        place = Column(x - spread, width + 2 * spread)
        lines = set_lines(figure.caption, style, place, context, figure.source) if figure.caption else []
        for number, line in enumerate(lines):
            captions.append(line_item(line, style, block=block, source=figure.source, y=number * style.pitch))
            notes.extend(line.notes)
        lines_below = max(lines_below, len(lines))
        x += width + gap
    return [_strip(columns, captions, tallest, lines_below * style.pitch, tuple(notes), block, context)]


def room_of_picture(height: float, pitch: float) -> float:
    """Return the height of the whole lines that a picture takes; what is over stands above it."""
    return ceil((LEAD + height) / pitch) * pitch


def _strip(
    images: list[Item],
    captions: list[Item],
    tallest: float,
    below: float,
    notes: tuple[int, ...],
    block: int,
    context: Context,
) -> Strip:
    pitch = context.sheet.page.pitch
    room = room_of_picture(tallest, pitch)
    top = room - tallest  # the caption's own lead is room enough below
    items = [moved(item, top) for item in images] + [moved(item, room) for item in captions]
    return Strip(room + below, tuple(items), notes=notes, floats=True, block=block)


def picture_sizes(node: FigureRow, sheet: StyleSheet) -> list[tuple[float, float]]:
    """Return width and height of each picture in points; together they are no wider than the measure."""
    figures, page, gap = node.figures, sheet.page, sheet.figure_gap
    room = page.measure - gap * (len(figures) - 1)
    share = room * SINGLE_WIDTH if len(figures) == 1 else None
    widths = []
    for figure in figures:
        if figure.width is not None:
            widths.append(figure.width.points(em=page.em, line=page.pitch, measure=page.measure))
        else:
            widths.append(share or _equal_height_share(figure, figures, room))
    scale = min(1.0, room / sum(widths))
    sizes = [
        (w * scale, w * scale * f.picture.height / f.picture.width)
        for w, f in zip(widths, figures, strict=True)
    ]
    limit = page.text_height * MAX_HEIGHT
    shrink = min(1.0, limit / max(height for _, height in sizes))
    return [(width * shrink, height * shrink) for width, height in sizes]


def _equal_height_share(figure: Figure, figures: tuple[Figure, ...], room: float) -> float:
    """Return the width at which pictures side by side are equally high."""
    ratios = sum(each.picture.width / each.picture.height for each in figures)
    return room * figure.picture.width / figure.picture.height / ratios
