"""Preparing the fields: what the models of a briefing and its template ask of their fields becomes `fields.json`.

In: models. Out: for each its fields with Chinese name, shape and default, as `reader.straight` wants them, which takes
what is plainly right without Pydantic. A shape is a list that begins with its kind; what cannot be said so is `beyond`,
and goes through the model. When a model has changed: `python -m briefgen.model.prepare`; a test holds the file.
"""

from __future__ import annotations

import datetime as dt
import json
import types
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, MaxLen, MinLen
from pydantic import AfterValidator, BaseModel, BeforeValidator, StringConstraints
from pydantic.fields import FieldInfo

from briefgen.model.base import ONE_OR_MORE, Meanings
from briefgen.model.briefing import Briefing
from briefgen.model.content import TYPES, type_of
from briefgen.model.template import Between, Holds, Template, each_once, length_of
from briefgen.model.values import day_of
from briefgen.units import Length

FILE = Path(__file__).with_name("fields.json")
ROOTS = (Briefing, Template)
#: What the validators of whole models ask, by their names; a model with any other is beyond.
_RULES = {
    "_take_chinese_names": [],  # the reader has done it
    "_period_of_something": ["needs", "secrecy_period", "secrecy"],
    "_one_body": ["one", "body", "body_file"],
}
_BEYOND = ["beyond"]
_MOST = 1_000_000_000  # no bound
_YES_NO = {"true": True, "false": False}

Shape = list[Any]


class _BeyondError(Exception):
    """A shape that cannot be said."""


def prepared() -> str:
    """Return the fields of all models that a briefing or a template may hold, as JSON."""
    models: dict[str, dict[str, Any]] = {}
    for root in ROOTS:
        _model(root, models)
    return json.dumps(models, ensure_ascii=False, indent=1) + "\n"


def _model(model: type[BaseModel], models: dict[str, dict[str, Any]]) -> Shape:
    name = model.__name__
    if name not in models:
        validators = model.__pydantic_decorators__.model_validators
        if not validators.keys() <= _RULES.keys():
            raise _BeyondError
        rules = [rule for each in validators if (rule := _RULES[each])]
        models[name] = {"fields": {}, "rules": rules}
        models[name]["fields"] = {each: _field(field, models) for each, field in model.model_fields.items()}
    return ["model", name]


def _field(field: FieldInfo, models: dict[str, dict[str, Any]]) -> dict[str, Any]:
    try:
        shape = _shape(field.annotation, field.metadata, models)
    except _BeyondError:
        shape = _BEYOND
    told: dict[str, Any] = {"title": field.title, "shape": shape}
    if not field.is_required():
        told["default"] = {} if field.default_factory else _spelled(field.default)
    return told


def _spelled(value: Any) -> Any:
    """Return a default as an author would spell it."""
    match value:
        case bool():
            return str(value).lower()
        case None | str():  # members of our enumerations are texts
            return value if value is None else str(value)
        case int() | Length():
            return str(value)
        case list() | tuple():
            return [_spelled(each) for each in value]
        case dict() if not value:
            return {}
        case _:
            raise TypeError(f"a default that cannot be told: {value!r}")


def _shape(annotation: Any, metadata: list[Any], models: dict[str, dict[str, Any]]) -> Shape:
    """Return the shape of what `annotation` may hold, and is held to by `metadata`."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner, *more = arguments
        return _shape(inner, [*more, *metadata], models)
    if origin in (Union, types.UnionType):
        return _union(arguments, metadata, models)
    if origin is Literal:
        return _words({each: each for each in arguments}, metadata)
    if origin in (list, tuple):
        return _list(arguments[0], metadata, models, several=origin is tuple)
    if origin is dict and not metadata:
        return ["map", *(_shape(each, [], models) for each in arguments)]
    if isinstance(annotation, type):
        return _plain(annotation, metadata, models)
    raise _BeyondError


def _plain(kind: type, metadata: list[Any], models: dict[str, dict[str, Any]]) -> Shape:
    if kind is bool:
        return _words(_YES_NO, metadata)
    if kind is str:
        return _text(metadata)
    if kind is int:
        return _whole(metadata)
    if kind is dt.date and [getattr(each, "func", None) for each in metadata] == [day_of]:
        return ["day"]
    if kind is Length:
        return _length(metadata)
    if metadata:
        raise _BeyondError
    if issubclass(kind, Enum) and issubclass(kind, str):
        if kind.__module__.startswith("briefgen.model"):  # to import it would import Pydantic
            raise _BeyondError
        return ["choice", kind.__module__, kind.__name__]
    if issubclass(kind, BaseModel):
        return _model(kind, models)
    raise _BeyondError


def _union(members: tuple[Any, ...], metadata: list[Any], models: dict[str, dict[str, Any]]) -> Shape:
    """Return None or something, words of several kinds, blocks by their type, or what its Python type tells apart."""
    if type(None) in members and not metadata:
        others = tuple(each for each in members if each is not type(None))
        return ["maybe", _shape(Union[others], [], models)]  # noqa: UP007 - of a tuple
    if [getattr(each, "discriminator", None) for each in metadata] == [type_of]:
        return _tagged(members, models)
    shapes = [_shape(each, [], models) for each in members]
    kinds = [shape[0] for shape in shapes]
    if set(kinds) == {"words"}:
        return _words({word: meant for shape in shapes for word, meant in shape[1].items()}, metadata)
    if set(kinds) <= {"text", "list", "model"} and len(set(kinds)) == len(kinds) and not metadata:
        return ["either", *shapes]
    raise _BeyondError


def _tagged(members: tuple[Any, ...], models: dict[str, dict[str, Any]]) -> Shape:
    """Return models by the words that say which is meant."""
    tags: dict[str, str] = {}
    for each in members:
        model, tag = get_args(each)
        _, name = _model(model, models)
        tags |= dict.fromkeys((tag.tag, *(zh for zh, type_ in TYPES.items() if type_ == tag.tag)), name)
    return ["tagged", tags]


def _words(words: dict[Any, Any], metadata: list[Any]) -> Shape:
    known = dict(words)
    for each in metadata:
        if not isinstance(each, Meanings):
            raise _BeyondError
        known |= each.words
    return ["words", known]


def _text(metadata: list[Any]) -> Shape:
    least, most, pattern, upper = 0, _MOST, None, False
    placeholders: list[str] | None = None
    for each in metadata:
        if isinstance(each, StringConstraints) and not (each.to_lower or each.strict or each.ascii_only):
            least, most = each.min_length or least, each.max_length or most
            pattern, upper = each.pattern, bool(each.to_upper)
        elif isinstance(each, Holds):
            placeholders = list(each.placeholders)
        else:
            raise _BeyondError
    text = ["text", least, most, pattern, upper]
    return text if placeholders is None else ["holds", placeholders, text]


def _whole(metadata: list[Any]) -> Shape:
    least, most = -_MOST, _MOST
    for each in metadata:
        match each:
            case Gt(gt=int(bound)):
                least = bound + 1
            case Ge(ge=int(bound)):
                least = bound
            case Le(le=int(bound)):
                most = bound
            case _:
                raise _BeyondError
    return ["whole", least, most]


def _length(metadata: list[Any]) -> Shape:
    bounds: list[str | None] = [None, None]
    for each in metadata:
        if isinstance(each, Between):
            bounds = [each.least, each.most]
        elif isinstance(each, AfterValidator) or (
            isinstance(each, BeforeValidator) and each.func is not length_of
        ):
            raise _BeyondError
    return ["length", *bounds]


def _list(item: Any, metadata: list[Any], models: dict[str, dict[str, Any]], *, several: bool) -> Shape:
    least, most, alone, once = 0, _MOST, False, False
    for each in metadata:
        if isinstance(each, MinLen):
            least = each.min_length
        elif isinstance(each, MaxLen):
            most = each.max_length
        elif each is ONE_OR_MORE:
            alone = True
        elif isinstance(each, AfterValidator) and each.func is each_once:
            once = True
        else:
            raise _BeyondError
    if several is not once:
        raise _BeyondError
    return ["once" if once else "list", _shape(item, [], models), least, most, alone]


if __name__ == "__main__":
    FILE.write_text(prepared(), "utf-8")
