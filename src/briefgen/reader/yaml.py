"""YAML → nodes. Scalars stay as the author spelled them: what they mean is for the models to say.

So `no` is a word, `012` twelve, `1:30` and `6.10` what they look like, whatever YAML 1.1 made of them. Anchors
have no use without aliases; aliases, merges, tags and second documents are refused: they only serve attacks.
In: text. Out: nodes. Does not belong here: names of fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from briefgen.diagnostics import Diagnostic, Phrase, Position, _
from briefgen.errors import InputError
from briefgen.reader.nodes import Count, Mapping, Node, Scalar, Sequence
from briefgen.reader.places import Place, block_starts, flow_starts
from briefgen.reader.slips import INDENTATION, slip, wide_indent

DEPTH_LIMIT = 40
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_REASONS = (  # what PyYAML says, and what helps
    ("found character '\\t'", _("缩进不能用制表符，请改用空格")),
    ("cannot start any token", _("此处的字符不能开头；含有特殊符号的文字请加引号，缩进请用空格")),
    ("alphabetic or numeric character", _("此处的字符不能开头；含有特殊符号的文字请加引号，缩进请用空格")),
    ("mapping values are not allowed", _("此处不应有冒号；文字中含“: ”时请加引号")),
    ("could not find expected ':'", _("键后面缺少冒号")),
    ("did not find expected key", _("缩进不一致，或引号没有配对")),
    ("did not find expected '-' indicator", _("列表各项的缩进不一致")),
    ("did not find expected ',' or", _("方括号或花括号内缺少逗号或右括号")),
    ("maximum nesting depth", _("嵌套过深")),
    ("while parsing a quoted scalar", _("双引号内的反斜杠写法不对；要印出反斜杠，请写 \\\\")),
    ("while scanning a quoted scalar", _("引号没有配对")),
    ("unexpected end of stream", _("引号或括号没有配对")),
    ("block sequence entries are not allowed", _("此处不应有列表项，请另起一行并缩进")),
    ("found undefined tag", _("不支持的标签")),
    ("found undefined alias", _("别名没有定义")),
)


def parse_yaml(text: str, name: str) -> Node:
    """Return the only document of `text`.

    Raises:
        InputError: BG004, BG007, BG008, BG010, BG015.
    """
    return _Builder(text, name).build()


class _Builder:
    """Builds nodes from the events of the parser; recursion is bounded by `DEPTH_LIMIT`."""

    def __init__(self, text: str, name: str) -> None:
        self._lines = text.split("\n")
        self._name = name
        self._events: Iterator[Any] = iter(self._parsed(text))
        self._depth = 0
        self._count = Count()

    def build(self) -> Node:
        root: Node | None = None
        for event in self._events:
            match event:
                case yaml.DocumentStartEvent():
                    if root is not None:
                        self._refuse("BG010", event, what=Phrase(_("一个文件里有多篇文档（---）")))
                case yaml.StreamStartEvent() | yaml.StreamEndEvent() | yaml.DocumentEndEvent():
                    pass
                case _:
                    root = self._node(event)
        if root is None or (isinstance(root, Scalar) and root.text is None):
            raise InputError([Diagnostic("BG008", Position(self._name, 1, 1))])
        return root

    def _parsed(self, text: str) -> Iterator[Any]:
        try:
            yield from yaml.parse(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            if "unexpected end of stream" in str(error.problem):  # where the quote was opened says more
                mark = error.context_mark or mark
            line, column = (mark.line, mark.column) if mark else (0, 0)
            (line, column), reason = slip(self._lines, line) or ((line, column), _reason(error))
            place = Position(self._name, line + 1, column + 1)
            raise InputError([Diagnostic("BG004", place, {"reason": reason})]) from None
        except yaml.YAMLError as error:
            place = Position(self._name, 1, 1)
            raise InputError([Diagnostic("BG004", place, {"reason": str(error).split("\n")[0]})]) from None

    def _node(self, event: Any) -> Node:
        if isinstance(event, yaml.AliasEvent):
            self._refuse("BG007", event)
        if event.tag is not None and event.tag != "!":
            self._refuse("BG010", event, what=event.tag)
        position = self._position(event)
        self._count.one_more(position)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, position)
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            self._refuse("BG007", event)
        node: Node
        if isinstance(event, yaml.SequenceStartEvent):
            node = Sequence(tuple(self._items(yaml.SequenceEndEvent)), position)
        else:
            node = Mapping(tuple(self._entries()), position)
        self._depth -= 1
        return node

    def _items(self, end: type) -> Iterator[Node]:
        for event in self._events:
            if isinstance(event, end):
                return
            yield self._node(event)

    def _entries(self) -> Iterator[tuple[Scalar, Node]]:
        items = self._items(yaml.MappingEndEvent)
        for key in items:
            if not isinstance(key, Scalar):
                raise InputError([Diagnostic("BG010", key.position, {"what": Phrase(_("键必须是文字"))})])
            if key.text and wide_indent(key.text):
                raise InputError([Diagnostic("BG004", key.position, {"reason": INDENTATION})])
            yield key, next(items)

    def _scalar(self, event: Any, position: Position) -> Scalar:
        if not event.style and event.value in _NULLS:  # a plain scalar has no style
            return Scalar(None, position)
        if event.style not in ("|", ">") and "\n" not in event.value:  # most have one line: past its quote
            inside = Position(self._name, position.line, position.column + 1) if event.style else position
            return Scalar(event.value, position, (inside,))
        places = islice(self._places(event), event.value.count("\n") + 1)
        starts = tuple(Position(self._name, line + 1, column + 1) for line, column in places)
        return Scalar(event.value, position, starts)

    def _places(self, event: Any) -> Iterator[Place]:
        """Return where each line of the value starts."""
        start, end = event.start_mark, event.end_mark
        if event.style in ("|", ">"):
            return block_starts(event.value, self._lines, start.line + 1, folded=event.style == ">")
        return flow_starts(self._lines, (start.line, start.column), (end.line, end.column), event.style or "")

    def _position(self, event: Any) -> Position:
        return Position(self._name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _refuse(self, code: str, event: Any, **values: Phrase | str) -> None:
        raise InputError([Diagnostic(code, self._position(event), values)])


def _reason(error: yaml.MarkedYAMLError) -> Phrase | str:
    said = f"{error.context or ''} {error.problem or ''}".strip()
    return next((Phrase(ours) for theirs, ours in _REASONS if theirs in said), said)
