"""Pages of other papers than upright A4: the type area goes with the page."""

from __future__ import annotations

from typing import Any

import pytest

from briefgen.doctree.nodes import Document, Metadata, Paragraph, Role, Text
from briefgen.layout import paginate
from briefgen.model.template import Template
from briefgen.style import PageStyle, stylesheet
from briefgen.units import mm
from briefgen.writers.docx.section import footer, section
from tests.layout.squares import Squares


def template(**page: Any) -> Template:
    return Template.model_validate({"name": "试排", "page": page})


def page(**options: Any) -> PageStyle:
    return stylesheet(template(**options)).page


def test_the_standard_page_is_upright_a4() -> None:
    found = page()
    assert (found.width, found.height) == (mm(210), mm(297))
    assert (found.lines, found.characters) == (22, 28)


def test_landscape_turns_the_type_area_with_the_page() -> None:
    upright, turned = page(), page(orientation="横向")
    assert (turned.width, turned.height) == (upright.height, upright.width)
    assert (turned.top, turned.right, turned.bottom, turned.left) == (
        upright.left, upright.top, upright.right, upright.bottom,
    )  # fmt: skip
    assert (turned.text_width, turned.text_height) == pytest.approx((upright.text_height, upright.text_width))
    assert (turned.lines, turned.characters) == (15, 40)


def test_a3_and_a_margin_of_its_own() -> None:
    found = page(paper="A3", orientation="landscape", margin="12mm")
    assert (found.width, found.height) == (mm(420), mm(297))
    assert (found.text_width, found.text_height) == pytest.approx((mm(396), mm(273)))


def test_the_docx_has_the_same_page() -> None:
    found = section(stylesheet(template(paper="A3", orientation="landscape", margin="12mm")))
    assert '<w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/>' in found
    assert 'w:top="680" w:right="680" w:bottom="680" w:left="680"' in found
    assert "orient" not in section(stylesheet(template()))


def test_pages_need_not_bear_a_number() -> None:
    node = Document(Metadata("题", "单位"), (Paragraph(Role.BODY, (Text("正文"),)),))
    plain, numbered = stylesheet(template(number="")), stylesheet(template())
    roles = [item.role for item in paginate(node, plain, Squares()).pages[0].items]
    assert Role.PAGE_NUMBER not in roles
    assert b"PAGE" not in footer(plain, even=False)
    assert b"PAGE" in footer(numbered, even=False)
