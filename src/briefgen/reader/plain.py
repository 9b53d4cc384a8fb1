"""JSON and TOML → nodes. The libraries that read them tell no places; `tokens` finds these again.

In: text. Out: nodes, their texts as the author spelled them. Does not belong here: names of fields.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

from briefgen.diagnostics import Diagnostic, Phrase, Position, _
from briefgen.errors import InputError
from briefgen.reader.nodes import Count, Mapping, Node, Scalar, Sequence
from briefgen.reader.tokens import JsonTokens, Tokens, TomlTokens
from briefgen.reader.yaml import DEPTH_LIMIT

_TWICE = _("同一个键写了两次")
_ESCAPE = _("反斜杠之后的写法不对")
_NO_VALUE = _("此处应有一个值；文字要用双引号括起")
_UNCLOSED = _("缺少逗号或右括号")
_REASONS = (  # what the standard library says, and what helps
    ("Expecting property name", _("键要用双引号括起，末项之后不能有逗号")),
    ("trailing comma", _("键要用双引号括起，末项之后不能有逗号")),
    ("Expecting ':'", _("键后面缺少冒号")),
    ("Expecting ','", _UNCLOSED),
    ("Expecting value", _NO_VALUE),
    ("Unterminated string", _("引号没有配对")),
    ("Invalid control character", _("引号内不能换行，也不能有制表符")),
    ("escape", _ESCAPE),
    ("Extra data", _("右括号之后还有内容")),
    ("Cannot overwrite a value", _TWICE),
    ("Cannot declare", _TWICE),
    ("Cannot redefine", _TWICE),
    ("Cannot mutate", _TWICE),
    ("Duplicate inline table key", _TWICE),
    ("Invalid statement", _("此处应是一个键；中文的键要用引号括起")),
    ("Invalid initial character", _("此处应是一个键；中文的键要用引号括起")),
    ("Expected '='", _("键后面缺少等号")),
    ("Expected newline", _("一行只能写一项")),
    ("Expected ']'", _UNCLOSED),
    ("Unclosed", _UNCLOSED),
    ("Expected \"'", _("引号没有配对")),
    ("Invalid value", _NO_VALUE),
    ("Unescaped", _ESCAPE),
    ("Invalid hex value", _ESCAPE),
    ("Escaped character", _ESCAPE),
    ("Illegal character", _("此处有不允许的字符")),
    ("Found invalid character", _("此处有不允许的字符")),
    ("Invalid date", _("不是有效日期")),
    ("Exceeds the limit", _("数字过长")),
)


class _Pairs(list[tuple[str, Any]]):
    """The entries of a JSON object, doubled keys included."""


def parse_json(text: str, name: str) -> Node:
    """Return the value of a JSON text.

    Raises:
        InputError: BG007, BG009, BG015.
    """
    try:
        value = json.loads(text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        place = Position(name, error.lineno, error.colno)
        raise InputError([Diagnostic("BG009", place, {"reason": _reason(error.msg)})]) from None
    except RecursionError:
        raise InputError([Diagnostic("BG007", Position(name, 1, 1))]) from None
    return _Builder(JsonTokens(text, name)).node(value)


def parse_toml(text: str, name: str) -> Node:
    """Return the table of a TOML text.

    Raises:
        InputError: BG007, BG009, BG015.
    """
    try:
        value = tomllib.loads(text, parse_float=str)
    except ValueError as error:  # TOMLDecodeError, or a number of thousands of digits
        place = Position(name, *_place(str(error), text))
        reason = _reason(str(error).split(" (at")[0])
        raise InputError([Diagnostic("BG009", place, {"reason": reason})]) from None
    except RecursionError:
        raise InputError([Diagnostic("BG007", Position(name, 1, 1))]) from None
    return _Builder(TomlTokens(text, name)).node(value)


def _place(said: str, text: str) -> tuple[int, int]:
    """Return line and column of what tomllib complains of."""
    if found := re.search(r"\(at line (\d+), column (\d+)\)", said):
        return int(found[1]), int(found[2])
    if "at end of document" in said:
        text = text.rstrip()
        return text.count("\n") + 1, len(text) - text.rfind("\n")
    return 1, 1


def _reason(said: str) -> Phrase | str:
    return next((Phrase(ours) for theirs, ours in _REASONS if theirs in said), said)


class _Builder:
    """Builds nodes from values, taking a token for each key and each text in the order of the file."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._count = Count()

    def node(self, value: Any, depth: int = 0) -> Node:
        """Return `value` as a node."""
        if not isinstance(value, dict | list):
            return self._scalar(value)
        position = self._tokens.opening()
        self._count.one_more(position)
        if depth >= DEPTH_LIMIT:
            raise InputError([Diagnostic("BG007", position)])
        if isinstance(value, dict | _Pairs):
            pairs = value.items() if isinstance(value, dict) else value
            entries = tuple((self._key(key), self.node(each, depth + 1)) for key, each in pairs)
            return Mapping(entries, self._tokens.mapping_start(position, entries[0][0] if entries else None))
        return Sequence(tuple(self.node(each, depth + 1) for each in value), position)

    def _key(self, key: str) -> Scalar:
        position = self._tokens.key(key)
        self._count.one_more(position)
        return Scalar(key, position)

    def _scalar(self, value: Any) -> Scalar:
        position, starts = self._tokens.value()
        self._count.one_more(position)
        if value is None:
            return Scalar(None, position)
        text = str(value).lower() if isinstance(value, bool) else str(value)
        return Scalar(text, position, starts[: text.count("\n") + 1])
