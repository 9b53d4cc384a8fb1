"""Briefings: a YAML, JSON or TOML file → a `Briefing` that knows where each of its values stands.

In: a path, values to override. Out: a `Reading`, the briefing, or what stands in for it. Does not belong here: the text
of bodies. What needs the models imports them when it is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, SourceMap
from briefgen.errors import InputError
from briefgen.reader.bodies import take_in_body_files
from briefgen.reader.canonical import Canonical
from briefgen.reader.nodes import Mapping
from briefgen.reader.overrides import override
from briefgen.reader.root import asks_for_report, root
from briefgen.reader.straight import DoubtError, outline, taken

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing
    from briefgen.model.report import Report
    from briefgen.reader.outline import Outline


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
    return _read(root(path), path, overrides)


def read_any(path: str | Path, overrides: Sequence[str] = ()) -> Reading | Report:
    """Return the report that the file at `path` holds, or all that can be said of the briefing in it.

    Raises:
        InputError: the file is none that could be read at all, or something is wrong with the report.
    """
    path = Path(path)
    return _any(root(path), path, overrides)


def opened(path: str | Path, overrides: Sequence[str] = ()) -> Reading | Report:
    """Return what `read_any` does; in place of a briefing that is plainly right its bare fields.

    Raises:
        InputError: as `read_any` does.
    """
    path = Path(path)
    node = root(path)
    if not asks_for_report(node):
        try:
            return _straight(node, path, overrides)
        except DoubtError:
            pass
    return _any(node, path, overrides)


def _straight(node: Mapping, path: Path, overrides: Sequence[str]) -> Reading:
    """Return the reading of a briefing that is plainly right."""
    canonical, data = _canonical(node, path, overrides, outline("Briefing"))
    if canonical.diagnostics:
        raise DoubtError
    fields = taken("Briefing", data)
    fields.sources, fields.folder = canonical.sources(), path.parent
    return Reading(data, fields.sources, path.parent, cast("Briefing", fields), ())


def _canonical(
    node: Mapping, path: Path, overrides: Sequence[str], outlined: Outline
) -> tuple[Canonical, dict[str, Any]]:
    """Return the data of the whole briefing, body files taken in, and its places."""
    canonical = Canonical(str(path))
    data = canonical.data(node, outlined)
    canonical.diagnostics.extend(override(data, overrides, canonical, outlined))
    take_in_body_files(data, path.parent, canonical)
    return canonical, data


def _any(node: Mapping, path: Path, overrides: Sequence[str]) -> Reading | Report:
    if not asks_for_report(node):
        return _read(node, path, overrides)
    from briefgen.reader.report import report_of

    return report_of(node, path, overrides)


def _read(node: Mapping, path: Path, overrides: Sequence[str]) -> Reading:
    from briefgen.model.briefing import Briefing
    from briefgen.reader.shapes import ModelOutline
    from briefgen.reader.validate import bounded, validate

    canonical, data = _canonical(node, path, overrides, ModelOutline(Briefing))
    sources = canonical.sources()
    briefing, found = validate(Briefing, data, sources)
    diagnostics = tuple(bounded(canonical.diagnostics + found))
    if briefing is None or diagnostics:
        return Reading(data, sources, path.parent, None, diagnostics)
    return Reading(data, sources, path.parent, briefing.placed(sources, path.parent), ())
