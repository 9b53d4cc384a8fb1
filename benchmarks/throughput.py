"""Throughput: thousands of distinct briefings in a batch, by one process and by several.

`.venv/bin/python -m benchmarks.throughput` makes 2,000 issues of seven pages from fixed seeds and renders them as DOCX
and PDF by one worker and by two; `--kind notice` does the same with short notices. It prints a table, and writes
the figures with `--json`. As many processors are used as there are workers. Memory is that of all processes, its mean
while the first and the last hundred come out.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import active_children, get_context
from pathlib import Path
from statistics import fmean

from msgspec import Struct
from msgspec.structs import asdict

import briefgen
from benchmarks import content, sources

WORK = Path(__file__).with_name(".work") / "throughput"
AT_THE_ENDS = 100  # outcomes whose memory is compared
TICK = os.sysconf("SC_CLK_TCK")

NOTICE = """\
template: jianbao
masthead: {{name: 政策告知, issuer: 推进办公室, date: 2020-07-03, issue: {number}}}
articles:
  - title: 惠企政策告知书
    body: |
{body}
"""


class Run(Struct, frozen=True):
    """One batch: seconds of the clock and of the processors, memory and load, what came out."""

    kind: str
    workers: int
    issues: int
    pages: int
    bytes: int
    seconds: float
    processor_seconds: float
    first_mb: float
    last_mb: float
    load: float

    @property
    def rate(self) -> float:
        """Issues a second."""
        return self.issues / self.seconds

    @property
    def cost(self) -> float:
        """Processor milliseconds of an issue."""
        return 1000 * self.processor_seconds / self.issues


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(
        "python -m benchmarks.throughput", description="batches of many briefings"
    )
    parser.add_argument("--kind", choices=("issue", "notice"), default="issue")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    briefings = _briefings(options.kind, options.count)
    runs = [_alone(options.kind, briefings, workers) for workers in options.workers]
    sys.stdout.write(_table(runs))
    if options.json:
        options.json.write_text(json.dumps([asdict(run) for run in runs], indent=2), "utf-8")


def _briefings(kind: str, count: int) -> list[Path]:
    folder = WORK / kind
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:05}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        if path.exists():
            continue
        issue = content.issue(number, 1)
        if kind == "issue":
            sources.write(issue, folder)
            (folder / "brief.yaml").rename(path)
        else:
            texts = [
                block["text"] for block in issue["articles"][0]["blocks"] if block["type"] == "paragraph"
            ]
            body = "\n\n".join(f"      {text}" for text in texts[:2])
            path.write_text(NOTICE.format(number=number + 1, body=body), "utf-8")
    return paths


def _alone(kind: str, briefings: list[Path], workers: int) -> Run:
    """Return a run in a process of its own, which has as many processors as workers."""
    with ProcessPoolExecutor(1, get_context("spawn"), _confine, (workers,)) as process:
        return process.submit(_run, kind, briefings, workers).result()


def _confine(workers: int) -> None:
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:workers])


def _run(kind: str, briefings: list[Path], workers: int) -> Run:
    shutil.rmtree(WORK / "out", ignore_errors=True)
    memory: list[float] = []
    pages = size = 0
    processors = 0.0
    before, _ = _used()
    began = time.monotonic()
    for outcome in briefgen.render_many(briefings, output=WORK / "out", workers=workers):
        if not outcome.ok:
            raise RuntimeError(outcome)
        pages += outcome.pages
        size += sum(file.size for file in outcome.files)
        if not AT_THE_ENDS <= len(memory) < len(briefings) - AT_THE_ENDS:
            processors, megabytes = _used()
        memory.append(megabytes)
    seconds = time.monotonic() - began
    return Run(
        kind, workers, len(briefings), pages, size, seconds, processors - before,
        fmean(memory[:AT_THE_ENDS]), fmean(memory[-AT_THE_ENDS:]), os.getloadavg()[0],
    )  # fmt: skip


def _used() -> tuple[float, float]:
    """Return the processor seconds and the megabytes of this process and its workers."""
    seconds = megabytes = 0.0
    for pid in (os.getpid(), *(worker.pid for worker in active_children())):
        with suppress(OSError):  # gone meanwhile
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            seconds += (int(fields[11]) + int(fields[12])) / TICK
            megabytes += int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return seconds, megabytes


def _table(runs: list[Run]) -> str:
    lines = [
        "| kind | workers | issues | pages | MB out | seconds | issues/s | speed-up | ms of processor an issue "
        "| MB, first 100 | MB, last 100 | growth | load |",
        "|" + " --- |" * 13,
    ]
    lines += [
        f"| {run.kind} | {run.workers} | {run.issues} | {run.pages} | {run.bytes / 1e6:.0f} | {run.seconds:.1f} "
        f"| {run.rate:.1f} | {run.rate / runs[0].rate:.2f} | {run.cost:.1f} "
        f"| {run.first_mb:.1f} | {run.last_mb:.1f} | {run.last_mb / run.first_mb - 1:+.1%} | {run.load:.1f} |"
        for run in runs
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
