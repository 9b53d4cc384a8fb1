"""Lines of a finished PDF, read back by PDFium: what stands on one baseline with no rule of a table between.

Gaps part nothing: how wide they are says more of the program that set them than of the line.
In: the bytes of a PDF. Out: lines in reading order, each with its page and place. Does not belong here: what a line
is (`compare` asks the layout), which lines are the same.
"""

from __future__ import annotations

import ctypes
import math
from bisect import bisect
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from msgspec import Struct

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError

SAME_BASELINE = 3.0  # points between the baselines of a line and of its fallback characters
RAISED = 0.5  # em from the baseline of a line up to that of the sign of a footnote, which is
SMALLER = 0.8  # times as large or less
UPRIGHT_RULE = 0.5  # points by which a rule between two cells may lean
QUARTER = 90  # degrees
UPRIGHT = (0, 270)  # the angle of upright characters on a page, and on one that is turned by a quarter
LINE_END_HYPHEN = 2  # what PDFium gives for a hyphen at the end of a line


class PdfLine(Struct, frozen=True):
    """A line: its page from 1, left and right edge and baseline in points from the top left, size, characters."""

    page: int
    x: float
    right: float
    baseline: float
    size: float
    text: str


class _Char(Struct, frozen=True):
    x: float
    right: float
    baseline: float
    size: float
    text: str


class _Rule(Struct, frozen=True):
    x: float
    top: float
    bottom: float


def read_lines(pdf: bytes) -> tuple[int, tuple[PdfLine, ...]]:
    """Return the number of pages of `pdf` and its lines, page by page from top to bottom and left to right.

    Raises:
        InputError: BG611 the package `pypdfium2` is not installed.
    """
    try:
        import pypdfium2
    except ImportError:
        raise InputError([Diagnostic("BG611", values={"program": "pypdfium2"})]) from None

    document = pypdfium2.PdfDocument(pdf)
    try:
        lines = tuple(
            line for number in range(len(document)) for line in _page_lines(document[number], number + 1)
        )
        return len(document), lines
    finally:
        document.close()


def _page_lines(page: Any, number: int) -> Iterator[PdfLine]:
    chars = sorted(_chars(page), key=lambda char: char.baseline)
    rules = tuple(_rules(page))
    rows: list[list[_Char]] = []
    for char in chars:
        if rows and char.baseline - rows[-1][0].baseline <= SAME_BASELINE:
            rows[-1].append(char)
        else:
            rows.append([char])
    for row in _with_raised(rows):
        for part in _parts(sorted(row, key=lambda char: char.x), rules):
            size = max(char.size for char in part)
            baseline = max(char.baseline for char in part)
            text = "".join(char.text for char in part)
            yield PdfLine(number, part[0].x, part[-1].right, baseline, size, text)


def _with_raised(rows: list[list[_Char]]) -> Iterator[list[_Char]]:
    """Yield the rows, characters that stand small and raised in the row that they belong to."""
    above: list[_Char] = []
    for row in rows:
        size = max(char.size for char in row)
        raised = [
            char
            for char in above
            if char.size <= SMALLER * size and row[0].baseline - char.baseline <= RAISED * size
        ]
        if kept := [char for char in above if char not in raised]:
            yield kept
        above = raised + row
    if above:
        yield above


def _parts(row: list[_Char], rules: tuple[_Rule, ...]) -> Iterator[list[_Char]]:
    """Yield the parts of a row between the rules that run down through it: the lines of its cells."""
    middle = row[0].baseline - row[0].size / 3
    edges = sorted(rule.x for rule in rules if rule.top < middle < rule.bottom)
    for _, part in groupby(row, lambda char: bisect(edges, (char.x + char.right) / 2)):
        yield list(part)


def _rules(page: Any) -> Iterator[_Rule]:
    """Yield the rules that run down the page, as one reads it."""
    import pypdfium2.raw as pdfium

    height, turned = page.get_height(), page.get_rotation() == QUARTER
    x, y = ctypes.c_float(), ctypes.c_float()
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        matrix = drawn.get_matrix()
        before = (0.0, 0.0)
        for index in range(pdfium.FPDFPath_CountSegments(drawn.raw)):
            segment = pdfium.FPDFPath_GetPathSegment(drawn.raw, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            across, up = matrix.on_point(x.value, y.value)
            point = (up, across) if turned else (across, height - up)
            is_line = pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO
            if is_line and abs(point[0] - before[0]) < UPRIGHT_RULE:
                yield _Rule(point[0], *sorted((before[1], point[1])))
            before = point


def _chars(page: Any) -> Iterator[_Char]:
    """Yield the characters of a page, as one reads it, that show something and stand upright.

    A page that a reader turns by a quarter has its text turned back; what runs down a landscape page is left out.
    """
    import pypdfium2.raw as pdfium

    height, turned = page.get_height(), page.get_rotation() == QUARTER
    textpage = page.get_textpage()
    raw = textpage.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    codes = [pdfium.FPDFText_GetUnicode(raw, index) for index in range(textpage.count_chars())]
    codes = [ord("-") if code == LINE_END_HYPHEN else code for code in codes]
    for index, text in _characters(codes):
        if text.isspace() or pdfium.FPDFText_IsGenerated(raw, index) == 1:
            continue
        angle = round(math.degrees(pdfium.FPDFText_GetCharAngle(raw, index))) % 360
        if angle != UPRIGHT[turned]:
            continue
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(raw, index, box)
        size = pdfium.FPDFText_GetFontSize(raw, index)
        left, right, baseline = (
            (y.value, box.top, x.value) if turned else (x.value, box.right, height - y.value)
        )
        yield _Char(left, max(right, left), baseline, size, text)
    textpage.close()


def _characters(codes: list[int]) -> Iterator[tuple[int, str]]:
    """Yield index and character, where the reader gives one beyond the BMP as two surrogates."""
    for surrogates, part in groupby(enumerate(codes), lambda item: 0xD800 <= item[1] < 0xE000):
        if not surrogates:
            yield from ((index, chr(code)) for index, code in part if code)
            continue
        pairs = list(part)
        for (index, high), (_, low) in zip(pairs[::2], pairs[1::2], strict=False):
            yield index, chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
