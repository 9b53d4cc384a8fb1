"""Resampling: pictures much finer than they are printed are made as fine as print shows.

In: a document, and how large its pictures are placed. Out: the same document with smaller pictures where that saves
something; the same input gives the same bytes. Does not belong here: how large a picture is placed (`layout`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from msgspec.structs import replace

from briefgen.compose.pictures import imaging
from briefgen.doctree.nodes import Document, Figure, FigureRow, Picture

#: A picture is resampled if it is finer than wanted by more than this, since each time costs a little sharpness.
TOLERATED = 1.5

Sizes = Callable[[FigureRow], Sequence[tuple[float, float]]]


def resampled(document: Document, sizes: Sizes, dpi: int) -> Document:
    """Return `document` with pictures of about `dpi` pixels an inch where they have far more.

    `sizes` gives width and height in points of the pictures of a row; a picture placed twice is as fine as the larger
    one needs it.
    """
    widths: dict[bytes, float] = {}
    for block in document.blocks:
        if isinstance(block, FigureRow):
            for figure, (width, _) in zip(block.figures, sizes(block), strict=True):
                data = figure.picture.data
                widths[data] = max(width, widths.get(data, 0.0))
    made: dict[bytes, Picture] = {}

    def smaller(figure: Figure) -> Figure:
        picture = figure.picture
        if picture.data not in made:
            made[picture.data] = _resampled(picture, widths[picture.data] / 72 * dpi)
        return replace(figure, picture=made[picture.data])

    blocks = tuple(
        replace(block, figures=tuple(map(smaller, block.figures))) if isinstance(block, FigureRow) else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def _resampled(picture: Picture, pixels: float) -> Picture:
    """Return `picture` about `pixels` wide if it is far wider, and if it becomes smaller by that."""
    if picture.width <= pixels * TOLERATED:
        return picture
    width = max(1, ceil(pixels))
    height = max(1, round(picture.height * width / picture.width))
    data = imaging.resized(picture.data, picture.format, width, height)
    return (
        replace(picture, data=data, width=width, height=height) if len(data) < len(picture.data) else picture
    )
