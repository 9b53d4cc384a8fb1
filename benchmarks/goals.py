"""Goals: what briefgen is held to, each a ratio of medians of pairs from the same rounds.

In: samples. Out: `Ratio`s with their goals. Does not belong here: how they are shown (`report`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

from msgspec import Struct

from benchmarks.rounds import Sample

Value = Callable[[Sample], float]


class Ratio(Struct, frozen=True):
    """A comparison: the median over rounds of ours divided by theirs, and the most that it may be."""

    title: str
    value: float
    goal: float

    @property
    def holds(self) -> bool:
        """Whether the goal is reached."""
        return self.value <= self.goal


def seconds(sample: Sample) -> float:
    """Return the time of a sample."""
    return sample.seconds


def memory(sample: Sample) -> float:
    """Return the peak memory of a sample."""
    return sample.megabytes


def size(sample: Sample) -> float:
    """Return the size of the file of a sample."""
    return float(Path(sample.file).stat().st_size)


class Samples:
    """All samples of a run."""

    def __init__(self, samples: Iterable[Sample]) -> None:
        self._samples = list(samples)

    def of(self, work: str, peer: str, pages: int) -> dict[int, Sample]:
        """Return the samples of a peer by round."""
        return {
            sample.round: sample
            for sample in self._samples
            if (sample.work, sample.peer, sample.pages) == (work, peer, pages)
        }

    def median(self, work: str, peer: str, pages: int, value: Value = seconds) -> float | None:
        """Return the median of a peer, None if it was not run."""
        found = [value(sample) for sample in self.of(work, peer, pages).values()]
        return median(found) if found else None

    def ratio(self, work: str, pages: int, ours: str, *theirs: str, value: Value = seconds) -> float | None:
        """Return the median over rounds of ours divided by the sum of theirs."""
        mine = self.of(work, ours, pages)
        others = [self.of(work, name, pages) for name in theirs]
        rounds = [number for number in mine if all(number in other for other in others)]
        quotients = [value(mine[number]) / sum(value(other[number]) for other in others) for number in rounds]
        return median(quotients) if quotients else None

    def growth(self, work: str, peer: str, pages: tuple[int, int], value: Value = seconds) -> float | None:
        """Return how a peer's median grows from the fewer to the more pages."""
        fewer, more = (self.median(work, peer, count, value) for count in pages)
        return more / fewer if fewer and more else None


def ratios(samples: Samples) -> list[Ratio]:
    """Return every comparison that the samples allow."""
    found: list[tuple[str, float | None, float]] = [
        ("cold, 7 pages: PDF and DOCX ÷ (Typst + python-docx)",
         samples.ratio("cold", 7, "briefgen PDF+DOCX", "Typst", "python-docx"), 1.0),
        ("cold, 7 pages: PDF ÷ Typst", samples.ratio("cold", 7, "briefgen PDF", "Typst"), 1.5),
        ("warm, 7 pages: PDF ÷ Typst", samples.ratio("warm", 7, "briefgen PDF", "Typst"), 1.0),
        ("warm, 62 pages: PDF ÷ Typst", samples.ratio("warm", 62, "briefgen PDF", "Typst"), 0.8),
        ("warm, 7 pages: DOCX ÷ the faster of python-docx and docxtpl", _faster(samples, 7), 0.2),
        ("warm, 62 pages: DOCX ÷ the faster of python-docx and docxtpl", _faster(samples, 62), 0.2),
        ("cold, 7 pages: peak memory ÷ Typst",
         samples.ratio("cold", 7, "briefgen PDF+DOCX", "Typst", value=memory), 1.0),
        ("7 pages: size of the PDF ÷ Typst", samples.ratio("cold", 7, "briefgen PDF", "Typst", value=size), 1.0),
        ("7 pages: size of the DOCX ÷ python-docx",
         samples.ratio("cold", 7, "briefgen DOCX", "python-docx", value=size), 1.0),
    ]  # fmt: skip
    for work, pages in (("warm", (7, 62)), ("cold", (62, 620))):
        for peer in ("briefgen PDF", "briefgen DOCX"):
            form = peer.split()[1]
            growth = samples.growth(work, peer, pages)
            found.append((f"growth of {form}, {work}, {pages[0]} → {pages[1]} pages: time", growth, 10.0))
    for pages in ((7, 62), (62, 620)):
        growth = samples.growth("cold", "briefgen PDF", pages, memory)
        found.append((f"growth of PDF, cold, {pages[0]} → {pages[1]} pages: peak memory", growth, 10.0))
    return [Ratio(title, value, goal) for title, value, goal in found if value is not None]


def _faster(samples: Samples, pages: int) -> float | None:
    against = [samples.ratio("warm", pages, "briefgen DOCX", peer) for peer in ("python-docx", "docxtpl")]
    found = [ratio for ratio in against if ratio is not None]
    return max(found) if found else None
