"""Images in a PDF: JPEG files as they are, the deflated rows of PNG files as they are.

In: a `Picture`. Out: an image XObject. Does not belong here: decoding (done when the document was composed).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from briefgen.doctree.nodes import Picture
from briefgen.errors import InternalError
from briefgen.writers.pdf.stream import Stream, encoded

_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # start-of-frame markers
_COMPONENTS = {1: "DeviceGray", 3: "DeviceRGB"}


def image_object(picture: Picture) -> Stream:
    """Return the image XObject of `picture`.

    Raises:
        InternalError: the picture is not of a kind that compose promises.
    """
    common = {
        "Type": PDFName("XObject"), "Subtype": PDFName("Image"), "Width": picture.width, "Height": picture.height,
        "BitsPerComponent": 8,
    }  # fmt: skip
    if picture.format == "jpeg":
        return encoded(picture.data, "DCTDecode", ColorSpace=_space(_jpeg_components(picture.data)), **common)
    return _png(picture, common)


def _space(components: int) -> PDFName:
    if components not in _COMPONENTS:
        raise InternalError(f"a picture of {components} components")
    return PDFName(_COMPONENTS[components])


def _jpeg_components(data: bytes) -> int:
    """Return the number of colour components, from the frame header."""
    at = 2
    while at + 9 < len(data):
        marker = data[at + 1]
        if data[at] == 0xFF and marker in _JPEG_FRAMES:
            return data[at + 9]
        if data[at] == 0xFF and (marker == 0xFF or 0xD0 <= marker <= 0xD9):
            at += 1 if marker == 0xFF else 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    raise InternalError("a JPEG file without a frame header")


def _png(picture: Picture, common: dict[str, object]) -> Stream:
    chunks = dict[bytes, bytes]()
    for kind, content in _chunks(picture.data):
        chunks[kind] = chunks.get(kind, b"") + content
    depth, kind, _, _, interlaced = struct.unpack(">5B", chunks[b"IHDR"][8:])
    if interlaced or kind not in (0, 2, 3) or depth > 8:
        raise InternalError(f"a PNG file of kind {kind}, {depth} bits, interlaced {interlaced}")
    colors = 3 if kind == 2 else 1
    rows = PDFDictionary(
        {"Predictor": 15, "Colors": colors, "BitsPerComponent": depth, "Columns": picture.width}
    )
    space = _palette(chunks[b"PLTE"]) if kind == 3 else _space(colors)
    entries = {**common, "BitsPerComponent": depth, "ColorSpace": space, "DecodeParms": rows}
    return encoded(chunks[b"IDAT"], "FlateDecode", **entries)


def _palette(colors: bytes) -> PDFArray:
    hexadecimal = f"<{colors.hex()}>"
    return PDFArray([PDFName("Indexed"), PDFName("DeviceRGB"), len(colors) // 3 - 1, hexadecimal])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length
