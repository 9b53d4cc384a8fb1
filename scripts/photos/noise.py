"""Noise: grain and fractal textures as 8-bit pictures, from a seeded generator, so that every run gives the same."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

if TYPE_CHECKING:
    Size = tuple[int, int]


def uniform(rng: Random, size: Size) -> Image.Image:
    """Return independent pixels, each as likely to have any value."""
    return Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))


def grain(rng: Random, size: Size) -> Image.Image:
    """Return film grain: nearly normal around 128."""
    first = Image.blend(uniform(rng, size), uniform(rng, size), 0.5)
    second = Image.blend(uniform(rng, size), uniform(rng, size), 0.5)
    return Image.blend(first, second, 0.5)


def fractal(rng: Random, size: Size, cell: tuple[float, float], octaves: int = 4) -> Image.Image:
    """Return smooth noise whose largest features measure `cell` pixels, each octave half as large and strong."""
    width, height = size
    total: Image.Image | None = None
    weight = 0.0
    for octave in range(octaves):
        across, down = cell[0] / 2**octave, cell[1] / 2**octave
        coarse = uniform(rng, (max(2, round(width / across) + 1), max(2, round(height / down) + 1)))
        layer = coarse.resize(size, Image.Resampling.BICUBIC)
        share = 0.5**octave
        weight += share
        total = layer if total is None else Image.blend(total, layer, share / weight)
    assert total is not None
    return ImageOps.autocontrast(total, cutoff=1)
