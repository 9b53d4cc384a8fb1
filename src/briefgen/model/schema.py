"""The JSON Schema of a briefing file, so that editors complete and check keys of either language.

In: the models. Out: a schema (draft 2020-12). Does not belong here: checking a file (`reader`).
"""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from briefgen.model.base import ONE_OR_MORE, Meanings
from briefgen.model.briefing import Article, Briefing, Colophon, Masthead
from briefgen.model.content import (
    FigureBlock,
    FigureItem,
    HeadingBlock,
    ListBlock,
    ParagraphBlock,
    QuoteBlock,
    TableBlock,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODELS: dict[str, type[BaseModel]] = {
    model.__name__: model
    for model in (
        Masthead, Article, Colophon, ParagraphBlock, HeadingBlock, ListBlock, TableBlock, FigureBlock, FigureItem,
        QuoteBlock,
    )
}  # fmt: skip


def json_schema() -> dict[str, Any]:
    """Return the schema of `Briefing`; every key is allowed under its English and its Chinese name."""
    schema = Briefing.model_json_schema()
    for name, definition in schema["$defs"].items():
        _speak_both(definition, _MODELS[name])
    _speak_both(schema, Briefing)
    return {"$schema": DIALECT, **schema}


def schema_text() -> str:
    """Return the schema as JSON text."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _speak_both(definition: dict[str, Any], model: type[BaseModel]) -> None:
    """Add the Chinese name of each property, and the Chinese words and short forms that its value may take."""
    properties = definition["properties"]
    required = set(definition.pop("required", ())) | ({"type"} & set(properties))
    demands = []
    for name, field in model.model_fields.items():
        properties[name] = _widened(properties[name], field)
        title = field.title
        if title:
            properties[title] = deepcopy(properties[name])
        if name in required:
            demands.append({"anyOf": [{"required": [each]} for each in (name, title) if each]})
    if demands:
        definition["allOf"] = demands


def _widened(schema: dict[str, Any], field: FieldInfo) -> dict[str, Any]:
    words = [word for each in field.metadata if isinstance(each, Meanings) for word in each.words]
    more: list[dict[str, Any]] = [{"enum": words}] if words else []
    if ONE_OR_MORE in field.metadata:
        more.append({"type": "string"})
    if not more:
        return schema
    about: dict[str, Any] = {key: schema[key] for key in ("title", "description", "default") if key in schema}
    return {**about, "anyOf": [{key: value for key, value in schema.items() if key not in about}, *more]}
