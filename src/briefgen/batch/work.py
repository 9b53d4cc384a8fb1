"""The worker's part: one order → its files and an outcome; it never raises for a briefing.

In: an order, in whatever process or thread. Out: files, each whole or not at all, and an outcome. Does not belong
here: who calls (`pool`), which files (`plan`).
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen import pipeline
from briefgen.batch import storage
from briefgen.batch.desk import desk
from briefgen.batch.job import Job, Order, Outcome, Record
from briefgen.errors import InputError
from briefgen.inputs import watched

_FIRST = """\
masthead:
  issuer: 编写组
  issue: 1
  date: 2020-07-03
articles:
  - title: 各份简报都要用到的程序、字表与词表在第一份之前装入一遍以后不再等待
    body: |
      # 一级

      正文，*楷体*。

      | 甲 | 乙 |
      | --- | --- |
      | 1 | 2 |

      1. 项

      {characters}
"""
_VARIED = 8  # of the common characters of GB 2312 one in so many: as many different ones as an issue has


def warm(formats: Iterable[str]) -> None:
    """Load what every briefing needs in `formats`, by making one; whatever goes wrong, the first job will tell.

    It needs as much memory as others will, so that how much a batch needs is seen at once.
    """
    with suppress(OSError), TemporaryDirectory(prefix="briefgen-") as folder:
        source = Path(folder, "first.yaml")
        source.write_text(_FIRST.format(characters=_common()[::_VARIED]), "utf-8")
        work(Order(Job(str(source), tuple(str(source.with_suffix(f".{form}")) for form in formats))))


def _common() -> str:
    """Return the 3,755 characters of GB 2312's first level."""
    cells = [bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
    return b"".join(cells).decode("gb2312", "ignore")


def work(order: Order) -> Outcome:
    """Render the job of `order`, unless what an earlier run left is still true."""
    job, done = order.job, order.done
    try:
        if done is not None and _still_true(done):
            return Outcome(job.source, done.files, done.pages, skipped=True)
        return _rendered(order)
    except InputError as error:
        return Outcome(job.source, diagnostics=error.diagnostics)
    except Exception:
        return Outcome(job.source, traceback=traceback.format_exc())


def _still_true(done: Record) -> bool:
    made = {file.path: file.digest for file in done.files}
    return all(storage.digest(name) == digest for name, digest in {**done.read, **made}.items())


def _rendered(order: Order) -> Outcome:
    job = order.job
    with desk(job) as place:
        try:
            with watched(place):
                briefing = pipeline.open_any(place.source, job.overrides)
                place.clear()
                # a disk bears few syncs a second; what a power cut tears, `resume` finds by its digest
                result = pipeline.save(briefing, *place.targets, template=order.template, durable=False)
        except InputError as error:
            raise InputError(place.renamed(error.diagnostics)) from error
        warnings = place.renamed(result.warnings)
        files = place.deliver()
    return Outcome(job.source, files, result.pages, result.headings, warnings, read=place.digests)
