"""PDF and DOCX line by line: the first briefings of the corpus in LibreOffice, and how differences are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import InputError
from briefgen.layout.frame import Item, Layout, Page, Stroke
from briefgen.parity import compare_many
from briefgen.parity.compare import compare_files
from briefgen.parity.office import to_pdfs
from tests.office import needs_office
from tests.parity.corpus import briefings
from tests.writers.pdf.builders import layout, line, page, pdf_of, run

BODY = frozenset({"body", "heading-1", "heading-2", "heading-3", "list-item", "quote", "editor-note"})
CI_SIZE = 6


@needs_office
@pytest.mark.office
def test_the_corpus_has_the_same_lines_on_the_same_pages(tmp_path: Path) -> None:
    found = compare_many(dict(briefings(CI_SIZE, folder=tmp_path)))
    assert len(found) == CI_SIZE
    assert all(each.pages[0] == each.pages[1] for each in found.values())
    counts = [count for each in found.values() for role, count in each.counts.items() if role in BODY]
    same, total = (sum(numbers) for numbers in zip(*counts, strict=True))
    assert total > 900
    assert same / total >= 0.999


def test_the_corpus_is_the_same_every_time(tmp_path: Path) -> None:
    first, again = (dict(briefings(2, folder=tmp_path)) for _ in range(2))
    assert first == again


def page_of(*texts: str, number: int = 1) -> Page:
    return page(*(line(text, baseline=120 + 28.95 * n) for n, text in enumerate(texts)), number=number)


def compared(ours: Layout, theirs: Layout) -> list[tuple[int, str, str, str]]:
    found = compare_files(pdf_of(ours), pdf_of(theirs), ours)
    return [(each.page, each.pdf, each.office, str(each.reason)) for each in found.differences]


def test_the_same_pages_are_the_same() -> None:
    made = layout(page_of("一二三", "四五六"), page_of("七八", number=2))
    found = compare_files(pdf_of(made), pdf_of(made), made)
    assert found.same
    assert found.pages == (2, 2)
    assert found.lines == ((2, 2), (1, 1))
    assert found.counts == {"body": (3, 3)}


def test_a_line_broken_elsewhere_is_told_with_what_follows() -> None:
    ours, theirs = layout(page_of("一二三2020", "年四五")), layout(page_of("一二三", "2020年四五"))
    assert compared(ours, theirs) == [
        (1, "一二三2020", "一二三", "数字或字母的宽度、间隙不同"),
        (1, "年四五", "2020年四五", "上文的断行不同"),
    ]


def test_a_line_on_another_page_is_told() -> None:
    ours = layout(page_of("一二三", "四五六"), page_of("七八", number=2))
    theirs = layout(page_of("一二三"), page_of("四五六", "七八", number=2))
    assert compared(ours, theirs) == [(1, "四五六", "四五六", "在另一方的第2页")]


def test_a_hanging_mark_that_the_office_does_not_draw_is_counted_apart() -> None:
    ours, theirs = layout(page_of("一二三，", "四")), layout(page_of("一二三", "四"))
    found = compare_files(pdf_of(ours), pdf_of(theirs), ours)
    assert found.same
    assert found.undrawn == 1


def cells(*texts: str, baseline: float, left: float = 80.0) -> list[Item]:
    """Return the lines of cells 80 points wide and the rules beside them."""
    found: list[Item] = []
    for number, text in enumerate(texts):
        x = left + 80 * number
        found.append(line(run(text, x=x), baseline=baseline))
        found.append(Stroke("table-rule", x - 5, baseline - 20, x - 5, baseline + 8, 0.5))
    return found


def test_a_cell_whose_lines_stand_lower_is_the_same() -> None:
    ours = layout(page(*cells("部门", "时限", baseline=120), *cells("本部", "月底", baseline=150)))
    lower = cells("部门", baseline=126), cells("时限", baseline=120, left=160)
    theirs = layout(page(*lower[0], *lower[1], *cells("本部", "月底", baseline=150)))
    assert compared(ours, theirs) == []


def test_words_that_stand_in_another_cell_are_told() -> None:
    ours = layout(page(*cells("部门", "时限", baseline=120)))
    theirs = layout(page(*cells("部门时", "限", baseline=120)))
    assert compared(ours, theirs) == [
        (1, "部门", "部门时", "原因不明"),
        (1, "时限", "限", "上文的断行不同"),
    ]


def test_a_line_that_stands_once_more_or_less_is_told() -> None:
    once, twice = (layout(page(*cells(*texts, baseline=120))) for texts in (("数", "量"), ("数", "量", "数")))
    assert compared(once, twice) == [(1, "", "数", "另一方没有这一行")]
    assert compared(twice, once) == [(1, "数", "", "另一方没有这一行")]


def test_without_libreoffice_there_is_a_diagnostic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError) as raised:
        to_pdfs({"a": b""})
    assert [found.code for found in raised.value.diagnostics] == ["BG611"]


@needs_office
@pytest.mark.office
def test_a_file_that_libreoffice_cannot_open_is_a_diagnostic() -> None:
    with pytest.raises(InputError) as raised:
        to_pdfs({"a": b"PK\x03\x04 no document"})
    assert [found.code for found in raised.value.diagnostics] == ["BG612"]
