"""The one module over Pillow: picture files to JPEG or PNG data that can be embedded as they are.

In: the bytes of a file. Out: bytes, format and size in pixels. The format is told by content, not by name; the size is
checked before anything is decoded; what `jpeg` does not know for whole is decoded once, so that a truncated file is
found. Pillow is imported when a file needs it. Does not belong here: paths (`pictures`).
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, cast

from briefgen.compose.pictures.jpeg import plain_size
from briefgen.diagnostics import Phrase, _

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

#: Quality of a JPEG that has to be written anew: visibly the same, and no larger than cameras make them.
JPEG_QUALITY = 92

_ORIENTATION = 0x0112
_UPRIGHT = 1
_PLAIN_PNG = (0, 2)  # colour types grey and RGB


class UnusableError(Exception):
    """The file is no picture that can be used."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(str(reason))
        self.reason = reason


class TooManyPixelsError(Exception):
    """The picture has more pixels than the limit."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__(f"{width}×{height}")
        self.width, self.height = width, height


def embeddable(data: bytes, max_pixels: int) -> tuple[bytes, str, int, int]:
    """Return data, format (`jpeg` or `png`), width and height of the upright picture in `data`.

    Raises:
        UnusableError: no known format, or damaged.
        TooManyPixelsError: more than `max_pixels`.
    """
    if (plain := plain_size(data)) is not None:
        if plain[0] * plain[1] > max_pixels:
            raise TooManyPixelsError(*plain)
        return data, "jpeg", *plain
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata; a damaged picture raises
            image = _open(data)
            if image.width * image.height > max_pixels:
                raise TooManyPixelsError(image.width, image.height)
            if image.format in ("JPEG", "MPO"):
                return _jpeg(image, data)
            return _png(image, data)
    except (UnusableError, TooManyPixelsError):
        raise
    except MemoryError:
        raise UnusableError(Phrase(_("内存不足"))) from None
    except Exception as error:  # Pillow's decoders raise nearly anything on damaged data
        raise UnusableError(Phrase(_("文件已损坏或不完整"))) from error


def resized(data: bytes, form: str, width: int, height: int) -> bytes:
    """Return the picture in `data`, one that `embeddable` returned, at a smaller size and in the same format."""
    from PIL.Image import Resampling

    image: Image = _open(data)
    # a JPEG is decoded at a half, a quarter or an eighth of its size where that is large enough: this takes less than
    # half of the time, and differs from the average of all pixels by as much as saving it does
    image.draft(image.mode, (width, height))
    small = image.resize((width, height), Resampling.LANCZOS, reducing_gap=2.0)
    options = {"quality": JPEG_QUALITY} if form == "jpeg" else {}
    return _saved(small, form, **options)[0]


def _open(data: bytes) -> ImageFile:
    """Return the picture in `data`, not decoded yet.

    The plug-in is called directly: `PIL.Image.open` would try every format it knows, and warn or raise at a number of
    pixels of its own.
    """
    stream = io.BytesIO(data)
    if data.startswith(b"\xff\xd8\xff"):
        from PIL.JpegImagePlugin import JpegImageFile

        return JpegImageFile(stream)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile(stream)
    if data.startswith((b"GIF87a", b"GIF89a")):
        from PIL.GifImagePlugin import GifImageFile

        return GifImageFile(stream)
    if data.startswith(b"BM"):
        from PIL.BmpImagePlugin import BmpImageFile

        return BmpImageFile(stream)
    if data.startswith((b"II*\0", b"MM\0*")):
        from PIL.TiffImagePlugin import TiffImageFile

        return TiffImageFile(stream)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        from PIL.WebPImagePlugin import WebPImageFile

        return WebPImageFile(stream)
    if not data:
        raise UnusableError(Phrase(_("文件为空")))
    if b"<svg" in data[:1000]:
        raise UnusableError(Phrase(_("不支持 SVG")))
    raise UnusableError(Phrase(_("不支持的图片格式")))


def _jpeg(image: ImageFile, data: bytes) -> tuple[bytes, str, int, int]:
    if image.mode in ("RGB", "L") and image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT:
        size = image.size
        image.draft(image.mode, (size[0] // 8, size[1] // 8))  # reads all data, computes an eighth of it
        image.load()
        return data, "jpeg", *size
    upright = _upright(image)
    if upright.mode not in ("RGB", "L"):
        upright = upright.convert("RGB")
    return _saved(upright, "jpeg", quality=JPEG_QUALITY)


def _png(image: ImageFile, data: bytes) -> tuple[bytes, str, int, int]:
    frames = getattr(image, "n_frames", 1)
    image.load()
    upright = image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
    if image.format == "PNG" and upright and frames == 1 and _is_plain_png(data, image):
        return data, "png", image.width, image.height
    return _saved(_flattened(_upright(image)), "png")


def _is_plain_png(data: bytes, image: Image) -> bool:
    """Tell whether a PNG has 8 bits a channel, neither palette nor alpha, and is not interlaced."""
    bits, colours, interlaced = data[24], data[25], data[28]
    return bits == 8 and colours in _PLAIN_PNG and not interlaced and "transparency" not in image.info


def _upright(image: Image) -> Image:
    from PIL import ImageOps

    return ImageOps.exif_transpose(image)


def _flattened(image: Image) -> Image:
    """Return the picture in RGB or grey of 8 bits; what is transparent becomes white."""
    import PIL.Image

    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bits(image)
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        white = PIL.Image.new("RGBA", layer.size, "white")
        return PIL.Image.alpha_composite(white, layer).convert("L" if image.mode == "LA" else "RGB")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _eight_bits(image: Image) -> Image:
    """Return a grey picture of more than 8 bits in 8: the upper ones of 16, or its range spread over 0–255."""
    values = image.convert("F")
    if image.mode.startswith("I;16"):
        low, scale = 0.0, 1 / 257
    else:
        low, high = cast("tuple[float, float]", values.getextrema())
        whole_range = image.mode == "I" and low >= 0 and high < 65536  # a PNG of 16 bits
        low, scale = (0.0, 1 / 257) if whole_range else (low, 255 / ((high - low) or 1))
    return values.point(lambda value: value * scale - low * scale).convert("L")


def _saved(image: Image, form: str, **options: int) -> tuple[bytes, str, int, int]:
    """Return `image` as a file without metadata."""
    stream = io.BytesIO()
    image.info.clear()
    image.save(stream, form, **options)
    return stream.getvalue(), form, image.width, image.height
