"""The run on one screen: environments, issues, interleaved rounds, checks, report.

`scripts/benchmark` calls it; `--quick` runs everything once, without a verdict.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import checks, content, plot, profiles, report, sources
from benchmarks.environments import PEERS, WORK, Peer, install, libreoffice
from benchmarks.goals import Samples, ratios
from benchmarks.rounds import WARM_UP, Sample, WarmPeers, cold_processes, office_process, run_cold

RESULTS = Path(__file__).with_name("results")
SLOW_ROUNDS = 3  # of peers and sizes that take seconds


def main() -> int:
    """Run, print the table, write the results, and return 1 if a goal is missed in a full run."""
    options = _options()
    peers = tuple(peer for peer in PEERS if not options.peers or peer.script in options.peers)
    if not options.installed:
        _say("installing")
        install(peers)
    samples = list(_samples(peers, options.rounds, quick=options.quick))
    _say("checking")
    _check(samples)
    collected = Samples(samples)
    found = ratios(collected)
    names = list(dict.fromkeys(sample.peer for sample in samples))
    data = report.record(collected, names, found, options.rounds)
    sys.stdout.write(report.markdown(data))
    if options.quick or options.peers:
        return 0
    data["profiles"] = profiles.measured(_folder(7, 0))
    report.write(data, RESULTS)
    plot.write(data, RESULTS / "latest.svg")
    return 0 if all(ratio.holds for ratio in found) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("scripts/benchmark", description="briefgen beside its peers")
    parser.add_argument("--rounds", type=int, default=15, help="interleaved rounds (15)")
    parser.add_argument("--quick", action="store_true", help="every peer once, small issue, no verdict")
    parser.add_argument("--peers", nargs="*", help="only these: briefgen typst python_docx …")
    parser.add_argument("--installed", action="store_true", help="do not install anything first")
    options = parser.parse_args()
    if options.quick:
        options.rounds = 1
    return options


def _samples(peers: tuple[Peer, ...], rounds: int, *, quick: bool) -> Iterator[Sample]:
    for pages in (7,) if quick else (7, 62):
        yield from _cold(peers, pages, rounds)
        yield from _warm(peers, pages, rounds)
    if not quick:
        ours = tuple(peer for peer in peers if peer.script == "briefgen")
        yield from _cold(ours, 620, SLOW_ROUNDS)


def _cold(peers: tuple[Peer, ...], pages: int, rounds: int) -> Iterator[Sample]:
    folder = _folder(pages, 0)
    slow = {peer.name for peer in peers if peer.slow} | {"LibreOffice"}
    for number in range(rounds):
        _say(f"cold, {pages} pages, round {number + 1}")
        processes = cold_processes(peers, folder)
        if libreoffice() and any(peer.script == "python_docx" for peer in peers):
            processes.append(office_process(folder))
        for process in processes:
            if number < SLOW_ROUNDS or process.name not in slow:
                yield run_cold(process, pages, number)


def _warm(peers: tuple[Peer, ...], pages: int, rounds: int) -> Iterator[Sample]:
    with WarmPeers(peers) as running:
        for number in range(WARM_UP + rounds):
            _say(f"warm, {pages} pages, round {number + 1 - WARM_UP}")
            folder = _folder(pages, number + 1)
            for peer in peers:
                if peer.slow and number >= WARM_UP + SLOW_ROUNDS:
                    continue
                sample = running.run(peer, folder, pages, number - WARM_UP)
                if number >= WARM_UP:
                    yield sample


def _folder(pages: int, seed: int) -> Path:
    """Return the folder of an issue, its sources written."""
    folder = WORK / "issues" / f"{pages}-{seed}"
    if not (folder / "issue.html").exists():
        sources.write(content.issue(seed, content.UNITS[pages]), folder)
    return folder


def _check(samples: list[Sample]) -> None:
    """Hold each file against its issue; all files of one issue and peer are checked once."""
    for file, pages in sorted({(sample.file, sample.pages) for sample in samples}):
        path = Path(file)
        folder = next(parent for parent in path.parents if parent.name.startswith(f"{pages}-"))
        seed = int(folder.name.partition("-")[2])
        checks.check(path, sources.texts(content.issue(seed, content.UNITS[pages])))
        count = checks.pages(path)
        if count is not None and not 0.7 * pages <= count <= 1.5 * pages:
            raise RuntimeError(f"{path}: {count} pages")


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
