"""JPEG files told by their markers: what is whole passes, and nothing passes that a decoder refuses."""

from __future__ import annotations

import io
import warnings
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from briefgen.compose.pictures.jpeg import plain_size
from tests.compose.photos import gradient

KINDS: list[dict[str, Any]] = [
    {},
    {"progressive": True},
    {"quality": 30, "subsampling": 2},
    {"optimize": True},
]


def jpeg(mode: str = "RGB", **options: Any) -> bytes:
    stream = io.BytesIO()
    gradient(60, 40).convert(mode).save(stream, "JPEG", **options)
    return stream.getvalue()


def decoded(data: bytes) -> tuple[int, int]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(io.BytesIO(data))
        image.load()
    return image.size


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("options", KINDS)
def test_a_whole_picture_has_a_size(mode: str, options: dict[str, Any]) -> None:
    assert plain_size(jpeg(mode, **options)) == (60, 40)


@pytest.mark.parametrize("options", KINDS)
def test_a_truncated_picture_has_none_wherever_it_is_cut(options: dict[str, Any]) -> None:
    data = jpeg(**options)
    assert all(plain_size(data[:length]) is None for length in range(len(data)))
    assert plain_size(data + b"whatever follows") == (60, 40)


@pytest.mark.parametrize(
    ("mode", "options"),
    [("CMYK", {}), ("RGB", {"restart_marker_blocks": 4})],
    ids=["four colours", "restarts"],
)
def test_what_needs_a_closer_look_has_none(mode: str, options: dict[str, Any]) -> None:
    assert plain_size(jpeg(mode, **options)) is None


@pytest.mark.parametrize("orientation", range(1, 9))
def test_only_an_upright_photo_has_a_size(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x010F] = "maker"
    exif[0x0112] = orientation
    assert (plain_size(jpeg(exif=exif)) is not None) == (orientation == 1)


@given(
    st.sampled_from(KINDS),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), min_size=1, max_size=4),
)
def test_what_passes_can_be_decoded(options: dict[str, Any], damage: list[tuple[int, int]]) -> None:
    data = bytearray(jpeg(**options))
    for place, value in damage:
        data[place % len(data)] = value
    size = plain_size(bytes(data))
    if size is not None and size[0] * size[1] < 100_000_000:
        assert decoded(bytes(data)) == size
