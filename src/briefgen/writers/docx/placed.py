"""What the writer takes over from the layout: breaks of titles, sizes that shrank, column widths, picture sizes.

In: a `Layout`. Out: a frozen `Placed`. Word sets the lines of paragraphs itself, by the spacing that is read here; else
only what the author would see differ otherwise is.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from briefgen.doctree.nodes import Document, Role, SplitLine
from briefgen.layout.frame import Drawn, Image, Item, Layout, Line, Page, Stroke, TablePlace
from briefgen.style import StyleSheet

#: Which characters of a paragraph need more or less space for its lines: start, end, twips.
Spacing = tuple[tuple[int, int, int], ...]


class Placed(Struct, frozen=True):
    """What layout decided; blocks by their index in the document.

    `order` is the order in which blocks were set, `forced` those that must begin a page, `kept` those whose first
    line is held to what follows, `parted` those that run over a page's end without being made to; `titles` and
    `entries` are lines of titles and of the 目录; `sizes` are sizes of text by block and role; `tables` is what
    layout says of each table; `images` stand in reading order, `drawn` are the drawings by block; `numbers` are the
    pages of titles and headings by id; `lowered` are the points by which a paragraph stands lower, so that it is parted
    where layout parted it. `alone` tells that the 报尾 has a page of its own, `unnumbered` that this page
    and the blank one before it have no number; `apart` are the split lines whose right part stands on a line of its
    own; `spacing` is that of each paragraph of the blocks that need any.
    """

    order: tuple[int, ...]
    forced: frozenset[int]
    kept: frozenset[int]
    parted: frozenset[int]
    titles: Mapping[int, tuple[str, ...]]
    entries: Mapping[int, tuple[str, ...]]
    sizes: Mapping[tuple[int, str], float]
    name_size: float | None
    tables: Mapping[int, TablePlace]
    images: tuple[Image, ...]
    drawn: Mapping[int, Drawn]
    colophon_lines: int
    pages: int
    numbers: Mapping[str, int]
    lowered: Mapping[int, float]
    alone: bool
    unnumbered: bool
    apart: frozenset[int]
    spacing: Mapping[int, tuple[Spacing, ...]]


def placed(document: Document, sheet: StyleSheet, layout: Layout) -> Placed:
    """Return what `layout` decided for `document`; an empty layout leaves the document's order."""
    lines = [item for page in layout.pages for item in page.items if isinstance(item, Line)]
    return Placed(
        order=layout.order or tuple(range(len(document.blocks))),
        forced=frozenset(layout.forced),
        kept=frozenset(layout.kept),
        parted=frozenset(_parted(layout.pages, sheet)),
        titles=_texts(lines, Role.TITLE),
        entries=_texts(lines, Role.CONTENTS_ENTRY),
        sizes=_sizes(lines),
        name_size=next((line.runs[0].size for line in lines if line.role == Role.MASTHEAD_NAME), None),
        tables=layout.tables,
        drawn={item.block: item for page in layout.pages for item in page.items if isinstance(item, Drawn)},
        images=tuple(item for page in layout.pages for item in page.items if isinstance(item, Image)),
        colophon_lines=len({line.baseline for line in lines if line.role == Role.COLOPHON}),
        pages=len(layout.pages),
        numbers={anchor.id: anchor.page for anchor in layout.anchors},
        lowered=layout.lowered,
        alone=bool(layout.pages) and not any(_is_text(item) for item in layout.pages[-1].items),
        unnumbered=bool(layout.pages) and not any(_is_number(item) for item in layout.pages[-1].items),
        apart=frozenset(_apart(document, lines)),
        spacing=_spacing(lines),
    )


def _is_text(item: Item) -> bool:
    return isinstance(item, Image) or (isinstance(item, Line) and item.block >= 0)


def _is_number(item: Item) -> bool:
    return isinstance(item, Line) and item.role == Role.PAGE_NUMBER


def _apart(document: Document, lines: list[Line]) -> Iterator[int]:
    for index, block in enumerate(document.blocks):
        if isinstance(block, SplitLine) and block.left and block.right:
            baselines = [line.baseline for line in lines if line.block == index]
            if len(baselines) > 1 and baselines[-1] > baselines[-2]:
                yield index


def _spacing(lines: list[Line]) -> dict[int, tuple[Spacing, ...]]:
    """Return the spacing of each paragraph of the blocks that need any."""
    blocks: defaultdict[int, list[list[Line]]] = defaultdict(list)
    for line in lines:
        if line.start == 0:
            blocks[line.block].append([])
        blocks[line.block][-1].append(line)
    return {
        block: tuple(map(_spaced, paragraphs))
        for block, paragraphs in blocks.items()
        if any(line.spacing for each in paragraphs for line in each)
    }


def _spaced(lines: list[Line]) -> Spacing:
    ends = [*(line.start for line in lines[1:]), sys.maxsize]
    return tuple(
        (line.start, end, line.spacing) for line, end in zip(lines, ends, strict=True) if line.spacing
    )


def _texts(lines: list[Line], role: Role) -> dict[int, tuple[str, ...]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for line in lines:
        if line.role == role:
            found[line.block].append(line.text)
    return {block: tuple(texts) for block, texts in found.items()}


def _sizes(lines: list[Line]) -> dict[tuple[int, str], float]:
    """Return the size of each role in each block: that of its first run."""
    found: dict[tuple[int, str], float] = {}
    for line in lines:
        if line.runs:
            found.setdefault((line.block, line.role), line.runs[0].size)
    return found


def _parted(pages: tuple[Page, ...], sheet: StyleSheet) -> Iterator[int]:
    """Yield the blocks that run over a page's end because they do not fit, not because something holds them.

    An office that never parts a paragraph kept with the next one (LibreOffice) would move all of it.
    """
    for page, following in pairwise(pages):
        before = [item for item in page.items if isinstance(item, Line) and item.block >= 0]
        after = [item for item in following.items if isinstance(item, Line) and item.block >= 0]
        if before and after and before[-1].block == after[0].block:
            rest = sum(1 for line in after if line.block == after[0].block)
            pitch = sheet.paragraphs[Role(after[0].role)].pitch
            if before[-1].baseline + (rest + 0.25) * pitch > _foot(page, sheet):
                yield after[0].block


def _foot(page: Page, sheet: StyleSheet) -> float:
    """Return where the room for the body ends on the page: above its footnotes, if there are any."""
    notes = [item.y0 for item in page.items if isinstance(item, Stroke) and item.role == "footnote-rule"]
    return min([*notes, page.height - sheet.page.bottom])
