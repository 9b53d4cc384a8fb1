"""Fonts in a PDF: a Type0 font over a CID-keyed CFF subset (ISO 32000-1 9.7), with ToUnicode.

In: the characters drawn in each face. Out: resource names and codes while drawing, font objects at the end.
A CID that stands for two characters (· and ・) gets a second font object, so that text copied from the file is
the source text. Does not belong here: cutting the font (`fonts.subset`), operators (`draw`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from itertools import groupby
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
from briefgen.writers.pdf.stream import deflated

SYMBOLIC = 4  # font descriptor flag: its codes are no standard encoding
STEM_WIDTH = 80
BFCHAR_BLOCK = 100  # entries that one block of a CMap may hold


class PdfFont(Struct):
    """One font object of the file: a face and the characters that it draws, by CID."""

    name: str
    key: str
    characters: dict[int, str] = field(default_factory=dict)


class Code(NamedTuple):
    """How a character is drawn: the resource name of its font, four hex digits, its width in 1/1000 em."""

    font: str
    digits: str
    width: int


class Fonts:
    """The fonts of one file."""

    def __init__(self) -> None:
        self._fonts: dict[str, list[PdfFont]] = {}
        self._codes: defaultdict[str, dict[str, Code]] = defaultdict(dict)  # of each face
        self._count = 0

    def codes(self, text: str, key: str) -> list[Code]:
        """Return the codes of the characters of `text` in the face `key`.

        Raises:
            InternalError: there is no such face, or it lacks a character; a frame never asks for that.
        """
        known = self._codes[key]
        try:
            return list(map(known.__getitem__, text))
        except KeyError:
            for char in dict.fromkeys(text):
                if char not in known:
                    known[char] = self._new(char, key)
            return list(map(known.__getitem__, text))

    def _new(self, char: str, key: str) -> Code:
        cid = _cid(char, key)
        font = self._font_for(char, cid, key)
        font.characters[cid] = char
        return Code(font.name, f"{cid:04X}", round(metrics.advance(char, key) * 1000))

    def _font_for(self, char: str, cid: int, key: str) -> PdfFont:
        fonts = self._fonts.setdefault(key, [])
        for font in fonts:
            if font.characters.get(cid, char) == char:
                return font
        self._count += 1
        fonts.append(PdfFont(f"F{self._count}", key))
        return fonts[-1]

    def embed(self, document: PDFDocument) -> dict[str, PDFObjectReference]:
        """Add all font objects to `document`; return them by resource name."""
        return {
            font.name: self._embed(font, document) for key in sorted(self._fonts) for font in self._fonts[key]
        }

    def _embed(self, font: PdfFont, document: PDFDocument) -> PDFObjectReference:
        face = faces()[font.key]
        program = subset(font.key, font.characters.values())
        base = PDFName(f"{_tag(font)}+{face.key}")
        parts = {
            "file": deflated(program, repeats=False, Subtype=PDFName("CIDFontType0C")),
            "unicode": deflated(_to_unicode(font.characters)),
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


def _cid(char: str, key: str) -> int:
    if key not in faces():
        raise InternalError(f"no face {key!r}")
    try:
        return metrics.cid(char, key)
    except KeyError as error:
        raise InternalError(f"{key} lacks {char!r} (U+{ord(char):04X})") from error


def _reference(font: PdfFont, part: str) -> PDFObjectReference:
    return PDFObjectReference(f"{font.name}.{part}")


def _tag(font: PdfFont) -> str:
    """Return the six capitals that mark a subset, the same for the same characters."""
    digest = hashlib.sha256("".join(sorted(font.characters.values())).encode("utf-8")).digest()
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
        "FontDescriptor": _reference(font, "descriptor"), "DW": 1000, "W": _widths(font),
    })  # fmt: skip


def _widths(font: PdfFont) -> str:
    """Return `[first [w w w] …]` with each run of CIDs that are not one em wide."""
    odd = sorted(
        (cid, round(metrics.advance(char, font.key) * 1000))
        for cid, char in font.characters.items()
        if metrics.advance(char, font.key) != 1.0
    )
    runs = []
    for _, run in groupby(enumerate(odd), lambda item: item[1][0] - item[0]):
        entries = [entry for _, entry in run]
        runs.append(f"{entries[0][0]} [{' '.join(str(width) for _, width in entries)}]")
    return f"[{' '.join(runs)}]"


def _to_unicode(characters: dict[int, str]) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<0000> <FFFF>", "endcodespacerange",
    ]  # fmt: skip
    entries = [
        f"<{cid:04X}> <{char.encode('utf-16-be').hex().upper()}>" for cid, char in sorted(characters.items())
    ]
    for start in range(0, len(entries), BFCHAR_BLOCK):
        block = entries[start : start + BFCHAR_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
