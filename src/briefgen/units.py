"""Lengths: every length inside briefgen is a float in points (1/72 inch); authors write `37mm`, `2字`, `3行`.

In: numbers and strings of authors, templates and standards. Out: points, twips, half-points, EMU.
Does not belong here: any particular length (those are rows of `briefgen.spec`).
"""

from __future__ import annotations

import re

from msgspec import Struct

POINTS_PER_MM = 72 / 25.4
EMU_PER_POINT = 12700
TWIPS_PER_POINT = 20

#: Chinese size names (字号) in points, as Word and WPS use them.
CHINESE_SIZES: dict[str, float] = {
    "初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0, "三号": 16.0, "小三": 15.0,
    "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0, "六号": 7.5,
}  # fmt: skip

_LENGTH = re.compile(r"\s*(?P<number>[+-]?\d+(?:\.\d+)?)\s*(?P<unit>pt|mm|cm|in|字|行|%)\s*")


def mm(value: float) -> float:
    """Return millimetres as points."""
    return value * POINTS_PER_MM


def twips(points: float) -> int:
    """Return points as whole twips (1/20 pt), the unit of WordprocessingML spacing."""
    return round(points * TWIPS_PER_POINT)


def half_points(points: float) -> int:
    """Return points as whole half-points, the unit of `w:sz`."""
    return round(points * 2)


def emu(points: float) -> int:
    """Return points as whole English metric units, the unit of DrawingML."""
    return round(points * EMU_PER_POINT)


class Length(Struct, frozen=True):
    """A length with its unit: absolute (pt, mm, cm, in), in characters (字), in lines (行) or in % of the measure."""

    value: float
    unit: str

    @classmethod
    def parse(cls, text: str) -> Length:
        """Return the length that `text` names, such as `37mm`, `2字` or `三号`.

        Raises:
            ValueError: `text` is no length.
        """
        if text in CHINESE_SIZES:
            return cls(CHINESE_SIZES[text], "pt")
        match = _LENGTH.fullmatch(text)
        if match is None:
            raise ValueError(f"not a length: {text!r}")
        return cls(float(match["number"]), match["unit"])

    def points(self, *, em: float = 16.0, line: float = 28.95, measure: float = 441.0) -> float:
        """Return the length in points; `em`, `line` and `measure` give 字, 行 and % their size in points."""
        scale = {
            "pt": 1.0, "mm": POINTS_PER_MM, "cm": 10 * POINTS_PER_MM, "in": 72.0,
            "字": em, "行": line, "%": measure / 100,
        }  # fmt: skip
        return self.value * scale[self.unit]

    def __str__(self) -> str:
        return f"{self.value:g}{self.unit}"
