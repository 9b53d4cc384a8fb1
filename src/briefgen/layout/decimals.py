"""Decimal alignment: numbers of a column with their points, or their last whole digits, below each other.

In: the rows of a table. Out: what stays free at the right of each cell of the column. Does not belong here: widths.
"""

from __future__ import annotations

import re

from briefgen.doctree.nodes import Cell, Table
from briefgen.doctree.walk import plain_text
from briefgen.layout.context import Context
from briefgen.layout.inline.shape import shape
from briefgen.style import ParagraphStyle

Insets = dict[tuple[int, int], float]

_WHOLE = re.compile(r"\d[\d,]*")


def insets(node: Table, style: ParagraphStyle, context: Context) -> Insets:
    """Return the points that stay free at the right, by row and column of the body."""
    found: Insets = {}
    for column in node.decimal:
        cells = {number: row[column] for number, row in enumerate(node.rows)}
        tails = {number: _tail(cell, style, context) for number, cell in cells.items() if cell is not None}
        longest = max(tails.values(), default=0.0)
        found |= {(number, column): longest - tail for number, tail in tails.items()}
    return found


def _tail(cell: Cell, style: ParagraphStyle, context: Context) -> float:
    """Return the width of what follows the whole digits of a number: point, decimals, unit; of other words, 0."""
    match = _WHOLE.search(plain_text(cell.content))
    if match is None:
        return 0.0
    glyphs = shape(cell.content, style, context.sheet, context.fonts)
    return sum(glyph.advance for glyph in glyphs[match.end() :])
