"""A picture in a factory: a task force explains policies to the people of a workshop."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw

from photos.camera import Camera
from photos.figure import passer, standing
from photos.hall import SIZE, banner
from photos.light import Lamp, lightmap
from photos.noise import fractal
from photos.solid import Sun
from photos.stage import body, develop, shadow
from photos.surface import plain, quad

if TYPE_CHECKING:
    from pathlib import Path

    from photos.camera import Vec
    from photos.solid import Rgb

FAR, HALF, HIGH = 42.0, 8.5, 8.0
AMBIENT = (0.40, 0.42, 0.44)


def workshop(font: Path) -> Image.Image:
    """Return five people talking in the aisle of a machine hall."""
    rng = Random(630)
    picture = Image.new("RGB", SIZE, (120, 126, 130))
    camera = Camera((0.7, 1.6, -1.4), -4.0, 2.0, 1400, SIZE, sharp=6.2, blur=4.5)
    lamps = [Lamp((x, 7.6, z), 7.5, (0.96, 0.98, 1.0)) for x in (-4.0, 4.0) for z in (2, 8, 14, 20, 27, 35)]
    _shell(picture, camera, lamps, rng, font)
    colours: tuple[Rgb, ...] = ((96, 128, 112), (150, 156, 158), (86, 108, 140))
    for z in (34.0, 28.5, 23.0, 18.0, 13.5, 9.5):
        for side in (-1, 1):
            tall = rng.uniform(1.7, 2.6)
            _machine(picture, camera, (side * 5.2, 0, z), tall, rng.choice(colours), lamps, rng)
        if z > 12:
            worker = passer(rng, turn=rng.choice((90, -90, 150)), shirt=(58, 84, 132), trousers=(52, 74, 116),
                            helmet=(222, 184, 48), long_sleeves=True)  # fmt: skip
            x = rng.choice((-3.1, 3.1))
            shadow(picture, camera, (x, 0, z - 1.2), (0.35, 0.3))
            body(picture, camera, (x, 0, z - 1.2), standing(worker), _lamp(), rng)
    paper: tuple[Vec, Vec] = ((-0.14, 1.12, 0.36), (0.16, 1.10, 0.36))
    point: tuple[Vec, Vec] = ((-0.2, 1.05, 0.42), (0.27, 0.88, 0.08))
    white, blue = (230, 232, 235), (60, 88, 138)
    group: tuple[tuple[float, float, float, Rgb, Rgb, tuple[Vec, Vec] | None], ...] = (
        (-1.7, 6.9, 42, blue, (224, 188, 52), None), (-0.75, 7.5, 12, blue, (224, 188, 52), None),
        (0.25, 7.2, -18, white, (214, 46, 44), paper), (1.25, 6.6, -58, white, (236, 236, 236), point),
        (-0.95, 5.4, 152, (150, 168, 192), (236, 236, 236), None),
    )  # fmt: skip
    for x, z, turn, shirt, helmet, arms in sorted(group, key=lambda who: -who[1]):
        person = passer(rng, turn=turn, shirt=shirt, helmet=helmet, arms=arms, mask=True, long_sleeves=shirt == blue,
                        trousers=(54, 76, 118) if shirt == blue else (40, 44, 54), long_hair=False)  # fmt: skip
        shadow(picture, camera, (x, 0, z), (0.42, 0.3), strength=0.6)
        shadow(picture, camera, (x + 0.15, 0, z + 0.3), (0.8, 0.5), strength=0.25)
        body(picture, camera, (x, 0, z), standing(person), _lamp(), rng)
        if arms == paper:
            sheet: list[Vec] = [(x - 0.20, 1.24, z - 0.34), (x + 0.06, 1.22, z - 0.42), (x + 0.04, 1.04, z - 0.46),
                                (x - 0.22, 1.06, z - 0.38)]  # fmt: skip
            quad(picture, camera, sheet, plain((226, 228, 228)))
    return develop(picture, rng, warmth=-0.01, colour=0.82)


def _lamp() -> Sun:
    return Sun((-0.25, 1.0, 0.35), (0.74, 0.75, 0.75), (0.46, 0.47, 0.49))


def _shell(picture: Image.Image, camera: Camera, lamps: list[Lamp], rng: Random, font: Path) -> None:
    """Put floor, walls, roof with skylights and girders."""
    near = 0.3
    concrete = (
        fractal(rng, (1200, 2400), (160, 200), 6).point(lambda value: 170 + value * 60 // 255).convert("RGB")
    )
    concrete = ImageChops.multiply(plain((168, 172, 168), (1200, 2400)), concrete)
    draw = ImageDraw.Draw(concrete)
    for x in (355, 845):
        draw.rectangle((x - 7, 0, x + 7, 2400), (214, 178, 52))
    for y in range(0, 2400, 160):
        draw.line((0, y, 1200, y), (112, 114, 112), 2)
    floor: list[Vec] = [(-HALF, 0, FAR), (HALF, 0, FAR), (HALF, 0, near), (-HALF, 0, near)]
    quad(picture, camera, floor, concrete, lightmap(floor, (0, 1, 0), lamps, AMBIENT, (24, 60)), blur=0.7)
    sheet = Image.new("RGB", (2000, 400), (186, 194, 198))
    draw = ImageDraw.Draw(sheet)
    for x in range(0, 2000, 12):
        draw.line((x, 0, x, 400), (160, 168, 172), 3)
    for x in range(30, 2000, 200):
        draw.rectangle((x, 60, x + 150, 170), (248, 251, 255))
        for bar in range(x, x + 151, 50):
            draw.line((bar, 60, bar, 170), (120, 126, 130), 4)
    draw.rectangle((0, 300, 2000, 400), (104, 128, 150))
    for x in (-HALF, HALF):
        side: list[Vec] = [(x, HIGH, near), (x, HIGH, FAR), (x, 0, FAR), (x, 0, near)]
        facing = (1.0, 0.0, 0.0) if x < 0 else (-1.0, 0.0, 0.0)
        quad(picture, camera, side, sheet, lightmap(side, facing, lamps, (0.56, 0.58, 0.6)), blur=1.2)
    back: list[Vec] = [(-HALF, HIGH, FAR), (HALF, HIGH, FAR), (HALF, 0, FAR), (-HALF, 0, FAR)]
    quad(picture, camera, back, sheet, lightmap(back, (0, 0, -1), lamps, (0.66, 0.68, 0.7)), blur=2.0)
    roof = Image.new("RGB", (600, 2000), (128, 136, 142))
    draw = ImageDraw.Draw(roof)
    for x in (150, 400):
        draw.rectangle((x, 0, x + 60, 2000), (252, 254, 255))
    cover: list[Vec] = [(-HALF, HIGH, near), (HALF, HIGH, near), (HALF, HIGH, FAR), (-HALF, HIGH, FAR)]
    quad(picture, camera, cover, roof, lightmap(cover, (0, -1, 0), [], (0.74, 0.76, 0.78)), blur=1.0)
    for step in range(9):
        _girder(picture, camera, FAR - 1.0 - step * 4.6)
    text: list[Vec] = [(-4.2, 5.6, 30), (4.2, 5.6, 30), (4.2, 4.8, 30), (-4.2, 4.8, 30)]
    quad(picture, camera, text, banner("安全生产　质量第一", font, (1000, 100), (178, 30, 34)))


def _girder(picture: Image.Image, camera: Camera, z: float) -> None:
    """Put a roof girder across the hall and its two columns."""
    steel = plain((108, 116, 122))
    for low, high in ((7.0, 7.2), (7.75, 7.95)):
        beam: list[Vec] = [(-HALF, high, z), (HALF, high, z), (HALF, low, z), (-HALF, low, z)]
        quad(picture, camera, beam, steel)
    for step in range(12):
        x = -HALF + step * 17 / 12
        ends = (x, x + 17 / 24, x + 17 / 12)
        for a, b in ((ends[0], ends[1]), (ends[2], ends[1])):
            brace: list[Vec] = [
                (b - 0.06, 7.8, z),
                (b + 0.06, 7.8, z),
                (a + 0.06, 7.1, z),
                (a - 0.06, 7.1, z),
            ]
            quad(picture, camera, brace, steel)
    for x in (-HALF + 0.2, HALF - 0.2):
        column: list[Vec] = [(x - 0.2, 7.2, z), (x + 0.2, 7.2, z), (x + 0.2, 0, z), (x - 0.2, 0, z)]
        quad(picture, camera, column, plain((124, 132, 138)))


def _machine(
    picture: Image.Image, camera: Camera, at: Vec, tall: float, colour: Rgb, lamps: list[Lamp], rng: Random
) -> None:
    """Put a machine: a housing with door, window, panel and feet."""
    x, _, z = at
    inner = x - 1.5 if x > 0 else x + 1.5
    outer = x + 1.5 if x > 0 else x - 1.5
    front = Image.new("RGB", (600, 420), colour)
    draw = ImageDraw.Draw(front)
    draw.rectangle((40, 60, 330, 260), (52, 60, 66))
    draw.polygon([(40, 260), (40, 150), (190, 60), (260, 60)], (92, 102, 108))
    draw.rectangle((400, 70, 540, 220), (206, 210, 208))
    draw.rectangle((420, 90, 520, 150), (38, 74, 96))
    for dot in range(4):
        draw.ellipse((424 + dot * 26, 168, 440 + dot * 26, 184), ((196, 60, 48), (70, 150, 80))[dot % 2])
    draw.rectangle((0, 370, 600, 420), (60, 64, 66))
    draw.line((360, 40, 360, 370), tuple(part - 40 for part in colour), 5)
    worn = fractal(rng, front.size, (120, 120), 5).point(lambda value: 200 + value * 55 // 255)
    front = ImageChops.multiply(front, worn.convert("RGB"))
    shadow(picture, camera, (x, 0, z + 0.6), (1.9, 1.1), strength=0.55)
    left, right = min(inner, outer), max(inner, outer)
    aisle: list[Vec] = [(inner, tall, z), (inner, tall, z + 2.2), (inner, 0.03, z + 2.2), (inner, 0.03, z)]
    if x > 0:
        aisle = [aisle[1], aisle[0], aisle[3], aisle[2]]
    facing = (-1.0, 0.0, 0.0) if x > 0 else (1.0, 0.0, 0.0)
    top: list[Vec] = [(left, tall, z + 2.2), (right, tall, z + 2.2), (right, tall, z), (left, tall, z)]
    face: list[Vec] = [(left, tall, z), (right, tall, z), (right, 0.03, z), (left, 0.03, z)]
    quad(picture, camera, aisle, front, lightmap(aisle, facing, lamps, AMBIENT))
    quad(picture, camera, top, plain(colour), lightmap(top, (0, 1, 0), lamps, AMBIENT))
    quad(picture, camera, face, front, lightmap(face, (0, 0, -1), lamps, AMBIENT))
