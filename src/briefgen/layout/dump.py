"""A readable dump of a layout, for `--dump frames` and for goldens: each item with its place.

In: a `Layout`. Out: text. Does not belong here: anything that a writer needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from briefgen.layout.frame import Drawn, Image, Item, Layout, Line, Link, Page, Stroke


def dump(layout: Layout) -> str:
    """Return the pages, their items and the anchors as text, lengths in points to two decimals."""
    parts = [line for page in layout.pages for line in _page(page)]
    parts += [
        f"anchor {anchor.id} level {anchor.level} page {anchor.page} y {anchor.y:.2f} {anchor.text}"
        for anchor in layout.anchors
    ]
    return "\n".join(parts) + "\n"


def _page(page: Page) -> Iterator[str]:
    turned = " landscape" if page.landscape else ""
    yield f"page {page.number} {page.width:.2f} x {page.height:.2f}{turned}"
    for item in page.items:
        yield f"  {_item(item)}"


def _item(item: Item) -> str:
    match item:
        case Line():
            x = item.runs[0].x if item.runs else 0.0
            end = item.runs[-1].x + sum(item.runs[-1].advances) if item.runs else 0.0
            place = f"{x:7.2f} {end:7.2f} {item.baseline:7.2f} {item.adjust:+.3f}em"
            turned = " turned" if item.turned else ""
            spaced = f" {item.spacing:+}tw" if item.spacing else ""
            return f"line {item.role:<16} {place}{spaced}{turned} {_faces(item)} {item.text}"
        case Stroke():
            ends = f"{item.x0:7.2f} {item.y0:7.2f} {item.x1:7.2f} {item.y1:7.2f}"
            return f"rule {item.role:<16} {ends} {item.width:.2f}"
        case Image():
            return f"image {item.x:.2f} {item.y:.2f} {item.width:.2f} x {item.height:.2f} {item.picture.name}"
        case Drawn():
            size = f"{item.width:.2f} x {item.height:.2f} of {len(item.shapes)} shapes"
            words = " ".join(line.text for line in item.lines)
            return f"drawn {item.x:.2f} {item.y:.2f} {size} {item.name}: {words}"
        case Link():
            return f"link {item.x:.2f} {item.y:.2f} {item.width:.2f} x {item.height:.2f} → {item.target}"
        case _:
            assert_never(item)


def _faces(line: Line) -> str:
    return "+".join(dict.fromkeys(f"{run.face}/{run.size:g}" for run in line.runs))
