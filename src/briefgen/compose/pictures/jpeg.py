"""JPEG files told by their markers (ISO/IEC 10918-1 Annex B): whether one can be embedded as it is, without decoding.

In: the bytes of a file. Out: its size in pixels if it is whole, of 8 bits, in grey or three colours, and upright; else
nothing, and Pillow looks closer (`imaging`). Does not belong here: what is done with other files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from struct import error as TooShort  # noqa: N812 - what it means here
from struct import unpack_from

from msgspec import Struct, field

_END, _SCAN, _HUFFMAN, _QUANTIZATION, _EXIF = 0xD9, 0xDA, 0xC4, 0xDB, 0xE1
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive; Huffman-coded all
_PROGRESSIVE = 0xC2
_SKIPPED = frozenset({*range(0xE0, 0xF0), 0xFE})  # what applications and people add
_LARGEST = 65_500  # pixels a side, of libjpeg
_BLOCKS = 10  # of 8 × 8 that the components of a scan may have together
_ORIENTATION, _UPRIGHT = 0x0112, 1

#: What ends the coded data of a scan: a marker; a coded FF is followed by 00. Restart markers would have to be counted:
#: files that have them are for Pillow.
_MARKER = re.compile(rb"\xff[^\x00\xff]", re.DOTALL)


def plain_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a JPEG that readers of PDF and DOCX take as it is, None of any other.

    The file is walked from marker to marker up to the one that ends it, so that a truncated one is found; each
    segment must be as the standard says.
    """
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    try:
        return _Walk(data).size()
    except (_UnusualError, TooShort, IndexError):
        return None


class _UnusualError(Exception):
    """The file is damaged, or of a kind that must be written anew."""


def _expect(condition: bool) -> None:
    if not condition:
        raise _UnusualError


class _Walk(Struct):
    """What the segments of a file have said so far; `components` are the blocks and the table of each, by its id."""

    data: bytes
    frame: int = 0
    width: int = 0
    height: int = 0
    components: dict[int, tuple[int, int]] = field(default_factory=dict)
    quantization: set[int] = field(default_factory=set)
    huffman: set[int] = field(default_factory=set)  # 0 to 3 for DC, 16 to 19 for AC

    def size(self) -> tuple[int, int]:
        data, at, scanned = self.data, 2, False
        while True:
            _expect(data[at] == 0xFF)
            marker = data[at + 1]
            if marker == 0xFF:  # fill
                at += 1
            elif marker == _END:
                _expect(scanned)
                return self.width, self.height
            else:
                (length,) = unpack_from(">H", data, at + 2)
                segment = data[at + 4 : at + 2 + length]
                _expect(len(segment) == length - 2)
                self._take(marker, segment)
                at += 2 + length
                if marker == _SCAN:
                    following = _MARKER.search(data, at)
                    if following is None:
                        raise _UnusualError
                    scanned, at = True, following.start()

    def _take(self, marker: int, segment: bytes) -> None:
        if marker in _FRAMES:
            self._frame(marker, segment)
        elif marker == _SCAN:
            self._scan(segment)
        elif marker == _QUANTIZATION:
            self._quantization(segment)
        elif marker == _HUFFMAN:
            self.huffman.update(_huffman(segment))
        elif marker == _EXIF:
            _expect(_is_upright(segment))
        else:
            _expect(marker in _SKIPPED)

    def _frame(self, marker: int, segment: bytes) -> None:
        bits, self.height, self.width, count = unpack_from(">BHHB", segment)
        _expect(not self.frame and bits == 8 and count in (1, 3) and len(segment) == 6 + 3 * count)
        _expect(0 < self.width <= _LARGEST and 0 < self.height <= _LARGEST)
        self.frame = marker
        across = [sampling >> 4 for sampling in segment[7::3]]
        down = [sampling & 15 for sampling in segment[7::3]]
        for factors in (across, down):
            _expect(all(1 <= factor <= 4 and max(factors) % factor == 0 for factor in factors))
        blocks = [each * other for each, other in zip(across, down, strict=True)]
        self.components = dict(zip(segment[6::3], zip(blocks, segment[8::3], strict=True), strict=True))
        _expect(len(self.components) == count)

    def _scan(self, segment: bytes) -> None:
        count = segment[0]
        _expect(1 <= count <= len(self.components) and len(segment) == 4 + 2 * count)
        chosen = segment[1 : 1 + 2 * count : 2]
        _expect(len(set(chosen)) == count and set(chosen) <= self.components.keys())
        _expect(count == 1 or sum(self.components[each][0] for each in chosen) <= _BLOCKS)
        _expect(all(self.components[each][1] in self.quantization for each in chosen))
        first, last, bits = segment[-3:]
        for tables in segment[2 : 2 + 2 * count : 2]:
            _expect(first > 0 or tables >> 4 in self.huffman)
            _expect(last == 0 or 16 + (tables & 15) in self.huffman)
        if self.frame == _PROGRESSIVE:
            _expect(first <= last <= 63 and (last == 0 if first == 0 else count == 1))
            _expect(bits & 15 <= 13 and bits >> 4 in (0, (bits & 15) + 1))
        else:
            _expect((first, last, bits) == (0, 63, 0))

    def _quantization(self, segment: bytes) -> None:
        at = 0
        while at < len(segment):
            wide, number = segment[at] >> 4, segment[at] & 15
            _expect(wide <= 1 and number <= 3)
            self.quantization.add(number)
            at += 65 + 64 * wide
        _expect(at == len(segment))


def _huffman(segment: bytes) -> Iterator[int]:
    """Yield the tables of a segment; each has as many symbols as it says, and codes that fit their lengths."""
    at = 0
    while at < len(segment):
        kind, number = segment[at] >> 4, segment[at] & 15
        counts = segment[at + 1 : at + 17]
        symbols = segment[at + 17 : at + 17 + sum(counts)]
        _expect(kind <= 1 and number <= 3 and len(counts) == 16 and len(symbols) == sum(counts) <= 256)
        _expect(kind == 1 or max(symbols, default=0) <= 15)
        free = 1
        for count in counts:
            free = 2 * free - count
            _expect(free > 0)
        yield 16 * kind + number
        at += 17 + len(symbols)


def _is_upright(segment: bytes) -> bool:
    """Tell whether an APP1 segment says that the picture is upright, or says nothing of it."""
    if not segment.startswith(b"Exif\0\0"):
        return True
    tiff = segment[6:]
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return False
    (first,) = unpack_from(f"{order}I", tiff, 4)
    (count,) = unpack_from(f"{order}H", tiff, first)
    for entry in range(first + 2, first + 2 + 12 * count, 12):
        tag, _, _, value = unpack_from(f"{order}HHIH", tiff, entry)
        if tag == _ORIENTATION:
            return bool(value == _UPRIGHT)
    return True
