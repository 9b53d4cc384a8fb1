"""JSON and TOML → nodes. The libraries that read them tell no places, so keys are found again in the text.

In: text. Out: nodes; the place of a key is where it next stands in the text, read in order. Does not belong
here: names of fields.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

from briefgen.diagnostics import Diagnostic, Position
from briefgen.errors import InputError
from briefgen.reader.nodes import Mapping, Node, Scalar, Sequence
from briefgen.reader.yaml import DEPTH_LIMIT


class _Pairs(list[tuple[str, Any]]):
    """The entries of a JSON object, doubled keys included."""


def parse_json(text: str, name: str) -> Node:
    """Return the value of a JSON text.

    Raises:
        InputError: BG007, BG009.
    """
    try:
        value = json.loads(text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        place = Position(name, error.lineno, error.colno)
        raise InputError([Diagnostic("BG009", place, {"reason": error.msg})]) from None
    except RecursionError:
        raise InputError([Diagnostic("BG007", Position(name, 1, 1))]) from None
    return _Finder(text, name, '"{key}"').node(value)


def parse_toml(text: str, name: str) -> Node:
    """Return the table of a TOML text.

    Raises:
        InputError: BG007, BG009.
    """
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        place = Position(name, int(found[1]), int(found[2])) if found else Position(name, 1, 1)
        raise InputError([Diagnostic("BG009", place, {"reason": str(error).split(" (at")[0]})]) from None
    except RecursionError:
        raise InputError([Diagnostic("BG007", Position(name, 1, 1))]) from None
    return _Finder(text, name, "{key}").node(value)


class _Finder:
    """Gives values their places by looking for each key and each text from where the one before was found."""

    def __init__(self, text: str, name: str, quoted: str) -> None:
        self._text = text
        self._name = name
        self._quoted = quoted
        self._cursor = 0

    def node(self, value: Any, depth: int = 0) -> Node:
        """Return `value` as a node."""
        position = self._position(self._cursor)
        if depth > DEPTH_LIMIT:
            raise InputError([Diagnostic("BG007", position)])
        if isinstance(value, dict | _Pairs):
            pairs = value.items() if isinstance(value, dict) else value
            return Mapping(
                tuple((self._key(key), self.node(each, depth + 1)) for key, each in pairs), position
            )
        if isinstance(value, list):
            return Sequence(tuple(self.node(each, depth + 1) for each in value), position)
        return self._scalar(value)

    def _key(self, key: str) -> Scalar:
        place = self._seek(self._quoted.format(key=key))
        return Scalar(key, self._position(place))

    def _scalar(self, value: Any) -> Scalar:
        if value is None:
            return Scalar(None, self._position(self._cursor))
        text = str(value).lower() if isinstance(value, bool) else str(value)
        lines = text.split("\n")
        starts = [self._position(self._seek(line) if line else self._cursor) for line in lines]
        return Scalar(text, starts[0], tuple(starts))

    def _seek(self, wanted: str) -> int:
        """Return where `wanted` next stands, and go past it; what is spelled otherwise stands where we are."""
        found = self._text.find(wanted, self._cursor)
        if found < 0:
            return self._cursor
        self._cursor = found + len(wanted)
        return found

    def _position(self, offset: int) -> Position:
        start = self._text.rfind("\n", 0, offset) + 1
        return Position(self._name, self._text.count("\n", 0, offset) + 1, offset - start + 1)
