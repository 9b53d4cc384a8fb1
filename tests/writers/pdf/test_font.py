"""Fonts in the file: what they embed, what they say of it, and the text that readers get back."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import InternalError
from briefgen.fonts import metrics
from briefgen.fonts.catalogue import faces
from briefgen.layout.frame import Run
from briefgen.spec.faces import Face
from briefgen.writers.pdf import font as module
from tests.writers.pdf.builders import (
    FALLBACK,
    FANG,
    HEI,
    KAI,
    fonts,
    layout,
    line,
    opened,
    page,
    pdf,
    pdf_of,
    run,
)

TEXT = "三四五工作法，2020年——"
SHARED = "·・"  # one glyph of a Fandol face draws both
BEYOND = "𠮷𬭎"
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")


def only_font(data: bytes) -> Any:
    (font,) = fonts(data).values()
    return font


def descendant(font: Any) -> Any:
    return font["/DescendantFonts"][0].get_object()


def program(font: Any) -> Any:
    return descendant(font)["/FontDescriptor"]["/FontFile3"]


def pdfium_text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "".join(sheet.get_textpage().get_text_range() for sheet in document)
    finally:
        document.close()


def runs_of(text: str, face: Face = Face.FANGSONG) -> list[Run]:
    """Return `text` in the runs that layout makes of it: one for each stretch of characters of one file."""
    runs: list[Run] = []
    x = 80.0
    for key, chars in groupby(text, lambda char: metrics.resolve(char, face)):
        assert key
        runs.append(run("".join(chars), x=x, face=key))
        x += sum(runs[-1].advances)
    return runs


def test_a_face_is_one_type0_font_over_bare_cff() -> None:
    font = only_font(pdf(line(TEXT)))
    assert (font["/Subtype"], font["/Encoding"]) == ("/Type0", "/Identity-H")
    assert descendant(font)["/Subtype"] == "/CIDFontType0"
    assert program(font)["/Subtype"] == "/CIDFontType0C"
    assert (
        font["/BaseFont"] == descendant(font)["/BaseFont"] == descendant(font)["/FontDescriptor"]["/FontName"]
    )
    assert re.fullmatch(r"/[A-Z]{6}\+FandolFang-Regular", font["/BaseFont"])


@pytest.mark.parametrize(("face", "text"), [(FANG, TEXT), (FALLBACK, "镕喆" + BEYOND)])
def test_program_has_the_glyphs_of_the_text_and_the_collection_it_says(face: str, text: str) -> None:
    font = only_font(pdf(line(run(text, face=face))))
    cff = CFFFontSet()
    cff.decompile(io.BytesIO(program(font).get_data()), None)
    (top,) = cff.topDictIndex
    assert set(top.charset) == {".notdef", *(f"cid{metrics.cid(char, face):05d}" for char in text)}
    system = descendant(font)["/CIDSystemInfo"]
    assert (system["/Registry"], system["/Ordering"], system["/Supplement"]) == tuple(top.ROS)


def test_widths_are_those_of_the_face() -> None:
    text = "活动2020abc 年"
    font = descendant(only_font(pdf(line(text))))
    assert font["/DW"] == 1000
    widths: dict[int, int] = {}
    entries = font["/W"]
    for first, row in zip(entries[::2], entries[1::2], strict=True):
        widths.update(enumerate(row, first))
    for char in text:
        expected = round(metrics.advance(char, FANG) * 1000)
        assert widths.get(metrics.cid(char, FANG), 1000) == expected, char


def test_each_face_is_embedded_once_for_all_pages() -> None:
    made = layout(page(line("活"), line(run("动", face=KAI))), page(line("态"), number=2))
    names = sorted(font["/BaseFont"].partition("+")[2] for font in fonts(pdf_of(made)).values())
    assert names == [FANG, KAI]


def test_one_glyph_for_two_characters_gives_both_back() -> None:
    data = pdf(line(f"甲{SHARED}乙"))
    assert len(fonts(data)) == 2
    assert pdfium_text(data) == f"甲{SHARED}乙"


@pytest.mark.parametrize("text", ["一", "⼀", "一⼀", "⼀一", "一二⼆⼀一"])
def test_a_file_is_the_same_whatever_was_drawn_before(text: str) -> None:
    made = []
    for before in ("", "一二", "⼀⼆", "⼀二一"):
        module._face.cache_clear()
        pdf(line(before or "三"))
        made.append(pdf(*(line(char, baseline=100.0 + 30 * place) for place, char in enumerate(text))))
    assert len(set(made)) == 1
    assert pdfium_text(made[0]).split() == list(text)


def test_subset_tag_comes_from_the_characters() -> None:
    names = [only_font(pdf(line(text)))["/BaseFont"] for text in ("活动", "动活", "活态")]
    assert names[0] == names[1] != names[2]


@pytest.mark.parametrize(("char", "face"), [("镕", FANG), ("😀", FALLBACK), ("活", "Helvetica"), ("活", "")])
def test_what_a_face_lacks_is_never_left_blank(char: str, face: str) -> None:
    with pytest.raises(InternalError, match=re.escape(repr(face) if face not in faces() else repr(char))):
        pdf(line(run(char, face=face, advances=(16.0,))))


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "“引文”与‘引文’……——，《书名》〔2020〕12号★〇",
        "a b, c/d: 50%≥3℃",
        "⼀一·",
        BEYOND + "㑇",
        "朱镕基　陶喆",
    ],
)
def test_text_comes_back(text: str) -> None:
    data = pdf(line(*runs_of(text)))
    assert opened(data).pages[0].extract_text().strip() == text
    assert pdfium_text(data) == text


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from([chr(code) for code in metrics.table(FANG).codes]), min_size=1, max_size=60))
def test_any_characters_of_a_face_come_back_from_its_map(text: str) -> None:
    cids: dict[str, str] = {}
    for font in fonts(pdf(line(text))).values():
        map_ = font["/ToUnicode"].get_data().decode("ascii")
        entries = map_.partition("endcodespacerange")[2]
        for cid, char in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", entries):
            cids[bytes.fromhex(char).decode("utf-16-be")] = cid
        assert all(int(count) <= 100 for count in re.findall(r"(\d+) beginbfchar", map_))
    assert cids == {char: f"{metrics.cid(char, FANG):04X}" for char in text}


@needs_poppler
def test_poppler_gives_the_text_back_in_order(tmp_path: Path) -> None:
    texts = ["一、总体要求", "认真贯彻落实《方案》，细化“三四五”工作法。", BEYOND + "、朱镕基", "— 1 —"]
    items = [
        line(*runs_of(text, Face.HEITI if place == 0 else Face.FANGSONG), baseline=120 + 28.95 * place)
        for place, text in enumerate(texts)
    ]
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(*items))
    done = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True)
    assert done.stdout.rstrip("\n\f").split("\n") == texts


@needs_poppler
def test_poppler_finds_every_font_embedded_with_its_map(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(line(run("活"), run("动", face=HEI), run("镕", face=FALLBACK))))
    done = subprocess.run(["pdffonts", file], check=True, capture_output=True, text=True)
    rows = done.stdout.splitlines()[2:]
    assert len(rows) == 3
    for row in rows:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row


@needs_qpdf
def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(line(TEXT), line(run(BEYOND, face=FALLBACK), baseline=200.0)))
    done = subprocess.run(["qpdf", "--check", file], check=True, capture_output=True, text=True)
    assert "No syntax or stream encoding errors found" in done.stdout
