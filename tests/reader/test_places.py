"""Places: each character of a text is found again where the source map says that it stands."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.diagnostics import TextOrigin
from tests.reader.briefings import MASTHEAD, loaded

#: What YAML, JSON and TOML give a meaning to somewhere, and what is wide or beyond the BMP.
CHARACTERS = "活动动态。，“”·…—　𠮷aB1:#-|>&*!%@`[]{}?,=_~^. \t"
#: What a plain scalar may hold anywhere.
PLAIN = "活动动态。，“”·…—𠮷aB1"

lines = st.text(CHARACTERS, max_size=12)
bodies = st.lists(lines, min_size=1, max_size=6).filter(lambda texts: any(text.strip() for text in texts))
words = st.text(PLAIN, min_size=1, max_size=6)


def origin_and_text(source: str, suffix: str = ".yaml") -> tuple[TextOrigin, str]:
    briefing = loaded(source, suffix)
    origin, body = briefing.sources.text("articles", 0, "body"), briefing.articles[0].body
    assert origin is not None
    assert isinstance(body, str)
    return origin, body


def found(source: str, origin: TextOrigin, line: int, column: int) -> str:
    """Return the character of the file where that of the text is said to stand."""
    position = origin.at(line, column)
    assert position is not None
    return source.split("\n")[position.line - 1][position.column - 1]


def assert_every_character(source: str, suffix: str = ".yaml") -> None:
    origin, text = origin_and_text(source, suffix)
    for number, line in enumerate(text.split("\n")):
        assert line == "".join(found(source, origin, number, column) for column in range(len(line)))


def assert_every_line_start(source: str) -> None:
    origin, text = origin_and_text(source)
    for number, line in enumerate(text.split("\n")):
        assert line[:1] == (found(source, origin, number, 0) if line else "")


def block(texts: list[str], style: str, indent: int) -> str:
    """Return a briefing whose body is a block scalar of `texts`, blank ones before the first left empty."""
    first = next(number for number, text in enumerate(texts) if text.strip())
    texts = [text if number >= first else "" for number, text in enumerate(texts)]
    indicator = str(indent) if texts[first].startswith((" ", "\t")) else ""
    content = "".join(f"{' ' * (4 + indent)}{text}\n" for text in texts)
    return f"{MASTHEAD}articles:\n  - title: 题\n    body: {style}{indicator}\n{content}"


@given(bodies, st.sampled_from(["|", "|-", "|+", "| "]), st.integers(1, 9))
@example(["  甲", "乙"], "|", 2)
@example(["甲", "    乙", " ", "丙"], "|", 4)
@example(["", "", "甲"], "|+", 1)
def test_every_character_of_a_literal_block(texts: list[str], style: str, indent: int) -> None:
    chomp = style[1:].strip()
    source = block(texts, "|", indent).replace("body: |", f"body: |{chomp}", 1)
    assert_every_character(source)


@given(bodies, st.integers(1, 9))
@example(["甲", "乙", "", "丙", "丁"], 2)
@example(["甲", "", "", "乙", "  丙", "丁"], 2)
@example(["甲", "", "  乙", "", "丙"], 2)
@example(["甲", " ", "乙"], 1)
def test_every_line_of_a_folded_block(texts: list[str], indent: int) -> None:
    assert_every_line_start(block(texts, ">", indent))


@pytest.mark.parametrize("quote", ["", "'", '"'])
@given(st.lists(st.lists(words, min_size=1, max_size=3), min_size=1, max_size=4), st.integers(0, 2))
@example([["甲", "乙"], ["丙"], ["丁", "戊"]], 1)
def test_every_line_of_a_flow_scalar(quote: str, paragraphs: list[list[str]], blanks: int) -> None:
    parts = ("\n      ".join(paragraph) for paragraph in paragraphs)
    text = ("\n" * (2 + blanks) + "        ").join(parts)
    assert_every_line_start(f"{MASTHEAD}articles:\n  - title: 题\n    body: {quote}{text}{quote}\n")


@pytest.mark.parametrize("quote", ["", "'", '"'])
@given(words)
def test_every_character_of_a_text_on_one_line(quote: str, text: str) -> None:
    assert_every_character(f"{MASTHEAD}articles:\n  - title: 题\n    body:  {quote}{text}{quote} # 注\n")
    assert_every_character(f"{MASTHEAD}articles: [{{title: 题, body: {quote}{text}{quote}}}]")


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (r'"甲\n乙"', [(4, 12), (4, 15)]),
        (r'"甲\\n乙"', [(4, 12)]),
        ('"甲\\n乙\\n\\\n      丙"', [(4, 12), (4, 15), (4, 18)]),
        ('"甲\n\n\n      乙"', [(4, 12), (5, 1), (7, 7)]),
        ('"　 甲"', [(4, 14)]),
        ("|\n\n\n      　　甲\n      乙", [(7, 9), (8, 7)]),
    ],
)
def test_starts_of_lines(text: str, starts: list[tuple[int, int]]) -> None:
    origin, body = origin_and_text(f"{MASTHEAD}articles:\n  - title: 题\n    body: {text}\n")
    assert [(place.line, place.column) for place in origin.starts[: body.count("\n") + 1]] == starts


@given(bodies, bodies, st.sampled_from([None, 1, 2]))
def test_every_character_in_json(title: list[str], texts: list[str], indent: int | None) -> None:
    article = {"title": "题" + "".join(title).replace("\t", ""), "body": "\n".join(texts).replace("\t", "")}
    data = {"masthead": {"issuer": "title", "date": "2020-07-03", "issue": 12}, "articles": [article]}
    assert_every_character(json.dumps(data, ensure_ascii=False, indent=indent), ".json")


@pytest.mark.parametrize("quote", ['"""', "'''", '"""\n', "'''\n"])
@given(bodies)
def test_every_character_in_toml(quote: str, texts: list[str]) -> None:
    text = "\n".join(texts)
    assert_every_character(
        f"# body = 1\nmasthead = {{ issuer = 'body', date = 2020-07-03, issue = 1_000 }}\n"
        f"[[articles]]\ntitle = \"body\" # 'body'\nbody = {quote}{text}{quote.strip()}\n",
        ".toml",
    )


@given(
    st.text(CHARACTERS, max_size=20), st.sampled_from(["", "\ufeff"]), st.sampled_from(["\n", "\r\n", "\r"])
)
def test_a_mark_at_the_start_and_other_line_ends_move_nothing(text: str, mark: str, end: str) -> None:
    source = f"{MASTHEAD}articles:\n  - title: 题\n    body: |\n      甲\n      {text}乙\n"
    origin, body = origin_and_text(mark + source.replace("\n", end))
    assert body == f"甲\n{text}乙"
    assert f"{text}乙" == "".join(found(source, origin, 1, column) for column in range(len(text) + 1))


def test_places_of_keys_and_values() -> None:
    sources = loaded(
        "报头:\n  编发单位: 宣传部\n  date: 2020-07-03\n文章:\n- 标题: 题\n  正文: 文。\n"
    ).sources
    key, value = sources.key("masthead", "issuer"), sources.value("masthead", "issuer")
    assert key is not None
    assert value is not None
    assert (key.line, key.column, value.line, value.column) == (2, 3, 2, 9)
    assert sources.names["masthead", "issuer"] == "编发单位"
    assert sources.names["masthead", "date"] == "date"
    assert sources.value("articles", 0, "body") == sources.text("articles", 0, "body").at(0)  # type: ignore[union-attr]


def test_what_is_not_in_the_file_stands_where_its_parent_does() -> None:
    sources = loaded(f"{MASTHEAD}articles:\n- title: 题\n  body: 文。\n").sources
    assert sources.value("articles", 0, "source") == sources.value("articles", 0)
    assert sources.key("articles", 0, "source") == sources.value("articles", 0)
    assert sources.text("articles", 0, "source") is None
