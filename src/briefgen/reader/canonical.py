"""Nodes → data with English keys, and the source map that says where each value stands.

In: nodes, and the outline of what they are meant for, which tells the Chinese names. Out: plain data, a
`SourceMap`, diagnostics of keys given twice. Does not belong here: whether a value is right (`validate`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from briefgen.diagnostics import Diagnostic, Position, SourceMap, TextOrigin
from briefgen.reader.file import FORBIDDEN
from briefgen.reader.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from briefgen.reader.outline import Outline

Path = tuple[str | int, ...]


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

    def data(self, node: Node, outline: Outline, path: Path = ()) -> Any:
        """Return `node` as plain data, the keys of mappings as the fields in `outline` are called."""
        self.values[path] = node.position
        match node:
            case Scalar():
                return self._text(node, path)
            case Sequence(items):
                inner = outline.item
                return [self.data(item, inner, (*path, index)) for index, item in enumerate(items)]
            case Mapping():
                return self._mapping(node, outline, path)

    def _mapping(self, node: Mapping, outline: Outline, path: Path) -> dict[str, Any]:
        names = outline.names
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
            found[name] = self.data(value, outline.value(name), where)
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
        starts = node.starts
        if leading := spelled[: len(spelled) - len(text)]:
            indent = len(leading) - leading.rfind("\n") - 1
            starts = starts[leading.count("\n") :]
            starts = starts and (replace(starts[0], column=starts[0].column + indent), *starts[1:])
        self.texts[path] = TextOrigin(starts)
        return text.rstrip()

    def _permitted(self, text: str, position: Position) -> str:
        """Return `text` with a substitute for each character that no text may hold; an escape brought it in."""
        found = dict.fromkeys(FORBIDDEN.findall(text))
        for char in found:
            self.diagnostics.append(Diagnostic("BG011", position, {"code_point": f"U+{ord(char):04X}"}))
        return FORBIDDEN.sub("\ufffd", text) if found else text
