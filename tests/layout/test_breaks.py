"""Break opportunities: every line of `cases/breaks.txt`, and the three levels of prohibition."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.layout.inline.breaks import opportunities
from briefgen.layout.inline.cohesion import penalties
from briefgen.spec.gbt15834 import FORBIDDEN, Prohibition
from tests.layout.builders import glyphs_of

CASES = Path(__file__).parent / "cases" / "breaks.txt"


def cases() -> Iterator[tuple[Prohibition, str]]:
    level = Prohibition.GB
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# -- "):
            level = Prohibition(line[5:])
        elif line and not line.startswith("#"):
            yield level, line


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
