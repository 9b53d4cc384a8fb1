"""Values come out as the author spelled them: nothing of YAML 1.1, no numbers that lose their zeros."""

from __future__ import annotations

import pytest

from tests.reader.briefings import MASTHEAD, SOUND, loaded

SURPRISES = [
    "no", "yes", "on", "off", "y", "n", "NO", "true", "False", "012", "0o14", "0x1F", "1:30", "190:20:30", "6.10",
    "1e3", "1_000", ".inf", "-.inf", ".nan", "2020-07-03", "2020-07-03 10:00:00", "2001-12-14t21:59:43.10-05:00", "=",
    "<<", "1.0", "+12", "0b11", "7.", "nullable", "~x", "1" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("text", SURPRISES, ids=lambda text: text[:30])
@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_yaml_scalars_are_texts(text: str, quote: str) -> None:
    if len(text) > 500:
        body = loaded(f"{MASTHEAD}articles: [{{title: 题, body: {quote}{text}{quote}}}]").articles[0].body
        assert body == text
    else:
        assert loaded(f"{SOUND}colophon: {{editor: {quote}{text}{quote}}}").colophon.editor == text  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_a_plain_null_is_no_value(text: str) -> None:
    assert loaded(f"{SOUND}editor_note: {text}\n").editor_note is None


@pytest.mark.parametrize("text", ["~", "null", "NULL"])
def test_a_quoted_null_is_a_text(text: str) -> None:
    assert loaded(f"{SOUND}editor_note: '{text}'\n").editor_note == text


@pytest.mark.parametrize("spelled", ["12", "012", "'12'", '"012"', " 12 "])
def test_issue_twelve(spelled: str) -> None:
    text = SOUND.replace("date:", f"issue: {spelled}, date:")
    assert loaded(text).masthead.issue == 12


@pytest.mark.parametrize("text", ["6.10", "1e3", "1.50", "-0.0", "1" * 400 + ".5", "true", "NaN"])
def test_json_numbers_are_texts(text: str) -> None:
    head = '{"masthead": {"issuer": "宣传部", "date": "2020-07-03"}, "articles": '
    assert loaded(f'{head}[{{"title": {text}, "body": "文。"}}]}}', ".json").articles[0].title == text


@pytest.mark.parametrize("text", ["6.10", "1e3", "1.50", "true", "2020-07-03", "2020-07-03T08:00:00"])
def test_toml_values_are_texts(text: str) -> None:
    source = (
        f'[masthead]\nissuer = "宣传部"\ndate = 2020-07-03\n[[articles]]\ntitle = {text}\nbody = "文。"\n'
    )
    assert loaded(source, ".toml").articles[0].title == text.replace("T", " ")


@pytest.mark.parametrize(
    ("spelled", "value"),
    [
        ("是", True),
        ("否", False),
        ("true", True),
        ("false", False),
        ("yes", True),
        ("no", False),
        ("True", True),
    ],
)
def test_yes_and_no(spelled: str, value: bool) -> None:
    briefing = loaded(f"{SOUND}normalize_punctuation: {spelled}\ncontents: {spelled}\n")
    assert (briefing.normalize_punctuation, briefing.contents) == (value, value)


def test_texts_are_stripped_of_spaces_around_them() -> None:
    briefing = loaded(
        'masthead: {issuer: "　宣传部 ", date: " 2020-07-03 "}\narticles: [{title: "\\t题 ", body: " 文。\\n"}]'
    )
    assert briefing.masthead.issuer == "宣传部"
    assert (briefing.articles[0].title, briefing.articles[0].body) == ("题", "文。")
