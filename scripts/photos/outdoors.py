"""Two pictures outdoors: a lecture in the courtyard of a housing estate, volunteers before a village station."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw

from photos.camera import Camera
from photos.figure import Person, passer, seated, standing
from photos.hall import SIZE, banner
from photos.light import daylight
from photos.nature import SUNLIGHT, hedge, paving, ridge, sky, tree
from photos.noise import fractal
from photos.solid import Ball
from photos.stage import body, develop, shadow
from photos.surface import plain, quad

if TYPE_CHECKING:
    from pathlib import Path

    from photos.camera import Vec
    from photos.solid import Rgb

VEST = (196, 34, 38)


def lecture(font: Path) -> Image.Image:
    """Return a lecture in a courtyard: listeners on stools from behind, the lecturer beside a board."""
    rng = Random(421)
    camera = Camera((-1.6, 1.75, -2.2), 7.0, -2.0, 1420, SIZE, sharp=7.5, blur=4.0)
    picture = sky(rng, SIZE, 480)
    ground = [(-26, 0, 40), (30, 0, 40), (12, 0, 0.2), (-14, 0, 0.2)]
    slabs = paving(rng, (2200, 2000), 36, (172, 166, 156))
    quad(picture, camera, ground, slabs, daylight(ground, (0.86, 0.84, 0.79)), blur=0.8)
    _block(picture, camera, (-19.0, 27.0), 17.0, 30.0, rng, (202, 186, 160))
    _block(picture, camera, (9.0, 24.0), 15.0, 26.0, rng, (192, 164, 142))
    for x, z, tall in (
        (-9.5, 22.0, 7.0),
        (-4.6, 23.5, 6.4),
        (0.5, 24.0, 7.2),
        (5.4, 21.0, 6.0),
        (11.0, 20.0, 7.4),
    ):
        tree(picture, camera, (x, 0, z), rng, tall=tall, wide=tall * 0.36)
    hedge(picture, camera, (-12, 0, 17.5), (12, 0, 17.5), rng)
    _board(picture, camera, font)
    for x, turn in ((2.55, 14.0), (4.6, -6.0)):
        lecturer = Person(shirt=(232, 234, 238), vest=VEST if x > 3 else None, turn=turn, long_hair=x > 3,
                          arms=((-0.34, 1.22, 0.30), (0.10, 1.18, 0.28)), mask=x > 3)  # fmt: skip
        shadow(picture, camera, (x + 0.55, 0, 10.0), (0.95, 0.3), strength=0.6)
        body(picture, camera, (x, 0, 10.0), standing(lecturer), SUNLIGHT, rng)
    for row in range(4):
        z = 8.0 - row * 1.35
        for seat in range(7 - (row == 3)):
            x = -3.6 + seat * 1.12 + (row % 2) * 0.4 + rng.uniform(-0.12, 0.12)
            deep = z + rng.uniform(-0.12, 0.12)
            shadow(picture, camera, (x + 0.4, 0, deep + 0.1), (0.7, 0.42), strength=0.62)
            person = passer(rng, turn=180 + rng.uniform(-30, 14), mask=True, height=rng.uniform(0.93, 1.0))
            body(picture, camera, (x, 0, deep), _stool() + seated(person), SUNLIGHT, rng)
    return develop(picture, rng, warmth=0.03, bloom=0.25)


def _stool() -> list[Ball]:
    """Return a plastic stool, wider at the foot."""
    return [
        Ball(((0.164 - 0.008 * up) * across / 4, 0.05 + 0.045 * up, -0.02), 0.05, (52, 84, 128), crease=False)
        for up in range(9)
        for across in range(-4, 5)
    ]


def _block(
    picture: Image.Image,
    camera: Camera,
    sides: tuple[float, float],
    high: float,
    z: float,
    rng: Random,
    colour: Rgb,
) -> None:
    """Put a block of flats with six floors from x = sides[0] to sides[1]."""
    left, right = (sides[0], 4.0) if sides[0] < 0 else (sides[0], sides[1])
    width, height = round((right - left) * 40), round(high * 40)
    wall = Image.new("RGB", (width, height), colour)
    draw = ImageDraw.Draw(wall)
    floor = height // 6
    for level in range(6):
        draw.rectangle((0, level * floor, width, level * floor + 7), tuple(part - 34 for part in colour))
        for x in range(20, width - 70, 132):
            top = level * floor + 34
            glass = rng.choice(((66, 78, 90), (88, 102, 114), (54, 62, 72), (112, 124, 130)))
            draw.rectangle((x - 4, top - 4, x + 78, top + 62), (222, 222, 218))
            draw.rectangle((x, top, x + 74, top + 58), glass)
            draw.polygon(
                [(x, top + 58), (x, top + 20), (x + 40, top), (x + 60, top)], tuple(p + 18 for p in glass)
            )
            draw.line((x + 37, top, x + 37, top + 58), (222, 222, 218), 4)
            if rng.random() < 0.5:
                draw.rectangle((x + 84, top + 36, x + 112, top + 58), (226, 226, 222))
                draw.ellipse((x + 89, top + 38, x + 107, top + 56), (120, 122, 122))
    stain = fractal(rng, wall.size, (120, 260), 5).point(lambda value: 205 + value * 50 // 255)
    wall = ImageChops.multiply(wall, stain.convert("RGB"))
    corners: list[Vec] = [(left, high, z), (right, high, z), (right, 0, z), (left, 0, z)]
    quad(picture, camera, corners, wall, daylight(corners, (0.8, 0.77, 0.71), 0.1))


def _board(picture: Image.Image, camera: Camera, font: Path) -> None:
    """Put a notice board on two posts behind the lecturer."""
    for x in (0.0, 6.6):
        post: list[Vec] = [
            (x - 0.05, 2.9, 11.0),
            (x + 0.05, 2.9, 11.0),
            (x + 0.05, 0, 11.0),
            (x - 0.05, 0, 11.0),
        ]
        quad(picture, camera, post, plain((132, 134, 136)))
    sheet = Image.new("RGB", (1320, 380), (186, 26, 30))
    sheet.paste(banner("理论宣讲进小区", font, (1320, 250), (186, 26, 30)), (0, 20))
    sheet.paste(banner("活动推进办公室培训宣讲组", font, (1320, 90), (186, 26, 30)), (0, 270))
    corners: list[Vec] = [(0, 2.75, 11), (6.6, 2.75, 11), (6.6, 0.95, 11), (0, 0.95, 11)]
    quad(picture, camera, corners, sheet, daylight(corners, (0.74, 0.72, 0.69), 0.1))


def station(font: Path) -> Image.Image:
    """Return volunteers in red vests and villagers before the station, hills behind."""
    rng = Random(615)
    camera = Camera((0.4, 1.65, -1.0), -3.0, 1.0, 1380, SIZE, sharp=8.0, blur=3.5)
    picture = sky(rng, SIZE, 520)
    ridge(picture, rng, 560, 500, (70, 96, 74), 0.55, trees=4)
    ridge(picture, rng, 575, 360, (66, 94, 58), 0.34, trees=6)
    ridge(picture, rng, 590, 190, (72, 100, 48), 0.14, trees=10)
    field: list[Vec] = [(-60, 0, 80), (60, 0, 80), (14, 0, 0.6), (-14, 0, 0.6)]
    grass = fractal(rng, (1600, 1600), (9, 5), 5).point(lambda value: 110 + value * 130 // 255).convert("RGB")
    grass = ImageChops.multiply(plain((122, 142, 72), (1600, 1600)), grass)
    quad(picture, camera, field, grass, daylight(field, (0.8, 0.8, 0.72)), blur=0.8)
    yard: list[Vec] = [(-16, 0.01, 17), (13, 0.01, 17), (8, 0.01, 0.6), (-9, 0.01, 0.6)]
    slabs = paving(rng, (1900, 1700), 64, (186, 180, 168))
    quad(picture, camera, yard, slabs, daylight(yard, (0.84, 0.82, 0.76)), blur=0.8)
    _house(picture, camera, font, rng)
    for x, z, tall in ((4.8, 19.0, 5.4), (8.4, 21.0, 6.6), (12.0, 18.5, 5.0)):
        tree(picture, camera, (x, 0, z), rng, tall=tall, wide=tall * 0.4)
    hedge(picture, camera, (3.6, 0, 15.6), (12.0, 0, 15.6), rng, tall=0.9)
    desk: tuple[Vec, Vec] = ((-0.16, 0.92, 0.34), (0.16, 0.92, 0.36))
    people: tuple[tuple[float, float, float, bool, tuple[Vec, Vec] | None], ...] = (
        (-3.6, 9.6, 12, True, None), (-2.2, 8.6, -8, True, desk), (-1.1, 8.7, 14, True, desk),
        (0.3, 9.2, -24, True, None),
        (1.9, 8.4, -62, True, ((-0.1, 1.1, 0.34), (0.16, 1.12, 0.36))), (2.75, 8.3, 70, False, None),
        (3.5, 9.0, 40, False, None), (-1.9, 6.9, 168, False, None), (-0.7, 6.7, 196, False, None),
        (5.2, 11.0, -30, True, None), (5.9, 11.2, 60, False, None),
    )  # fmt: skip
    waiting = [who for who in people if who[1] < 7.5]
    for x, z, turn, vest, arms in [*sorted(set(people) - set(waiting), key=lambda who: -who[1]), *waiting]:
        if (x, z) == waiting[0][:2]:
            _desk(picture, camera, font)
        shadow(picture, camera, (x + 0.6, 0, z), (0.95, 0.3), strength=0.62)
        person = passer(rng, turn=turn, vest=VEST if vest else None, mask=rng.random() < 0.75, arms=arms)
        body(picture, camera, (x, 0, z), standing(person), SUNLIGHT, rng)
    return develop(picture, rng, warmth=0.025, bloom=0.25)


def _desk(picture: Image.Image, camera: Camera, font: Path) -> None:
    top: list[Vec] = [(-2.9, 0.78, 8.1), (-0.3, 0.78, 8.1), (-0.3, 0.78, 7.5), (-2.9, 0.78, 7.5)]
    front: list[Vec] = [(-2.9, 0.78, 7.5), (-0.3, 0.78, 7.5), (-0.3, 0.04, 7.5), (-2.9, 0.04, 7.5)]
    shadow(picture, camera, (-1.3, 0, 7.8), (1.7, 0.4), strength=0.5)
    quad(picture, camera, top, plain((200, 48, 46)))
    quad(picture, camera, front, banner("志愿服务 需求登记", font, (860, 240), (160, 28, 32)))
    for x in (-2.3, -1.2):
        sheet: list[Vec] = [(x, 0.79, 7.95), (x + 0.3, 0.79, 7.95), (x + 0.32, 0.79, 7.65), (x, 0.79, 7.65)]
        quad(picture, camera, sheet, plain((240, 240, 236)))


def _house(picture: Image.Image, camera: Camera, font: Path, rng: Random) -> None:
    """Put the station: a white single-storey house with a tiled roof and a sign over the door."""
    left, right, z, eaves, top = -12.5, 2.6, 15.0, 2.9, 4.1
    wall = Image.new("RGB", (1510, 330), (214, 208, 194))
    draw = ImageDraw.Draw(wall)
    draw.rectangle((0, 270, 1510, 330), (150, 142, 132))
    for x in (90, 390, 1000, 1290):
        draw.rectangle((x, 90, x + 150, 220), (236, 236, 232))
        draw.rectangle((x + 8, 98, x + 142, 212), (70, 82, 92))
        draw.polygon([(x + 8, 212), (x + 8, 150), (x + 90, 98), (x + 130, 98)], (104, 118, 126))
        draw.line((x + 75, 90, x + 75, 220), (236, 236, 232), 6)
    draw.rectangle((690, 70, 890, 322), (96, 54, 40))
    draw.rectangle((700, 80, 785, 320), (66, 72, 78))
    draw.rectangle((795, 80, 880, 320), (60, 66, 72))
    stain = fractal(rng, wall.size, (90, 120), 5).point(lambda value: 210 + value * 45 // 255)
    wall = ImageChops.multiply(wall, stain.convert("RGB"))
    corners: list[Vec] = [(left, eaves, z), (right, eaves, z), (right, 0, z), (left, 0, z)]
    quad(picture, camera, corners, wall, daylight(corners, (0.82, 0.79, 0.73), 0.25))
    tiles = Image.new("RGB", (1510, 260), (142, 70, 54))
    draw = ImageDraw.Draw(tiles)
    for x in range(0, 1510, 14):
        draw.line((x, 0, x, 260), (104, 48, 38), 4)
    for y in range(0, 260, 22):
        draw.line((0, y, 1510, y), (116, 56, 44), 3)
    worn = fractal(rng, tiles.size, (60, 40), 5).point(lambda value: 190 + value * 65 // 255)
    tiles = ImageChops.multiply(tiles, worn.convert("RGB"))
    roof: list[Vec] = [(left, top, z + 3), (right, top, z + 3), (right + 0.5, eaves - 0.1, z - 0.6),
                       (left - 0.5, eaves - 0.1, z - 0.6)]  # fmt: skip
    quad(picture, camera, roof, tiles, daylight(roof, (0.86, 0.84, 0.8)))
    sign: list[Vec] = [
        (-7.3, 2.85, z - 0.1),
        (-1.9, 2.85, z - 0.1),
        (-1.9, 2.32, z - 0.1),
        (-7.3, 2.32, z - 0.1),
    ]
    quad(picture, camera, sign, banner("新时代文明实践站", font, (1080, 106), (178, 28, 30)))
