"""Titles: broken where the sense breaks, in a good outline."""

from __future__ import annotations

import pytest

from briefgen.layout.title import break_title, segment


def broken(text: str, room: float = 20) -> list[str]:
    return break_title(text, len, room)


def test_a_title_that_fits_stays_on_one_line() -> None:
    assert broken("区委召开推进会") == ["区委召开推进会"]


@pytest.mark.parametrize(
    "text",
    [
        "江源区召开“解放思想再深入、全面振兴新突破”教育实践活动第二次推进会",
        "江源区委宣传部扎实开展“三四五”工作法推动教育实践活动走深走实",
        "坚持问题导向优化营商环境助力“一谷一城”建设全面提速增效",
        "区委常委会第14次会议审议通过《教育实践活动分工方案》并部署下一步工作",
    ],
)
def test_a_long_title_breaks_between_words_in_a_good_outline(text: str) -> None:
    lines = broken(text)
    assert "".join(lines) == text
    edges, position = set(), 0
    for word in segment(text):
        position += len(word)
        edges.add(position)
    position = 0
    for line in lines[:-1]:
        position += len(line)
        assert position in edges
    widths = [len(line) for line in lines]
    assert max(widths) <= 20
    if len(widths) > 2:
        assert not (widths[0] > widths[1] < widths[2]), "an hourglass"


def test_an_unbroken_monster_is_cut_rather_than_lost() -> None:
    assert "".join(broken("a" * 70)) == "a" * 70
