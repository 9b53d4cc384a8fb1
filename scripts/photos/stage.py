"""The stage: puts bodies and shadows into the picture, and develops it like a photograph."""

from __future__ import annotations

from math import cos, exp, pi, sin
from random import Random
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from photos.noise import grain
from photos.solid import Ball, Solid, Sun
from photos.surface import FINE, paste

if TYPE_CHECKING:
    from collections.abc import Sequence

    from photos.camera import Camera, Vec


def body(
    picture: Image.Image,
    camera: Camera,
    at: Vec,
    balls: Sequence[Ball],
    sun: Sun,
    rng: Random,
    *,
    folds: float = 0.2,
    smooth: float = 0.02,
    leaf: float = 0.0,
) -> None:
    """Draw a body whose origin stands at `at`."""
    margin = 0.02
    box = (
        min(ball.at[0] - ball.radius for ball in balls) - margin,
        min(ball.at[1] - ball.radius * ball.tall for ball in balls) - margin,
        max(ball.at[0] + ball.radius for ball in balls) + margin,
        max(ball.at[1] + ball.radius * ball.tall for ball in balls) + margin,
    )
    x, y, depth = camera.project(at)
    scale = camera.scale(at)
    solid = Solid(box, scale * FINE)
    for ball in balls:
        solid.add(ball)
    fine = solid.lit(sun, rng, folds=folds, smooth=smooth, leaf=leaf)
    small = (max(1, fine.width // FINE), max(1, fine.height // FINE))
    layer = fine.convert("RGBa").resize(small, Image.Resampling.BOX).convert("RGBA")
    radius = camera.defocus(depth)
    margin_px = int(radius * 3) + 1
    layer = ImageOps.expand(layer, margin_px, (0, 0, 0, 0))
    corner = (round(x + box[0] * scale) - margin_px, round(y - box[3] * scale) - margin_px)
    paste(picture, layer, corner, radius)


def shadow(
    picture: Image.Image,
    camera: Camera,
    at: Vec,
    radii: tuple[float, float],
    *,
    strength: float = 0.5,
    blur: float = 0.22,
) -> None:
    """Darken the ground under `at`: an ellipse of `radii` metres, `blur` of its height soft."""
    points = [
        camera.project((at[0] + radii[0] * cos(t * pi / 12), at[1], at[2] + radii[1] * sin(t * pi / 12)))[:2]
        for t in range(24)
    ]
    tall = max(y for _, y in points) - min(y for _, y in points)
    soft = max(1.0, blur * tall)
    margin = int(soft * 3)
    box = (
        int(min(x for x, _ in points)) - margin,
        int(min(y for _, y in points)) - margin,
        int(max(x for x, _ in points)) + margin,
        int(max(y for _, y in points)) + margin,
    )
    mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
    ImageDraw.Draw(mask).polygon([(x - box[0], y - box[1]) for x, y in points], fill=round(255 * strength))
    picture.paste((18, 16, 16), box[:2], mask.filter(ImageFilter.GaussianBlur(soft)))


def develop(
    picture: Image.Image,
    rng: Random,
    *,
    warmth: float = 0.0,
    bloom: float = 0.35,
    contrast: float = 1.08,
    noise: float = 0.035,
    colour: float = 0.88,
    film: float = 1.5,
) -> Image.Image:
    """Return the finished photograph: bloom, film curve, colour, softness of the lens, vignette, grain.

    `film` bends the curve that lifts the shadows and rolls off the lights.
    """
    bright = picture.point(lambda value: max(0, value - 190) * 3)
    glow = bright.filter(ImageFilter.GaussianBlur(picture.width / 60))
    picture = ImageChops.screen(picture, glow.point(lambda value: int(value * bloom)))
    picture = picture.point(
        [round(255 * (1 - exp(-film * v / 255)) / (1 - exp(-film))) for v in range(256)] * 3
    )
    picture = ImageEnhance.Color(picture).enhance(colour)
    picture = ImageEnhance.Contrast(picture).enhance(contrast)
    red, green, blue = picture.split()
    red = red.point(lambda value: min(255, int(value * (1 + warmth))))
    blue = blue.point(lambda value: min(255, int(value * (1 - warmth) + 3)))
    picture = Image.merge("RGB", (red, green, blue)).filter(ImageFilter.GaussianBlur(0.6))
    edge = Image.radial_gradient("L").resize(picture.size, Image.Resampling.BICUBIC)
    vignette = edge.point(lambda value: 255 - int(max(0, value - 110) * 0.4))
    picture = ImageChops.multiply(picture, vignette.convert("RGB"))
    speckle = grain(rng, picture.size).filter(ImageFilter.GaussianBlur(0.7))
    speckle = speckle.point(lambda value: int(128 + (value - 128) * noise * 6)).convert("RGB")
    return ImageChops.add(picture, speckle, 1.0, -128)
