"""Outdoors: sky, wooded ridges, trees, paving."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from photos.noise import fractal
from photos.solid import Ball, Rgb, Sun
from photos.stage import body, shadow
from photos.surface import plain

if TYPE_CHECKING:
    from random import Random

    from photos.camera import Camera, Vec

SUNLIGHT = Sun((-0.55, 0.75, 0.25), (1.0, 0.95, 0.84), (0.44, 0.49, 0.57))
GREENS: tuple[Rgb, ...] = ((54, 78, 36), (66, 92, 42), (46, 68, 34), (78, 102, 50))


def sky(rng: Random, size: tuple[int, int], horizon: int) -> Image.Image:
    """Return a summer sky that pales towards `horizon` (pixels from the top), with thin cloud."""
    shade = Image.linear_gradient("L").resize((size[0], horizon + 1))
    picture = plain((206, 218, 226), size)
    picture.paste(
        Image.composite(plain((206, 218, 226), shade.size), plain((112, 156, 204), shade.size), shade)
    )
    cloud = fractal(rng, size, (700, 170), 5).point(lambda value: max(0, value - 135) * 2)
    return Image.composite(plain((240, 242, 243), size), picture, cloud)


def ridge(
    picture: Image.Image, rng: Random, base: int, height: int, colour: Rgb, haze: float, trees: float = 7.0
) -> None:
    """Paint a wooded ridge whose foot lies at `base` pixels from the top; `haze` 0–1 fades it into the air."""
    width = picture.width
    profile = fractal(rng, (width, 4), (width / 2.6, 100), 5).resize((width, 1))
    ragged = fractal(rng, (width, 4), (trees * 2, 100), 3).resize((width, 1))
    tops = [
        base - height * (0.35 + 0.65 * profile.getpixel((x, 0)) / 255) - ragged.getpixel((x, 0)) / 255 * trees  # type: ignore[operator]
        for x in range(width)
    ]
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).polygon([(0, base + 60), *enumerate(tops), (width, base + 60)], fill=255)
    crowns = fractal(rng, picture.size, (trees * 2.4, trees * 1.7), 3).point(
        lambda value: 70 + value * 150 // 255
    )
    slopes = fractal(rng, picture.size, (260, 160), 3).point(lambda value: 150 + value * 105 // 255)
    wood = ImageChops.multiply(plain(colour, picture.size), crowns.convert("RGB"))
    wood = ImageChops.multiply(wood, slopes.convert("RGB"))
    wood = Image.blend(wood, plain((176, 196, 212), picture.size), haze)
    picture.paste(wood, (0, 0), mask.filter(ImageFilter.GaussianBlur(0.8)))


def tree(
    picture: Image.Image, camera: Camera, at: Vec, rng: Random, *, tall: float = 6.0, wide: float = 2.2
) -> None:
    """Put a broad-leaved tree at `at`, with its shadow on the ground."""
    shadow(picture, camera, (at[0] + tall * 0.3, at[1], at[2]), (wide, wide * 0.6), strength=0.5)
    bark = (74, 62, 52)
    trunk = [
        Ball((0.03 * sin(step / 9), tall * 0.6 * step / 60, 0), 0.15 - 0.0012 * step, bark)
        for step in range(60)
    ]
    body(picture, camera, at, trunk, SUNLIGHT, rng, folds=0.8)
    balls = []
    for _ in range(110):
        angle, up, out = rng.uniform(0, 2 * pi), rng.uniform(-1, 1), rng.uniform(0.55, 1.0)
        girth = (1 - up * up) ** 0.5 * wide * out
        centre = (cos(angle) * girth, tall * 0.72 + up * tall * 0.29, sin(angle) * girth * 0.7)
        balls.append(Ball(centre, rng.uniform(0.28, 0.55) * wide / 2.2, rng.choice(GREENS)))
    body(picture, camera, at, balls, SUNLIGHT, rng, folds=1.5, smooth=0.05, leaf=0.12)


def hedge(
    picture: Image.Image, camera: Camera, start: Vec, end: Vec, rng: Random, *, tall: float = 0.8
) -> None:
    """Grow a hedge from `start` to `end`, which lie at the same distance."""
    balls = []
    steps = max(2, round(abs(end[0] - start[0]) / 0.16))
    for step in range(steps):
        for _ in range(4):
            at = ((end[0] - start[0]) * step / steps, rng.uniform(0.1, tall), rng.uniform(-0.2, 0.2))
            balls.append(Ball(at, rng.uniform(0.16, 0.26), rng.choice(GREENS)))
    body(picture, camera, start, balls, SUNLIGHT, rng, folds=1.4, smooth=0.03, leaf=0.06)


def paving(rng: Random, size: tuple[int, int], tile: int, colour: Rgb) -> Image.Image:
    """Return concrete slabs of `tile` pixels, each a little different."""
    picture = Image.new("RGB", size, colour)
    draw = ImageDraw.Draw(picture)
    for y in range(0, size[1], tile):
        for x in range(0, size[0], tile):
            change = rng.randint(-9, 9)
            draw.rectangle((x, y, x + tile - 2, y + tile - 2), tuple(part + change for part in colour))
    for y in range(0, size[1], tile):
        draw.line((0, y - 1, size[0], y - 1), tuple(part - 46 for part in colour), 2)
    for x in range(0, size[0], tile):
        draw.line((x - 1, 0, x - 1, size[1]), tuple(part - 46 for part in colour), 2)
    rough = fractal(rng, size, (90, 90), 6).point(lambda value: 190 + value * 65 // 255)
    return ImageChops.multiply(picture, rough.convert("RGB"))
