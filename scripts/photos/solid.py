"""Round things: bodies made of many balls, drawn with a depth buffer, smoothed and lit like one skin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import sqrt
from random import Random

from PIL import Image, ImageChops, ImageFilter, ImageMath

from photos.camera import Vec
from photos.light import Colour
from photos.noise import fractal
from photos.surface import expose

Rgb = tuple[int, int, int]
BALL = 96  # pixels of the model ball


@dataclass(frozen=True, slots=True)
class Ball:
    """A ball (stretched upwards by `tall`) at `at`, in metres; `crease` tells cloth from skin."""

    at: Vec
    radius: float
    colour: Rgb
    tall: float = 1.0
    crease: bool = True


@dataclass(frozen=True, slots=True)
class Sun:
    """The light on round things: a directed part, and the sky's."""

    towards: Vec
    colour: Colour = (1.0, 0.97, 0.92)
    sky: Colour = (0.5, 0.52, 0.55)


@cache
def _model() -> tuple[Image.Image, Image.Image, Image.Image]:
    """Return normals (as RGB), height and mask of the model ball."""
    normals, height, mask = (Image.new(mode, (BALL, BALL)) for mode in ("RGB", "L", "L"))
    for row in range(BALL):
        for column in range(BALL):
            x, y = (column + 0.5) / BALL * 2 - 1, 1 - (row + 0.5) / BALL * 2
            inside = 1 - x * x - y * y
            if inside > 0:
                z = sqrt(inside)
                normals.putpixel(
                    (column, row), (round(127.5 + 127 * x), round(127.5 + 127 * y), round(127.5 + 127 * z))
                )
                height.putpixel((column, row), round(255 * z))
                mask.putpixel((column, row), 255)
    return normals, height, mask


class Solid:
    """A body under construction on a grid of `scale` pixels a metre; `box` is (left, bottom, right, top) in metres."""

    def __init__(self, box: tuple[float, float, float, float], scale: float) -> None:
        self.box, self.scale = box, scale
        size = (max(4, round((box[2] - box[0]) * scale)), max(4, round((box[3] - box[1]) * scale)))
        self.normals = Image.new("RGB", size, (127, 127, 255))
        self.albedo = Image.new("RGB", size)
        self.depth = Image.new("F", size, -1e6)
        self.cover = Image.new("L", size)
        self.cloth = Image.new("L", size)

    def add(self, ball: Ball) -> None:
        """Put a ball where it is nearer than what is there (z towards the viewer)."""
        across = max(2, round(ball.radius * 2 * self.scale))
        down = max(2, round(ball.radius * 2 * ball.tall * self.scale))
        left = round((ball.at[0] - self.box[0]) * self.scale - across / 2)
        top = round((self.box[3] - ball.at[1]) * self.scale - down / 2)
        region = (left, top, left + across, top + down)
        normals, height, mask = (part.resize((across, down)) for part in _model())
        risen = ImageMath.lambda_eval(
            lambda a: a["float"](a["h"]) * (ball.radius / 255) + ball.at[2], h=height
        )
        nearer = ImageMath.lambda_eval(
            lambda a: a["convert"]((a["new"] > a["old"]) * 255, "L"), new=risen, old=self.depth.crop(region)
        )
        show = ImageChops.darker(nearer, mask.point(lambda value: 255 if value > 127 else 0))
        self.depth.paste(risen, region, show)
        self.normals.paste(normals, region, show)
        self.albedo.paste(ball.colour, region, show)
        self.cover.paste(255, region, show)
        self.cloth.paste(255 if ball.crease else 0, region, show)

    def lit(
        self, sun: Sun, rng: Random, *, smooth: float = 0.02, folds: float = 0.5, leaf: float = 0.0
    ) -> Image.Image:
        """Return the body as RGBA: `smooth` metres of rounding, `folds` the strength of creases in cloth.

        With `leaf` (metres) the body is foliage: uneven at that size, ragged at its edge.
        """
        size = self.cover.size
        soft = self.normals.filter(ImageFilter.GaussianBlur(smooth * self.scale))
        nx, ny, nz = Image.blend(self.normals, soft, 0.8).split()
        cell = (leaf or 0.16) * self.scale
        bumps = fractal(rng, size, (max(2.0, cell * 1.3), max(2.0, cell)), 3 if not leaf else 4)
        shift = max(1, round((leaf / 3 or 0.012) * self.scale))
        slope_x = ImageChops.subtract(bumps, ImageChops.offset(bumps, shift, 0), 2.0, 128)
        slope_y = ImageChops.subtract(bumps, ImageChops.offset(bumps, 0, shift), 2.0, 128)
        reach = sqrt(sum(part * part for part in sun.towards))
        lx, ly, lz = (part / reach for part in sun.towards)
        shade = self._crevices()

        def light(a, key, sky):  # type: ignore[no-untyped-def]
            crease = a["float"](a["c"]) * (folds / 255)
            x = (a["float"](a["x"]) - 127.5) / 127.5 + (a["float"](a["sx"]) - 128) * crease / 40
            y = (a["float"](a["y"]) - 127.5) / 127.5 + (a["float"](a["sy"]) - 128) * crease / 40
            z = (a["float"](a["z"]) - 127.5) / 127.5
            direct = a["max"](x * lx + y * ly + z * lz, 0.0)
            around = (y * 0.35 + 0.75) * sky * a["float"](a["o"]) / 255
            return a["convert"](a["min"]((direct * key + around) * 128, 255), "L")

        channels = [
            ImageMath.lambda_eval(
                lambda a, k=key, s=sky: light(a, k, s),
                x=nx, y=ny, z=nz, sx=slope_x, sy=slope_y, c=self.cloth, o=shade,
            )
            for key, sky in zip(sun.colour, sun.sky, strict=True)
        ]  # fmt: skip
        body = expose(self._mottled(rng), Image.merge("RGB", channels))
        body.putalpha(self._ragged(bumps, leaf) if leaf else self.cover)
        return body

    def _ragged(self, bumps: Image.Image, leaf: float) -> Image.Image:
        """Return the cover with its edge eaten by `bumps`."""
        soft = self.cover.filter(ImageFilter.GaussianBlur(leaf * 1.6 * self.scale))
        eaten = ImageChops.add(soft, bumps, 1.0, -128).point(
            lambda value: min(255, max(0, (value - 110) * 12))
        )
        return ImageChops.darker(eaten, self.cover)

    def _mottled(self, rng: Random) -> Image.Image:
        """Return the colours with fine uneven tone."""
        tone = fractal(rng, self.cover.size, (0.03 * self.scale + 2, 0.05 * self.scale + 2), 3)
        tone = tone.point(lambda value: 232 + value * 23 // 255).convert("RGB")
        return ImageChops.multiply(self.albedo, tone)

    def _crevices(self) -> Image.Image:
        """Return how open each point is to the sky: dark where something stands before it."""
        flat = ImageMath.lambda_eval(
            lambda a: a["convert"](a["min"](a["max"]((a["d"] + 0.6) * 212, 0.0), 255), "L"), d=self.depth
        )
        hidden = ImageChops.subtract(flat.filter(ImageFilter.GaussianBlur(0.05 * self.scale)), flat)
        return hidden.point(lambda value: max(60, 255 - value * 6))
