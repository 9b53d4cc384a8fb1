"""The tables beside the faces say what the faces say; HarfBuzz, which did not make them, is asked."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from functools import cache
from statistics import fmean

import pytest
import uharfbuzz as hb

from briefgen.fonts import metrics
from briefgen.fonts.catalogue import CHAINS, Fit, faces
from briefgen.fonts.report import general_standard_characters
from briefgen.spec import gbt15834
from briefgen.spec.faces import Face

every_class = pytest.mark.parametrize("face", Face)
every_face = pytest.mark.parametrize("key", faces())
every_fandol_face = pytest.mark.parametrize("key", [key for key in faces() if key.startswith("Fandol")])

AMBIGUOUS = "“”‘’—…·"
OF_OFFICIAL_TEXTS = (
    "、，。；：！？（）《》〈〉【】〔〕〖〗「」『』〇★☆○●□■◇◆△▲※→←↑↓№§￥％‰℃±×÷≠≤≥≈∞√∑∥∠"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
    "㎡㎏㎜㎝㎞㏄°′″²³½¼¾£€$©®āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹαβγδεθλμπρσφωΔΣΩАБВГДЖЯабвгдёжя"
)
NAMES = "镕喆堃玥珺祎翀垚赟頔昇燚㛃䶮𫖯𫍽𬭎𬍛𠅤𬘭"
WIDE = sorted(
    char for char in {*AMBIGUOUS, *gbt15834.SQUEEZE_RANK} if unicodedata.east_asian_width(char) in "FWA"
)


@cache
def font(key: str) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(faces()[key].path))))


@every_face
def test_table_agrees_with_the_face(key: str) -> None:
    table, source = metrics.table(key), font(key)
    assert len(table.codes) == len(table.cids) == len(table.advances) == faces()[key].characters
    assert list(table.codes) == sorted(set(table.codes))
    for code, advance in zip(table.codes, table.advances, strict=True):
        glyph = source.get_nominal_glyph(code)
        assert glyph, f"U+{code:04X}"
        assert source.get_glyph_h_advance(glyph) == advance, f"U+{code:04X}"


@every_face
def test_table_leaves_out_nothing_that_can_be_printed(key: str) -> None:
    left_out = set(font(key).face.unicodes) - set(metrics.table(key).codes)
    printable = [code for code in left_out if unicodedata.category(chr(code))[0] != "C"]
    assert [
        code for code in printable if font(key).get_glyph_extents(font(key).get_nominal_glyph(code)).width
    ] == []


@every_face
def test_no_character_is_blank(key: str) -> None:
    for code in metrics.table(key).codes:
        if unicodedata.category(chr(code)) != "Zs":
            extents = font(key).get_glyph_extents(font(key).get_nominal_glyph(code))
            assert extents.width, f"U+{code:04X}"


@every_class
def test_every_class_has_the_general_standard_characters(face: Face) -> None:
    listed = general_standard_characters()
    assert len(set(listed)) == 8105
    assert [char for char in listed if metrics.resolve(char, face) is None] == []


def test_every_class_has_the_same_characters() -> None:
    codes = {face: set[int]().union(*(metrics.table(key).codes for key in CHAINS[face])) for face in Face}
    assert {face: len(each ^ codes[Face.FANGSONG]) for face, each in codes.items()} == dict.fromkeys(Face, 0)


@every_class
@pytest.mark.parametrize(
    "text", [AMBIGUOUS, OF_OFFICIAL_TEXTS, NAMES], ids=["ambiguous", "official", "names"]
)
def test_every_class_has(face: Face, text: str) -> None:
    assert [char for char in text if metrics.resolve(char, face) is None] == []


@every_class
def test_a_common_character_comes_from_the_class_itself(face: Face) -> None:
    common = "中共白山市委宣传部2020年7月3日" + AMBIGUOUS + "，。、；：？！（）《》〔〕【】〇★"
    assert {metrics.resolve(char, face) for char in common} == {CHAINS[face][0]}


@every_class
def test_a_rare_character_comes_from_the_fallback(face: Face) -> None:
    assert metrics.resolve("镕", face) == CHAINS[face][1]
    assert metrics.resolve("𠮷", face) == "BriefgenFallback-Regular"


@every_class
@pytest.mark.parametrize(
    "char", ["\ue000", "\U000f0000", "\u200b", "\u200d", "\ufe0f", "\u0007", "\uffa0", "😀"]
)
def test_no_class_has_what_cannot_be_printed(face: Face, char: str) -> None:
    assert metrics.resolve(char, face) is None


@every_fandol_face
@pytest.mark.parametrize("char", WIDE)
def test_marks_are_one_em_wide(key: str, char: str) -> None:
    assert metrics.advance(char, key) == 1.0


@every_fandol_face
def test_a_dash_fills_its_cell(key: str) -> None:
    extents = font(key).get_glyph_extents(font(key).get_nominal_glyph(ord("—")))
    assert extents.x_bearing <= 1
    assert extents.x_bearing + extents.width >= 1000


@every_fandol_face
def test_digits_are_half_an_em_wide_but_in_kaiti(key: str) -> None:
    expected = 0.555 if key == "FandolKai-Regular" else 0.5
    assert {metrics.advance(digit, key) for digit in "0123456789"} == {expected}


def test_han_are_one_em_wide_in_every_face() -> None:
    for key in faces():
        assert {metrics.advance(char, key) for char in general_standard_characters()} == {1.0}


def test_what_a_face_lacks_has_no_cid() -> None:
    with pytest.raises(KeyError):
        metrics.cid("镕", "FandolFang-Regular")


def test_looking_up_opens_no_font_library() -> None:
    code = (
        "import sys\n"
        "from briefgen.fonts import metrics\n"
        "from briefgen.spec.faces import Face\n"
        "assert metrics.resolve('镕', Face.FANGSONG)\n"
        "print(sorted({'uharfbuzz', 'fontTools', 'reportlab', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def middle_of_ink(key: str) -> float:
    """Return how high the middle of the ink of common characters lies above the baseline, in em: the mean."""
    drawn = [font(key).get_nominal_glyph(ord(char)) for char in general_standard_characters()]
    ink = [font(key).get_glyph_extents(glyph) for glyph in drawn if glyph]
    return fmean(each.y_bearing + each.height / 2 for each in ink) / font(key).face.upem


@every_class
def test_a_fallback_stands_on_the_line_of_the_face_that_it_stands_in_for(face: Face) -> None:
    own, fallback = CHAINS[face][:2]
    fit = metrics.fit(fallback, face)
    assert middle_of_ink(fallback) * fit.scale - fit.drop == pytest.approx(middle_of_ink(own), abs=0.01)
    assert metrics.fit(own, face) == Fit()
