"""The manifest of a batch: what is done, so that a later run may skip it.

In: outcomes. Out: records, and one file beside the outputs that is always replaced as a whole: a line of JSON for each
briefing that was made, with paths relative to its folder. Does not belong here: whether a record still holds (`work`).
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from briefgen import __version__
from briefgen.batch import storage
from briefgen.batch.job import Job, Outcome, Record, WrittenFile
from briefgen.errors import OutputError

if TYPE_CHECKING:
    from briefgen.model.template import Template

NAME = ".briefgen-batch.jsonl"
PAUSE = 5.0  # seconds between two writes
SHARE = 0.02  # of the time may go into writing


class Manifest:
    """The records of one folder, kept as text, since they may be very many."""

    def __init__(self, folder: str, template: Template | None) -> None:
        self._folder = folder
        self._template = template.model_dump_json() if template is not None else ""
        self._path = storage.joined(folder, NAME)
        self._lines = dict(_lines(storage.read(self._path) or b""))
        self._next_save = time.monotonic() + PAUSE
        self._saved = True

    def record_of(self, job: Job) -> Record | None:
        """Return what an earlier run left of `job`, None if nothing, or if it was asked for otherwise."""
        entry = json.loads(self._lines.get(self._name(job.files[0]), "{}"))
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
            self._lines[self._name(job.files[0])] = json.dumps(entry, ensure_ascii=False)
            self._saved = False
        if time.monotonic() > self._next_save:
            with suppress(OutputError):  # the last write, at the end, tells
                self.save()

    def save(self) -> None:
        """Write all to the disk, if anything is new.

        Raises:
            OutputError: BG601.
        """
        if self._saved:
            return
        began = time.monotonic()
        text = "".join(f"{line}\n" for line in self._lines.values())
        storage.write(self._path, text.encode("utf-8", "surrogateescape"))
        self._saved = True
        ended = time.monotonic()
        self._next_save = ended + max(PAUSE, (ended - began) / SHARE)

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


def _lines(data: bytes) -> list[tuple[str, str]]:
    """Return the lines of a manifest, each with the name of its first file; what is no work of ours is left out."""
    found = []
    for line in data.decode("utf-8", "surrogateescape").split("\n"):
        with suppress(LookupError, TypeError, ValueError):
            found.append((str(json.loads(line)["files"][0][0]), line))
    return found
