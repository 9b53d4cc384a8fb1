"""`--json`: the result of a run for programs.

In: inputs with their results or diagnostics. Out: JSON text. The keys are part of the command's interface;
`docs/cli.md` lists them. Does not belong here: text for people (`cli.report`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from briefgen import __version__, messages
from briefgen.writers import format_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.cli.render import Outcome
    from briefgen.diagnostics import Diagnostic
    from briefgen.pipeline import Result


def as_json(outcomes: Sequence[Outcome]) -> str:
    """Return `outcomes` as a JSON object, lone surrogates and control characters escaped."""
    record = {
        "briefgen": __version__,
        "ok": all(outcome.result is not None for outcome in outcomes),
        "results": [_outcome(outcome) for outcome in outcomes],
    }
    return json.dumps(record, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace").decode()


def _outcome(outcome: Outcome) -> dict[str, Any]:
    made = _result(outcome.result) if outcome.result else {"files": [], "pages": 0, "headings": []}
    return {
        "input": str(outcome.input),
        "ok": outcome.result is not None,
        **made,
        "diagnostics": [_diagnostic(found) for found in outcome.diagnostics],
    }


def _result(result: Result) -> dict[str, Any]:
    return {
        "files": [
            {"path": str(path), "format": format_of(path), "bytes": path.stat().st_size}
            for path in result.files
        ],
        "pages": result.pages,
        "headings": [
            {"text": heading.text, "level": heading.level, "page": heading.page}
            for heading in result.headings
        ],
    }


def _diagnostic(found: Diagnostic) -> dict[str, Any]:
    place = found.position
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": messages.message(found),
        "hint": messages.hint(found) or None,
        "clause": found.clause,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }
