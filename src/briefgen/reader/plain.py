"""JSON and TOML → nodes. The libraries that read them tell no places; `tokens` finds these again.

In: text. Out: nodes, their texts as the author spelled them. Does not belong here: names of fields.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

from briefgen.diagnostics import Diagnostic, Position
from briefgen.errors import InputError
from briefgen.reader.nodes import Mapping, Node, Scalar, Sequence
from briefgen.reader.tokens import JsonTokens, Tokens, TomlTokens
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
    return _Builder(JsonTokens(text, name)).node(value)


def parse_toml(text: str, name: str) -> Node:
    """Return the table of a TOML text.

    Raises:
        InputError: BG007, BG009.
    """
    try:
        value = tomllib.loads(text, parse_float=str)
    except ValueError as error:  # TOMLDecodeError, or a number of thousands of digits
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        place = Position(name, int(found[1]), int(found[2])) if found else Position(name, 1, 1)
        raise InputError([Diagnostic("BG009", place, {"reason": str(error).split(" (at")[0]})]) from None
    except RecursionError:
        raise InputError([Diagnostic("BG007", Position(name, 1, 1))]) from None
    return _Builder(TomlTokens(text, name)).node(value)


class _Builder:
    """Builds nodes from values, taking a token for each key and each text in the order of the file."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def node(self, value: Any, depth: int = 0) -> Node:
        """Return `value` as a node."""
        if not isinstance(value, dict | list):
            return self._scalar(value)
        position = self._tokens.opening()
        if depth >= DEPTH_LIMIT:
            raise InputError([Diagnostic("BG007", position)])
        if isinstance(value, dict | _Pairs):
            pairs = value.items() if isinstance(value, dict) else value
            entries = tuple((self._key(key), self.node(each, depth + 1)) for key, each in pairs)
            return Mapping(entries, self._tokens.mapping_start(position, entries[0][0] if entries else None))
        return Sequence(tuple(self.node(each, depth + 1) for each in value), position)

    def _key(self, key: str) -> Scalar:
        return Scalar(key, self._tokens.key(key))

    def _scalar(self, value: Any) -> Scalar:
        position, starts = self._tokens.value()
        if value is None:
            return Scalar(None, position)
        text = str(value).lower() if isinstance(value, bool) else str(value)
        return Scalar(text, position, starts[: text.count("\n") + 1])
