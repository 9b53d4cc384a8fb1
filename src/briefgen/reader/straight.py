"""The straight way: data that is plainly right → the fields of a model, without Pydantic.

To import Pydantic and build its models takes longer than to set seven pages. What the models ask is prepared
(`model.prepare`); what meets it in the commonest spelling is taken here. All else is in doubt and goes through the
model, which has the words for mistakes. In: canonical data. Out: namespaces with the attributes of the model. Does not
belong here: any rule of its own; a property test holds both ways to the same result.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import SimpleNamespace
from typing import Any, NoReturn

from msgspec import json

from briefgen.resources import fields_file
from briefgen.units import Length

Shape = list[Any]  # what `model.prepare` tells of a value: its kind, and what this kind asks

_KINDS: dict[type, str] = {str: "text", list: "list", dict: "model"}
_DIGITS = 9  # of a number that is surely within bounds that anyone checks


class DoubtError(Exception):
    """The data may be wrong, or right in a way that only the model knows."""


@cache
def _models() -> dict[str, dict[str, Any]]:
    """Return the fields and rules of each model, by its name."""
    models: dict[str, dict[str, Any]] = json.decode(fields_file().read_bytes())
    return models


class PreparedOutline:
    """The outline of what may be any of `shapes`; what is beyond has none."""

    def __init__(self, *shapes: Shape) -> None:
        self._shapes = [inner for shape in shapes for inner in _alternatives(shape)]

    @property
    def known(self) -> bool:
        """Whether there may be such a value at all."""
        return bool(self._shapes)

    @property
    def names(self) -> Mapping[str, str]:
        """The field for each Chinese name."""
        return {spelled: name for model in self._models() for spelled, name in _names(model).items()}

    @property
    def item(self) -> PreparedOutline:
        """What an item of a list may be."""
        return PreparedOutline(*(asked[0] for kind, *asked in self._shapes if kind == "list"))

    def value(self, key: str) -> PreparedOutline:
        """Return what may stand under `key`."""
        free = [asked[1] for kind, *asked in self._shapes if kind == "map"]
        fields = (_models()[model]["fields"].get(key) for model in self._models())
        return PreparedOutline(*free, *(field["shape"] for field in fields if field))

    def _models(self) -> list[str]:
        return [asked[0] for kind, *asked in self._shapes if kind == "model"]


def _alternatives(shape: Shape) -> list[Shape]:
    """Return what a value of `shape` may be, one of which it is."""
    match shape:
        case ["maybe", inner]:
            return _alternatives(inner)
        case ["either", *shapes]:
            return [inner for each in shapes for inner in _alternatives(each)]
        case ["tagged", tags]:
            return [["model", name] for name in dict.fromkeys(tags.values())]
    return [shape]


def outline(model: str) -> PreparedOutline:
    """Return the outline of the model of this name."""
    return PreparedOutline(["model", model])


@cache
def _names(model: str) -> dict[str, str]:
    return {field["title"]: name for name, field in _models()[model]["fields"].items()}


def taken(model: str, data: Any) -> SimpleNamespace:
    """Return the fields of `model` that `data` holds, defaults among them.

    Raises:
        DoubtError: only the model itself can tell.
    """
    fields = _models()[model]["fields"]
    if not isinstance(data, dict) or not data.keys() <= fields.keys():
        _doubt()
    for rule in _models()[model]["rules"]:
        _follow(rule, data)
    return SimpleNamespace(**{name: _field(field, data, name) for name, field in fields.items()})


def _field(field: dict[str, Any], data: dict[str, Any], name: str) -> Any:
    if name in data:
        return _value(field["shape"], data[name])
    if "default" not in field:
        _doubt()
    default = field["default"]
    return None if default is None else _value(field["shape"], default)


def _follow(rule: list[str], data: dict[str, Any]) -> None:
    match rule:
        case ["needs", given, needed]:
            if data.get(given) is not None and not data.get(needed):
                _doubt()
        case ["one", first, second]:
            if (data.get(first) is None) == (data.get(second) is None):
                _doubt()


def _value(shape: Shape, value: Any) -> Any:
    """Return `value` as `shape` says what it means."""
    match shape:
        case ["maybe", inner]:
            return None if value is None else _value(inner, value)
        case ["model", name]:
            return taken(name, value)
        case ["either", *shapes]:
            return _value(_fitting(shapes, value), value)
        case ["tagged", tags]:
            name = _mapping(value).get("type")
            return taken(tags[name], value) if isinstance(name, str) and name in tags else _doubt()
        case ["map", key, inner]:
            return {_value(key, each): _value(inner, held) for each, held in _mapping(value).items()}
        case ["list" | "once" as kind, inner, least, most, alone]:
            items = [_value(inner, each) for each in _listed(value, alone=alone)]
            if not least <= len(items) <= most or (kind == "once" and len(set(items)) < len(items)):
                _doubt()
            return tuple(items) if kind == "once" else items
    return _of_text(shape, value) if isinstance(value, str) else _doubt()


def _fitting(shapes: list[Shape], value: Any) -> Shape:
    """Return the one of `shapes` that a value of this Python type can have."""
    kind = _KINDS.get(type(value))
    return next((shape for shape in shapes if shape[0] == kind), None) or _doubt()


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else _doubt()


def _listed(value: Any, *, alone: bool) -> list[Any]:
    if alone and isinstance(value, str):
        return [value]
    return value if isinstance(value, list) else _doubt()


def _of_text(shape: Shape, text: str) -> Any:
    """Return what `text` means as a value of `shape`."""
    match shape:
        case ["text", least, most, pattern, upper]:
            if not least <= len(text) <= most or (pattern and not _matches(pattern, text)):
                _doubt()
            return text.upper() if upper else text
        case ["holds", placeholders, inner]:
            rest = text
            for each in placeholders:
                rest = rest.replace(each, "")
            return _doubt() if "{" in rest or "}" in rest else _of_text(inner, text)
        case ["words", words]:
            return words[text] if text in words else _doubt()
        case ["choice", home, name]:
            return _chosen(getattr(import_module(home), name), text)
        case ["whole", least, most]:
            number = int(text) if re.fullmatch(rf"0|[1-9][0-9]{{,{_DIGITS - 1}}}", text) else _doubt()
            return number if least <= number <= most else _doubt()
        case ["length", least, most]:
            return _length(text, least, most)
        case ["day"]:
            return _day(text)
    return _doubt()


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.removesuffix("$") + r"\Z")  # in Python `$` lets a line end follow


def _matches(pattern: str, text: str) -> bool:
    return _pattern(pattern).search(text) is not None


def _chosen(choices: Any, text: str) -> Any:
    try:
        return choices(text)
    except ValueError:
        return _doubt()


def _day(text: str) -> dt.date:
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        _doubt()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return _doubt()


def _length(text: str, least: str | None, most: str | None) -> Length:
    try:
        length = Length.parse(text)
    except ValueError:
        return _doubt()
    low = least is None or Length.parse(least).points() <= length.points()
    high = most is None or length.points() <= Length.parse(most).points()
    return length if low and high else _doubt()


def _doubt() -> NoReturn:
    raise DoubtError
