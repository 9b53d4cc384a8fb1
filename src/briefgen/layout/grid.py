"""The grid of the page made visible, for proofs: type area, cells and baselines as thin rules under everything else.

In: a `Layout` and the styles that it was set in. Out: the same pages with more strokes. Text, anchors and what the
DOCX is told stay as they are. Does not belong here: where anything stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.doctree.nodes import Role
from briefgen.layout.frame import Layout, Stroke
from briefgen.layout.paragraph import baseline
from briefgen.style import PageStyle, StyleSheet

CELLS = ("grid", 0.2, "9CC9E6")  # role, weight in points, colour
BASELINES = ("grid-baseline", 0.3, "F0A8A0")
TYPE_AREA = ("type-area", 0.5, "4FA870")


def with_grid(layout: Layout, sheet: StyleSheet) -> Layout:
    """Return the layout with the grid below the items of each page: 22 × 28 cells, as many as fit on landscape ones."""
    body = replace(sheet[Role.BODY], pitch=sheet.page.pitch)
    drop = baseline(body)
    grids = [tuple(_grid(area, drop)) for area in (sheet.page, sheet.page.turned)]
    pages = tuple(replace(page, items=(*grids[page.landscape], *page.items)) for page in layout.pages)
    return replace(layout, pages=pages)


def _grid(area: PageStyle, drop: float) -> Iterator[Stroke]:
    """Yield the rules of a page; the baseline of body text lies `drop` points below the top of its line."""
    right, foot = area.left + area.measure, area.top + area.lines * area.pitch
    for line in range(area.lines + 1):
        yield _across(CELLS, area.left, right, area.top + line * area.pitch)
    for character in range(area.characters + 1):
        yield _down(CELLS, area.left + character * area.em, area.top, foot)
    for line in range(area.lines):
        yield _across(BASELINES, area.left, right, area.top + line * area.pitch + drop)
    right, foot = area.left + area.text_width, area.top + area.text_height
    for y in (area.top, foot):
        yield _across(TYPE_AREA, area.left, right, y)
    for x in (area.left, right):
        yield _down(TYPE_AREA, x, area.top, foot)


def _across(look: tuple[str, float, str], left: float, right: float, y: float) -> Stroke:
    role, width, color = look
    return Stroke(role, left, y, right, y, width, color)


def _down(look: tuple[str, float, str], x: float, top: float, foot: float) -> Stroke:
    role, width, color = look
    return Stroke(role, x, top, x, foot, width, color)
