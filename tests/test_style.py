"""Styles: what a template says of typesetting reaches the style sheet, in em."""

from __future__ import annotations

import pytest

from briefgen.model.template import Template
from briefgen.spec.gbt15834 import Prohibition
from briefgen.spec.typography import Breaking
from briefgen.style import Typesetting, stylesheet


def typesetting(**options: str) -> Typesetting:
    return stylesheet(Template.model_validate({"name": "试排", "typesetting": options})).typesetting


def test_lines_are_set_as_word_processors_do_unless_the_template_says_otherwise() -> None:
    assert typesetting() == Typesetting(Breaking.OFFICE, Prohibition.GB, 0.0)


@pytest.mark.parametrize(("gap", "em"), [("0.25字", 0.25), ("2pt", 0.125), ("0字", 0.0)])
def test_the_gap_is_a_share_of_an_em(gap: str, em: float) -> None:
    assert typesetting(latin_gap=gap).latin_gap == pytest.approx(em)


def test_chinese_names() -> None:
    found = stylesheet(
        Template.model_validate({"名称": "试排", "排版": {"断行": "optimum", "禁则": "strict"}})
    )
    assert found.typesetting == Typesetting(Breaking.OPTIMUM, Prohibition.STRICT)
