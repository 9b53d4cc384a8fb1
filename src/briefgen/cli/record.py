"""`--json`: the result of a run for programs.

In: inputs with their results or diagnostics. Out: JSON text. The keys are part of the command's interface;
`docs/cli.md` lists them. Does not belong here: text for people (`cli.report`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from briefgen import __version__
from briefgen.cli import report
from briefgen.cli.annotate import record_of
from briefgen.writers import format_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen import batch
    from briefgen.cli.render import Outcome
    from briefgen.diagnostics import Diagnostic
    from briefgen.pipeline import PlacedHeading, Result


def as_json(outcomes: Sequence[Outcome]) -> str:
    """Return `outcomes` as a JSON object, lone surrogates and control characters escaped."""
    record = {
        "briefgen": __version__,
        "ok": all(outcome.result is not None for outcome in outcomes),
        "results": [_outcome(outcome) for outcome in outcomes],
    }
    return _text(record, indent=2)


class Results:
    """The same object, written result by result, so that a batch of any size needs little memory."""

    def __init__(self) -> None:
        self._ok = True
        self._separator = "\n"

    def __enter__(self) -> Self:
        report.out(f'{{"briefgen": "{__version__}", "results": [', end="")
        return self

    def add(self, outcome: batch.Outcome) -> None:
        """Write what became of one briefing."""
        self._ok = self._ok and outcome.ok
        report.out(self._separator + _text(_batch_outcome(outcome)), end="")
        self._separator = ",\n"

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None or not issubclass(kind, OSError):  # else nobody reads
            report.out(f'\n], "ok": {json.dumps(self._ok and kind is None)}}}')


def _text(record: dict[str, Any], indent: int | None = None) -> str:
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode()


def _outcome(outcome: Outcome) -> dict[str, Any]:
    made = _result(outcome.result) if outcome.result else _made([], 0, ())
    return _entry(outcome.input, made, outcome.diagnostics)


def _batch_outcome(outcome: batch.Outcome) -> dict[str, Any]:
    made = _made([(file.path, file.size) for file in outcome.files], outcome.pages, outcome.headings)
    extra = {"skipped": outcome.skipped, "traceback": outcome.traceback or None}
    return {**_entry(outcome.source, made, outcome.diagnostics), **extra}


def _entry(source: Path | str, made: dict[str, Any], diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    return {
        "input": str(source),
        "ok": bool(made["files"]),
        **made,
        "diagnostics": [record_of(found) for found in diagnostics],
    }


def _result(result: Result) -> dict[str, Any]:
    return _made([(path, path.stat().st_size) for path in result.files], result.pages, result.headings)


def _made(
    files: Sequence[tuple[Path | str, int]], pages: int, headings: Sequence[PlacedHeading]
) -> dict[str, Any]:
    return {
        "files": [
            {"path": str(path), "format": format_of(Path(path)), "bytes": size} for path, size in files
        ],
        "pages": pages,
        "headings": [
            {"text": heading.text, "level": heading.level, "page": heading.page} for heading in headings
        ],
    }
