"""Styles: one for each role, under its Chinese name, with everything that standard.md asks of a DOCX."""

from __future__ import annotations

import pytest
from lxml import etree
from msgspec.structs import replace

from briefgen.doctree.nodes import Role
from briefgen.fonts.catalogue import OFFICE_NAMES
from briefgen.style import Typesetting
from briefgen.writers.docx.names import BUILT_IN, style_id
from briefgen.writers.docx.styles import styles
from tests.writers.docx.builders import SHEET, W, body, docx, pretty, xml

STYLES = docx(body()).part("word/styles.xml")
NS = {"w": W[1:-1]}


def style(identifier: str) -> etree._Element:
    (found,) = STYLES.xpath("w:style[@w:styleId=$id]", namespaces=NS, id=identifier)
    return found


def attributes(identifier: str, path: str) -> dict[str, str]:
    found = style(identifier).find(path, NS)
    assert found is not None, f"{identifier} has no {path}"
    return {str(name).removeprefix(W): str(value) for name, value in found.attrib.items()}


@pytest.mark.parametrize("role", Role)
def test_each_role_has_a_style_under_its_chinese_name_with_all_faces_and_sizes(role: Role) -> None:
    look = SHEET[role]
    name = OFFICE_NAMES[look.face].name
    assert attributes(style_id(role), "w:name") == {"val": look.name}
    assert attributes(style_id(role), "w:rPr/w:rFonts") == dict.fromkeys(
        ("ascii", "eastAsia", "hAnsi", "cs"), name
    )
    assert attributes(style_id(role), "w:rPr/w:sz") == {"val": str(round(look.size * 2))}
    assert attributes(style_id(role), "w:rPr/w:szCs") == {"val": str(round(look.size * 2))}
    assert attributes(style_id(role), "w:pPr/w:spacing")["lineRule"] == "exact"


def test_the_body_is_set_on_the_grid_of_the_standard() -> None:
    assert pretty(style("BriefBody")) == xml("""
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="BriefBody">
          <w:name w:val="公文正文"/>
          <w:basedOn w:val="Normal"/>
          <w:uiPriority w:val="1"/>
          <w:qFormat/>
          <w:pPr>
            <w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>
            <w:ind w:leftChars="0" w:left="0" w:rightChars="0" w:right="0" w:firstLineChars="200" w:firstLine="630"/>
            <w:jc w:val="both"/>
          </w:pPr>
          <w:rPr>
            <w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:cs="仿宋_GB2312"/>
            <w:color w:val="auto"/>
            <w:spacing w:val="-5"/>
            <w:sz w:val="32"/>
            <w:szCs w:val="32"/>
          </w:rPr>
        </w:style>
    """)


def test_the_base_of_all_styles_has_the_chinese_line_rules() -> None:
    look = style("Normal").find("w:pPr", NS)
    assert look is not None
    toggles = {str(child.tag).removeprefix(W): child.get(f"{W}val", "1") for child in look}
    assert toggles["kinsoku"] == toggles["widowControl"] == "1"
    off = ("overflowPunct", "autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid")
    assert [toggles[name] for name in off] == ["0"] * len(off)


def test_an_office_sets_the_gap_between_han_and_latin_where_the_template_wants_one() -> None:
    sheet = replace(SHEET, typesetting=Typesetting(latin_gap=0.25))
    look = etree.fromstring(styles(sheet)).find("w:style[@w:styleId='Normal']/w:pPr", NS)
    assert look is not None
    toggles = {str(child.tag).removeprefix(W): child.get(f"{W}val", "1") for child in look}
    assert toggles["autoSpaceDE"] == toggles["autoSpaceDN"] == "1"


@pytest.mark.parametrize(("role", "built_in"), BUILT_IN.items())
def test_roles_that_offices_know_rest_on_a_built_in_style_that_looks_alike(
    role: Role, built_in: tuple[str, str]
) -> None:
    identifier, name = built_in
    assert attributes(style_id(role), "w:basedOn") == {"val": identifier}
    assert attributes(identifier, "w:name") == {"val": name}
    assert attributes(identifier, "w:rPr/w:sz") == attributes(style_id(role), "w:rPr/w:sz")


@pytest.mark.parametrize(
    ("role", "level"),
    [
        (Role.TITLE, "0"),
        (Role.HEADING_1, "1"),
        (Role.HEADING_2, "2"),
        (Role.HEADING_3, "3"),
        (Role.HEADING_4, "4"),
    ],
)
def test_titles_and_headings_have_outline_levels_one_below_the_other(role: Role, level: str) -> None:
    assert attributes(style_id(role), "w:pPr/w:outlineLvl") == {"val": level}
    assert style(style_id(role)).find("w:pPr/w:keepNext", NS) is not None


def test_nothing_else_has_an_outline_level() -> None:
    others = set(Role) - {Role.TITLE, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4}
    assert not [role for role in others if style(style_id(role)).find("w:pPr/w:outlineLvl", NS) is not None]


def test_a_masthead_line_in_two_parts_is_indented_by_its_first_line_and_a_tab_stop() -> None:
    indent = attributes("BriefMastheadImprint", "w:pPr/w:ind")
    assert (indent["left"], indent["right"], indent["firstLineChars"], indent["firstLine"]) == (
        "0",
        "0",
        "100",
        "320",
    )
    assert attributes("BriefMastheadImprint", "w:pPr/w:tabs/w:tab") == {
        "val": "right", "leader": "none", "pos": "8500",
    }  # fmt: skip


def test_the_defaults_are_chinese_and_name_no_theme_face() -> None:
    text = etree.tostring(STYLES, encoding="unicode")
    assert '<w:lang w:val="en-US" w:eastAsia="zh-CN"' in text
    assert "Theme" not in text
    assert "ja-JP" not in text


def test_each_style_rests_on_one_that_is_there() -> None:
    known = set(STYLES.xpath("w:style/@w:styleId", namespaces=NS))
    assert set(STYLES.xpath("w:style/w:basedOn/@w:val", namespaces=NS)) <= known
    assert len(known) == len(STYLES.xpath("w:style", namespaces=NS))
