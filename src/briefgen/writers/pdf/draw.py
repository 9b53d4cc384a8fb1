"""Drawing: frames → operators of a page's content stream (ISO 32000-1 8 and 9).

In: items of a page, y downwards. Out: text of operators, y upwards. Does not belong here: objects of the file.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from briefgen.layout.frame import Image, Line, Run, Stroke
from briefgen.writers.pdf.font import Code, Fonts

OVERLAP = 0.15  # em: what a character may stand in another's cell before readers take them for two words
TJ_LEAST = 0.5  # 1/1000 em: less than any eye or printer can tell

_FONT, _DIGITS, _WIDTH = attrgetter("font"), attrgetter("digits"), attrgetter("width")


@lru_cache(maxsize=8192)
def number(value: float) -> str:
    """Return `value` to three decimals, no trailing zeros: a hundredth of the eye's limit at print size."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@lru_cache(maxsize=64)
def color(rrggbb: str) -> str:
    """Return the operands of `rg` or `RG`; black and grey are no different."""
    return " ".join(number(int(rrggbb[i : i + 2], 16) / 255) for i in (0, 2, 4))


def line_operators(line: Line, height: float, fonts: Fonts) -> Iterator[str]:
    """Yield the operators of one text object, none for a line without text."""
    if not line.text:
        return
    yield "BT"
    for run in line.runs:
        yield f"{color(run.color)} rg"
        x = run.x
        for name, text, codes, advances in _by_font(run, fonts):
            yield f"/{name} {number(run.size)} Tf {_matrix(line, x, run.rise, height)} Tm"
            yield from _shown(text, codes, advances, run.size)
            x += sum(advances)
    yield "ET"


def _matrix(line: Line, x: float, rise: float, height: float) -> str:
    """Return the text matrix of what stands at `x` on the line; a turned line runs down the page."""
    if line.turned:
        return f"0 -1 1 0 {number(line.baseline + rise)} {number(height - x)}"
    return f"1 0 0 1 {number(x)} {number(height - line.baseline + rise)}"


def _by_font(run: Run, fonts: Fonts) -> Iterator[tuple[str, str, list[Code], Sequence[float]]]:
    """Yield the parts of a run that one font object draws: nearly always the whole run."""
    codes = fonts.codes(run.text, run.face)
    start = 0
    for name, part in groupby(codes, _FONT) if len(set(map(_FONT, codes))) > 1 else ((codes[0].font, codes),):
        end = start + len(list(part))
        yield name, run.text[start:end], codes[start:end], run.advances[start:end]
        start = end


def _shown(text: str, codes: list[Code], advances: Sequence[float], size: float) -> Iterator[str]:
    """Yield `Tc` with the spacing that most characters have, and `TJ` with what differs from it."""
    pairs = list(zip(advances, map(_WIDTH, codes), strict=True))
    spaces = {pair: round(pair[0] - pair[1] * size / 1000, 3) for pair in set(pairs)}
    spacing = list(map(spaces.__getitem__, pairs))
    least = -OVERLAP * size
    if len(spacing) > 1 and spacing[-1] >= least:
        spacing[-1] = spacing[-2]  # what follows has a place of its own
    alike = len(set(spacing)) == 1
    common = spacing[0] if alike else Counter(spacing).most_common(1)[0][0]
    yield f"{number(common)} Tc"
    digits = list(map(_DIGITS, codes))
    if alike and common >= least:
        yield f"[<{''.join(digits)}>] TJ"
        return
    shifts = _shifts(spacing, common, size)
    if min(spacing) >= least:
        yield f"[{_array(digits, shifts, 0, len(digits))}] TJ"
        return
    start = 0
    for closed_up, part in groupby(_closed_up(spacing, size)):
        end = start + len(list(part))
        array = f"[{_array(digits, shifts, start, end)}] TJ"
        if closed_up:
            words = (BOM_UTF16_BE + text[start:end].encode("utf-16-be")).hex().upper()
            array = f"/Span <</ActualText <{words}>>> BDC {array} EMC"
        yield array
        start = end


def _shifts(spacing: list[float], common: float, size: float) -> dict[int, float]:
    """Return what `TJ` takes back after a character, in 1/1000 em, by the character's place.

    What is too little to write is owed to the next gap that differs, so that no line drifts.
    """
    shifts: dict[int, float] = {}
    owed = 0.0
    for place in [place for place, space in enumerate(spacing) if space != common]:
        owed += (common - spacing[place]) / size * 1000
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


def _array(digits: list[str], shifts: dict[int, float], start: int, end: int) -> str:
    """Return the members of a `TJ` array: strings of codes, and a number where the spacing differs."""
    members = []
    for place in [place for place in shifts if start <= place < end]:
        members.append(f"<{''.join(digits[start : place + 1])}>{number(shifts[place])}")
        start = place + 1
    if start < end:
        members.append(f"<{''.join(digits[start:end])}>")
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
