from __future__ import annotations

import io
from functools import cache

import pytest
import uharfbuzz as hb
from fontTools.cffLib import CFFFontSet, TopDict
from fontTools.pens.recordingPen import RecordingPen

from briefgen.fonts import metrics
from briefgen.fonts.catalogue import faces
from briefgen.fonts.subset import subset

TEXTS = {
    "FandolFang-Regular": "三四五工作法，“一谷一城”——2020年！ab 　",
    "FandolHei-Regular": "一、总体要求",
    "FandolKai-Regular": "（一）安排部署到位……",
    "FandolSong-Regular": "— 12 —",
    "FandolSong-Bold": "活动动态",
    "BriefgenFallback-Regular": "镕喆堃㑇𠮷𬭎⑪½£",
    "BriefgenFallback-Bold": "镕喆堃⑳",
}
every_face = pytest.mark.parametrize("key", faces())


@cache
def top(key: str) -> TopDict:
    """Return the top dictionary of the cut font program."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(subset(key, TEXTS[key])), None)
    return fonts.topDictIndex[0]


@every_face
def test_charset_holds_the_cids_of_the_metrics_and_no_more(key: str) -> None:
    expected = {f"cid{metrics.cid(char, key):05d}" for char in TEXTS[key]}
    assert set(top(key).charset) == expected | {".notdef"}


@every_face
def test_collection_is_the_one_of_the_catalogue(key: str) -> None:
    assert tuple(top(key).ROS) == faces()[key].collection


@every_face
def test_outlines_are_those_of_the_face(key: str) -> None:
    source = hb.Font(hb.Face(hb.Blob.from_file_path(str(faces()[key].path))))
    for char in TEXTS[key]:
        pen, expected = RecordingPen(), RecordingPen()
        top(key).CharStrings[f"cid{metrics.cid(char, key):05d}"].draw(pen)
        source.draw_glyph_with_pen(source.get_nominal_glyph(ord(char)), expected)
        assert drawn(pen) == drawn(expected), char
        assert drawn(pen) or char.isspace(), char


def test_the_same_characters_in_any_order_give_the_same_bytes() -> None:
    assert subset("FandolFang-Regular", "活动动态") == subset("FandolFang-Regular", ["态", "动", "活"])


def test_few_characters_are_few_bytes() -> None:
    assert len(subset("FandolFang-Regular", "活动")) < 5000


def drawn(pen: RecordingPen) -> list[tuple[str, object]]:
    """Return what `pen` recorded, without closing lines that some pens add and others leave out."""
    kept = [(name, points) for name, points in pen.value if name not in ("closePath", "endPath")]
    starts = [points[0] for name, points in kept if name == "moveTo"]
    return [item for item in kept if not (item[0] == "lineTo" and item[1][0] in starts)]
