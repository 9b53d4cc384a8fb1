"""Drawing: frames → operators of a page's content stream (ISO 32000-1 8 and 9).

In: items of a page, y downwards. Out: text of operators, y upwards. Does not belong here: objects of the file.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from briefgen.layout.frame import Image, Line, Stroke
from briefgen.writers.pdf.font import DIGITS, EM, Fonts

OVERLAP = 0.15  # em: what a character may stand in another's cell before readers take them for two words
TJ_LEAST = 0.5  # 1/1000 em: less than any eye or printer can tell


@lru_cache(maxsize=8192)
def number(value: float) -> str:
    """Return `value` to three decimals, no trailing zeros: a hundredth of the eye's limit at print size."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@lru_cache(maxsize=64)
def color(rrggbb: str) -> str:
    """Return the operands of `rg` or `RG`; black and grey are no different."""
    return " ".join(number(int(rrggbb[i : i + 2], 16) / 255) for i in (0, 2, 4))


def line_operators(line: Line, height: float, fonts: Fonts) -> list[str]:
    """Return the operators of one text object, none for a line without text."""
    if not any(run.text for run in line.runs):
        return []
    operators = ["BT"]
    for run in line.runs:
        operators.append(f"{color(run.color)} rg")
        x, start = run.x, 0
        for font, codes, widths in fonts.parts(run.text, run.face):
            end = start + len(widths)
            advances = run.advances[start:end]
            operators.append(f"/{font} {number(run.size)} Tf {_matrix(line, x, run.rise, height)} Tm")
            even = _even(advances, widths, run.size)
            if even is None:
                spacing = _spacing(advances, widths, run.size)
                operators += _shown(run.text[start:end], codes, spacing, run.size)
            else:
                operators += (f"{number(even)} Tc", f"[<{codes}>] TJ")
            x, start = x + sum(advances), end
    operators.append("ET")
    return operators


def _matrix(line: Line, x: float, rise: float, height: float) -> str:
    """Return the text matrix of what stands at `x` on the line; a turned line runs down the page."""
    if line.turned:
        return f"0 -1 1 0 {number(line.baseline + rise)} {number(height - x)}"
    return f"1 0 0 1 {number(x)} {number(height - line.baseline + rise)}"


def _even(advances: Sequence[float], widths: Sequence[int], size: float) -> float | None:
    """Return by how much each advance is more than the width of its glyph, if all are alike and no glyph overlaps."""
    if not advances.count(advances[0]) == widths.count(widths[0]) == len(widths):
        return None
    space = round(advances[0] - widths[0] * size / EM, 3)
    return space if space >= -OVERLAP * size else None


def _spacing(advances: Sequence[float], widths: Sequence[int], size: float) -> list[float]:
    """Return by how much each advance is more than the width of its glyph, in points."""
    pairs = list(zip(advances, widths, strict=True))
    spaces = {pair: round(pair[0] - pair[1] * size / EM, 3) for pair in set(pairs)}
    spacing = list(map(spaces.__getitem__, pairs))
    if len(spacing) > 1 and spacing[-1] >= -OVERLAP * size:
        spacing[-1] = spacing[-2]  # what follows has a place of its own
    return spacing


def _shown(text: str, codes: str, spacing: list[float], size: float) -> list[str]:
    """Return `Tc` with the spacing that most characters have, and `TJ` with what differs from it."""
    overlaps = min(spacing) < -OVERLAP * size
    common = max(dict.fromkeys(spacing), key=spacing.count)
    shifts = _shifts(spacing, common, size)
    operators = [f"{number(common)} Tc"]
    if not overlaps:
        operators.append(f"[{_array(codes, shifts, 0, len(spacing))}] TJ")
        return operators
    start = 0
    for closed_up, part in groupby(_closed_up(spacing, size)):
        end = start + len(list(part))
        array = f"[{_array(codes, shifts, start, end)}] TJ"
        if closed_up:
            words = (BOM_UTF16_BE + text[start:end].encode("utf-16-be")).hex().upper()
            array = f"/Span <</ActualText <{words}>>> BDC {array} EMC"
        operators.append(array)
        start = end
    return operators


def _shifts(spacing: list[float], common: float, size: float) -> dict[int, float]:
    """Return what `TJ` takes back after a character, in 1/1000 em, by the character's place.

    What is too little to write is owed to the next gap that differs, so that no line drifts.
    """
    shifts: dict[int, float] = {}
    owed = 0.0
    for place, space in enumerate(spacing):
        if space != common:
            owed += (common - space) / size * EM
            if abs(owed) > TJ_LEAST:
                shifts[place] = owed
                owed = 0.0
    return shifts


def _closed_up(spacing: list[float], size: float) -> list[bool]:
    """Return which characters stand in the cell of a neighbour.

    Readers that find the words of a page by boxes would part them there; `ActualText` tells them the words.
    """
    overlaps = [space < -OVERLAP * size for space in spacing]
    return [mine or before for mine, before in zip(overlaps, [False, *overlaps], strict=False)]


def _array(codes: str, shifts: dict[int, float], start: int, end: int) -> str:
    """Return the members of a `TJ` array: strings of codes, and a number where the spacing differs."""
    members = []
    for place, shift in shifts.items():
        if start <= place < end:
            members.append(f"<{codes[start * DIGITS : (place + 1) * DIGITS]}>{number(shift)}")
            start = place + 1
    if start < end:
        members.append(f"<{codes[start * DIGITS : end * DIGITS]}>")
    return "".join(members)


def stroke_operators(stroke: Stroke, height: float) -> str:
    """Return the operators of a rule."""
    ends = f"{number(stroke.x0)} {number(height - stroke.y0)} m {number(stroke.x1)} {number(height - stroke.y1)} l"
    return f"{color(stroke.color)} RG {number(stroke.width)} w {ends} S"


def image_operators(image: Image, height: float, name: str) -> str:
    """Return the operators that draw the image resource `name` in its box."""
    y = height - image.y - image.height
    matrix = f"{number(image.width)} 0 0 {number(image.height)} {number(image.x)} {number(y)}"
    return f"q {matrix} cm /{name} Do Q"
