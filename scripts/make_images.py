"""Make the pictures in docs/images from the real output of the examples: `python scripts/make_images.py`.

Needs briefgen, Pillow and pdftoppm (poppler-utils).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from PIL import Image, ImageOps

import briefgen

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
RESOLUTION = 72  # pixels an inch
GAP = 24

#: The pages of examples that a picture shows side by side: example, number of the page.
PICTURES = {
    "huodong-dongtai-12": [("huodong-dongtai-12", 1), ("huodong-dongtai-12", 2), ("huodong-dongtai-12", 5)],
    "gongzuo-jianbao": [("gongzuo-jianbao", 1), ("gongzuo-jianbao", 2)],
    "show-grid": [("huodong-dongtai-12", 2), ("renwu-fengong", 2)],
}
#: The pictures that show the grid.
WITH_GRID = {"show-grid"}


def main() -> None:
    """Render the examples and write a PNG for each entry of `PICTURES`."""
    IMAGES.mkdir(exist_ok=True)
    for name, pages in PICTURES.items():
        target = IMAGES / f"{name}.png"
        drawn = [page(rendered(example, name in WITH_GRID), number) for example, number in pages]
        side_by_side(drawn).save(target, optimize=True)
        sys.stdout.write(f"{target}: {target.stat().st_size // 1024} KB\n")


@cache
def rendered(example: str, show_grid: bool) -> bytes:
    """Return the PDF of an example."""
    briefing = briefgen.load(ROOT / "examples" / example / "brief.yaml")
    return briefgen.render(briefing, "pdf", show_grid=show_grid)


def page(pdf: bytes, number: int) -> Image.Image:
    """Return page `number` of `pdf`, drawn at twice the resolution and reduced."""
    with tempfile.TemporaryDirectory() as folder:
        source, stem = Path(folder) / "a.pdf", Path(folder) / "page"
        source.write_bytes(pdf)
        wanted = ["-r", str(2 * RESOLUTION), "-f", str(number), "-l", str(number), "-singlefile"]
        subprocess.run(["pdftoppm", "-png", *wanted, source, stem], check=True)
        with Image.open(stem.with_suffix(".png")) as drawn:
            return drawn.convert("RGB").resize(
                (drawn.width // 2, drawn.height // 2), Image.Resampling.LANCZOS
            )


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Return the pages on a grey ground, in 128 colours."""
    framed = [ImageOps.expand(each, 1, (196, 196, 196)) for each in pages]
    width = sum(each.width for each in framed) + GAP * (len(framed) + 1)
    height = max(each.height for each in framed) + 2 * GAP
    picture = Image.new("RGB", (width, height), (236, 236, 236))
    x = GAP
    for each in framed:
        picture.paste(each, (x, GAP))
        x += each.width + GAP
    return picture.quantize(128, dither=Image.Dither.NONE)


if __name__ == "__main__":
    main()
