"""Pictures: every page of every example, as PDFium prints it, within a tolerance of the picture that was agreed.

A page is printed fine and averaged down, which leaves little of how a renderer smooths edges, then compared cell by
cell. `UPDATE_GOLDENS=1 pytest tests/test_pictures.py` writes the pictures of pages that changed; look at them before
you commit them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path

import pypdfium2
import pytest
from msgspec import Struct
from msgspec.structs import replace
from PIL import Image as Pillow
from PIL import ImageChops

from briefgen import pipeline
from briefgen.layout.frame import Image, Item, Line, Stroke
from briefgen.writers import WRITERS, Manuscript

ROOT = Path(__file__).parent.parent
KEPT = Path(__file__).parent / "golden" / "pages"
DPI, FINER = 48, 5  # of a kept picture; as many times finer it is printed
SHADES = 16  # of grey, white among them
CELL = 8  # pixels: three quarters of a character
TOLERANCE = 16  # of 255, in the mean of a cell: poppler differs by 12, a rule less in the 报尾 by 21

EXAMPLES = {
    **{path.parent.name: path for path in ROOT.glob("examples/*/brief.*")},
    **{f"weekly-{path.stem}": path for path in ROOT.glob("examples/weekly/第*期.yaml")},
    **{f"weekly-{path.stem}": path for path in ROOT.glob("examples/weekly/reports/*.yaml")},
}
ISSUE = "huodong-dongtai-12"

pytestmark = pytest.mark.pictures


class Place(Struct, frozen=True):
    """A cell that is not as agreed: page, its corner in points from the top left, its grey now and then."""

    page: int
    x: float
    y: float
    now: int
    then: int


@cache
def manuscript(name: str) -> Manuscript:
    return pipeline.typeset(pipeline.load_any(EXAMPLES[name]))[0]


def printed(made: Manuscript) -> list[Pillow.Image]:
    """Return the pages of `made` as grey pictures."""
    with pypdfium2.PdfDocument(WRITERS["pdf"](made)) as document:
        return [small(page.render(scale=DPI * FINER / 72, grayscale=True).to_pil()) for page in document]


def small(fine: Pillow.Image) -> Pillow.Image:
    """Return the picture that is kept of a page."""
    step = 255 // (SHADES - 1)
    return fine.convert("L").reduce(FINER).point([round(grey / step) * step for grey in range(256)])


def differences(now: list[Pillow.Image], then: list[Pillow.Image]) -> list[Place]:
    """Return the cells in which pages differ by more than the tolerance; a page that only one side has, all over."""
    found: list[Place] = []
    for page, (one, other) in enumerate(zip_longest(now, then), 1):
        found.extend(places(one or dark(other), other or dark(one), page))
    return found


def dark(page: Pillow.Image) -> Pillow.Image:
    """Return what no page looks like."""
    return Pillow.new("L", page.size, 0)


def places(now: Pillow.Image, then: Pillow.Image, page: int) -> Iterator[Place]:
    if now.size != then.size:
        yield Place(page, 0, 0, *(picture.width for picture in (now, then)))
        return
    one, other = now.reduce(CELL), then.reduce(CELL)
    apart = ImageChops.difference(one, other)
    for y in range(apart.height):
        for x in range(apart.width):
            if apart.getpixel((x, y)) > TOLERANCE:
                scale = CELL * 72 / DPI
                yield Place(page, x * scale, y * scale, one.getpixel((x, y)), other.getpixel((x, y)))


def kept(name: str) -> list[Pillow.Image]:
    pictures = []
    for path in sorted(KEPT.glob(f"{name}-[0-9][0-9].png")):
        with Pillow.open(path) as picture:
            pictures.append(picture.convert("L"))
    return pictures


def keep(name: str, now: list[Pillow.Image]) -> None:
    """Write the pictures of the pages that changed, and take away those of pages that are no more."""
    KEPT.mkdir(exist_ok=True)
    changed = {place.page for place in differences(now, kept(name))}
    for page in changed:
        path = KEPT / f"{name}-{page:02}.png"
        if page > len(now):
            path.unlink()
        else:
            now[page - 1].quantize(SHADES).save(path, optimize=True)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_page_is_printed_as_agreed(name: str, tmp_path: Path) -> None:
    now = printed(manuscript(name))
    if os.environ.get("UPDATE_GOLDENS"):
        keep(name, now)
    found = differences(now, kept(name))
    for page in {place.page for place in found if place.page <= len(now)}:
        now[page - 1].save(tmp_path / f"{page}.png")
    assert not found, f"{len(found)} cells, in {tmp_path}: {found[:3]}"


def test_no_picture_is_kept_of_what_is_no_example() -> None:
    assert {path.stem[:-3] for path in KEPT.iterdir()} == set(EXAMPLES)


# what the tolerance tells, and what it lets pass

Change = Callable[[Item], Item | None]


def altered(made: Manuscript, role: str, change: Change, count: int) -> tuple[Manuscript, int, list[Item]]:
    """Return `made` with so many items of `role` changed or gone, on the first page with any; the page; the items."""
    pages = list(made.layout.pages)
    page = next(page for page in pages if any(is_of(item, role) for item in page.items))
    chosen = [item for item in page.items if is_of(item, role)][:count]
    items = [change(item) if item in chosen else item for item in page.items]
    pages[page.number - 1] = replace(page, items=tuple(item for item in items if item is not None))
    return replace(made, layout=replace(made.layout, pages=tuple(pages))), page.number, chosen


def is_of(item: Item, role: str) -> bool:
    return isinstance(item, Line | Stroke | Image) and item.role == role


def gone(_: Item) -> None:
    return None


def moved(points: float) -> Change:
    def change(item: Item) -> Item:
        assert isinstance(item, Line)
        return replace(item, baseline=item.baseline + points)

    return change


def black(item: Item) -> Item:
    assert isinstance(item, Line)
    return replace(item, runs=tuple(replace(run, color="000000") for run in item.runs))


def span(item: Item) -> tuple[float, float]:
    """Return from where to where on the page an item reaches, half a line around it."""
    match item:
        case Line():
            size = item.runs[0].size
            return item.baseline - 2 * size, item.baseline + 2 * size
        case Stroke():
            return item.y0 - LINE / 2, item.y1 + LINE / 2
        case Image():
            return item.y - LINE / 2, item.y + item.height + LINE / 2
        case _:
            raise AssertionError(item)


LINE = 28.95  # points
ALL = 10_000


@pytest.mark.parametrize(
    ("role", "change", "count"),
    [
        pytest.param("body", moved(LINE / 2), 1, id="a line lower by half a line"),
        pytest.param("title", moved(-LINE / 2), 1, id="a title higher by half a line"),
        pytest.param("masthead-name", gone, 1, id="no red name"),
        pytest.param("masthead-name", black, 1, id="a black name"),
        pytest.param("head-rule", gone, 1, id="no red rule"),
        pytest.param("figure", gone, 1, id="no photo"),
        pytest.param("table-rule", gone, ALL, id="no rules in a table"),
        pytest.param("colophon-rule", gone, 1, id="one rule less in the colophon"),
        pytest.param("page-number", gone, 1, id="no page number"),
    ],
)
def test_what_an_editor_would_see_is_told_with_its_place(role: str, change: Change, count: int) -> None:
    made = manuscript(ISSUE)
    changed, page, items = altered(made, role, change, count)
    found = differences(printed(changed), printed(made))
    assert found
    assert {place.page for place in found} == {page}
    top, bottom = min(span(item)[0] for item in items), max(span(item)[1] for item in items)
    assert all(top <= place.y and place.y + CELL * 72 / DPI <= bottom for place in found)


def test_a_page_more_or_less_is_told() -> None:
    pages = printed(manuscript(ISSUE))
    for now, then in ((pages, pages[:-1]), (pages[:-1], pages)):
        assert {place.page for place in differences(now, then)} == {len(pages)}


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
def test_how_a_renderer_smooths_edges_is_not_told(tmp_path: Path) -> None:
    pages = 3
    made = manuscript(ISSUE)
    (tmp_path / "a.pdf").write_bytes(WRITERS["pdf"](made))
    command = ["pdftoppm", "-r", str(DPI * FINER), "-l", str(pages), "-gray", "-png"]
    subprocess.run([*command, tmp_path / "a.pdf", tmp_path / "a"], check=True)
    theirs = []
    for path in sorted(tmp_path.glob("a-*.png")):
        with Pillow.open(path) as picture:
            theirs.append(small(picture))
    assert differences(theirs, printed(made)[:pages]) == []
