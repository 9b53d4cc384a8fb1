"""What a campaign office keeps: a file → a `Campaign`, `Plan`, `Ledger`, `Meetings`, `Submissions` or `FollowUps`.

In: paths of YAML, JSON or TOML files; a plan and lists of one kind of things may also be CSV or XLSX tables. Out:
models that know where each of their values stands, to the cell. Does not belong here: tables (`tables`), what
contradicts what (`campaign`, `ledger`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from briefgen.errors import InputError
from briefgen.model.base import Sourced
from briefgen.model.campaign import Campaign
from briefgen.model.follow_up import FollowUps
from briefgen.model.ledger import Ledger
from briefgen.model.meeting import Meetings
from briefgen.model.plan import Plan
from briefgen.model.submission import Submissions
from briefgen.model.weekly import Register
from briefgen.reader.canonical import Canonical
from briefgen.reader.root import mapping, parse
from briefgen.reader.shapes import ModelOutline
from briefgen.reader.tables import SUFFIXES, parse_table
from briefgen.reader.validate import bounded, validate

_TABLES = (Plan, Submissions, FollowUps)

SourcedT = TypeVar("SourcedT", bound=Sourced)


def load_campaign(path: str | Path) -> Campaign:
    """Return the campaign that the file at `path` holds.

    Raises:
        InputError: with every mistake in its fields.
    """
    return _loaded(Path(path), Campaign)


def load_plan(path: str | Path) -> Plan:
    """Return the task table at `path`: YAML, JSON or TOML, or a table (XLSX with merged cells, CSV).

    Raises:
        InputError: with every mistake in its fields, in a table at its cell.
    """
    return _loaded(Path(path), Plan)


def load_register(path: str | Path) -> Register:
    """Return the issues that the file at `path` (`issues.yaml`) holds.

    Raises:
        InputError: with every mistake in its fields.
    """
    return _loaded(Path(path), Register)


def load_ledger(path: str | Path) -> Ledger:
    """Return the metrics, and the records if any, that the file at `path` (`ledger.yaml`) holds.

    Raises:
        InputError: with every mistake in its fields.
    """
    return _loaded(Path(path), Ledger)


def load_meetings(path: str | Path) -> Meetings:
    """Return the meetings that the file at `path` holds.

    Raises:
        InputError: with every mistake in its fields.
    """
    return _loaded(Path(path), Meetings)


def load_submissions(path: str | Path) -> Submissions:
    """Return the submissions that the file at `path` holds; a CSV or XLSX table has one in each row.

    Raises:
        InputError: with every mistake in its fields, in a table at its cell.
    """
    return _loaded(Path(path), Submissions)


def load_follow_ups(path: str | Path) -> FollowUps:
    """Return the follow-ups that the file at `path` holds; a CSV or XLSX table has one in each row.

    Raises:
        InputError: with every mistake in its fields, in a table at its cell.
    """
    return _loaded(Path(path), FollowUps)


def _loaded(path: Path, model: type[SourcedT]) -> SourcedT:
    tabular = path.suffix.lower() in SUFFIXES and model in _TABLES
    node = parse_table(path, model) if tabular else mapping(parse(path), path)
    canonical = Canonical(str(path))
    data = canonical.data(node, ModelOutline(model))
    sources = canonical.sources()
    loaded, found = validate(model, data, sources)
    if loaded is None or canonical.diagnostics:
        raise InputError(bounded([*canonical.diagnostics, *found]))
    return loaded.placed(sources, path.parent)
