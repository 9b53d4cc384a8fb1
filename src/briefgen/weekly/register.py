"""The register of issues: the next number, gaps, what was published, and which of it records have changed since.

In: `issues.yaml`, totals of the ledger. Out: numbers, corrections, diagnostics, the register's new text. Does not
belong here: what an issue says (`draft`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.ledger.tally import tally
from briefgen.model.weekly import Correction, Issue, Register
from briefgen.reader.office import load_register
from briefgen.weekly.yamltext import yaml_text

if TYPE_CHECKING:
    import datetime as dt

    from briefgen.ledger.entry import Entry
    from briefgen.ledger.tally import Totals
    from briefgen.model.campaign import Period
    from briefgen.model.ledger import Ledger

FILE = "issues.yaml"
_COMMENT = "# 期次登记：briefgen weekly 写出，记录各期的起止、内容摘要和公布的数字，请勿手工改动。\n"


def read_register(folder: Path) -> Register:
    """Return the register of the campaign in `folder`, an empty one before its first issue.

    Raises:
        InputError: what is wrong with the file.
    """
    path = folder / FILE
    return load_register(path) if path.exists() else Register(issues=[])


def number_of(register: Register, period: Period, first: int) -> int:
    """Return the number of the issue for `period`: the one it has, else the next.

    Raises:
        InputError: BG768, another issue has some of its days.
    """
    for index, each in enumerate(register.issues):
        if (each.since, each.until) == (period.start, period.end):
            return each.issue
        if each.since <= period.end and period.start <= each.until:
            place = register.sources.value("issues", index)
            values = {"issue": each.issue, "since": each.since, "until": each.until}
            raise InputError([Diagnostic("BG768", place, values)])
    return max((each.issue for each in register.issues), default=first - 1) + 1


def gaps(register: Register) -> Iterator[Diagnostic]:
    """Yield BG762 for each issue that does not follow the one before it."""
    numbered = sorted(enumerate(register.issues), key=lambda pair: pair[1].issue)
    for (_, before), (index, each) in pairwise(numbered):
        if each.issue != before.issue + 1:
            place = register.sources.value("issues", index, "issue")
            yield Diagnostic("BG762", place, {"previous": before.issue, "issue": each.issue})


def snapshot(ledger: Ledger, entries: Sequence[Entry], until: dt.date) -> dict[str, int]:
    """Return every total at the end of `until`, by name, levels after a full stop: `媒体发稿.省`."""
    return _named(tally(entries, ledger.metrics, [until]), 0)


def corrections(
    register: Register, number: int, ledger: Ledger, entries: Sequence[Entry]
) -> list[Correction]:
    """Return what issues before `number` published and the ledger has otherwise now, unless it was corrected since."""
    earlier = sorted((each for each in register.issues if each.issue < number), key=lambda each: each.issue)
    if not earlier:
        return []
    days = sorted({each.until for each in earlier})
    totals = tally(entries, ledger.metrics, days)
    told = {
        (each.issue, each.figure): each.now for issue in earlier for each in issue.corrections
    }  # later issues overwrite
    found = []
    for issue in earlier:
        now = _named(totals, days.index(issue.until))
        for name, published in issue.figures.items():
            was = told.get((issue.issue, name), published)
            if now.get(name, 0) != was:
                found.append(Correction(issue=issue.issue, figure=name, was=was, now=now.get(name, 0)))
    return _last_of_each(found)


def _last_of_each(found: list[Correction]) -> list[Correction]:
    """Return one correction for each figure, that of the last issue: the one that readers have in mind."""
    return list({each.figure: each for each in found}.values())


def with_issue(register: Register, issue: Issue) -> Register:
    """Return the register with `issue` in place of the one that has its number."""
    others = [each for each in register.issues if each.issue != issue.issue]
    return register.model_copy(update={"issues": sorted([*others, issue], key=lambda each: each.issue)})


def register_text(register: Register) -> bytes:
    """Return the register as its file."""
    return (_COMMENT + yaml_text({"各期": [_chinese(each) for each in register.issues]})).encode()


def digest(content: bytes) -> str:
    """Return what tells whether a file was changed."""
    return hashlib.sha256(content).hexdigest()[:32]


def _named(totals: Mapping[str, Totals], at: int) -> dict[str, int]:
    named = {}
    for name, each in totals.items():
        named[name] = each.whole[at]
        for (dimension, value), figures in each.parts.items():
            if dimension == "level":
                named[f"{name}.{value}"] = figures[at]
    return named


def _chinese(issue: Issue) -> dict[str, Any]:
    """Return the fields of an issue under their Chinese names, those that are empty left out."""
    found: dict[str, Any] = {}
    for name, field in Issue.model_fields.items():
        value = getattr(issue, name)
        if name == "corrections":
            value = [
                {str(inner.title): getattr(each, key) for key, inner in Correction.model_fields.items()}
                for each in value
            ]
        if value or name == "published":
            found[str(field.title)] = value
    return found
