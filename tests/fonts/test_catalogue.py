from __future__ import annotations

import hashlib

import pytest
import uharfbuzz as hb

from briefgen.fonts.catalogue import CHAINS, OFFICE_NAMES, faces
from briefgen.resources import font_file
from briefgen.spec.faces import Face

every_face = pytest.mark.parametrize("key", faces())


def test_every_class_has_faces_and_a_name_in_offices() -> None:
    assert set(CHAINS) == set(OFFICE_NAMES) == set(Face)
    for chain in CHAINS.values():
        assert chain
        assert set(chain) <= set(faces())


def test_every_face_serves_a_class() -> None:
    assert {key for chain in CHAINS.values() for key in chain} == set(faces())


def test_names_in_offices_are_tried_once() -> None:
    for font in OFFICE_NAMES.values():
        names = [font.name, *font.alternatives]
        assert len(set(names)) == len(names)


@every_face
def test_file_is_the_one_that_was_measured(key: str) -> None:
    face = faces()[key]
    assert hashlib.sha256(face.path.read_bytes()).hexdigest() == face.sha256


@every_face
def test_key_is_the_postscript_name(key: str) -> None:
    font = hb.Face(hb.Blob.from_file_path(str(faces()[key].path)))
    assert font.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) == key


@every_face
def test_licence_lies_beside_the_face(key: str) -> None:
    name, words = {
        "GPL-3.0-only WITH Font-exception-2.0": ("COPYING.fandol", "embed this font"),
        "OFL-1.1": ("OFL.fallback.txt", "SIL OPEN FONT LICENSE Version 1.1"),
    }[faces()[key].licence]
    assert words in font_file(name).read_text("utf-8")
    assert name in font_file("README.md").read_text("utf-8")


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_cut_face_bears_no_name_of_its_source(style: str) -> None:
    font = hb.Face(hb.Blob.from_file_path(str(faces()[f"BriefgenFallback-{style}"].path)))
    names = [font.get_name(name) or "" for name in (*range(7), 16, 17)]
    assert "Briefgen Fallback" in names
    assert not [name for name in names if "Noto" in name or "Source" in name]
