from __future__ import annotations

import pytest

from briefgen.doctree.nodes import Picture
from briefgen.errors import InternalError
from briefgen.layout.frame import Image
from tests.writers.pdf.builders import layout, opened, page, pdf, pdf_of, picture


def image(made: Picture, y: float = 100.0) -> Image:
    return Image("figure", 100.0, y, 200.0, 150.0, made, "推进会会场")


def test_a_jpeg_is_passed_through() -> None:
    made = picture("jpeg", quality=90)
    (stream,) = opened(pdf(image(made))).pages[0]["/Resources"]["/XObject"].values()
    found = stream.get_object()
    assert found._data == made.data
    assert found["/Filter"] == "/DCTDecode"
    assert (found["/Width"], found["/Height"], found["/ColorSpace"]) == (8, 6, "/DeviceRGB")


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"exif": b"Exif\0\0" + b"\0" * 40}, {"comment": b"c"}]
)
@pytest.mark.parametrize(("mode", "space"), [("L", "/DeviceGray"), ("RGB", "/DeviceRGB")])
def test_colors_of_a_jpeg_are_read_from_its_frame(mode: str, space: str, options: dict[str, object]) -> None:
    (stream,) = (
        opened(pdf(image(picture("jpeg", mode, **options)))).pages[0]["/Resources"]["/XObject"].values()
    )
    assert stream.get_object()["/ColorSpace"] == space


@pytest.mark.parametrize("mode", ["L", "RGB", "P", "1"])
def test_a_png_keeps_its_pixels(mode: str) -> None:
    made = picture("png", mode)
    (found,) = opened(pdf(image(made))).pages[0].images
    assert found.image is not None
    grey = found.image.convert("L")
    dark, light = grey.getpixel((1, 3)), grey.getpixel((6, 3))
    assert (dark, light) == ((0, 255) if mode == "1" else (20, 230))
    assert grey.size == (8, 6)


def test_one_picture_is_embedded_once() -> None:
    made, other = picture(), picture("png")
    first = page(image(made), image(made, 300.0), image(other, 500.0))
    reader = opened(pdf_of(layout(first, page(image(made), number=2))))
    objects = [sheet["/Resources"]["/XObject"] for sheet in reader.pages]
    assert [len(each) for each in objects] == [2, 1]
    (again,) = (each.idnum for each in dict.values(objects[1]))
    assert again in {each.idnum for each in dict.values(objects[0])}


def test_a_page_without_pictures_has_none() -> None:
    reader = opened(pdf_of(layout(page(image(picture())), page(number=2))))
    assert "/XObject" not in reader.pages[1]["/Resources"]


@pytest.mark.parametrize(
    "made",
    [picture("jpeg", "CMYK"), picture("png", "LA"), picture("png", "RGBA"), picture("png", "I;16")],
    ids=["cmyk", "grey with alpha", "color with alpha", "16 bits"],
)
def test_a_picture_of_no_promised_kind_is_refused(made: Picture) -> None:
    with pytest.raises(InternalError):
        pdf(image(made))


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"\xff\xd8\xff\xd9" * 8])
def test_a_jpeg_without_a_frame_is_refused(data: bytes) -> None:
    with pytest.raises(InternalError):
        pdf(image(Picture("图.jpg", data, "jpeg", 8, 6)))
