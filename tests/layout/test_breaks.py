"""Break opportunities: every line of `cases/breaks.txt`, and the three levels of prohibition."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from briefgen.layout.inline import breaks, line, office, shape
from briefgen.layout.inline.breaks import opportunities
from briefgen.layout.inline.cohesion import penalties
from briefgen.layout.inline.line import Text, elastic
from briefgen.layout.inline.office import Setting
from briefgen.spec.gbt15834 import FORBIDDEN, Prohibition
from tests.layout.builders import glyphs_of

CASES = Path(__file__).parent / "cases" / "breaks.txt"


def cases() -> Iterator[tuple[Prohibition, str]]:
    level = Prohibition.GB
    for row in CASES.read_text(encoding="utf-8").splitlines():
        if row.startswith("# -- "):
            level = Prohibition(row[5:])
        elif row and not row.startswith("#"):
            yield level, row


def marked(text: str, level: Prohibition) -> str:
    """Return `text` with `|` where a line may end, `¦` where it had better not."""
    allowed, unwelcome = opportunities(glyphs_of(text), level), penalties(text)
    found = ""
    for index, char in enumerate(text[:-1]):
        found += char + (("¦" if index in unwelcome else "|") if allowed[index] else "")
    return found + text[-1]


@pytest.mark.parametrize(
    ("level", "case"), list(cases()), ids=[f"{level}: {case}" for level, case in cases()]
)
def test_case(level: Prohibition, case: str) -> None:
    assert marked(case.replace("|", "").replace("¦", ""), level) == case


def test_each_level_forbids_what_the_one_below_does() -> None:
    basic, gb, strict = (FORBIDDEN[level] for level in Prohibition)
    assert basic.at_start < gb.at_start
    assert basic.at_end < gb.at_end
    assert (gb.at_start, gb.at_end) == (strict.at_start, strict.at_end)
    assert (basic.pair_may_start, gb.pair_may_start, strict.pair_may_start) == (True, True, False)


def test_a_pair_may_start_a_paragraph_at_every_level() -> None:
    assert opportunities(glyphs_of("甲\n——乙"), Prohibition.STRICT)[1]


def test_a_mark_drawn_on_another_character_is_not_parted_from_it() -> None:
    assert opportunities(glyphs_of("e\u0301葛\U000e0100城")) == [False, True, False, True, True]


def answers(text: str) -> list[object]:
    """Return what all rules for neighbours say of a text."""
    glyphs = glyphs_of(text)
    allowed = [opportunities(glyphs, level) for level in Prohibition]
    stops = Setting(Text(glyphs, allowed[0])).stops()
    return [allowed, elastic(glyphs), [glyph.reach for glyph in glyphs], stops]


def every_pair(text: str) -> tuple[str, range]:
    return text, range(len(text) - 1)


def test_han_characters_that_no_rule_names_stand_for_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules are asked of some pairs of `plain` text, which are few: the answers are those of all pairs of the text."""
    han = "㐀万亿元一丁丈亾亿什兂兄会議鿿々〇"
    marks = "，。、；：？！“”‘’（）《》〔〕—…·～％‰℃/￥№ -+%&@aZ09é①"
    texts = list(map("".join, product(han + marks, repeat=2)))
    found = list(map(answers, texts))
    for module in (breaks, line, office):
        monkeypatch.setattr(module, "junctions", every_pair)
    assert found == list(map(answers, texts))
    assert shape.junctions("会议，开会") == ("一一，一一", (1, 2))


def test_plain_text_is_as_long_as_the_text_and_keeps_what_rules_name() -> None:
    assert shape.plain("会议审议第14项，万元") == "一一一一一14一，万元"
