"""What there is to say of the bundled faces: for `briefgen fonts`.

In: the catalogue and the metrics. Out: plain rows. Does not belong here: printing them.
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from briefgen.fonts.catalogue import CHAINS, OFFICE_NAMES, FaceFile, faces
from briefgen.fonts.metrics import resolve, table
from briefgen.resources import font_file
from briefgen.spec.faces import Face


class FaceReport(Struct, frozen=True):
    """One face: what it is, which classes it serves, how many characters of 通用规范汉字表 it has."""

    face: FaceFile
    classes: tuple[Face, ...]
    listed: int


class ClassReport(Struct, frozen=True):
    """One class: its faces in order, its name in offices, how many characters of 通用规范汉字表 they have."""

    face: Face
    chain: tuple[str, ...]
    office_name: str
    listed: int


@cache
def general_standard_characters() -> str:
    """Return the 8,105 characters of 通用规范汉字表 (2013), in its order."""
    return font_file("tgscc.txt").read_text("utf-8").strip()


def face_reports() -> list[FaceReport]:
    """Return a row for each bundled face."""
    listed = general_standard_characters()
    return [
        FaceReport(
            face,
            tuple(name for name, chain in CHAINS.items() if key in chain),
            sum(table(key).index(char) is not None for char in listed),
        )
        for key, face in faces().items()
    ]


def class_reports() -> list[ClassReport]:
    """Return a row for each class of faces."""
    listed = general_standard_characters()
    return [
        ClassReport(
            name, chain, OFFICE_NAMES[name].name, sum(resolve(char, name) is not None for char in listed)
        )
        for name, chain in CHAINS.items()
    ]
