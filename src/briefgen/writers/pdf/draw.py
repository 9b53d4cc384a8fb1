"""Drawing: frames → operators of a page's content stream (ISO 32000-1 8 and 9).

In: items of a page, y downwards. Out: text of operators, y upwards. Does not belong here: objects of the file.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from briefgen.layout.frame import Image, Line, Run, Stroke
from briefgen.writers.pdf.font import Fonts

OVERLAP = 0.15  # em: what a character may stand in another's cell before readers take them for two words
TJ_LEAST = 0.5  # 1/1000 em: less than any eye or printer can tell


def number(value: float) -> str:
    """Return `value` to three decimals, no trailing zeros: a hundredth of the eye's limit at print size."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


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
        for name, text, advances in _by_font(run, fonts):
            yield f"/{name} {number(run.size)} Tf {_matrix(line, x, run.rise, height)} Tm"
            yield from _shown(text, advances, run, fonts)
            x += sum(advances)
    yield "ET"


def _matrix(line: Line, x: float, rise: float, height: float) -> str:
    """Return the text matrix of what stands at `x` on the line; a turned line runs down the page."""
    if line.turned:
        return f"0 -1 1 0 {number(line.baseline + rise)} {number(height - x)}"
    return f"1 0 0 1 {number(x)} {number(height - line.baseline + rise)}"


def _by_font(run: Run, fonts: Fonts) -> Iterator[tuple[str, str, tuple[float, ...]]]:
    """Yield the parts of a run that one font object draws: nearly always the whole run."""
    pairs = zip(run.text, run.advances, strict=True)
    for name, group in groupby(pairs, lambda pair: fonts.code(pair[0], run.face)[0]):
        part = list(group)
        yield name, "".join(char for char, _ in part), tuple(advance for _, advance in part)


def _shown(text: str, advances: tuple[float, ...], run: Run, fonts: Fonts) -> Iterator[str]:
    """Yield `Tc` with the spacing that most characters have, and `TJ` with what differs from it."""
    codes = [fonts.code(char, run.face) for char in text]
    spacing = [round(a - c[2] * run.size / 1000, 3) for a, c in zip(advances, codes, strict=True)]
    common = Counter(spacing).most_common(1)[0][0]
    yield f"{number(common)} Tc"
    cells = list(zip((code for _, code, _ in codes), _shifts(spacing, common, run.size), strict=True))
    start = 0
    for closed_up, part in groupby(_closed_up(spacing, run.size)):
        end = start + len(list(part))
        array = f"[{''.join(_array(cells[start:end]))}] TJ"
        if closed_up:
            words = (BOM_UTF16_BE + text[start:end].encode("utf-16-be")).hex().upper()
            array = f"/Span <</ActualText <{words}>>> BDC {array} EMC"
        yield array
        start = end


def _shifts(spacing: list[float], common: float, size: float) -> Iterator[float]:
    """Yield what `TJ` takes back after each character, in 1/1000 em.

    What is too little to write is owed to the next gap, so that no line drifts.
    """
    owed = 0.0
    for space in spacing:
        owed += (common - space) / size * 1000
        if abs(owed) > TJ_LEAST:
            yield owed
            owed = 0.0
        else:
            yield 0.0


def _closed_up(spacing: list[float], size: float) -> list[bool]:
    """Return which characters stand in the cell of a neighbour.

    Readers that find the words of a page by boxes would part them there; `ActualText` tells them the words.
    """
    overlaps = [space < -OVERLAP * size for space in spacing]
    return [mine or before for mine, before in zip(overlaps, [False, *overlaps], strict=False)]


def _array(cells: list[tuple[str, float]]) -> Iterator[str]:
    """Yield the members of a `TJ` array: strings of codes, and a number where the spacing differs."""
    codes = ""
    for code, shift in cells:
        codes += code
        if shift:
            yield f"<{codes}>{number(shift)}"
            codes = ""
    if codes:
        yield f"<{codes}>"


def stroke_operators(stroke: Stroke, height: float) -> str:
    """Return the operators of a rule."""
    ends = f"{number(stroke.x0)} {number(height - stroke.y0)} m {number(stroke.x1)} {number(height - stroke.y1)} l"
    return f"{color(stroke.color)} RG {number(stroke.width)} w {ends} S"


def image_operators(image: Image, height: float, name: str) -> str:
    """Return the operators that draw the image resource `name` in its box."""
    y = height - image.y - image.height
    matrix = f"{number(image.width)} 0 0 {number(image.height)} {number(image.x)} {number(y)}"
    return f"q {matrix} cm /{name} Do Q"
