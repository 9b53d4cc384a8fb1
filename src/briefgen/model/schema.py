"""The JSON Schema of each kind of file, so that editors complete and check keys of either language.

In: the models. Out: a schema (draft 2020-12). Does not belong here: checking a file (`reader`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, get_args

from pydantic import BaseModel

from briefgen.model.briefing import Article, Briefing, Masthead
from briefgen.model.campaign import Campaign
from briefgen.model.follow_up import FollowUps
from briefgen.model.ledger import Ledger
from briefgen.model.meeting import Meetings
from briefgen.model.plan import Plan
from briefgen.model.report import Report
from briefgen.model.submission import Submissions

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: The kinds of files that authors write, and what each holds.
KINDS: dict[str, type[BaseModel]] = {
    "briefing": Briefing,
    "campaign": Campaign,
    "plan": Plan,
    "ledger": Ledger,
    "meetings": Meetings,
    "submissions": Submissions,
    "follow-ups": FollowUps,
    "report": Report,
}


def json_schema(kind: str = "briefing") -> dict[str, Any]:
    """Return the schema of a `kind` of file; every key is allowed under its English and its Chinese name."""
    root = KINDS[kind]
    models = {model.__name__: model for model in _models(root)}
    schema = _with_numbers_for_texts(root.model_json_schema())
    for name, definition in schema.get("$defs", {}).items():
        if name in models:  # the others are enumerations
            _speak_both(definition, models[name])
    _speak_both(schema, root)
    return {"$schema": DIALECT, **schema}


def schema_text(kind: str = "briefing") -> str:
    """Return the schema of a `kind` of file as JSON text."""
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield every model that a value of `annotation` may hold, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models(field.annotation)
    for inner in get_args(annotation):
        yield from _models(inner)


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
