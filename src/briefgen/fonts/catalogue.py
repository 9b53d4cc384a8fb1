"""The catalogue of faces: the real ones, the order in which they stand in for a class, and what offices call them.

In: `faces.json`, made with the fonts. Out: `FACES`, `CHAINS`, `OFFICE_NAMES`. Does not belong here: reading a font.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct, json

from briefgen.resources import font_file
from briefgen.spec.faces import Face

GPL = "GPL-3.0-only WITH Font-exception-2.0"
OFL = "OFL-1.1"


class FaceFile(Struct, frozen=True):
    """A bundled face; measures in 1/1000 em, as a PDF font descriptor wants them."""

    key: str  # also its PostScript name
    version: str
    sha256: str
    characters: int
    collection: tuple[str, str, int]  # whose CIDs its glyphs bear: registry, ordering, supplement
    box: tuple[int, int, int, int]
    cap_height: int

    @property
    def path(self) -> Path:
        """Where its OpenType file lies."""
        return font_file(f"{self.key}.otf")

    @property
    def licence(self) -> str:
        """The SPDX expression of its licence; the text lies beside the faces."""
        return GPL if self.key.startswith("Fandol") else OFL

    @property
    def origin(self) -> str:
        """Where it came from."""
        return "Fandol 0.3" if self.key.startswith("Fandol") else "Noto Serif CJK SC 2.001, cut"


class OfficeFont(Struct, frozen=True):
    """The name of a face in the programs of offices, and the names to try where it is not installed."""

    name: str
    alternatives: tuple[str, ...]


class Fit(Struct, frozen=True):
    """How a face is drawn so that it agrees with another: `scale` of its size, `drop` below the baseline in em."""

    scale: float = 1.0
    drop: float = 0.0


#: For each class of the standard the faces to look a character up in, first to last.
CHAINS: dict[Face, tuple[str, ...]] = {
    Face.XIAOBIAOSONG: ("FandolSong-Bold", "BriefgenFallback-Bold", "BriefgenFallback-Regular"),
    Face.FANGSONG: ("FandolFang-Regular", "BriefgenFallback-Regular"),
    Face.HEITI: ("FandolHei-Regular", "BriefgenFallback-Bold", "BriefgenFallback-Regular"),
    Face.KAITI: ("FandolKai-Regular", "BriefgenFallback-Regular"),
    Face.SONGTI: ("FandolSong-Regular", "BriefgenFallback-Regular"),
}

#: How the fallback is drawn beside the face of each class, measured on the ink of the 3,500 commonest characters of
#: 通用规范汉字表 in that face and in Noto Serif CJK SC: the means of height and width, and of where the middle lies.
FITS: dict[Face, Fit] = {
    Face.XIAOBIAOSONG: Fit(0.965, 0.065),
    Face.FANGSONG: Fit(0.959, 0.055),
    Face.HEITI: Fit(0.969, 0.070),
    Face.KAITI: Fit(0.944, 0.050),
    Face.SONGTI: Fit(1.0, 0.077),
}

#: For each class the name that offices have installed (with what else it is called on other machines).
OFFICE_NAMES: dict[Face, OfficeFont] = {
    Face.XIAOBIAOSONG: OfficeFont("方正小标宋简体", ("方正小标宋_GBK", "CESI小标宋-GB2312", "华文中宋")),
    Face.FANGSONG: OfficeFont("仿宋_GB2312", ("仿宋", "CESI仿宋-GB2312", "FangSong")),
    Face.HEITI: OfficeFont("黑体", ("CESI黑体-GB2312", "SimHei")),
    Face.KAITI: OfficeFont("楷体_GB2312", ("楷体", "CESI楷体-GB2312", "KaiTi")),
    Face.SONGTI: OfficeFont("宋体", ("CESI宋体-GB2312", "SimSun")),
}


@cache
def faces() -> dict[str, FaceFile]:
    """Return the bundled faces by key."""
    read: dict[str, dict[str, Any]] = json.decode(font_file("faces.json").read_bytes())
    return {key: _face(key, each) for key, each in read.items()}


def _face(key: str, read: dict[str, Any]) -> FaceFile:
    registry, ordering, supplement = read["collection"]
    return FaceFile(
        key,
        read["version"],
        read["sha256"],
        read["characters"],
        (registry, ordering, supplement),
        tuple(read["box"]),
        read["cap_height"],
    )
