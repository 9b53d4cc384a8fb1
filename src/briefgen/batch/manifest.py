"""The manifest of a batch: what is done, so that a later run may skip it.

In: outcomes. Out: records, and one file beside the outputs: a line of JSON for each briefing that was made, with paths
relative to its folder; a later line takes the place of an earlier one. What a crash leaves of a line costs no more than
making that briefing again. Does not belong here: whether a record still holds (`work`).
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen import __version__, output
from briefgen.batch import storage
from briefgen.batch.job import Job, Outcome, Record, WrittenFile
from briefgen.errors import OutputError

if TYPE_CHECKING:
    from briefgen.model.template import Template

NAME = ".briefgen-batch.jsonl"
PAUSE = 5.0  # seconds between two writes
SHARE = 0.02  # of the time may go into writing


class Manifest:
    """The records of one folder. What is written is not kept, since it may be very much."""

    def __init__(self, folder: str, template: Template | None, *, resume: bool) -> None:
        self._folder = folder
        self._template = template.model_dump_json() if template is not None else ""
        self._path = storage.joined(folder, NAME)
        self._known = self._written() if resume else {}
        self._new: dict[str, str] = {}  # lines that are not written yet
        self._appends = False  # the first time, all is written anew, each briefing on one line
        self._next_save = time.monotonic() + PAUSE

    def record_of(self, job: Job) -> Record | None:
        """Return what an earlier run left of `job`, None if nothing, or if it was asked for otherwise; ask once."""
        entry = json.loads(self._known.pop(self._name(job.files[0]), "{}"))
        try:
            asked = (self._name(job.source), self._settings(job), [self._name(name) for name in job.files])
            if asked != (entry["source"], entry["settings"], [name for name, _, _ in entry["files"]]):
                return None
            files = tuple(
                WrittenFile(path, size, digest)
                for path, (_, size, digest) in zip(job.files, entry["files"], strict=True)
            )
            read = {storage.joined(self._folder, name): digest for name, digest in entry["read"].items()}
            return Record(files, int(entry["pages"]), read)
        except (LookupError, TypeError, ValueError, AttributeError):  # nothing known, or no work of ours
            return None

    def note(self, job: Job, outcome: Outcome) -> None:
        """Take in what was made of `job`, and write all to the disk now and then."""
        if outcome.ok and not outcome.skipped:
            entry = self._entry(job, outcome)
            self._new[self._name(job.files[0])] = json.dumps(entry, ensure_ascii=False)
        if time.monotonic() > self._next_save:
            with suppress(OutputError):  # the last write, at the end, tells
                self.save()

    def save(self) -> None:
        """Write what is new to the disk.

        Raises:
            OutputError: BG601.
        """
        if not self._new:
            return
        began = time.monotonic()
        try:
            if self._appends:
                output.append(Path(self._path), _text(self._new))
            else:
                storage.write(self._path, _text(self._written() | self._new))
        except OutputError:
            self._appends = False  # a part may be there
            raise
        self._appends = not storage.is_url(self._path)
        self._new.clear()
        ended = time.monotonic()
        self._next_save = ended + max(PAUSE, (ended - began) / SHARE)

    def _written(self) -> dict[str, str]:
        """Return the lines of the file by the names of their first outputs; what is no work of ours is left out."""
        found = {}
        for line in (storage.read(self._path) or b"").decode("utf-8", "surrogateescape").split("\n"):
            with suppress(LookupError, TypeError, ValueError):
                found[str(json.loads(line)["files"][0][0])] = line
        return found

    def _entry(self, job: Job, outcome: Outcome) -> dict[str, Any]:
        return {
            "source": self._name(job.source),
            "settings": self._settings(job),
            "pages": outcome.pages,
            "files": [(self._name(file.path), file.size, file.digest) for file in outcome.files],
            "read": {self._name(name): digest for name, digest in outcome.read.items()},
        }

    def _settings(self, job: Job) -> str:
        """Return a digest of all but files that the bytes of a job depend on."""
        settings = (__version__, self._template, job.overrides, os.environ.get("SOURCE_DATE_EPOCH", ""))
        return hashlib.sha256(repr(settings).encode()).hexdigest()

    def _name(self, name: str) -> str:
        return storage.relative(name, self._folder)


def _text(lines: Mapping[str, str]) -> bytes:
    return "".join(f"{line}\n" for line in lines.values()).encode("utf-8", "surrogateescape")
