"""Draw the placeholder photos of the examples: `python scripts/make_photos.py [--into FOLDER] [--font FILE]`.

The pictures show nobody and no real place. Same Pillow, same bytes; another Pillow may round a pixel otherwise.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from photos import factory, hall, outdoors
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
FONT = ROOT / "src" / "briefgen" / "fonts" / "data" / "FandolHei-Regular.otf"

#: The file of each picture, below `examples/`, and what draws it (given a face for the words on banners).
PHOTOS: dict[str, Callable[[Path], Image.Image]] = {
    "huodong-dongtai-12/photos/tuijinhui.jpg": hall.meeting,
    "huodong-dongtai-12/photos/xuanjiang.jpg": outdoors.lecture,
    "huodong-dongtai-12/photos/zhiyuan.jpg": outdoors.station,
    "huodong-dongtai-12/photos/gongchang.jpg": factory.workshop,
    "kuaixun/photos/qianyue.jpg": hall.signing,
    "weekly/articles/photos/liudong.jpg": lambda font: small(outdoors.lecture(font)),
    "weekly/articles/photos/tuijinhui.jpg": lambda font: small(hall.meeting(font)),
}
SMALL = 800  # pixels: at 60 % of the measure more than 200 to an inch


def small(image: Image.Image) -> Image.Image:
    """Return `image` no wider than `SMALL`, for an example of many files."""
    return image.resize((SMALL, round(image.height * SMALL / image.width)), Image.Resampling.LANCZOS)


def main(arguments: list[str]) -> None:
    """Draw every photo, or those whose path contains the word given with `--only`."""
    parser = argparse.ArgumentParser(description="Draw the placeholder photos of the examples.")
    parser.add_argument("--into", type=Path, default=ROOT / "examples")
    parser.add_argument("--font", type=Path, default=FONT, help="a face for the words on banners")
    parser.add_argument("--only", default="", help="draw only files whose path contains this")
    options = parser.parse_args(arguments)
    for name, draw in PHOTOS.items():
        if options.only in name:
            target: Path = options.into / name
            target.parent.mkdir(parents=True, exist_ok=True)
            draw(options.font).save(
                target, "JPEG", quality=85, subsampling="4:2:0", optimize=True, dpi=(300, 300)
            )
            sys.stdout.write(f"{target}: {target.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
