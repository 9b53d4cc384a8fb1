"""The JSON Schema: editors that check by it say what the reader says, in either language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefgen.cli.schema import KINDS as KINDS_OF_COMMAND
from briefgen.errors import InputError
from briefgen.model.schema import DIALECT, KINDS, json_schema, schema_text
from tests.campaign.test_tasks import PLAN as TASKS
from tests.reader.briefings import loaded
from tests.reader.case_files import cases, expected
from tests.reader.test_office import CAMPAIGN, PLAN
from tests.reader.test_syntaxes import CHINESE, ENGLISH

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
EXAMPLES = Path(__file__).parents[2] / "examples"

#: What the schema leaves to the reader in part: a text of spaces, both names, both bodies.
READER_TOO = {"BG107", "BG108", "BG110"}

#: The cases whose files editors can read, too, and that are about fields.
FIELD_CASES = [
    case
    for case in cases()
    if case.suffix == ".yaml" and not any(code.startswith("BG0") for _, code, _ in expected(case))
]


def complaints(document: object) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(document)]


class _EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: a date is a text, `no` is one too."""


_EditorLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", "true|false", "tf"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("null", "~|null|", ["~", "n", ""]),
):
    _EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_first)
    )


def as_editors_read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_EditorLoader)


def models() -> Iterator[dict[str, Any]]:
    yield SCHEMA
    yield from SCHEMA["$defs"].values()


class TestForm:
    def test_is_a_schema_of_its_dialect(self) -> None:
        assert SCHEMA["$schema"] == DIALECT
        Draft202012Validator.check_schema(SCHEMA)

    def test_every_key_has_a_description_and_both_names(self) -> None:
        for model in models():
            by_title: dict[str, list[str]] = {}
            for name, value in model["properties"].items():
                assert value["description"], name
                by_title.setdefault(value["title"], []).append(name)
            assert all(len(names) == 2 and title in names for title, names in by_title.items())

    def test_no_other_keys_anywhere(self) -> None:
        assert [model["additionalProperties"] for model in models()] == [False] * 12

    def test_the_text_is_the_schema(self) -> None:
        assert json.loads(schema_text()) == SCHEMA
        assert "期号" in schema_text()


class TestOfficeFiles:
    @pytest.mark.parametrize("kind", KINDS)
    def test_every_key_has_both_names_and_a_description(self, kind: str) -> None:
        schema = json_schema(kind)
        Draft202012Validator.check_schema(schema)
        for model in (schema, *schema["$defs"].values()):
            if "enum" in model:
                continue
            assert model["additionalProperties"] is False
            titles = {value["title"] for value in model["properties"].values() if "title" in value}
            assert titles <= model["properties"].keys()
            assert len(model["properties"]) % 2 == 0

    def test_the_command_knows_every_kind(self) -> None:
        assert tuple(KINDS) == KINDS_OF_COMMAND

    @pytest.mark.parametrize(("kind", "text"), [("campaign", CAMPAIGN), ("plan", PLAN), ("plan", TASKS)])
    def test_what_the_reader_takes(self, kind: str, text: str, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
        document = as_editors_read(tmp_path / "a.yaml")
        assert list(Draft202012Validator(json_schema(kind)).iter_errors(document)) == []
        document["没有这个键"] = 1
        assert list(Draft202012Validator(json_schema(kind)).iter_errors(document))


class TestSound:
    @pytest.mark.parametrize("document", [ENGLISH, CHINESE], ids=["English", "Chinese"])
    def test_every_field(self, document: dict[str, Any]) -> None:
        assert complaints(document) == []

    def test_mixed(self) -> None:
        mixed = {key: value for key, value in ENGLISH.items() if key != "masthead"}
        assert complaints({**mixed, "报头": CHINESE["报头"]}) == []

    @pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/brief.yaml")), ids=lambda path: path.parent.name)
    def test_examples(self, path: Path) -> None:
        assert complaints(as_editors_read(path)) == []

    def test_numbers_in_the_cells_of_a_table(self) -> None:
        document = deepcopy(ENGLISH)
        document["articles"][1]["body"][3]["rows"] = [["宣讲", 350], ["增长", 6.5], ["完成", True]]
        document["articles"][0]["title"] = 2020
        assert complaints(document) == []
        assert loaded(json.dumps(document), ".json").articles[0].title == "2020"

    def test_one_line_where_there_may_be_several(self) -> None:
        document = deepcopy(ENGLISH)
        document["articles"][0]["authors"] = document["colophon"]["send_to"] = "王堃"
        document["articles"][1]["body"][2]["items"] = "线上"
        assert complaints(document) == []


class TestFaults:
    @pytest.mark.parametrize("key", ["issuer", "date"])
    def test_what_is_missing(self, key: str) -> None:
        document = deepcopy(ENGLISH)
        del document["masthead"][key]
        assert complaints(document)

    @pytest.mark.parametrize("document", [ENGLISH, CHINESE], ids=["English", "Chinese"])
    def test_no_masthead_or_articles(self, document: dict[str, Any]) -> None:
        for key in ("masthead", "报头", "articles", "文章"):
            if key in document:
                assert complaints({name: value for name, value in document.items() if name != key})

    def test_no_body(self) -> None:
        document = deepcopy(ENGLISH)
        del document["articles"][0]["body"]
        assert complaints(document)
        document["articles"][0]["正文文件"] = "a.md"
        assert complaints(document) == []

    @pytest.mark.parametrize("case", FIELD_CASES, ids=lambda case: case.name)
    def test_cases_of_the_reader(self, case: Path) -> None:
        codes = {code for _, code, _ in expected(case)}
        found = complaints(as_editors_read(case))
        assert found or not codes - READER_TOO
        assert codes or not found


KEYS = [
    "masthead", "报头", "articles", "文章", "colophon", "title", "标题", "body", "正文", "issuer", "date", "日期",
    "issue", "期号", "type", "类型", "text", "items", "rows", "header", "authors", "numbering", "special",
]  # fmt: skip
words = st.sampled_from(["题", "2020-07-03", "paragraph", "段落", "list", "table", "标准", "none", "是"])
leaves = st.one_of(st.booleans(), st.integers(-1, 20), words, st.just("12"))
#: The reader also takes `"12"` for 12 and 1 for yes, which editors may well point out.
strict_leaves = st.one_of(st.booleans(), st.integers(2, 20), words)


@st.composite
def altered(draw: st.DrawFn, leaves: st.SearchStrategy[Any]) -> Any:
    """Draw a sound document of which one place is altered."""
    trees = st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
        ),
        max_leaves=8,
    )
    document = deepcopy(draw(st.sampled_from([ENGLISH, CHINESE])))
    node: Any = document
    while True:
        step = draw(st.sampled_from(list(node) if isinstance(node, dict) else range(len(node))))
        if not isinstance(node[step], dict | list) or not node[step] or draw(st.booleans()):
            node[step] = draw(trees)
            return document
        node = node[step]


@given(altered(leaves))
def test_what_the_schema_permits_the_reader_takes(document: dict[str, Any]) -> None:
    if complaints(document):
        return
    try:
        loaded(json.dumps(document), ".json")
    except InputError as error:
        assert {each.code for each in error.diagnostics} <= READER_TOO  # noqa: PT017


@given(altered(strict_leaves))
def test_what_the_reader_takes_the_schema_permits(document: dict[str, Any]) -> None:
    try:
        loaded(json.dumps(document), ".json")
    except InputError:
        return
    assert complaints(document) == []
