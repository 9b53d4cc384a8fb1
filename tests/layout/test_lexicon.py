"""The lexicon: what the list holds is found, nothing of a text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.layout.lexicon import UNKNOWN, Lexicon, tagged


def parted(text: str) -> list[str]:
    return [word for word, _ in tagged(text)]


@given(
    st.text(
        alphabet=st.sampled_from("区委召开第二次推进会《方案》“三四五”工作法 aB12.5%，—喆𠀀\n"), max_size=60
    )
)
def test_nothing_is_lost(text: str) -> None:
    assert "".join(parted(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("教育实践活动召开第二次推进会", "教育 实践 活动 召开 第二次 推进 会"),
        ("优化营商环境", "优化 营商 环境"),
        ("《分工方案》下发41项任务", "《 分工 方案 》 下发 41 项 任务"),
        ("增长12.5%以上", "增长 12.5% 以上"),
        ("举办briefgen培训", "举办 briefgen 培训"),
    ],
)
def test_a_text_falls_into_its_words(text: str, words: str) -> None:
    assert " ".join(parted(text)) == words


def test_words_have_classes() -> None:
    assert dict(tagged("推进会12月在白山召开，PDF")) == {
        "推进": "v", "会": "v", "12": "m", "月": "m", "在": "p", "白山": "ns", "召开": "v", "，": "x", "PDF": "eng",
    }  # fmt: skip


def test_common_words_cost_less_than_rare_ones() -> None:
    common, rare = Lexicon().look_up("工作"), Lexicon().look_up("松花江")
    assert common is not None
    assert rare is not None
    assert common[0] < rare[0] < UNKNOWN


@pytest.mark.parametrize("word", ["\u3400", "鿿", "\u3400" * 3, "鿿" * 8, "工作作工"])
def test_what_the_list_lacks_is_not_found(word: str) -> None:
    assert Lexicon().look_up(word) is None
