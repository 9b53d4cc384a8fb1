"""What two renderers print: PDFium, and poppler where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image as Pillow
from PIL import ImageOps

from briefgen.fonts.catalogue import faces
from briefgen.layout.frame import Image, Stroke
from tests.writers.pdf.builders import line, pdf, picture, run

DPI = 144
SCALE = DPI / 72
CHARACTERS = dict.fromkeys(faces(), "国") | {"BriefgenFallback-Regular": "镕", "BriefgenFallback-Bold": "镕"}

pytestmark = pytest.mark.pictures


def by_pdfium(data: bytes, _folder: Path) -> Pillow.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        return document[0].render(scale=SCALE).to_pil().convert("RGB")
    finally:
        document.close()


def by_poppler(data: bytes, folder: Path) -> Pillow.Image:
    (folder / "a.pdf").write_bytes(data)
    command = ["pdftoppm", "-r", str(DPI), "-png", "-singlefile", folder / "a.pdf", folder / "a"]
    subprocess.run(command, check=True)
    with Pillow.open(folder / "a.png") as image:
        return image.convert("RGB")


has_poppler = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
both_renderers = pytest.mark.parametrize("render", [by_pdfium, pytest.param(by_poppler, marks=has_poppler)])
Renderer = Callable[[bytes, Path], Pillow.Image]


def ink(image: Pillow.Image) -> tuple[float, float, float, float]:
    """Return the box of all that is not white, in points from the top left."""
    box = ImageOps.invert(image.convert("L")).point(lambda value: 255 if value > 100 else 0).getbbox()
    assert box is not None, "nothing is printed"
    left, top, right, bottom = (value / SCALE for value in box)
    return left, top, right, bottom


@both_renderers
@pytest.mark.parametrize("face", CHARACTERS)
def test_a_character_is_printed_in_its_cell(render: Renderer, face: str, tmp_path: Path) -> None:
    made = line(run(CHARACTERS[face], x=100.0, face=face, size=100.0), baseline=200.0)
    left, top, right, bottom = ink(render(pdf(made), tmp_path))
    assert 100.0 <= left < 120.0
    assert 180.0 < right <= 200.5
    assert 112.0 <= top < 130.0
    assert 205.0 < bottom <= 218.0  # Fandol draws low in the cell


@both_renderers
def test_justified_characters_stand_apart(render: Renderer, tmp_path: Path) -> None:
    made = line(run("一一", x=100.0, size=50.0, advances=(150.0, 50.0)), baseline=200.0)
    image = render(pdf(made), tmp_path)
    left, _, right, _ = ink(image)
    assert 100.0 < left < 110.0
    assert 290.0 < right < 301.0
    between = image.crop((round(155 * SCALE), 0, round(245 * SCALE), image.height))
    assert between.getextrema() == ((255, 255),) * 3


@both_renderers
def test_a_rule_is_printed_in_its_color_and_width(render: Renderer, tmp_path: Path) -> None:
    image = render(pdf(Stroke("rule", 100.0, 300.0, 400.0, 300.0, 4.0, "FF0000")), tmp_path)
    assert ink(image) == pytest.approx((100.0, 298.0, 400.0, 302.0), abs=1.0)
    assert image.getpixel((round(250 * SCALE), round(300 * SCALE))) == (255, 0, 0)


@both_renderers
@pytest.mark.parametrize("format", ["jpeg", "png"])
def test_a_picture_fills_its_box_upright(render: Renderer, format: str, tmp_path: Path) -> None:  # noqa: A002
    made = picture(format, size=(80, 60))
    image = render(pdf(Image("figure", 100.0, 200.0, 200.0, 150.0, made, "图")), tmp_path).convert("L")
    for x, y, value in [(110, 210, 20), (110, 340, 20), (290, 210, 230), (290, 340, 230), (90, 275, 255)]:
        assert image.getpixel((round(x * SCALE), round(y * SCALE))) == pytest.approx(value, abs=6)
