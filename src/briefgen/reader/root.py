"""The root of a file: its nodes by the syntax that its suffix names, and which kind of file it is.

In: a path. Out: a mapping of nodes. Does not belong here: what its keys mean.
"""

from __future__ import annotations

from pathlib import Path

from briefgen.diagnostics import Diagnostic, Phrase, _, file_position
from briefgen.errors import InputError
from briefgen.reader.file import read_text
from briefgen.reader.nodes import Mapping, Node

_CAMPAIGN = frozenset({"campaign", "活动"})  # a briefing names its campaign in its masthead


def root(path: Path) -> Mapping:
    """Return the nodes of the file at `path`.

    Raises:
        InputError: it cannot be read, or holds no keys and values (BG103).
    """
    return mapping(parse(path), path)


def asks_for_report(node: Mapping) -> bool:
    """Tell whether the file is a report: it names the file of a campaign."""
    return any(key.text in _CAMPAIGN for key, _ in node.entries)


def mapping(node: Node, path: Path) -> Mapping:
    """Return `node`, the root of the file at `path`, if it holds keys and values.

    Raises:
        InputError: BG103.
    """
    if isinstance(node, Mapping):
        return node
    values = {"name": str(path), "expected": Phrase(_("一组键和值")), "actual": Phrase(_("列表或文字"))}
    raise InputError([Diagnostic("BG103", node.position, values)])


def parse(path: Path) -> Node:
    """Return the nodes of the file at `path`, by the syntax that its suffix names."""
    match path.suffix.lower():  # each syntax is imported when a file needs it
        case ".yaml" | ".yml":
            from briefgen.reader.yaml import parse_yaml as parsed
        case ".json":
            from briefgen.reader.plain import parse_json as parsed
        case ".toml":
            from briefgen.reader.plain import parse_toml as parsed
        case _:
            raise InputError([Diagnostic("BG012", file_position(path), {"path": str(path)})])
    return parsed(read_text(path), str(path))
