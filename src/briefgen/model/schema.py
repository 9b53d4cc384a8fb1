"""The JSON Schema of a briefing file, so that editors complete and check keys of either language.

In: the models. Out: a schema (draft 2020-12). Does not belong here: checking a file (`reader`).
"""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from pydantic import BaseModel

from briefgen.model.briefing import Article, Briefing, Colophon, Masthead
from briefgen.model.content import (
    FigureBlock,
    FigureItem,
    HeadingBlock,
    ListBlock,
    ParagraphBlock,
    QuoteBlock,
    TableBlock,
    TableCell,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODELS: dict[str, type[BaseModel]] = {
    model.__name__: model
    for model in (
        Masthead, Article, Colophon, ParagraphBlock, HeadingBlock, ListBlock, TableBlock, FigureBlock, FigureItem,
        QuoteBlock, TableCell,
    )
}  # fmt: skip


def json_schema() -> dict[str, Any]:
    """Return the schema of `Briefing`; every key is allowed under its English and its Chinese name."""
    schema = _with_numbers_for_texts(Briefing.model_json_schema())
    for name, definition in schema["$defs"].items():
        _speak_both(definition, _MODELS[name])
    _speak_both(schema, Briefing)
    return {"$schema": DIALECT, **schema}


def schema_text() -> str:
    """Return the schema as JSON text."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _speak_both(definition: dict[str, Any], model: type[BaseModel]) -> None:
    """Add the Chinese name of each property; what is required may have either."""
    properties = definition["properties"]
    required = set(definition.pop("required", ())) | ({"type"} & set(properties))
    demands: list[dict[str, Any]] = []
    for name, field in model.model_fields.items():
        title = field.title
        if title:
            properties[title] = deepcopy(properties[name])
        if name in required:
            demands.append({"anyOf": [{"required": [each]} for each in (name, title) if each]})
    if model is Article:
        bodies = [(name, model.model_fields[name].title) for name in ("body", "body_file")]
        demands.append({"anyOf": [{"required": [word]} for words in bodies for word in words]})
    if model is Masthead:
        secrecy, period = ([name, model.model_fields[name].title] for name in ("secrecy", "secrecy_period"))
        needed = {"anyOf": [{"required": [word]} for word in secrecy]}
        definition["dependentSchemas"] = dict.fromkeys(period, needed)
    if demands:
        definition["allOf"] = demands


def _with_numbers_for_texts(schema: Any) -> Any:
    """Let numbers and yes or no stand where texts do, as in the cells of a table: the reader takes their spelling."""
    if isinstance(schema, list):
        return [_with_numbers_for_texts(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: _with_numbers_for_texts(value) for key, value in schema.items()}
    if inner.get("type") == "string" and not {"enum", "const", "format"} & inner.keys():
        inner["type"] = ["string", "number", "boolean"]
    return inner
