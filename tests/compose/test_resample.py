"""Resampling: pictures far finer than they are printed become smaller, others stay as they are."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from briefgen.compose.pictures import PictureFolder
from briefgen.compose.pictures.resample import resampled
from briefgen.doctree.nodes import Document, Figure, FigureRow, Metadata, Paragraph, Picture, Role
from tests.compose.photos import gradient

DPI = 300
INCH = 72.0


def photo(folder: Path, width: int, form: str = "jpeg", mode: str = "RGB") -> Picture:
    image = gradient(width, width // 2).convert(mode)
    image.save(folder / "a", form)
    picture = PictureFolder(folder).load("a")
    assert isinstance(picture, Picture)
    return picture


def after(*placed: tuple[Picture, float], dpi: int = DPI) -> list[Picture]:
    """Return the pictures of a document that places each so many inches wide, resampled."""
    rows = [FigureRow((Figure(picture, ()),)) for picture, _ in placed]
    widths = {id(row): inches * INCH for row, (_, inches) in zip(rows, placed, strict=True)}
    document = Document(Metadata("题", "单位"), (Paragraph(Role.BODY, ()), *rows))
    found = resampled(document, lambda row: [(widths[id(row)], widths[id(row)] / 2)], dpi)
    assert found.blocks[0] is document.blocks[0]
    return [block.figures[0].picture for block in found.blocks if isinstance(block, FigureRow)]


@pytest.mark.parametrize("form", ["jpeg", "png"])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_picture_far_too_fine_has_the_pixels_that_print_shows(tmp_path: Path, form: str, mode: str) -> None:
    picture = photo(tmp_path, 2000, form, mode)
    (small,) = after((picture, 2.0))
    assert (small.width, small.height, small.format) == (600, 300, form)
    assert len(small.data) < len(picture.data)
    image = Image.open(io.BytesIO(small.data))
    assert (image.size, image.mode) == ((600, 300), mode)
    whole = Image.open(io.BytesIO(picture.data)).resize((600, 300), Image.Resampling.BOX)
    middle = [each.convert("L").getpixel((300, 150)) for each in (image, whole)]
    assert abs(middle[0] - middle[1]) < 6  # type: ignore[operator]


def test_a_picture_a_little_too_fine_stays(tmp_path: Path) -> None:
    picture = photo(tmp_path, 2000)
    assert after((picture, 2000 / 449)) == [picture]
    assert after((picture, 20.0)) == [picture]


def test_the_larger_place_of_a_picture_decides(tmp_path: Path) -> None:
    picture = photo(tmp_path, 2000)
    small, again = after((picture, 1.0), (picture, 3.0))
    assert small.width == 900
    assert small is again


def test_what_would_not_become_smaller_stays(tmp_path: Path) -> None:
    Image.new("L", (1000, 10), 255).save(
        tmp_path / "a", "png"
    )  # fewer bytes than any other size has with grey edges
    picture = PictureFolder(tmp_path).load("a")
    assert isinstance(picture, Picture)
    (found,) = after((picture, 1.0))
    assert len(found.data) <= len(picture.data)


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    picture = photo(tmp_path, 2000)
    assert after((picture, 1.0))[0].data == after((picture, 1.0))[0].data
