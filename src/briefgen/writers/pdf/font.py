"""Fonts in a PDF: a Type0 font over a CID-keyed CFF subset (ISO 32000-1 9.7), with ToUnicode.

In: the characters drawn in each face. Out: resource names and codes while drawing, font objects at the end.
A CID that stands for two characters (· and ・) gets a second font object, so that text copied from the file is
the source text. Does not belong here: cutting the font (`fonts.subset`), operators (`draw`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from threading import Lock
from typing import Any, NamedTuple

from msgspec import Struct, field
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from briefgen.errors import InternalError
from briefgen.fonts import metrics
from briefgen.fonts.catalogue import FaceFile, faces
from briefgen.fonts.subset import subset
from briefgen.spec import typography
from briefgen.writers.pdf.stream import Stream, deflated

SYMBOLIC = 4  # font descriptor flag: its codes are no standard encoding
STEM_WIDTH = 80
EM = 1000
DIGITS = 4  # of a code
BFCHAR_BLOCK = 100  # entries that one block of a CMap may hold
_LOCK = Lock()


class _Face(dict[int, str]):
    """A face in all files: for `str.translate`, the CID of each character in hex, looked up when it is first drawn.

    It holds no more than the face has.
    """

    def __init__(self, key: str) -> None:
        if key not in faces():
            raise InternalError(f"no face {key!r}")
        self.key = key
        self.odd: dict[str, int] = {}  # widths of characters that are not one em wide, in 1/1000 em
        self.sharing: dict[str, str] = {}  # the characters with a CID
        self.later: set[str] = set()  # of these all but the first

    def __missing__(self, code: int) -> str:
        char = chr(code)
        try:
            digits = f"{metrics.cid(char, self.key):0{DIGITS}X}"
        except KeyError as error:
            raise InternalError(f"{self.key} lacks {char!r} (U+{code:04X})") from error
        width = round(metrics.advance(char, self.key) * EM)
        with _LOCK:  # threads share a face
            if code in self:  # another was faster
                return digits
            if width != EM:
                self.odd[char] = width
            if digits in self.sharing:
                self.later.add(char)
            self.sharing[digits] = self.sharing.get(digits, "") + char
            self[code] = digits
        return digits

    def widths(self, text: str) -> Sequence[int]:
        """Return the width of each character in 1/1000 em."""
        if self.odd.keys().isdisjoint(text):
            return (EM,) * len(text)
        return [self.odd.get(char, EM) for char in text]


#: The faces that were drawn so far in this process.
_face = cache(_Face)


class PdfFont(Struct):
    """One font object of the file: a face and the characters that it draws, no two of them with the same CID."""

    name: str
    key: str
    characters: set[str] = field(default_factory=set)
    firsts: bool = True  # whether these are all the first with their CIDs
    program: Stream | None = None

    def takes(self, text: str, face: _Face) -> bool:
        """Take in all of `text`, which `face` has drawn, if that is plainly possible, and tell whether it is."""
        if self.characters.issuperset(text):
            return True
        if self.firsts and face.later.isdisjoint(text):
            self.characters.update(text)
            return True
        return False


class Part(NamedTuple):
    """Characters of a run that one font draws: its resource name, their codes in hex, their widths in 1/1000 em."""

    font: str
    codes: str
    widths: Sequence[int]


class Fonts:
    """The fonts of one file."""

    def __init__(self) -> None:
        self._fonts: defaultdict[str, list[PdfFont]] = defaultdict(list)  # of each face
        self._count = 0

    def parts(self, text: str, key: str) -> list[Part]:
        """Return the parts of `text` in the face `key` that one font draws: nearly always a single one.

        Raises:
            InternalError: there is no such face, or it lacks a character; a frame never asks for that.
        """
        face, fonts = _face(key), self._fonts[key]
        codes, widths = text.translate(face), face.widths(text)
        if fonts and fonts[0].takes(text, face):
            return [Part(fonts[0].name, codes, widths)]
        names = {char: self._draw(char, face) for char in dict.fromkeys(text)}
        parts, start = [], 0
        for name, part in groupby(map(names.__getitem__, text)):
            end = start + len(list(part))
            parts.append(Part(name, codes[start * DIGITS : end * DIGITS], widths[start:end]))
            start = end
        return parts

    def _draw(self, char: str, face: _Face) -> str:
        """Have `char` drawn by the first font that draws no other character with its CID, and return its name."""
        fonts, others = self._fonts[face.key], face.sharing[face[ord(char)]].replace(char, "")
        font = next((font for font in fonts if font.characters.isdisjoint(others)), None)
        if font is None:
            self._count += 1
            font = PdfFont(f"F{self._count}", face.key)
            fonts.append(font)
        font.characters.add(char)
        font.firsts = font.firsts and char not in face.later
        return font.name

    def cut(self) -> None:
        """Cut all fonts down to what is drawn, the largest first: it is deflated while all else goes on."""
        for font in sorted(self._all(), key=lambda font: len(font.characters), reverse=True):
            program = subset(font.key, font.characters)
            font.program = deflated(program, repeats=False, Subtype=PDFName("CIDFontType0C"))

    def embed(self, document: PDFDocument) -> dict[str, PDFObjectReference]:
        """Add the objects of all fonts, which are cut, to `document`; return them by resource name."""
        return {font.name: self._embed(font, document) for font in self._all()}

    def _all(self) -> list[PdfFont]:
        return [font for key in sorted(self._fonts) for font in self._fonts[key]]

    def _embed(self, font: PdfFont, document: PDFDocument) -> PDFObjectReference:
        face = faces()[font.key]
        base = PDFName(f"{_tag(font)}+{face.key}")
        parts = {
            "file": font.program,
            "unicode": deflated(_to_unicode(font)),
            "descriptor": _descriptor(face, base, _reference(font, "file")),
            "descendant": _descendant(font, face, base),
            "type0": PDFDictionary({
                "Type": PDFName("Font"), "Subtype": PDFName("Type0"), "BaseFont": base,
                "Encoding": PDFName("Identity-H"), "DescendantFonts": PDFArray([_reference(font, "descendant")]),
                "ToUnicode": _reference(font, "unicode"),
            }),
        }  # fmt: skip
        for part, value in parts.items():
            document.Reference(value, f"{font.name}.{part}")
        return _reference(font, "type0")


def _reference(font: PdfFont, part: str) -> PDFObjectReference:
    return PDFObjectReference(f"{font.name}.{part}")


def _tag(font: PdfFont) -> str:
    """Return the six capitals that mark a subset, the same for the same characters."""
    digest = hashlib.sha256("".join(sorted(font.characters)).encode("utf-8")).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _descriptor(face: FaceFile, base: Any, program: PDFObjectReference) -> PDFDictionary:
    return PDFDictionary({
        "Type": PDFName("FontDescriptor"), "FontName": base, "Flags": SYMBOLIC, "FontBBox": PDFArray(face.box),
        "ItalicAngle": 0, "Ascent": round(typography.EM_ASCENT * 1000),
        "Descent": -round(typography.EM_DESCENT * 1000),
        "CapHeight": face.cap_height, "StemV": STEM_WIDTH, "FontFile3": program,
    })  # fmt: skip


def _descendant(font: PdfFont, face: FaceFile, base: Any) -> PDFDictionary:
    registry, ordering, supplement = face.collection
    system = PDFDictionary(
        {"Registry": PDFString(registry), "Ordering": PDFString(ordering), "Supplement": supplement}
    )
    return PDFDictionary({
        "Type": PDFName("Font"), "Subtype": PDFName("CIDFontType0"), "BaseFont": base, "CIDSystemInfo": system,
        "FontDescriptor": _reference(font, "descriptor"), "DW": EM, "W": _widths(font),
    })  # fmt: skip


def _widths(font: PdfFont) -> str:
    """Return `[first [w w w] …]` with each run of CIDs that are not one em wide."""
    known = _face(font.key)
    odd = sorted((int(known[ord(char)], 16), known.odd[char]) for char in font.characters & known.odd.keys())
    runs = []
    for _, run in groupby(enumerate(odd), lambda item: item[1][0] - item[0]):
        entries = [entry for _, entry in run]
        runs.append(f"{entries[0][0]} [{' '.join(str(width) for _, width in entries)}]")
    return f"[{' '.join(runs)}]"


def _to_unicode(font: PdfFont) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<0000> <FFFF>", "endcodespacerange",
    ]  # fmt: skip
    known = _face(font.key)
    characters = sorted((known[ord(char)], char) for char in font.characters)
    entries = [f"<{digits}> <{char.encode('utf-16-be').hex().upper()}>" for digits, char in characters]
    for start in range(0, len(entries), BFCHAR_BLOCK):
        block = entries[start : start + BFCHAR_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
