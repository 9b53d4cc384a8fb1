"""Diagnostics in the forms that programs take: annotations of GitHub, GitLab's code quality, SARIF, JSON, text.

In: diagnostics. Out: text for stdout. Does not belong here: wording (`messages`), the record of a run (`record`).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType
from typing import Any

import click

from briefgen import __version__, messages
from briefgen.diagnostics import CODES, Diagnostic, Severity, _

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
HOME = "https://pypi.org/project/briefgen/"
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_QUALITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def text(found: Sequence[Diagnostic]) -> str:
    """Return diagnostics for people."""
    return "\n".join(map(messages.render, found))


def github(found: Sequence[Diagnostic]) -> str:
    """Return workflow commands, which GitHub Actions turns into comments on the lines."""
    return "\n".join(map(_command, found))


def gitlab(found: Sequence[Diagnostic]) -> str:
    """Return a code quality report, which GitLab shows in a merge request."""
    return _json([_quality(each) for each in found])


def as_json(found: Sequence[Diagnostic]) -> str:
    """Return a JSON list."""
    return _json([record_of(each) for each in found])


def sarif(found: Sequence[Diagnostic]) -> str:
    """Return SARIF 2.1.0, for code scanning."""
    codes = sorted({each.code for each in found})
    rules = [_rule(code) for code in codes]
    driver = {"name": "briefgen", "version": __version__, "informationUri": HOME, "rules": rules}
    run = {
        "tool": {"driver": driver}, "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes.index(each.code)) for each in found],
    }  # fmt: skip
    return _json({"$schema": SARIF, "version": "2.1.0", "runs": [run]})


FORMS: Mapping[str, Callable[[Sequence[Diagnostic]], str]] = MappingProxyType({
    "text": text, "github": github, "gitlab": gitlab, "json": as_json, "sarif": sarif,
})  # fmt: skip
form_option = click.option(
    "--format", "form", type=click.Choice(list(FORMS)), default="text", help=_("诊断的形式")
)


def record_of(found: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as plain values."""
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


def _command(found: Diagnostic) -> str:
    """Return one workflow command; in its data %, line ends and in its properties : and , are escaped."""
    place, properties = found.position, {"title": found.code}
    if place is not None:
        properties = {
            "file": _path(place.file),
            "line": str(place.line),
            "col": str(place.column),
            **properties,
        }
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[found.severity]} {shown}::{_data(_sentences(found))}"


def _sentences(found: Diagnostic) -> str:
    hint = messages.hint(found)
    return f"{messages.message(found)}。{hint}" if hint else messages.message(found)


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def _quality(found: Diagnostic) -> dict[str, Any]:
    place = found.position
    path, line = (_path(place.file), place.line) if place else ("", 1)
    identity = f"{found.code}\0{path}\0{line}\0{messages.message(found)}"
    return {
        "description": f"{found.code} {_sentences(found)}",
        "check_name": found.code,
        "fingerprint": hashlib.sha256(identity.encode("utf-8", "backslashreplace")).hexdigest(),
        "severity": _QUALITY[found.severity],
        "location": {"path": path, "lines": {"begin": line}},
    }


def _rule(code: str) -> dict[str, Any]:
    entry = CODES[code]
    return {
        "id": code,
        "shortDescription": {
            "text": messages.translate(entry.message) if "{" not in entry.message else entry.message
        },
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _result(found: Diagnostic, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.code, "ruleIndex": rule, "level": _LEVELS[found.severity],
        "message": {"text": _sentences(found)},
    }  # fmt: skip
    if (place := found.position) is not None:
        region = {"startLine": place.line, "startColumn": place.column}
        artifact = {"uri": _path(place.file)}
        result["locations"] = [{"physicalLocation": {"artifactLocation": artifact, "region": region}}]
    return result


def _path(file: str) -> str:
    """Return a path as the platforms know it: from the root of the repository, where the command runs."""
    try:
        relative = os.path.relpath(file) if os.path.isabs(file) else file  # noqa: PTH117 - any text may be a path here
    except ValueError:  # another drive
        relative = file
    return PurePath(relative).as_posix()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace").decode()
