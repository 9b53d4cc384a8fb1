"""Layouts made by hand, and ways to look into the PDF that comes of them."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pypdf
from PIL import Image as Pillow

from briefgen.doctree.nodes import Metadata, Picture
from briefgen.fonts import metrics
from briefgen.layout.frame import Anchor, Item, Layout, Line, Page, Run
from briefgen.writers.pdf import write

WIDTH, HEIGHT = 595.2756, 841.8898
TIMESTAMP = dt.datetime(2020, 7, 3, tzinfo=dt.UTC)
METADATA = Metadata("活动动态第12期", "中共白山市江源区委宣传部", "教育实践活动", ("学习", "宣讲"))
FANG, HEI, KAI = "FandolFang-Regular", "FandolHei-Regular", "FandolKai-Regular"
SONG, BIAOSONG = "FandolSong-Regular", "FandolSong-Bold"
FALLBACK = "BriefgenFallback-Regular"


def run(
    text: str,
    *,
    x: float = 80.0,
    face: str = FANG,
    size: float = 16.0,
    advances: tuple[float, ...] | None = None,
    color: str = "000000",
    rise: float = 0.0,
    href: str | None = None,
) -> Run:
    """Return a run at its natural width, unless `advances` say otherwise."""
    if advances is None:
        advances = tuple(metrics.advance(char, face) * size for char in text)
    return Run(x, text, face, size, advances, color, rise, href)


def line(*runs: Run | str, baseline: float = 120.0) -> Line:
    return Line("body", baseline, tuple(run(each) if isinstance(each, str) else each for each in runs))


def page(*items: Item, number: int = 1) -> Page:
    return Page(number, WIDTH, HEIGHT, items)


def layout(*pages: Page, anchors: tuple[Anchor, ...] = ()) -> Layout:
    return Layout(pages, anchors)


def pdf(*items: Item, metadata: Metadata = METADATA) -> bytes:
    """Return the file of one page that holds `items`."""
    return write(layout(page(*items)), metadata, timestamp=TIMESTAMP)


def pdf_of(made: Layout) -> bytes:
    return write(made, METADATA, timestamp=TIMESTAMP)


def opened(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def fonts(data: bytes) -> dict[str, Any]:
    """Return the font dictionaries of the first page by resource name."""
    return {name: font.get_object() for name, font in opened(data).pages[0]["/Resources"]["/Font"].items()}


def picture(kind: str = "jpeg", mode: str = "RGB", size: tuple[int, int] = (8, 6), **options: Any) -> Picture:
    """Return a small picture whose left half is dark and whose right half is light."""
    image = Pillow.new("L", size, 230)
    image.paste(20, (0, 0, size[0] // 2, size[1]))
    file = io.BytesIO()
    image.convert(mode).save(file, kind.upper(), **options)
    return Picture("图.jpg", file.getvalue(), kind, *size)
