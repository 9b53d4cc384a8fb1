"""People, as balls along bones: standing or seated, turned any way; nobody in particular."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, radians, sin
from random import Random
from typing import TYPE_CHECKING

from photos.solid import Ball, Rgb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from photos.camera import Vec

SKIN = ((186, 142, 116), (198, 154, 128), (176, 132, 104))
HAIR = ((22, 19, 18), (30, 25, 23), (36, 32, 30), (48, 45, 43))


@dataclass(frozen=True, slots=True)
class Person:
    """What someone wears and how they stand; `turn` 0 faces the viewer, 180 shows the back (degrees)."""

    shirt: Rgb = (235, 237, 240)
    trousers: Rgb = (38, 42, 52)
    skin: Rgb = SKIN[0]
    hair: Rgb = HAIR[0]
    vest: Rgb | None = None
    helmet: Rgb | None = None
    mask: bool = False
    long_hair: bool = False
    long_sleeves: bool = False
    suit: bool = False
    turn: float = 180.0
    nod: float = 0.0  # metres that the head leans forward
    lean: float = 0.0  # metres that the head leans aside
    arms: tuple[Vec, Vec] | None = None  # hands (right, up, forward), left and right
    chair: Rgb | None = None
    height: float = 1.0


def passer(rng: Random, **changes: object) -> Person:
    """Return some person; `changes` fixes what matters."""
    shirts: tuple[Rgb, ...] = (
        (228, 230, 233), (236, 236, 232), (176, 190, 208), (120, 140, 168), (58, 62, 74), (208, 214, 220),
        (92, 96, 104), (196, 204, 196),
    )  # fmt: skip
    person = Person(
        shirt=rng.choice(shirts),
        skin=rng.choice(SKIN),
        hair=rng.choice(HAIR),
        long_hair=rng.random() < 0.3,
        nod=rng.uniform(-0.01, 0.05),
        lean=rng.uniform(-0.03, 0.03),
        height=rng.uniform(0.95, 1.04),
    )
    return replace(person, **changes)  # type: ignore[arg-type]


def seated(person: Person) -> list[Ball]:
    """Return the balls of `person` on a chair; the origin lies on the floor under the seat."""
    return list(_body(person, hip=0.50, knee=(0.50, 0.44), foot=0.40))


def standing(person: Person) -> list[Ball]:
    """Return the balls of `person` standing; the origin lies between the feet."""
    return list(_body(person, hip=0.92, knee=(0.49, 0.02), foot=0.0))


def _body(person: Person, hip: float, knee: tuple[float, float], foot: float) -> Iterator[Ball]:
    angle = radians(person.turn)

    def put(right: float, up: float, forward: float, radius: float, colour: Rgb, **more: object) -> Ball:
        x = -right * cos(angle) + forward * sin(angle)
        z = forward * cos(angle) + right * sin(angle)
        tall = person.height
        return Ball((x * tall, up * tall, z * tall), radius * tall, colour, **more)  # type: ignore[arg-type]

    def chain(a: Vec, b: Vec, thick: tuple[float, float], colour: Rgb, crease: bool = True) -> Iterator[Ball]:
        steps = 18
        for step in range(steps + 1):
            t = step / steps
            at = [p + (q - p) * t for p, q in zip(a, b, strict=True)]
            yield put(*at, thick[0] + (thick[1] - thick[0]) * t, colour, crease=crease)

    shoulder = hip + 0.48
    coat = person.vest or person.shirt
    for side in (-1, 1):  # legs and shoes
        knees = (side * 0.095, knee[0], knee[1])
        ankle = (side * 0.095, 0.09, foot)
        yield from chain((side * 0.08, hip, 0), knees, (0.092, 0.066), person.trousers)
        yield from chain(knees, ankle, (0.068, 0.05), person.trousers)
        yield from chain(
            (side * 0.10, 0.05, foot - 0.03), (side * 0.11, 0.04, foot + 0.14), (0.05, 0.04), (24, 22, 22)
        )
    for level in range(12):  # trunk
        t = level / 11
        half = 0.07 + 0.075 * t if t < 0.85 else 0.14 - 0.09 * (t - 0.85) / 0.15
        tucked = t < 0.1 and not (person.vest or person.suit)
        for column in range(7):
            across = half * (column / 3 - 1)
            colour = person.trousers if tucked else coat
            yield put(across, hip + 0.50 * t, -0.01 + 0.02 * t, 0.102 - 0.008 * t, colour)
    if person.suit:
        for level in range(20):
            up = shoulder - 0.17 + level * 0.01
            yield put(0, up, 0.088 - level * 0.001, 0.012 + level * 0.0024, (222, 222, 226), crease=False)
            yield put(0, up - 0.01, 0.112 - level * 0.001, 0.010, (84, 28, 36), crease=False)
    for index, side in enumerate((-1, 1)):  # arms
        joint = (side * 0.195, shoulder - 0.025, 0.0)
        hand = person.arms[index] if person.arms else _resting(hip, knee, side)
        elbow = (
            (joint[0] + hand[0]) / 2 + side * 0.05,
            (joint[1] + hand[1]) / 2 - 0.07,
            (joint[2] + hand[2]) / 2 - 0.06,
        )
        yield from chain(joint, elbow, (0.068, 0.052), person.shirt)
        bare = not (person.long_sleeves or person.suit)
        colour = person.skin if bare else person.shirt
        yield from chain(elbow, hand, (0.043 if bare else 0.05, 0.033 if bare else 0.042), colour, not bare)
        yield put(*hand, 0.045, person.skin, crease=False)
    yield from _head(person, shoulder, put)
    if person.chair:
        for level in range(12):
            for column in range(12):
                if (column in (0, 11)) and level == 11:
                    continue
                across = 0.20 * (column / 5.5 - 1)
                yield put(across, hip - 0.06 + level * 0.044, -0.19, 0.06, person.chair, crease=False)


def _resting(hip: float, knee: tuple[float, float], side: int) -> Vec:
    if knee[1] > 0.2:
        return side * 0.13, hip + 0.10, 0.30
    return side * 0.27, hip - 0.06, 0.06


def _head(person: Person, shoulder: float, put) -> Iterator[Ball]:  # type: ignore[no-untyped-def]
    nod, lean = person.nod, person.lean
    for step in range(5):
        t = step / 4
        yield put(
            lean * t * 0.5,
            shoulder + 0.02 + 0.10 * t,
            0.005 + nod * t * 0.5,
            0.058,
            person.skin,
            crease=False,
        )
    y, z = shoulder + 0.225, 0.02 + nod
    skin = {"colour": person.skin, "crease": False}
    yield put(lean, y + 0.01, z, 0.088, tall=1.22, **skin)
    yield put(lean, y - 0.055, z + 0.03, 0.062, tall=1.1, **skin)
    for side in (-1, 1):
        yield put(lean + side * 0.085, y - 0.01, z - 0.01, 0.02, tall=1.6, **skin)
        yield put(lean + side * 0.034, y + 0.012, z + 0.082, 0.012, (84, 62, 54), tall=0.5, crease=False)
        yield put(lean + side * 0.036, y + 0.036, z + 0.081, 0.016, (78, 60, 50), tall=0.3, crease=False)
    yield put(lean, y - 0.018, z + 0.092, 0.016, tall=1.5, **skin)
    yield put(lean, y - 0.062, z + 0.083, 0.02, (160, 108, 94), tall=0.3, crease=False)
    if person.mask:
        for step in range(5):
            across = (step - 2) * 0.026
            deep = z + 0.062 - abs(step - 2) * 0.018
            yield put(lean + across, y - 0.05, deep, 0.038, (186, 206, 220), tall=1.15, crease=False)
    top = person.helmet or person.hair
    lift = 0.012 if person.helmet else 0.0
    yield put(lean, y + 0.045 + lift, z - 0.018, 0.101 + lift, top, tall=1.02, crease=False)
    yield put(lean, y + 0.02, z - 0.035, 0.094, person.hair, tall=1.15, crease=False)
    if person.helmet:
        for step in range(7):
            across = (step - 3) * 0.026
            yield put(
                lean + across, y + 0.062, z + 0.10 - abs(step - 3) * 0.014, 0.026, top, tall=0.5, crease=False
            )
    if person.long_hair:
        for step in range(6):
            for side in (-1, 0, 1):
                yield put(lean + side * 0.055, y - step * 0.035, z - 0.055, 0.055, person.hair, crease=False)
