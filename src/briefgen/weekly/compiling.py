"""Compiling the issue of a period on one screen: open → number → fill and check → draft → write → set.

In: the file of a campaign, a period. Out: the issue's file and what was rendered of it, every mistake at once; nothing
is written while there is one. Does not belong here: any of the steps.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen import output, pipeline
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.errors import InputError
from briefgen.ledger.figures import figures
from briefgen.model.weekly import Issue
from briefgen.weekly.draft import Contents, Written, draft
from briefgen.weekly.register import (
    FILE,
    corrections,
    digest,
    gaps,
    number_of,
    read_register,
    register_text,
    snapshot,
    with_issue,
)
from briefgen.weekly.source import Source, open_source
from briefgen.weekly.texts import Texts

if TYPE_CHECKING:
    from briefgen.model.campaign import Period
    from briefgen.model.weekly import Correction, Register

FORMATS = ("docx", "pdf")


class State(StrEnum):
    """What became of the issue's file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # changed by hand since it was written


class Wishes(Struct, frozen=True):
    """How an issue is to be compiled: over what is published, as published, in which formats, into which folder."""

    force: bool = False
    publish: bool = False
    formats: Sequence[str] = FORMATS
    folder: Path | None = None


class Compiled(Struct, frozen=True):
    """An issue: its number, its file and what became of that, what was rendered, what was noticed."""

    issue: int
    file: Path
    state: State
    result: pipeline.Result
    figures: dict[str, int] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def compile_week(campaign: str | Path, period: Period, wishes: Wishes | None = None) -> Compiled:
    """Write and render the issue of `period`; doing it twice changes nothing.

    Raises:
        InputError: with every mistake that was found; BG763 where the issue is published and would change.
        OutputError: a file cannot be written; the old ones are untouched.
    """
    wishes = wishes or Wishes()
    source = open_source(Path(campaign))
    register = read_register(source.folder)
    number = number_of(register, period, source.weekly.first_issue)
    changed = corrections(register, number, source.ledger, source.entries)
    found = [*gaps(register), *(_noted(each, source) for each in changed)]
    content, in_texts = _content(source, period, number, changed)
    found = [*source.diagnostics, *found, *in_texts]
    _stop_on_errors(found)
    issue = Issue(
        issue=number, since=period.start, until=period.end, file=f"第{number}期.yaml", digest=digest(content),
        published=False, figures=snapshot(source.ledger, source.entries, period.end), corrections=changed,
    )  # fmt: skip
    path = source.folder / issue.file
    state, noticed = _settled(path, content, register, issue, wishes)
    if state is State.WRITTEN:
        register = with_issue(register, issue)
        output.write({path: content, source.folder / FILE: register_text(register)})
    result = _rendered(path, wishes)
    if wishes.publish:
        _publish(register, number, source.folder)
    diagnostics = pipeline.ordered([*found, *noticed, *result.warnings])
    return Compiled(number, path, state, result, issue.figures, diagnostics)


def _content(
    source: Source, period: Period, number: int, changed: Sequence[Correction]
) -> tuple[bytes, list[Diagnostic]]:
    """Return the file of the issue and what is wrong with its texts."""
    weekly = source.weekly
    counted = figures(source.entries, source.ledger, period)
    texts = Texts(source, number, period.end + dt.timedelta(days=weekly.delay), counted)
    contents = Contents(
        number, texts.date, counted,
        articles=[Written(each.head, texts.article(each)) for each in texts.articles()],
        editor_note=texts.standing(weekly.editor_note, "weekly", "editor_note"),
        summary=texts.standing(weekly.summary.text if weekly.summary else None, "weekly", "summary", "text"),
        corrections=changed,
    )  # fmt: skip
    return draft(source.campaign, weekly, contents).encode(), texts.diagnostics


def _noted(each: Correction, source: Source) -> Diagnostic:
    names = [metric.name for metric in source.ledger.metrics]
    name = each.figure.partition(".")[0]
    place = source.ledger.sources.value("metrics", names.index(name)) if name in names else None
    return Diagnostic("BG765", place, each.model_dump())


def _settled(
    path: Path, content: bytes, register: Register, issue: Issue, wishes: Wishes
) -> tuple[State, list[Diagnostic]]:
    """Return what is to become of the issue's file.

    Raises:
        InputError: BG763, it is published and would change; BG606, it is a file that nobody compiled.
    """
    known = next((each for each in register.issues if each.issue == issue.issue), None)
    if not path.exists() or wishes.force:
        return State.WRITTEN, []
    there = path.read_bytes()
    if known is None and there != content:
        raise InputError([Diagnostic("BG606", values={"path": path})])
    if known is None or (there != content and digest(there) == known.digest and not known.published):
        return State.WRITTEN, []
    if there == content:
        return State.UNCHANGED, []
    if known.published:
        raise InputError([Diagnostic("BG763", values={"issue": issue.issue, "path": path})])
    return State.KEPT, [Diagnostic("BG764", values={"path": path})]


def _rendered(path: Path, wishes: Wishes) -> pipeline.Result:
    folder = wishes.folder or path.parent
    output.make_folder(folder)
    return pipeline.save(pipeline.load(path), *(folder / f"{path.stem}.{each}" for each in wishes.formats))


def _publish(register: Register, number: int, folder: Path) -> None:
    issues = [
        each.model_copy(update={"published": True}) if each.issue == number else each
        for each in register.issues
    ]
    text = register_text(register.model_copy(update={"issues": issues}))
    if not (folder / FILE).exists() or (folder / FILE).read_bytes() != text:
        output.write({folder / FILE: text})


def _stop_on_errors(found: Sequence[Diagnostic]) -> None:
    if any(each.severity is Severity.ERROR for each in found):
        raise InputError(pipeline.ordered(found))
