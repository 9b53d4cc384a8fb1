"""The syntax tree: what is taken for plain words is what markdown-it takes for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.markdown import parse, parse_inline, parser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.markdown import Node

TEXTS = st.text(st.sampled_from("文，。%3a .:-|!()>#+=@}]{[^*_~`\\&<;\n 　"), max_size=30)


def inline_nodes(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        if node.type == "inline":
            yield node
        yield from inline_nodes(node.children)


@given(st.lists(TEXTS, min_size=1, max_size=4).map("\n\n".join))
def test_words_are_the_tokens_of_markdown_it(text: str) -> None:
    for node in inline_nodes(parse(text)):
        expected = parser().inline.parse(node.token.content, parser(), {}, [])
        for token, other in zip(node.token.children or (), expected, strict=True):
            other.children, other.meta = (
                token.children,
                token.meta,
            )  # notes are numbered through the whole text
            assert token == other


@given(st.text(st.sampled_from("文，。%3a .:-|!()>#+=@}]{[*_~`\\&<;\n\r\0 　"), max_size=20))
def test_words_by_themselves_are_those_of_markdown_it(text: str) -> None:
    assert parse_inline(text).token == parser().parseInline(text, {})[0]


def test_plain_words_are_one_token() -> None:
    (paragraph,) = parse("完成率18.5%，比上年+2个百分点：全市第1！")
    (words,) = paragraph.children
    assert [token.type for token in words.token.children or ()] == ["text"]
