"""Light on flat surfaces: lamps with inverse-square fall-off, worked out on a coarse grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

    from photos.camera import Vec

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Lamp:
    """A lamp; `power` is the light that it gives at one metre, 1 being full exposure."""

    at: Vec
    power: float
    colour: Colour = (1.0, 0.97, 0.92)


def subtract(a: Vec, b: Vec) -> Vec:
    """Return a - b."""
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def dot(a: Vec, b: Vec) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def along(a: Vec, b: Vec, t: float) -> Vec:
    """Return the point that divides a–b at `t`."""
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t


def lightmap(
    corners: Sequence[Vec],
    normal: Vec,
    lamps: Sequence[Lamp],
    ambient: Colour,
    grid: tuple[int, int] = (32, 24),
    corner_shade: float = 0.25,
) -> Image.Image:
    """Return the light on a quad (corners from top left, clockwise); 128 stands for full exposure.

    `corner_shade` darkens the edges, as rooms do where surfaces meet.
    """
    columns, rows = grid
    picture = Image.new("RGB", grid)
    for row in range(rows):
        v = row / (rows - 1)
        left, right = along(corners[0], corners[3], v), along(corners[1], corners[2], v)
        for column in range(columns):
            u = column / (columns - 1)
            point = along(left, right, u)
            edge = min(u, 1 - u, v, 1 - v)
            open_sky = 1 - corner_shade * (1 - min(1.0, edge * 6)) ** 2
            total = [part * open_sky for part in ambient]
            for lamp in lamps:
                ray = subtract(lamp.at, point)
                square = dot(ray, ray) + 0.3
                facing = max(0.0, dot(ray, normal)) / square**0.5
                for index in range(3):
                    total[index] += lamp.power * facing / square * lamp.colour[index]
            picture.putpixel((column, row), tuple(min(255, round(128 * part)) for part in total))
    return picture


def daylight(corners: Sequence[Vec], colour: Colour, corner_shade: float = 0.0) -> Image.Image:
    """Return even light of `colour` on a quad, darker at the edges by `corner_shade`."""
    return lightmap(corners, (0, 1, 0), (), colour, corner_shade=corner_shade)
