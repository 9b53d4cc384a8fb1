"""What a batch hands out and gets back: jobs, orders, outcomes.

In: paths or URLs. Out: frozen values that cross processes. Does not belong here: doing anything with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.template import Template
    from briefgen.pipeline import PlacedHeading


class Job(Struct, frozen=True):
    """A briefing to render: its file, the files to make of it, values to override.

    All names are paths or URLs; the suffix of each of `files` names its format.
    """

    source: str
    files: tuple[str, ...]
    overrides: tuple[str, ...] = ()


class WrittenFile(Struct, frozen=True):
    """A file that was written: its path or URL, its size in bytes, a digest of its content."""

    path: str
    size: int
    digest: str


class Record(Struct, frozen=True):
    """What a finished job left: its files, and the digest of each file that they were made of."""

    files: tuple[WrittenFile, ...]
    pages: int
    read: Mapping[str, str]


class Order(Struct, frozen=True):
    """What a worker gets: a job, the template in place of the briefing's own, what is left of an earlier run."""

    job: Job
    template: Template | None = None
    done: Record | None = None


class Outcome(Struct, frozen=True):
    """What became of one briefing: files and pages, or why there are none.

    `diagnostics` are the author's mistakes and warnings, `traceback` tells of a bug of ours. `read` holds a digest of
    every file that the briefing was made of. `skipped` says that the files were there already and are still
    true; where the headings stand is not known then.
    """

    source: str
    files: tuple[WrittenFile, ...] = ()
    pages: int = 0
    headings: tuple[PlacedHeading, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    traceback: str = ""
    skipped: bool = False
    read: Mapping[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether the files are there."""
        return bool(self.files)
