"""Figures typed by hand: agreeing, contradicting, rounded, of one place only."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import Position, TextOrigin
from briefgen.weekly.prose import contradictions
from tests.weekly.offices import counted, ledger

FIGURES, LEDGER = counted(), ledger()


def found(text: str) -> list[tuple[str, str, int]]:
    return [
        (str(each.values["typed"]), str(each.values["figure"]), each.values["value"])
        for each in contradictions(text, None, FIGURES, LEDGER)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "截至6月14日，累计开展学习研讨71次、宣讲350余场。",
        "截至目前，学习研讨71次，播放量70万+次。",
        "本周开展学习研讨11次，上周学习研讨60次。",
        "累计学习研讨71次，其中本周学习研讨11次。",
        "截至目前媒体发稿26篇，其中省级24篇、市级2篇。",
        "孙家堡子街道开展宣讲3场。",  # one place's figure is nobody's total
        "累计开展学习研讨{{学习研讨.累计}}次。",
        "全区累计宣讲356场。",
    ],
)
def test_what_agrees(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至6月14日，累计开展学习研讨70次。", ("70次", "学习研讨.累计", 71)),
        ("本周学习研讨12次。", ("12次", "学习研讨.本期", 11)),
        ("上周开展学习研讨11次。", ("11次", "学习研讨.上期", 60)),
        ("累计宣讲400余场。", ("400余场", "宣讲.累计", 356)),
        ("累计宣讲200余场。", ("200余场", "宣讲.累计", 356)),
        ("截至目前，播放量80万+次。", ("80万+次", "播放量.累计", 706000)),
        ("截至目前，媒体发稿26篇，其中省级25篇。", ("25篇", "媒体发稿.省级.累计", 24)),
        ("目前共72次学习研讨。", ("72次学习研讨", "学习研讨.累计", 71)),
    ],
)
def test_what_contradicts(text: str, expected: tuple[str, str, int]) -> None:
    assert found(text) == [expected]


def test_both_places_are_told() -> None:
    origin = TextOrigin((Position("a.md", 8, 1), Position("a.md", 9, 1)))
    (each,) = contradictions("第一行。\n累计学习研讨70次。", origin, FIGURES, LEDGER)
    assert each.position == Position("a.md", 9, 7)
    assert each.values["place"] == "台账"  # of a ledger that no file holds
