"""Briefings: a YAML, JSON or TOML file → a `Briefing` that knows where each of its values stands.

In: a path, values to override. Out: a `Reading`, or the briefing. Does not belong here: the text of bodies.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, Phrase, SourceMap, _, file_position
from briefgen.errors import InputError
from briefgen.model.briefing import Briefing
from briefgen.model.report import Report
from briefgen.reader.bodies import take_in_body_files
from briefgen.reader.canonical import Canonical
from briefgen.reader.file import read_text
from briefgen.reader.nodes import Mapping, Node
from briefgen.reader.overrides import override
from briefgen.reader.report import asks_for_report, report_of
from briefgen.reader.validate import bounded, validate


class Reading(Struct, frozen=True):
    """What a file holds: canonical data with its source map, the briefing if it is sound, else what is wrong."""

    data: Any
    sources: SourceMap
    folder: Path
    briefing: Briefing | None
    diagnostics: tuple[Diagnostic, ...]


def load(path: str | Path, overrides: Sequence[str] = ()) -> Briefing:
    """Return the briefing that the file at `path` holds.

    Raises:
        InputError: with every mistake in its fields.
    """
    reading = read(path, overrides)
    if reading.briefing is None:
        raise InputError(reading.diagnostics)
    return reading.briefing


def read(path: str | Path, overrides: Sequence[str] = ()) -> Reading:
    """Return all that can be said of the file at `path`; `overrides` are `masthead.issue=13`.

    Raises:
        InputError: the file is none that could be read at all.
    """
    path = Path(path)
    return _read(mapping(parse(path), path), path, overrides)


def read_any(path: str | Path, overrides: Sequence[str] = ()) -> Reading | Report:
    """Return the report that the file at `path` holds, or all that can be said of the briefing in it.

    Raises:
        InputError: the file is none that could be read at all, or something is wrong with the report.
    """
    path = Path(path)
    node = mapping(parse(path), path)
    return report_of(node, path, overrides) if asks_for_report(node) else _read(node, path, overrides)


def _read(node: Mapping, path: Path, overrides: Sequence[str]) -> Reading:
    canonical = Canonical(str(path))
    data = canonical.data(node, (Briefing,))
    canonical.diagnostics.extend(override(data, overrides, canonical, Briefing))
    take_in_body_files(data, path.parent, canonical)
    sources = canonical.sources()
    briefing, found = validate(Briefing, data, sources)
    diagnostics = tuple(bounded(canonical.diagnostics + found))
    if briefing is None or diagnostics:
        return Reading(data, sources, path.parent, None, diagnostics)
    return Reading(data, sources, path.parent, briefing.placed(sources, path.parent), ())


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
