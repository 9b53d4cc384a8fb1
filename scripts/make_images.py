"""Make the pictures in docs/images from the real output of the examples: `python scripts/make_images.py`.

Needs briefgen, Pillow and pdftoppm (poppler-utils).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

import briefgen

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
RESOLUTION = 72  # pixels an inch
GAP = 24

#: The pages of an example that a picture shows side by side.
PICTURES = {
    "huodong-dongtai-12": (1, 2, 5),
    "gongzuo-jianbao": (1, 2),
}


def main() -> None:
    """Render the examples and write a PNG for each entry of `PICTURES`."""
    IMAGES.mkdir(exist_ok=True)
    for name, numbers in PICTURES.items():
        pdf = briefgen.render(briefgen.load(ROOT / "examples" / name / "brief.yaml"), "pdf")
        target = IMAGES / f"{name}.png"
        side_by_side([page(pdf, number) for number in numbers]).save(target, optimize=True)
        sys.stdout.write(f"{target}: {target.stat().st_size // 1024} KB\n")


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
    picture = Image.new("RGB", (width, framed[0].height + 2 * GAP), (236, 236, 236))
    x = GAP
    for each in framed:
        picture.paste(each, (x, GAP))
        x += each.width + GAP
    return picture.quantize(128, dither=Image.Dither.NONE)


if __name__ == "__main__":
    main()
