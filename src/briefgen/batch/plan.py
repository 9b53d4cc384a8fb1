"""Which briefings a batch takes in, and which files it makes of them.

In: folders, patterns and files; the folder for the outputs. Out: jobs. Outputs keep the folders that their inputs
lie in below the folder that all have in common, so that two of the same name never meet. Does not belong here:
rendering.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct

from briefgen import output as output_files
from briefgen.batch import storage
from briefgen.batch.job import Job, Outcome
from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError

SUFFIXES = (".yaml", ".yml", ".json", ".toml")


class Found(Struct, frozen=True):
    """Files of briefings, and the folder that all of them lie in."""

    files: tuple[str, ...]
    root: str


class Plan(Struct, frozen=True):
    """Jobs, those that cannot be done as they write what another writes, and the folder that all outputs lie in."""

    jobs: tuple[Job, ...]
    refused: tuple[Outcome, ...]
    folder: str


def find(places: Sequence[str]) -> Found:
    """Return the briefings at `places`: files, folders with all below them, patterns such as `issues/**/*.yaml`.

    Raises:
        InputError: BG608 for each place where there is none.
    """
    found = [_found(storage.plain(place)) for place in places]
    empty = [place for place, each in zip(places, found, strict=True) if not each.files]
    if empty:
        raise InputError(Diagnostic("BG608", values={"path": place}) for place in empty)
    files = dict.fromkeys(file for each in found for file in each.files)
    return Found(tuple(files), storage.common_folder(each.root for each in found))


def _found(place: str) -> Found:
    if storage.is_url(place):
        return _found_remotely(place)
    if os.path.isdir(place):  # noqa: PTH112 - bears a name of any length
        return Found(tuple(_below(place)), place)
    if glob.has_magic(place) and not os.path.lexists(place):
        names = sorted(glob.glob(place, recursive=True))  # noqa: PTH207 - as the user wrote it
        return Found(tuple(name for name in names if not os.path.isdir(name)), _fixed_part(place))  # noqa: PTH112
    return Found((place,), storage.parent(place))


def _found_remotely(place: str) -> Found:
    """Return the briefings at a URL: a file if its suffix says so, else a folder."""
    from briefgen.batch import remote

    if glob.has_magic(place):
        return Found(tuple(remote.files_below(place)), _fixed_part(remote.whole(place)))
    if place.endswith(SUFFIXES):
        return Found((place,), storage.parent(place))
    root = remote.whole(place).rstrip("/")
    inner = ((file, storage.relative(file, root).split("/")) for file in remote.files_below(place))
    return Found(
        tuple(
            file
            for file, parts in inner
            if _may_be_briefing(parts[-1]) and not any(part.startswith(".") for part in parts)
        ),
        root,
    )


def _below(folder: str) -> list[str]:
    """Return the files in and below `folder` that may be briefings, in order; what is hidden is passed over."""
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [os.path.join(here, name) for name in sorted(names) if _may_be_briefing(name)]  # noqa: PTH118
    return found


def _may_be_briefing(name: str) -> bool:
    return name.endswith(SUFFIXES) and not name.startswith(".") and not name.endswith(".schema.json")


def _fixed_part(pattern: str) -> str:
    """Return the folders of `pattern` before its first wildcard."""
    fixed = storage.parent(pattern)
    while glob.has_magic(fixed):
        fixed = storage.parent(fixed)
    return fixed


def plan(
    sources: Iterable[str | Path | Job],
    *,
    output: str | Path | None,
    root: str | Path | None,
    formats: Sequence[str],
    overrides: Sequence[str],
) -> Plan:
    """Return the jobs for `sources`: files each once, jobs as they are, with `overrides` before their own.

    Raises:
        ValueError: the files have no folder in common, or one is not below `root`.
    """
    given = list(sources)
    files = [storage.plain(source) for source in given if not isinstance(source, Job)]
    made = [_with(job, overrides) for job in given if isinstance(job, Job)]
    base = storage.common_folder(map(storage.parent, files)) if root is None else storage.plain(root)
    goal = base if output is None else storage.plain(output)
    unique = {os.path.realpath(file): file for file in reversed(files)}
    made += [
        Job(file, _outputs(file, base, goal, formats), tuple(overrides)) for file in reversed(unique.values())
    ]
    if output is None and not files:
        goal = storage.common_folder(storage.parent(job.files[0]) for job in made)
    clashes = output_files.clashes([job.files for job in made])
    return Plan(
        tuple(job for job, clash in zip(made, clashes, strict=True) if not clash),
        tuple(
            Outcome(job.source, diagnostics=clash) for job, clash in zip(made, clashes, strict=True) if clash
        ),
        goal,
    )


def _with(job: Job, overrides: Sequence[str]) -> Job:
    """Return `job` with `overrides` before its own."""
    files = tuple(map(storage.plain, job.files))
    return Job(storage.plain(job.source), files, (*overrides, *job.overrides))


def _outputs(file: str, root: str, output: str, formats: Sequence[str]) -> tuple[str, ...]:
    """Return the files to make of `file`: below `output` as it lies below `root`."""
    name = PurePosixPath(storage.relative(file, root))
    if name.parts[0] == os.pardir or name.is_absolute() or storage.is_url(str(name)):
        raise ValueError(f"{file} is not below {root}")
    stem = storage.joined(output, str(name.with_suffix("")))
    return tuple(f"{stem}.{form}" for form in formats)
