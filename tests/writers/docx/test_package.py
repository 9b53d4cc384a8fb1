"""The package: same bytes for same input, whole, clean, readable by python-docx; properties in the schema's order."""

from __future__ import annotations

import io
import posixpath
import zipfile

import docx as python_docx
import pytest
from lxml import etree
from msgspec.structs import replace

from briefgen.doctree.nodes import (
    Contents,
    ContentsEntry,
    Figure,
    FigureRow,
    HeadRule,
    Role,
    SplitLine,
    Title,
)
from briefgen.spec import gbt15834
from briefgen.style import Typesetting
from briefgen.writers.docx.package import BLANK
from briefgen.writers.docx.prepare import FOLDER, prepared
from tests.writers.docx.builders import SHEET, Docx, W, body, docx, picture, words
from tests.writers.docx.test_structures import COLOPHON, table

#: The whole sequences of ISO/IEC 29500-1, A.1 (CT_PPr, CT_RPr, CT_TblPr, CT_TcPr, CT_SectPr).
SEQUENCES = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
        vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
        lang eastAsianLayout specVanish oMath""",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
        tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange""",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
}


@pytest.fixture(scope="module")
def full() -> Docx:
    return docx(
        SplitLine(Role.MASTHEAD_IMPRINT, "区委宣传部", "2020年7月3日"),
        HeadRule(),
        Contents("目　录", (ContentsEntry("甲", "a1"),)),
        Title("a1", ("甲",)),
        body(),
        FigureRow((Figure(picture(), words("图")),)),
        FigureRow((Figure(picture(), words("左")), Figure(picture(b"png", 3, 3), words("右")))),
        table(),
        body(),
        footnotes=(words("注"),),
        colophon=COLOPHON,
    )


def test_the_prepared_package_is_what_python_docx_finds_in_the_blank_one() -> None:
    assert BLANK.read_text("utf-8") == prepared(FOLDER)


def test_two_runs_give_the_same_bytes(full: Docx) -> None:
    assert docx(body(), table(), colophon=COLOPHON).data == docx(body(), table(), colophon=COLOPHON).data


def test_every_entry_bears_the_timestamp(full: Docx) -> None:
    with zipfile.ZipFile(io.BytesIO(full.data)) as file:
        assert {info.date_time for info in file.infolist()} == {(2020, 7, 3, 0, 0, 0)}
        assert {info.create_system for info in file.infolist()} == {0}


def test_every_part_is_named_in_the_content_types_and_every_relation_leads_to_a_part(full: Docx) -> None:
    names = set(full.names())
    types = full.part("[Content_Types].xml")
    declared = {str(each.get("PartName"))[1:] for each in types if each.get("PartName")}
    suffixes = {each.get("Extension") for each in types if each.get("Extension")}
    assert declared <= names
    assert {name.rpartition(".")[2] for name in names - declared} <= suffixes
    for name in (name for name in names if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in full.part(name):
            assert posixpath.join(folder, str(relation.get("Target"))) in names


def test_python_docx_opens_it_and_finds_styles_and_properties(full: Docx) -> None:
    found = python_docx.Document(io.BytesIO(full.data))
    assert "公文正文" in {paragraph.style.name for paragraph in found.paragraphs if paragraph.style}
    assert found.core_properties.title == "活动动态第12期"
    assert found.core_properties.author == "中共白山市江源区委宣传部"
    assert found.core_properties.created is not None
    assert found.core_properties.created.isoformat() == "2020-07-03T00:00:00+00:00"


def test_the_file_says_nothing_that_is_not_so(full: Docx) -> None:
    app = etree.tostring(full.part("docProps/app.xml"), encoding="unicode")
    assert "<Application>briefgen</Application>" in app
    assert "Microsoft" not in app


@pytest.mark.parametrize(
    "trace",
    [
        b"rsid",
        b"ja-JP",
        b"doNotCompress",
        b"linesAndChars",
        b"python-docx",
        b"{not_",
        b"{title}",
        b"{body}",
        b"{red}",
    ],
)
def test_no_trace_of_other_templates_or_gaps_is_left(full: Docx, trace: bytes) -> None:
    assert [name for name in full.names() if name.endswith(".xml") and trace in full.read(name)] == []


@pytest.mark.parametrize("level", gbt15834.Prohibition)
def test_the_settings_forbid_what_the_template_forbids(level: gbt15834.Prohibition) -> None:
    settings = docx(body(), sheet=replace(SHEET, typesetting=Typesetting(prohibition=level))).part(
        "word/settings.xml"
    )
    after, before = settings.find(f"{W}noLineBreaksAfter"), settings.find(f"{W}noLineBreaksBefore")
    assert after is not None
    assert before is not None
    assert set(str(after.get(f"{W}val"))) == gbt15834.FORBIDDEN[level].at_end
    assert set(str(before.get(f"{W}val"))) == gbt15834.FORBIDDEN[level].at_start


def test_the_settings_are_those_of_a_chinese_document_of_today(full: Docx) -> None:
    settings = full.part("word/settings.xml")
    modes = [
        each for each in settings.iter(f"{W}compatSetting") if each.get(f"{W}name") == "compatibilityMode"
    ]
    assert [each.get(f"{W}val") for each in modes] == ["15"]
    assert settings.find(f"{W}evenAndOddHeaders") is not None
    assert settings.find(f"{W}characterSpacingControl").get(f"{W}val") == "compressPunctuation"  # type: ignore[union-attr]


def test_the_font_table_knows_the_other_names_of_each_face(full: Docx) -> None:
    fonts = {font.get(f"{W}name"): font for font in full.part("word/fontTable.xml")}
    assert set(fonts) == {"方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"}
    other = fonts["仿宋_GB2312"].find(f"{W}altName")
    assert other is not None
    assert "仿宋" in str(other.get(f"{W}val")).split(",")


@pytest.mark.parametrize("name", ["pPr", "rPr", "tblPr", "tcPr"])
def test_properties_stand_in_the_order_of_the_schema(full: Docx, name: str) -> None:
    order = SEQUENCES[name].split()
    seen = 0
    for part in (each for each in full.names() if each.startswith("word/") and each.endswith(".xml")):
        for element in full.part(part).iter(f"{W}{name}"):
            children = [str(child.tag).removeprefix(W) for child in element]
            assert children == sorted(set(children), key=order.index), f"{part}: {children}"
            seen += 1
    assert seen
