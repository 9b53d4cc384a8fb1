"""Reports: a file that asks for a document of the campaign office → a `Report` that knows where its values stand.

In: the nodes of a file, values to override. Out: the report. Does not belong here: the campaign's own files (`office`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefgen.errors import InputError
from briefgen.model.report import Report
from briefgen.reader.canonical import Canonical
from briefgen.reader.nodes import Mapping
from briefgen.reader.overrides import override
from briefgen.reader.shapes import ModelOutline
from briefgen.reader.validate import bounded, validate


def report_of(node: Mapping, path: Path, overrides: Sequence[str] = ()) -> Report:
    """Return the report that `node`, the root of the file at `path`, holds.

    Raises:
        InputError: with every mistake in its fields.
    """
    canonical = Canonical(str(path))
    outline = ModelOutline(Report)
    data = canonical.data(node, outline)
    canonical.diagnostics.extend(override(data, overrides, canonical, outline))
    sources = canonical.sources()
    report, found = validate(Report, data, sources)
    if report is None or canonical.diagnostics:
        raise InputError(bounded([*canonical.diagnostics, *found]))
    return report.placed(sources, path.parent)
