"""A desk: where one job is done, its files brought there and taken away.

In: a job. Out: paths of this machine for its briefing and its outputs; a digest of each file that was read; what was
written. What lies behind a URL is brought when it is read, and only then: the briefing, the files of its bodies, its
pictures, its templates. Does not belong here: rendering.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from briefgen import output
from briefgen.batch import storage
from briefgen.batch.job import Job, WrittenFile
from briefgen.diagnostics import Diagnostic, file_position
from briefgen.errors import InputError
from briefgen.resources import templates_folder


@contextmanager
def desk(job: Job) -> Iterator[Desk]:
    """Lend a desk for `job`, with a folder of its own if it needs one."""
    if any(map(storage.is_url, (job.source, *job.files))):
        with tempfile.TemporaryDirectory(prefix="briefgen-") as folder:
            yield Desk(job, Path(folder).resolve())
    else:
        yield Desk(job, None)


class Desk:
    """The place of one job; it watches what is read (`inputs.Watcher`)."""

    def __init__(self, job: Job, folder: Path | None) -> None:
        self._job = job
        self._folder = folder
        self.source = self._here(job.source)
        self.targets = tuple(self._here(name) for name in job.files)
        self.digests: dict[str, str] = {}

    def clear(self) -> None:
        """Make the folders that the outputs go to.

        Raises:
            OutputError: BG601.
        """
        for folder in {target.parent for target in self.targets}:
            output.make_folder(folder)

    def before(self, path: Path) -> None:
        """Bring the file `path`, if it lies elsewhere; a briefing from elsewhere may read nothing of this machine."""
        if self._folder is None or not storage.is_url(self._job.source) or _is_ours(path):
            return
        place = Path(os.path.normpath(path))
        if not place.is_relative_to(self._folder):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        if not place.exists():
            from briefgen.batch import remote

            url = self._name(str(place))
            data, self.digests[url] = remote.fetch(url)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)

    def after(self, path: Path, data: bytes) -> None:
        """Note the digest of the file `path`; what comes with briefgen does not count, its version does."""
        if not _is_ours(path) and (self._folder is None or not path.is_relative_to(self._folder)):
            self.digests[str(path)] = storage.digest_of(data)

    def deliver(self) -> tuple[WrittenFile, ...]:
        """Take the outputs to where they belong.

        Raises:
            OutputError: BG601.
        """
        return tuple(map(_delivered, self._job.files, self.targets))

    def renamed(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return `diagnostics` with files named as the author knows them."""
        if self._folder is None:
            return tuple(diagnostics)
        return tuple(self._renamed(found) for found in diagnostics)

    def _renamed(self, found: Diagnostic) -> Diagnostic:
        place = found.position and replace(found.position, file=self._name(found.position.file))
        values: dict[str, Any] = {
            key: self._name(str(value)) if isinstance(value, str | Path) else value
            for key, value in found.values.items()
        }
        return Diagnostic(found.code, place, values)

    def _here(self, name: str) -> Path:
        """Return the path of this machine for `name`: `s3://bucket/a.yaml` is `s3/bucket/a.yaml` in our folder."""
        if self._folder is None or not storage.is_url(name):
            return Path(name)
        scheme, _, rest = name.partition("://")
        path = Path(os.path.normpath(self._folder / scheme / rest.lstrip("/")))
        if not path.is_relative_to(self._folder / scheme):
            raise InputError([Diagnostic("BG001", file_position(name), {"path": name})])
        return path

    def _name(self, path: str) -> str:
        """Return the URL that `path` stands for: the other way round from `_here`."""
        if self._folder is None or not path.startswith(f"{self._folder}{os.sep}"):
            return path
        scheme, *rest = Path(path).relative_to(self._folder).parts
        return f"{scheme}://{'/'.join(rest)}"


def _is_ours(path: Path) -> bool:
    return path.is_relative_to(templates_folder())


def _delivered(name: str, path: Path) -> WrittenFile:
    data = path.read_bytes()
    if storage.is_url(name):
        from briefgen.batch import remote

        return WrittenFile(name, len(data), remote.write(name, data))
    return WrittenFile(name, len(data), storage.digest_of(data))
