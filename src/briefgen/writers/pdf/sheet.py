"""The sheet of paper under a page: always portrait; a landscape page is drawn on it turned by a quarter.

In: pages and boxes as one reads them, y downwards. Out: places on the sheet, y upwards (ISO 32000-1 8.3).
"""

from __future__ import annotations

from briefgen.layout.frame import Page

QUARTER = 90  # degrees by which a reader turns the sheet of a landscape page, clockwise

Box = tuple[float, float, float, float]


def turning(page: Page) -> str:
    """Return the operator that makes a landscape page the user space: its lower left is the sheet's lower right."""
    return f"0 1 -1 0 {page.height:.3f} 0 cm"


def on_sheet(box: Box, page: Page) -> Box:
    """Return a box of the page (left, bottom, right, top; y upwards) as it lies on the sheet."""
    if not page.landscape:
        return box
    left, bottom, right, top = box
    return page.height - top, left, page.height - bottom, right
