"""The straight way gives what the models give, or leaves it to them; the prepared fields are those of the models."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from briefgen import pipeline
from briefgen.model import prepare, schema
from briefgen.model.base import chinese_names
from briefgen.model.briefing import Briefing
from briefgen.model.template import Template
from briefgen.reader import Reading, load_template, open_template, opened, read
from briefgen.reader.shapes import english_names, item_shapes, value_shapes
from briefgen.reader.straight import DoubtError, PreparedOutline, outline, taken
from briefgen.resources import fields_file, template_names
from tests.reader.briefings import MASTHEAD, SOUND

ROOT = Path(__file__).parents[2]
ISSUES = sorted(
    path
    for path in (ROOT / "examples").glob("**/*.yaml")
    if "articles:" in path.read_text("utf-8") and "masthead:" in path.read_text("utf-8")
)
FIELDS = json.loads(fields_file().read_text("utf-8"))
MODELS = {"Briefing": Briefing, "Template": Template}

#: What authors write where all sorts of values are asked for, right and wrong, common and odd.
WORDS = (
    "", "题", "一\n二", "长" * 501, "1", "0", "013", "12", "-1", "+3", "1_0", "１３", "2400", "2401", "9" * 40, "1.0",
    "true", "false", "True", "yes", "no", "是", "否", "2020-07-03", "2020-7-3", "2020-02-30", "1593734400",
    "三号", "12pt", "2.25pt", "0.1pt", "200pt", "1行", "20行", "0.25字", "0.3字", "50%", "12", "auto", "自动", "none",
    "标准", "standard", "横向", "landscape", "A4", "office", "optimum", "gb", "GB", "小标宋", "仿宋", "left", "body",
    "masthead", "articles", "FF0000", "ff00aa", "ff00a", "{page}", "第{issue}期", "{}", "{pa{page}ge}", "{", "绝密",
    "特急", "jianbao",
)  # fmt: skip


def bare(value: Any) -> Any:
    """Return the values of a model, and whatever else holds some, as mappings with the types of the values."""
    match value:
        case BaseModel():
            return {name: bare(getattr(value, name)) for name in type(value).model_fields}
        case SimpleNamespace():
            return {
                name: bare(each) for name, each in vars(value).items() if name not in ("sources", "folder")
            }
        case dict():
            return {(type(key), key): bare(each) for key, each in value.items()}
        case list() | tuple():
            return type(value), [bare(each) for each in value]
    return type(value), value


def texts() -> st.SearchStrategy[str]:
    """Return texts as `canonical` leaves them: without space around."""
    return st.sampled_from(WORDS) | st.text(max_size=8).map(str.strip)


def junk() -> st.SearchStrategy[Any]:
    return texts() | st.none() | st.lists(texts(), max_size=2) | st.dictionaries(texts(), texts(), max_size=1)


def values(shape: list[Any]) -> st.SearchStrategy[Any]:
    """Return values for `shape`, most of them of its kind."""
    match shape:
        case ["maybe", inner]:
            return values(inner) | st.none()
        case ["model", name]:
            return mappings(name)
        case ["either", *shapes]:
            return st.one_of(*map(values, shapes))
        case ["tagged", tags]:
            return st.sampled_from(sorted(tags)).flatmap(
                lambda tag: mappings(tags[tag]).map(
                    lambda data: data | {"type": tag} if isinstance(data, dict) else data
                )
            )
        case ["list" | "once", inner, *_]:
            return st.lists(values(inner), max_size=3) | junk()
        case ["map", key, inner]:
            return st.dictionaries(
                values(key).filter(lambda each: isinstance(each, str)), values(inner), max_size=2
            )
        case ["words", words]:
            return st.sampled_from(sorted(words)) | junk()
        case ["day"]:
            return st.dates().map(str) | junk()
        case ["whole", least, most]:
            return st.integers(least - 1, most + 1).map(str) | junk()
    return texts() | junk()


def mappings(name: str) -> st.SearchStrategy[Any]:
    """Return data for the model `name`: what it requires and some of the rest, now and then a key too many."""
    fields = FIELDS[name]["fields"]
    required = {each: values(field["shape"]) for each, field in fields.items() if "default" not in field}
    others = {each: values(field["shape"]) for each, field in fields.items() if "default" in field}
    known = st.fixed_dictionaries(required, optional=others)
    return known | known.map(lambda data: data | {"unknown": "题"}) | junk()


def straight_or_nothing(name: str, data: Any) -> SimpleNamespace | None:
    try:
        return taken(name, data)
    except DoubtError:
        return None


def test_the_prepared_fields_are_those_of_the_models() -> None:
    assert fields_file().read_text("utf-8") == prepare.prepared()


@pytest.mark.parametrize("name", sorted(FIELDS))
@settings(max_examples=50)
@given(st.data())
def test_what_is_taken_is_what_the_model_takes(name: str, data: st.DataObject) -> None:
    model = next(each for each in _all_models() if each.__name__ == name)
    given_data = data.draw(mappings(name))
    if (found := straight_or_nothing(name, given_data)) is not None:
        assert bare(found) == bare(model.model_validate(given_data))


@pytest.mark.parametrize(
    "field",
    [(name, field) for name in sorted(FIELDS) for field in FIELDS[name]["fields"]],
    ids=lambda pair: ".".join(pair),
)
def test_each_word_means_the_same_in_each_field(field: tuple[str, str]) -> None:
    name, key = field
    model = next(each for each in _all_models() if each.__name__ == name)
    required = {
        each: _some(told["shape"]) for each, told in FIELDS[name]["fields"].items() if "default" not in told
    }
    for word in WORDS:
        for value in (word, [word], None):
            if (found := straight_or_nothing(name, required | {key: value})) is not None:
                assert bare(found) == bare(model.model_validate(required | {key: value})), value


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_the_outline_has_the_keys_of_the_model(name: str) -> None:
    model = next(each for each in _all_models() if each.__name__ == name)
    prepared = PreparedOutline(["model", name])
    assert prepared.names == chinese_names(model)
    for field in model.model_fields:
        shapes = value_shapes((model,), field)
        assert prepared.value(field).names == english_names(shapes)
        assert prepared.value(field).item.names == english_names(item_shapes(shapes))


@pytest.mark.parametrize("name", template_names())
def test_shipped_templates_are_the_same_either_way(name: str) -> None:
    template, modelled = open_template(name), load_template(name)
    assert bare(template) == bare(modelled)
    assert isinstance(template, SimpleNamespace) is (modelled.report is None)


@pytest.mark.parametrize("path", ISSUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_examples_are_the_same_either_way(path: Path) -> None:
    straight, modelled = opened(path), read(path)
    assert isinstance(straight, Reading)
    assert modelled.briefing
    assert isinstance(straight.briefing, SimpleNamespace)
    assert bare(straight.briefing) == bare(modelled.briefing)
    assert straight.sources == modelled.sources == straight.briefing.sources
    assert straight.folder == modelled.folder == straight.briefing.folder


@pytest.mark.parametrize(
    "text",
    [
        SOUND + "unknown: 1\n",
        MASTHEAD + "articles: []\n",
        MASTHEAD + "articles: [{title: 题}]\n",
        MASTHEAD + "articles: [{title: 题, body: [{type: paragraph}]}]\n",
        MASTHEAD + "articles: [{title: 题, body: [{text: 文。}]}]\n",
        SOUND.replace("2020-07-03", "2020-7-3"),
        SOUND + "目录: maybe\n",
    ],
)
def test_what_is_in_doubt_goes_through_the_models(tmp_path: Path, text: str) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(text, "utf-8")
    assert opened(path) == read(path)


@pytest.mark.parametrize(
    "override", ["masthead.issue=13", "报头.期号=13", "articles.0.source=办", "colophon.编辑=甲"]
)
def test_overrides_are_the_same_either_way(tmp_path: Path, override: str) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(SOUND, "utf-8")
    straight, modelled = opened(path, [override]), read(path, [override])
    assert isinstance(straight, Reading)
    assert isinstance(straight.briefing, SimpleNamespace)
    assert bare(straight.briefing) == bare(modelled.briefing)
    assert straight.sources == modelled.sources


@pytest.mark.parametrize("override", ["masthead.isue=13", "报头.期=13", "x", "masthead.issue=十三"])
def test_overrides_in_doubt_are_told_of_as_the_models_do(tmp_path: Path, override: str) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(SOUND, "utf-8")
    assert opened(path, [override]) == read(path, [override])


def test_a_template_in_doubt_goes_through_its_model(tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_text("name: 试\npage: {widow_control: yes}\n", "utf-8")
    template = open_template("t.yaml", tmp_path)
    assert isinstance(template, Template)
    assert template.page.widow_control is True


@pytest.mark.parametrize("path", ISSUES[:2], ids=lambda path: str(path.relative_to(ROOT)))
def test_documents_are_the_same_either_way(path: Path) -> None:
    assert pipeline.composed(pipeline.open_any(path))[0] == pipeline.composed(pipeline.load(path))[0]


def test_every_default_is_taken_straight() -> None:
    minimal = {
        "masthead": {"issuer": "办", "date": "2020-07-03"},
        "articles": [{"title": "题", "body": "文"}],
    }
    assert bare(taken("Briefing", minimal)) == bare(Briefing.model_validate(minimal))
    assert bare(taken("Template", {"name": "试"})) == bare(Template.model_validate({"name": "试"}))
    assert outline("Briefing").value("articles").item.names["标题"] == "title"


def _all_models() -> list[type[BaseModel]]:
    """Return the models that the prepared fields tell of."""
    return list(dict.fromkeys(model for root in MODELS.values() for model in schema._models(root)))


def _some(shape: list[Any]) -> Any:
    match shape:
        case ["model", name]:
            return {
                each: _some(told["shape"])
                for each, told in FIELDS[name]["fields"].items()
                if "default" not in told
            } | ({"body": "文"} if name == "Article" else {})
        case ["list", inner, *_]:
            return [_some(inner)]
        case ["day"]:
            return "2020-07-03"
    return "题"
