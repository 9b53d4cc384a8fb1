"""Two pictures of a meeting hall: a promotion meeting seen from the back rows, and a signing ceremony."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from photos.camera import Camera
from photos.figure import Person, passer, seated, standing
from photos.light import Lamp, lightmap
from photos.noise import fractal
from photos.solid import Ball, Sun
from photos.stage import body, develop, shadow
from photos.surface import plain, quad

if TYPE_CHECKING:
    from pathlib import Path

    from photos.solid import Rgb

SIZE = (1600, 1067)
RED_SEAT = (150, 44, 46)


def curtain(rng: Random, size: tuple[int, int], colour: tuple[int, int, int]) -> Image.Image:
    """Return cloth that hangs in folds."""
    folds = fractal(rng, (size[0], 8), (size[0] / 26, 400), 3).resize(size, Image.Resampling.BICUBIC)
    folds = folds.point(lambda value: 110 + value * 145 // 255).convert("RGB")
    return ImageChops.multiply(plain(colour, size), folds)


def banner(text: str, font: Path, size: tuple[int, int], ground: tuple[int, int, int]) -> Image.Image:
    """Return a banner with `text` in one line."""
    picture = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(picture)
    face = ImageFont.truetype(str(font), round(min(size[1] * 0.62, size[0] * 0.94 / len(text))))
    draw.text((size[0] / 2, size[1] / 2), text, (250, 240, 214), face, anchor="mm")
    return picture


def meeting(font: Path) -> Image.Image:
    """Return the hall during the second promotion meeting."""
    rng = Random(610)
    picture = Image.new("RGB", SIZE, (30, 26, 24))
    camera = Camera((1.1, 2.35, -1.2), -5.5, -7.5, 1330, SIZE, sharp=11.0, blur=4.0)
    lamps = [Lamp((x, 4.6, z), 3.2) for x in (-4.5, -1.5, 1.5, 4.5) for z in (3.0, 6.5, 10.0, 13.0)]
    lamps.append(Lamp((0, 4.6, 15.4), 3.0, (1.0, 0.95, 0.86)))
    _room(picture, camera, lamps, rng)
    quad(
        picture, camera, [(-4.6, 4.55, 16.8), (4.6, 4.55, 16.8), (4.6, 3.75, 16.8), (-4.6, 3.75, 16.8)],
        banner("“解放思想再深入、全面振兴新突破”教育实践活动第二次推进会", font, (1800, 156), (196, 22, 26)),
        lightmap([(-4.6, 4.55, 16.8), (4.6, 4.55, 16.8), (4.6, 3.75, 16.8), (-4.6, 3.75, 16.8)], (0, 0, -1), lamps,
                 (0.5, 0.5, 0.5), corner_shade=0),
    )  # fmt: skip
    _platform(picture, camera, lamps, rng)
    sun = Sun((-0.25, 1.0, 0.15), (0.85, 0.82, 0.77), (0.5, 0.48, 0.46))
    for row in range(7):
        z = 12.2 - row * 1.5
        for seat in range(14):
            x = -5.6 + seat * 0.78 + (0.9 if seat >= 7 else 0.0)
            if row > 4 and x > 3.2:
                continue
            shadow(picture, camera, (x, 0, z), (0.35, 0.4), strength=0.55)
            person = passer(rng, chair=RED_SEAT, turn=180 + rng.uniform(-9, 9), mask=True)
            figure = seated(person)
            if rng.random() < 0.05:  # an empty seat
                figure = [ball for ball in figure if ball.colour == RED_SEAT]
            body(picture, camera, (x, 0, z), figure, sun, rng)
    return develop(picture, rng, warmth=0.02)


def _room(
    picture: Image.Image,
    camera: Camera,
    lamps: list[Lamp],
    rng: Random,
    drape: tuple[int, int, int] = (150, 22, 28),
    far: float = 17.0,
) -> None:
    ambient = (0.34, 0.33, 0.31)
    wood = fractal(rng, (600, 400), (6, 300), 4).point(lambda value: 170 + value // 4)
    wall = ImageChops.multiply(plain((206, 180, 146), (600, 400)), wood.convert("RGB"))
    draw = ImageDraw.Draw(wall)
    for x in range(0, 600, 50):
        draw.line((x, 0, x, 400), (110, 88, 66), 2)
    tiles = Image.new("RGB", (900, 900), (176, 173, 166))
    draw = ImageDraw.Draw(tiles)
    for step in range(0, 900, 90):
        draw.line((step, 0, step, 900), (140, 138, 132), 2)
        draw.line((0, step, 900, step), (140, 138, 132), 2)
    for step_x in range(45, 900, 180):
        for step_y in range(30, 900, 150):
            draw.rectangle((step_x - 34, step_y - 16, step_x + 34, step_y + 16), (255, 255, 255))
    carpet = fractal(rng, (800, 1000), (5, 5), 2).point(lambda value: 150 + value // 4).convert("RGB")
    carpet = ImageChops.multiply(plain((112, 70, 60), (800, 1000)), carpet)
    left, right, low, high, near = -7.0, 7.0, 0.0, 5.0, camera.eye[2] + 1.6
    back = [(left, high, far), (right, high, far), (right, low, far), (left, low, far)]
    quad(picture, camera, back, curtain(rng, (1400, 500), drape), lightmap(back, (0, 0, -1), lamps, ambient))
    floor = [(left, low, far), (right, low, far), (right, low, near), (left, low, near)]
    quad(picture, camera, floor, carpet, lightmap(floor, (0, 1, 0), lamps, ambient), blur=1)
    ceiling = [(left, high, near), (right, high, near), (right, high, far), (left, high, far)]
    quad(picture, camera, ceiling, tiles, lightmap(ceiling, (0, -1, 0), [], (0.62, 0.61, 0.58)), blur=1)
    for x, normal in ((left, (1.0, 0.0, 0.0)), (right, (-1.0, 0.0, 0.0))):
        side = [(x, high, near), (x, high, far), (x, low, far), (x, low, near)]
        quad(picture, camera, side, wall, lightmap(side, normal, lamps, ambient), blur=1.2)


def _platform(picture: Image.Image, camera: Camera, lamps: list[Lamp], rng: Random) -> None:
    ambient = (0.42, 0.40, 0.38)
    front = [(-5.2, 0.35, 13.9), (5.2, 0.35, 13.9), (5.2, 0, 13.9), (-5.2, 0, 13.9)]
    top = [(-5.2, 0.35, 17.0), (5.2, 0.35, 17.0), (5.2, 0.35, 13.9), (-5.2, 0.35, 13.9)]
    carpet = fractal(rng, (600, 200), (5, 5), 2).point(lambda value: 160 + value // 4).convert("RGB")
    red = ImageChops.multiply(plain((150, 30, 32), (600, 200)), carpet)
    quad(picture, camera, top, red, lightmap(top, (0, 1, 0), lamps, ambient))
    quad(picture, camera, front, red, lightmap(front, (0, 0, -1), lamps, ambient))
    sun = Sun((-0.1, 1.0, 0.5), (0.85, 0.8, 0.74), (0.5, 0.48, 0.46))
    for index in range(7):
        x = -3.0 + index
        person = passer(
            rng, turn=rng.uniform(-6, 6), suit=index % 3 != 1, mask=False, long_hair=index == 4, nod=0.05
        )
        if person.suit:
            person = passer(
                rng, turn=rng.uniform(-6, 6), suit=True, shirt=(34, 38, 50), long_hair=False, nod=0.03
            )
        body(picture, camera, (x, 0.35, 15.9), seated(person), sun, rng)
    cloth = curtain(rng, (1200, 160), (176, 32, 34))
    table = [(-3.7, 1.13, 15.3), (3.7, 1.13, 15.3), (3.7, 0.38, 15.3), (-3.7, 0.38, 15.3)]
    quad(picture, camera, table, cloth, lightmap(table, (0, 0, -1), lamps, ambient))
    board = [(-3.7, 1.13, 15.9), (3.7, 1.13, 15.9), (3.7, 1.13, 15.3), (-3.7, 1.13, 15.3)]
    quad(picture, camera, board, plain((150, 38, 38)), lightmap(board, (0, 1, 0), lamps, ambient))
    for index in range(7):
        x = -3.0 + index
        plate = [
            (x - 0.13, 1.25, 15.35),
            (x + 0.13, 1.25, 15.35),
            (x + 0.13, 1.13, 15.32),
            (x - 0.13, 1.13, 15.32),
        ]
        quad(picture, camera, plate, plain((238, 236, 230)))
        cup = [(x + 0.24, 1.24, 15.4), (x + 0.31, 1.24, 15.4), (x + 0.31, 1.13, 15.4), (x + 0.24, 1.13, 15.4)]
        quad(picture, camera, cup, plain((226, 228, 226)))
    lectern = [(4.1, 1.5, 14.8), (4.75, 1.5, 14.8), (4.75, 0.36, 14.8), (4.1, 0.36, 14.8)]
    grain = fractal(rng, (200, 300), (3, 200), 3).point(lambda value: 150 + value // 3).convert("RGB")
    quad(picture, camera, lectern, ImageChops.multiply(plain((140, 84, 48), (200, 300)), grain),
         lightmap(lectern, (0, 0, -1), lamps, ambient))  # fmt: skip


def signing(font: Path) -> Image.Image:
    """Return a signing ceremony before a blue backdrop, seen over the heads of the guests."""
    rng = Random(504)
    picture = Image.new("RGB", SIZE, (40, 38, 38))
    camera = Camera((-1.0, 1.85, 1.5), 4.0, -2.5, 1560, SIZE, sharp=10.0, blur=4.0)
    lamps = [Lamp((x, 4.6, z), 4.6) for x in (-4.5, -1.5, 1.5, 4.5) for z in (3.0, 6.5, 10.0)]
    _room(picture, camera, lamps, rng, (150, 138, 120), far=13.5)
    screen = [(-3.6, 4.1, 13.2), (3.6, 4.1, 13.2), (3.6, 0.6, 13.2), (-3.6, 0.6, 13.2)]
    glow = lightmap(screen, (0, 0, -1), [], (0.85, 0.85, 0.85), corner_shade=0)
    quad(picture, camera, screen, _backdrop(rng, font), glow)
    sun = Sun((-0.35, 0.9, 0.6), (0.72, 0.70, 0.66), (0.46, 0.46, 0.47))
    for index in range(9):
        x = -2.6 + index * 0.65 + rng.uniform(-0.06, 0.06)
        turn = (1 - index / 4) * -16 + rng.uniform(-8, 8)
        person = passer(rng, turn=turn, mask=index in (1, 6))
        if index % 2 == 0:
            person = passer(rng, turn=turn, suit=True, shirt=(38, 42, 54), long_hair=False)
        shadow(picture, camera, (x, 0, 12.2), (0.35, 0.22), strength=0.5)
        body(picture, camera, (x, 0, 12.2), standing(person), sun, rng)
    for x in (-0.95, 0.95):
        signer = Person(suit=True, shirt=(34, 37, 48), skin=(190, 146, 120), turn=0, nod=0.08, hair=(26, 23, 22),
                        arms=((-0.2, 0.80, 0.38), (0.12, 0.80, 0.42)))  # fmt: skip
        body(picture, camera, (x, 0, 11.2), seated(signer), sun, rng)
    _signing_table(picture, camera, lamps, rng)
    above = Sun((-0.25, 1.0, 0.1), (0.7, 0.68, 0.65), (0.4, 0.39, 0.38))
    for row, z in enumerate((7.6, 6.1)):
        for seat in range(9):
            x = -4.4 + seat * 0.95 + row * 0.3 + rng.uniform(-0.05, 0.05)
            shadow(picture, camera, (x, 0, z), (0.35, 0.4), strength=0.5)
            person = passer(rng, chair=(108, 112, 122), turn=180 + rng.uniform(-14, 14), mask=True)
            body(picture, camera, (x, 0, z), seated(person), above, rng)
    return develop(picture, rng, warmth=0.01)


def _backdrop(rng: Random, font: Path) -> Image.Image:
    size = (1360, 650)
    shade = Image.linear_gradient("L").resize(size)
    picture = Image.composite(plain((28, 74, 150), size), plain((70, 140, 206), size), shade)
    waves = fractal(rng, size, (500, 120), 2).point(lambda value: max(0, value - 150))
    picture = ImageChops.add(picture, waves.filter(ImageFilter.GaussianBlur(12)).convert("RGB"), 2.0)
    draw = ImageDraw.Draw(picture)
    draw.text((680, 150), "16万套种鸡项目", (252, 250, 244), ImageFont.truetype(str(font), 104), anchor="mm")
    draw.text((680, 282), "签约仪式", (252, 250, 244), ImageFont.truetype(str(font), 120), anchor="mm")
    return picture


def _signing_table(picture: Image.Image, camera: Camera, lamps: list[Lamp], rng: Random) -> None:
    ambient = (0.5, 0.5, 0.5)
    cloth = curtain(rng, (900, 200), (158, 34, 36))
    top = [(-1.9, 0.78, 10.9), (1.9, 0.78, 10.9), (1.9, 0.78, 10.3), (-1.9, 0.78, 10.3)]
    front = [(-1.9, 0.78, 10.3), (1.9, 0.78, 10.3), (1.9, 0.02, 10.3), (-1.9, 0.02, 10.3)]
    shadow(picture, camera, (0, 0, 10.35), (2.1, 0.3), strength=0.6)
    quad(picture, camera, top, plain((176, 44, 46)), lightmap(top, (0, 1, 0), lamps, ambient))
    quad(picture, camera, front, cloth, lightmap(front, (0, 0, -1), lamps, ambient))
    for x in (-0.95, 0.95):
        folder = [
            (x - 0.26, 0.79, 10.7),
            (x + 0.26, 0.79, 10.7),
            (x + 0.28, 0.79, 10.45),
            (x - 0.28, 0.79, 10.45),
        ]
        quad(picture, camera, folder, plain((244, 243, 238)))
    colours: tuple[Rgb, ...] = (
        (46, 92, 44), (64, 118, 56), (52, 96, 48), (168, 70, 84), (186, 160, 86), (206, 198, 194),
    )  # fmt: skip
    flowers = []
    for _ in range(420):
        at = (rng.uniform(-0.32, 0.32), 0.84 + rng.uniform(0, 0.10), rng.uniform(-0.1, 0.1))
        flowers.append(Ball(at, rng.uniform(0.014, 0.028), rng.choice(colours), crease=False))
    body(picture, camera, (0, 0, 10.45), flowers, Sun((-0.3, 0.9, 0.6)), rng, smooth=0.004)
