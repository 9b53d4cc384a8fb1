"""Shapes: what a value may be by the annotations of the models, taken apart.

In: models. Out: their fields, Chinese names and what those hold; the outline that `canonical` asks. Does not belong
here: whether a value is right (`validate`).
"""

from __future__ import annotations

import types
from collections.abc import Hashable, Mapping
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from briefgen.model.base import chinese_names

Shapes = tuple[Any, ...]  # what a value may be: models, list[...], dict[...], plain types


class ModelOutline:
    """The outline of what may be any of `shapes`."""

    def __init__(self, *shapes: Any) -> None:
        self._shapes = shapes

    @property
    def known(self) -> bool:
        """Whether there may be such a value at all."""
        return bool(self._shapes)

    @property
    def names(self) -> Mapping[str, str]:
        """The field for each Chinese name."""
        return english_names(self._shapes)

    @property
    def item(self) -> ModelOutline:
        """What an item of a list may be."""
        return ModelOutline(*item_shapes(self._shapes))

    def value(self, key: str) -> ModelOutline:
        """Return what may stand under `key`."""
        return ModelOutline(*value_shapes(self._shapes, key))


def english_names(shapes: Shapes) -> dict[str, str]:
    """Return the field for each Chinese name in any of the models in `shapes`."""
    return {spelled: name for model in models_in(shapes) for spelled, name in chinese_names(model).items()}


def models_in(shapes: Shapes) -> list[type[BaseModel]]:
    """Return the models among `shapes`."""
    return [shape for shape in shapes if isinstance(shape, type) and issubclass(shape, BaseModel)]


@cache
def alternatives(annotation: Hashable) -> Shapes:
    """Return what a field with this annotation may hold, unions and metadata taken apart."""
    origin: Any = get_origin(annotation)
    if origin is Annotated:
        return alternatives(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return tuple(shape for argument in get_args(annotation) for shape in alternatives(argument))
    return (annotation,)


def _origin(shape: Any) -> Any:
    return get_origin(shape)


@cache
def item_shapes(shapes: Shapes) -> Shapes:
    """Return what an item may be where a list stands."""
    lists = [shape for shape in shapes if _origin(shape) in (list, tuple)]
    return tuple(inner for shape in lists for argument in get_args(shape) for inner in alternatives(argument))


@cache
def value_shapes(shapes: Shapes, key: str) -> Shapes:
    """Return what the value of `key` may be: the field of a model, or the values of a mapping of free keys."""
    found: list[Any] = []
    for shape in shapes:
        if _origin(shape) is dict:
            found.extend(alternatives(get_args(shape)[1]))
    for model in models_in(shapes):
        if key in model.model_fields:
            annotation: Any = model.model_fields[key].annotation
            found.extend(alternatives(annotation))
    return tuple(found)
