"""Rasters: the picture of a drawing shows what its PDF shows, in the resolution asked for, always the same bytes."""

from __future__ import annotations

import datetime as dt
import io

from PIL import Image

from briefgen.doctree.nodes import Document, Drawing, Metadata, Role
from briefgen.doctree.shapes import Area, Label, rectangle
from briefgen.layout import paginate
from briefgen.model.template import Template
from briefgen.style import stylesheet
from briefgen.writers.docx import write
from briefgen.writers.raster import rasterised, rasters
from tests.writers.docx.builders import Docx, pretty

STAMP = dt.datetime(2020, 7, 3, tzinfo=dt.UTC)
SHEET = stylesheet(Template(name="试排"))
DRAWING = Drawing(
    "进度图", 144, 72, (Area(rectangle(0, 0, 72, 72), "FF0000", width=0),), (Label("甲", 100, 30, 20, 12, 10),),
    "左红右白",
)  # fmt: skip
DOCUMENT = Document(Metadata("题", "单位"), (DRAWING,))
LAYOUT = paginate(DOCUMENT, SHEET)


def test_a_raster_shows_the_drawing_at_the_size_it_has_on_the_page() -> None:
    (picture,) = rasters(LAYOUT, STAMP).values()
    image = Image.open(io.BytesIO(picture.data)).convert("RGB")
    assert (picture.format, picture.name, picture.width, picture.height) == ("png", "进度图.png", 600, 300)
    assert image.size == (600, 300)
    assert image.getpixel((150, 150)) == (255, 0, 0)
    assert image.getpixel((350, 20)) == (255, 255, 255)
    dark = sum(sum(image.getpixel((x, y))) < 300 for x in range(400, 500) for y in range(110, 200))
    assert dark > 50  # the text


def test_the_resolution_is_free_and_the_bytes_are_the_same() -> None:
    (drawn,) = [item for item in LAYOUT.pages[0].items if hasattr(item, "shapes")]
    assert rasterised(drawn, STAMP, 72).width == 144
    assert rasterised(drawn, STAMP, 72) == rasterised(drawn, STAMP, 72)


def test_the_docx_holds_it_with_alternative_text() -> None:
    drawings = rasters(LAYOUT, STAMP)
    file = Docx(write(DOCUMENT, SHEET, LAYOUT, timestamp=STAMP, drawings=drawings))
    assert file.read("word/media/picture1.png") == drawings[0].data
    text = pretty(*file.body)
    assert 'descr="左红右白"' in text
    assert f'<wp:extent cx="{144 * 12700}" cy="{72 * 12700}"/>' in text
    assert Role.CAPTION.value not in text
