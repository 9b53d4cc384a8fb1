"""Compare: the lines of the PDF against those of the DOCX as LibreOffice sets it.

In: a `Briefing`, or several. Out: `Comparison`s of plain values. Does not belong here: how a difference is shown.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.diagnostics import Phrase
from briefgen.layout.frame import Layout, Line
from briefgen.parity.lines import PdfLine, read_lines
from briefgen.parity.office import to_pdfs
from briefgen.parity.reasons import reason, words
from briefgen.spec.office import HANGING

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing
    from briefgen.pipeline import TemplateChoice

OTHER = "other"  # the role of a line that is none of the layout's
SAME_PLACE = 2.0  # points between a line of the layout and the same line read back


class Difference(Struct, frozen=True):
    """A line that is not the same in both: what stands where (empty where nothing does), and perhaps why."""

    page: int
    role: str
    pdf: str
    office: str
    reason: Phrase


class Comparison(Struct, frozen=True):
    """What became of a briefing in both: PDF first, then the DOCX in the office, in each pair.

    `lines` are the numbers of lines for each page; `counts` holds, for each role, how many lines of the PDF stand
    on the same page of the DOCX, and how many there are. `undrawn` counts those whose last mark the office lets
    hang outside the margin and does not draw (LibreOffice 7.4, after the first line of a paragraph); the text has it.
    """

    pages: tuple[int, int]
    lines: tuple[tuple[int, int], ...]
    counts: Mapping[str, tuple[int, int]]
    differences: tuple[Difference, ...]
    undrawn: int

    @property
    def same(self) -> bool:
        """Whether both have the same lines on the same pages."""
        return self.pages[0] == self.pages[1] and not self.differences


def compare(briefing: Briefing, *, template: TemplateChoice = None) -> Comparison:
    """Return how far the DOCX of `briefing`, set by LibreOffice, agrees with its PDF.

    Raises:
        InputError: with every mistake in the briefing; BG611 where a program that this needs is not installed.
    """
    return compare_many({"document": briefing}, template=template)["document"]


def compare_many(
    briefings: Mapping[str, Briefing], *, template: TemplateChoice = None
) -> dict[str, Comparison]:
    """Return the comparison of each of `briefings` by name, with one start of LibreOffice for all.

    Raises:
        InputError: as `compare` does.
    """
    from briefgen.pipeline import typeset
    from briefgen.writers import WRITERS

    manuscripts = {name: typeset(briefing, template=template)[0] for name, briefing in briefings.items()}
    office = to_pdfs({name: WRITERS["docx"](each) for name, each in manuscripts.items()})
    return {
        name: compare_files(WRITERS["pdf"](each), office[name], each.layout)
        for name, each in manuscripts.items()
    }


def compare_files(pdf: bytes, office: bytes, layout: Layout) -> Comparison:
    """Return how far two finished PDFs agree; `layout`, from which the first was drawn, tells what its lines are."""
    (pages, ours), (office_pages, theirs) = read_lines(pdf), read_lines(office)
    roles = tuple(_roles(ours, layout))
    same: Counter[str] = Counter()
    undrawn = 0
    differences: list[Difference] = []
    for mine, their in _aligned(ours, theirs):
        role = roles[mine] if mine is not None else OTHER
        line = ours[mine] if mine is not None else None
        other = theirs[their] if their is not None else None
        if line and other and line.page == other.page and _is_same(line, other):
            same[role] += 1
            undrawn += words(line.text) != words(other.text)
        else:
            page = line.page if line else other.page if other else 0
            texts = (line.text if line else "", other.text if other else "")
            differences.append(Difference(page, role, *texts, reason(line, other)))
    total = Counter(roles)
    return Comparison(
        (pages, office_pages),
        _per_page(ours, theirs, max(pages, office_pages)),
        {role: (same[role], total[role]) for role in sorted(total)},
        tuple(differences),
        undrawn,
    )


def _is_same(line: PdfLine, other: PdfLine) -> bool:
    mine, their = words(line.text), words(other.text)
    return mine == their or (mine[:-1] == their and mine[-1] in HANGING)


def _per_page(
    ours: tuple[PdfLine, ...], theirs: tuple[PdfLine, ...], pages: int
) -> tuple[tuple[int, int], ...]:
    counts = Counter(line.page for line in ours), Counter(line.page for line in theirs)
    return tuple((counts[0][page], counts[1][page]) for page in range(1, pages + 1))


def _aligned(
    ours: tuple[PdfLine, ...], theirs: tuple[PdfLine, ...]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield pairs of indices of lines that answer to each other; None where one side has nothing.

    A line that both have on a page is the same wherever it was read on it: cells whose lines stand a little higher or
    lower come in another order.
    """
    matcher = SequenceMatcher(
        None, [words(line.text) for line in ours], [words(line.text) for line in theirs], autojunk=False
    )
    blocks = matcher.get_opcodes()
    left: defaultdict[tuple[int, str], deque[int]] = defaultdict(deque)
    for tag, _, _, start, end in blocks:
        for index in range(start, end) if tag != "equal" else ():
            left[theirs[index].page, words(theirs[index].text)].append(index)
    pairs = {
        index: same.popleft()
        for tag, start, end, _, _ in blocks
        if tag != "equal"
        for index in range(start, end)
        if (same := left.get((ours[index].page, words(ours[index].text))))
    }
    paired = set(pairs.values())
    yield from pairs.items()
    for _, start, end, other_start, other_end in blocks:
        mine = (index for index in range(start, end) if index not in pairs)
        yield from zip_longest(
            mine, (index for index in range(other_start, other_end) if index not in paired)
        )


def _roles(lines: tuple[PdfLine, ...], layout: Layout) -> Iterator[str]:
    """Yield the role of each line: that of the layout's line in the same place."""
    known: defaultdict[int, list[Line]] = defaultdict(list)
    for page in layout.pages:
        known[page.number].extend(item for item in page.items if isinstance(item, Line) and item.runs)
    for line in lines:
        near = [each for each in known[line.page] if abs(each.baseline - line.baseline) < SAME_PLACE]
        yield min(near, key=lambda each: abs(each.runs[0].x - line.x)).role if near else OTHER
