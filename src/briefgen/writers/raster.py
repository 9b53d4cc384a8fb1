"""Rasters: drawings as pictures, for formats that take no vectors of ours; made from our own PDF of the drawing.

In: a `Drawn`. Out: a PNG picture, the same bytes for the same drawing. Does not belong here: drawing (`writers.pdf`).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.doctree.nodes import Metadata, Picture
from briefgen.layout.frame import Drawn, Layout, Page
from briefgen.writers import pdf

if TYPE_CHECKING:
    import datetime as dt

DOTS_PER_INCH = 300  # what print shops ask of pictures
COLORS = 256  # charts have a handful, and their edges; a third of the size of full colour


def rasters(layout: Layout, timestamp: dt.datetime) -> dict[int, Picture]:
    """Return the picture of each drawing of `layout`, by the index of its block in the document."""
    drawings = (item for page in layout.pages for item in page.items if isinstance(item, Drawn))
    return {drawn.block: rasterised(drawn, timestamp) for drawn in drawings}


def rasterised(drawn: Drawn, timestamp: dt.datetime, dots: int = DOTS_PER_INCH) -> Picture:
    """Return `drawn` as a PNG of `dots` pixels an inch at the size that it has on the page."""
    import pypdfium2

    page = Page(1, drawn.width, drawn.height, (replace(drawn, x=0.0, y=0.0),))
    file = pdf.write(Layout((page,), ()), Metadata(drawn.name, ""), timestamp=timestamp)
    with pypdfium2.PdfDocument(file) as document:
        image = document[0].render(scale=dots / 72).to_pil().quantize(COLORS, dither=0)
    stream = io.BytesIO()
    image.save(stream, "png")
    return Picture(f"{drawn.name}.png", stream.getvalue(), "png", image.width, image.height)
