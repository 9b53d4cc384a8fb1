"""Pictures: what passes untouched, what is mended, what is refused and why."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from briefgen.compose import pictures
from briefgen.compose.pictures import PictureFolder, Refusal, is_inside
from briefgen.doctree.nodes import Picture
from tests.compose.photos import gradient

ORIENTATION = 0x0112


def load(folder: Path, name: str = "a") -> Picture:
    picture = PictureFolder(folder).load(name)
    assert isinstance(picture, Picture), picture
    return picture


def refused(folder: Path, path: str = "a") -> tuple[str, dict[str, str]]:
    picture = PictureFolder(folder).load(path)
    assert isinstance(picture, Refusal)
    return picture.code, {name: str(value) for name, value in picture.values.items() if name != "path"}


def opened(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(picture.data))
    assert image.format is not None
    assert image.format.lower() == picture.format
    assert image.size == (picture.width, picture.height)
    return image


def looks_like(image: Image.Image, other: Image.Image, tolerance: int) -> bool:
    """Tell whether no channel of the two differs by more than `tolerance` anywhere."""
    from PIL import ImageChops

    extrema = ImageChops.difference(image.convert("RGB"), other.convert("RGB")).getextrema()
    return all(high <= tolerance for _, high in extrema)  # type: ignore[misc]


# -- what passes and what is mended ----------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_upright_pictures_in_rgb_or_grey_pass_untouched(tmp_path: Path, mode: str, form: str) -> None:
    gradient().convert(mode).save(tmp_path / "a", form)
    assert load(tmp_path).data == (tmp_path / "a").read_bytes()


def test_a_progressive_jpeg_passes_untouched(tmp_path: Path) -> None:
    gradient().save(tmp_path / "a", "JPEG", progressive=True)
    assert load(tmp_path).data == (tmp_path / "a").read_bytes()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_are_set_upright(tmp_path: Path, orientation: int) -> None:
    stored = gradient()
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    if orientation in turns:
        stored = stored.transpose(turns[orientation])
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    stored.save(tmp_path / "a", "JPEG", exif=exif, quality=98)
    image = opened(load(tmp_path))
    assert image.getexif().get(ORIENTATION, 1) == 1
    assert looks_like(image, gradient(), 24)


def test_cmyk_jpegs_become_rgb(tmp_path: Path) -> None:
    gradient().convert("CMYK").save(tmp_path / "a", "JPEG", quality=98)
    picture = load(tmp_path)
    assert picture.format == "jpeg"
    assert opened(picture).mode == "RGB"
    assert looks_like(opened(picture), gradient(), 24)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_what_is_transparent_becomes_white(tmp_path: Path, mode: str) -> None:
    image = Image.new("RGBA", (4, 2), (0, 0, 0, 255))
    image.paste((200, 0, 0, 0), (2, 0, 4, 2))
    if mode == "PA":
        image.quantize(4).save(tmp_path / "a", "PNG")
    else:
        image.convert(mode).save(tmp_path / "a", "PNG")
    result = opened(load(tmp_path)).convert("RGB")
    assert result.getpixel((0, 0)) == (0, 0, 0)
    assert result.getpixel((3, 1)) == (255, 255, 255)


def test_a_transparent_colour_of_a_plain_png_becomes_white(tmp_path: Path) -> None:
    image = Image.new("RGB", (2, 1), (9, 9, 9))
    image.putpixel((1, 0), (0, 0, 0))
    image.save(tmp_path / "a", "PNG", transparency=(9, 9, 9))
    assert opened(load(tmp_path)).convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_sixteen_bits_become_eight(tmp_path: Path) -> None:
    image = Image.new("I;16", (3, 1))
    for x, value in enumerate((0, 0x8080, 0xFFFF)):
        image.putpixel((x, 0), value)
    image.save(tmp_path / "a", "PNG")
    result = opened(load(tmp_path))
    assert result.mode == "L"
    assert [result.getpixel((x, 0)) for x in range(3)] == [0, 128, 255]


def test_sixteen_bits_in_colour_become_eight(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(
        png(struct.pack(">IIBBBBB", 1, 1, 16, 2, 0, 0, 0), b"\0" + b"\xff\xff\x80\x80\0\0")
    )
    picture = load(tmp_path)
    assert picture.data[24] == 8
    assert opened(picture).getpixel((0, 0)) == (255, 128, 0)


@pytest.mark.parametrize("mode", ["P", "1"])
def test_palettes_and_bitmaps_become_plain(tmp_path: Path, mode: str) -> None:
    gradient().convert(mode).save(tmp_path / "a", "PNG")
    assert opened(load(tmp_path)).mode in ("RGB", "L")


def test_only_the_first_picture_of_an_animation_stays(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    for form in ("GIF", "PNG", "WEBP"):
        frames[0].save(tmp_path / "a", form, save_all=True, append_images=frames[1:], lossless=True)
        image = opened(load(tmp_path))
        assert getattr(image, "n_frames", 1) == 1
        assert image.convert("RGB").getpixel((0, 0)) == (255, 0, 0), form


@pytest.mark.parametrize("form", ["WEBP", "BMP", "TIFF", "GIF"])
def test_other_formats_become_png(tmp_path: Path, form: str) -> None:
    options = {"lossless": True} if form == "WEBP" else {}
    gradient().save(tmp_path / "a", form, **options)
    picture = load(tmp_path)
    assert picture.format == "png"
    assert looks_like(opened(picture), gradient(), 40)


def test_the_content_tells_the_format_not_the_name(tmp_path: Path) -> None:
    gradient().save(tmp_path / "a.jpg", "PNG")
    assert load(tmp_path, "a.jpg").format == "png"


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    gradient().convert("CMYK").save(tmp_path / "a", "JPEG")
    gradient().convert("RGBA").save(tmp_path / "b", "PNG")
    for name in ("a", "b"):
        assert load(tmp_path, name).data == load(tmp_path, name).data


def test_rewritten_pictures_carry_no_metadata(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION], exif[0x010F] = 3, "Maker"
    gradient().save(tmp_path / "a", "JPEG", exif=exif, comment="secret")
    data = load(tmp_path).data
    assert b"Maker" not in data
    assert b"secret" not in data


def test_a_file_is_read_once(tmp_path: Path) -> None:
    gradient().save(tmp_path / "a", "PNG")
    folder = PictureFolder(tmp_path)
    first = folder.load("a")
    (tmp_path / "a").unlink()
    assert folder.load("a") is first


# -- what is refused -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["会 场.png", "a%20b.png", "50%.png"])
def test_a_path_written_like_an_address(tmp_path: Path, name: str) -> None:
    gradient().save(tmp_path / name, "PNG")
    assert load(tmp_path, quote(name)) == load(tmp_path, name)


def test_what_an_address_hides_is_refused(tmp_path: Path) -> None:
    gradient().save(tmp_path / "a.png", "PNG")
    (tmp_path / "b").mkdir()
    assert refused(tmp_path / "b", "%2e%2e/a.png") == ("BG304", {})
    assert refused(tmp_path, "a.png%00") == ("BG304", {})
    assert refused(tmp_path, "none%20.png") == ("BG301", {})


def test_a_missing_picture(tmp_path: Path) -> None:
    assert refused(tmp_path) == ("BG301", {})
    assert refused(tmp_path, "none/a.jpg") == ("BG301", {})


def test_a_damaged_picture(tmp_path: Path) -> None:
    gradient(400, 300).save(tmp_path / "jpeg", "JPEG")
    gradient(400, 300).save(tmp_path / "png", "PNG")
    for name in ("jpeg", "png"):
        data = (tmp_path / name).read_bytes()
        for keep in (len(data) // 2, 40, 4):
            (tmp_path / "a").write_bytes(data[:keep])
            code, values = refused(tmp_path)
            assert (code, values["reason"]) in {
                ("BG302", "文件已损坏或不完整"), ("BG302", "不支持的图片格式"),
            }, (name, keep)  # fmt: skip


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件为空"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "不支持 SVG"),
        (b"%PDF-1.4", "不支持的图片格式"),
        (b"plain text", "不支持的图片格式"),
    ],
)
def test_what_is_no_picture(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a").write_bytes(data)
    assert refused(tmp_path) == ("BG302", {"reason": reason})


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        assert refused(tmp_path, name) == ("BG302", {"reason": "不是普通文件"})


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gradient().save(tmp_path / "a", "PNG")
    monkeypatch.setattr(pictures, "MAX_BYTES", 100)
    assert refused(tmp_path)[0] == "BG302"


def png(header: bytes, rows: bytes) -> bytes:
    """A PNG of these header and rows, whatever they say."""
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


@pytest.mark.parametrize("side", [8_000, 30_000, 2_000_000_000])
def test_a_bomb_is_told_by_its_size_and_not_decoded(tmp_path: Path, side: int) -> None:
    (tmp_path / "a").write_bytes(png(struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0), b""))
    assert refused(tmp_path) == ("BG303", {"width": str(side), "height": str(side), "limit": "5000"})


@pytest.mark.parametrize(
    "path",
    [
        "../a.jpg", "x/../../a.jpg", "x/..", "/etc/passwd", "//host/a.jpg", "\\\\host\\a.jpg", "..\\a.jpg",
        "C:\\a.jpg", "C:/a.jpg", "http://example.cn/a.jpg", "https:a.jpg", "file:///a.jpg",
        "data:image/png;base64,AA==", "a\0.jpg", "a\n.jpg", "", " ",
    ],
)  # fmt: skip
def test_paths_that_lead_out_are_refused(tmp_path: Path, path: str) -> None:
    assert refused(tmp_path, path) == ("BG304", {})


def test_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    gradient().save(outside / "a", "PNG")
    (inside / "file").symlink_to(outside / "a")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to("loop")
    assert refused(inside, "file")[0] == "BG304"
    assert refused(inside, "folder/a")[0] == "BG304"
    assert refused(inside, "folder/none")[0] == "BG304"
    assert refused(inside, "loop")[0] == "BG302"


def test_links_that_stay_inside_are_followed(tmp_path: Path) -> None:
    gradient().save(tmp_path / "b", "PNG")
    (tmp_path / "a").symlink_to("b")
    assert load(tmp_path).format == "png"


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert refused(tmp_path, "a" * 5000)[0] == "BG302"


@given(st.text(max_size=20))
def test_no_path_escapes(path: str) -> None:
    if is_inside(path):
        base = Path("/base/folder")
        assert Path(os.path.normpath(base / path)).is_relative_to(base)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.sampled_from(["JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF"]), st.data())
def test_damage_is_refused_or_mended_but_never_raises(tmp_path: Path, form: str, data: st.DataObject) -> None:
    stream = io.BytesIO()
    gradient().save(stream, form)
    whole = bytearray(stream.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "a").write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    result = PictureFolder(tmp_path).load("a")
    if isinstance(result, Refusal):
        assert result.code in ("BG302", "BG303")
    else:
        opened(result).load()
