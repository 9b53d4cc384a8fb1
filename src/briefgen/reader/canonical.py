"""Nodes → data with English keys, and the source map that says where each value stands.

In: nodes and the model that they are meant for, whose fields tell the Chinese names. Out: plain data, a
`SourceMap`, diagnostics of keys given twice. Does not belong here: whether a value is right (`validate`).
"""

from __future__ import annotations

import types
from collections.abc import Hashable
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Struct, field
from pydantic import BaseModel

from briefgen.diagnostics import Diagnostic, Position, SourceMap, TextOrigin
from briefgen.model.base import chinese_names
from briefgen.reader.file import FORBIDDEN
from briefgen.reader.nodes import Mapping, Node, Scalar, Sequence

Path = tuple[str | int, ...]
Shapes = tuple[Any, ...]  # what a value may be: models, list[...], dict[...], plain types


class Canonical(Struct):
    """Data under construction, with the places of all that went into it."""

    file: str
    diagnostics: list[Diagnostic] = field(default_factory=list)
    keys: dict[Path, Position] = field(default_factory=dict)
    values: dict[Path, Position] = field(default_factory=dict)
    texts: dict[Path, TextOrigin] = field(default_factory=dict)
    names: dict[Path, str] = field(default_factory=dict)

    def sources(self) -> SourceMap:
        """Return the source map of what was taken in."""
        return SourceMap(self.file, self.keys, self.values, self.texts, self.names)

    def data(self, node: Node, shapes: Shapes, path: Path = ()) -> Any:
        """Return `node` as plain data, the keys of mappings as the fields of the models in `shapes` are called."""
        self.values[path] = node.position
        match node:
            case Scalar():
                return self._text(node, path)
            case Sequence(items):
                inner = item_shapes(shapes)
                return [self.data(item, inner, (*path, index)) for index, item in enumerate(items)]
            case Mapping():
                return self._mapping(node, shapes, path)

    def _mapping(self, node: Mapping, shapes: Shapes, path: Path) -> dict[str, Any]:
        names = english_names(shapes)
        found: dict[str, Any] = {}
        for key, value in node.entries:
            spelled = (key.text or "").strip()
            name = names.get(spelled, spelled)
            where = (*path, name)
            if name in found:
                self._report_twice(spelled, key.position, where)
                continue
            self.keys[where] = key.position
            self.names[where] = spelled
            found[name] = self.data(value, value_shapes(shapes, name), where)
        return found

    def _report_twice(self, spelled: str, position: Position, where: Path) -> None:
        first = self.names[where]
        if first == spelled:
            values: dict[str, Any] = {"key": spelled, "line": self.keys[where].line}
            self.diagnostics.append(Diagnostic("BG005", position, values))
        else:
            self.diagnostics.append(Diagnostic("BG108", position, {"first": first, "second": spelled}))

    def _text(self, node: Scalar, path: Path) -> str | None:
        """Return the text without the space around it (the models strip it too, but know no places)."""
        if node.text is None:
            return None
        spelled = self._permitted(node.text, node.position)
        text = spelled.lstrip()
        leading = spelled[: len(spelled) - len(text)]
        skipped = leading.count("\n")
        starts = list(node.starts[skipped:])
        if starts:
            indent = len(leading) - leading.rfind("\n") - 1
            starts[0] = Position(starts[0].file, starts[0].line, starts[0].column + indent)
        self.texts[path] = TextOrigin(tuple(starts))
        return text.rstrip()

    def _permitted(self, text: str, position: Position) -> str:
        """Return `text` with a substitute for each character that no text may hold; an escape brought it in."""
        for char in dict.fromkeys(FORBIDDEN.findall(text)):
            self.diagnostics.append(Diagnostic("BG011", position, {"code_point": f"U+{ord(char):04X}"}))
        return FORBIDDEN.sub("\ufffd", text)


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
