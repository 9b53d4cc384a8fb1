from __future__ import annotations

from typing import Any

import pytest

from briefgen.errors import InternalError
from briefgen.layout.frame import Anchor, Link
from tests.writers.pdf.builders import HEIGHT, layout, line, opened, page, pdf, pdf_of, run

ANCHORS = (
    Anchor("article-1", "第一篇", 0, 1, 100.0),
    Anchor("article-1-h-1", "一、部署", 1, 1, 300.0),
    Anchor("article-1-h-2", "1.细则", 3, 2, 80.0),
    Anchor("article-2", "第二篇𠮷", 0, 2, 400.0),
)
TWO_PAGES = (page(line("甲")), page(line("乙"), number=2))


def tree(entries: list[Any]) -> list[Any]:
    """Return titles of bookmarks, nested as they are."""
    return [tree(entry) if isinstance(entry, list) else entry["/Title"] for entry in entries]


def test_bookmarks_nest_and_skip_no_level() -> None:
    reader = opened(pdf_of(layout(*TWO_PAGES, anchors=ANCHORS)))
    assert tree(reader.outline) == ["第一篇", ["一、部署", ["1.细则"]], "第二篇𠮷"]
    assert reader.trailer["/Root"]["/PageMode"] == "/UseOutlines"


def test_bookmarks_lead_to_their_places() -> None:
    reader = opened(pdf_of(layout(*TWO_PAGES, anchors=ANCHORS)))
    last = reader.outline[-1]
    assert reader.get_destination_page_number(last) == 1
    assert float(last["/Top"]) == pytest.approx(HEIGHT - 400.0, abs=0.01)


def test_a_first_heading_without_a_title_is_at_the_top() -> None:
    reader = opened(pdf_of(layout(*TWO_PAGES, anchors=ANCHORS[1:])))
    assert tree(reader.outline) == ["一、部署", ["1.细则"], "第二篇𠮷"]


def test_without_anchors_there_is_no_outline() -> None:
    root = opened(pdf(line("甲"))).trailer["/Root"]
    assert "/Outlines" not in root
    assert "/Names" not in root
    assert root["/PageMode"] == "/UseNone"


def test_anchors_have_names_in_order() -> None:
    reader = opened(pdf_of(layout(*TWO_PAGES, anchors=ANCHORS[::-1])))
    names = reader.trailer["/Root"]["/Names"]["/Dests"]["/Names"][::2]
    assert names == sorted(anchor.id for anchor in ANCHORS)
    assert reader.get_destination_page_number(reader.named_destinations["article-2"]) == 1


def test_a_link_leads_to_its_anchor() -> None:
    link = Link(80.0, 200.0, 440.0, 28.95, "article-2")
    reader = opened(pdf_of(layout(page(line("目录"), link), TWO_PAGES[1], anchors=ANCHORS)))
    (annotation,) = (each.get_object() for each in reader.pages[0]["/Annots"])
    assert annotation["/Subtype"] == "/Link"
    assert annotation["/Contents"] == "第二篇𠮷"
    assert annotation["/Dest"][0] == reader.pages[1].indirect_reference
    rectangle = [float(value) for value in annotation["/Rect"]]
    assert rectangle == pytest.approx([80.0, HEIGHT - 228.95, 520.0, HEIGHT - 200.0], abs=0.01)
    assert "/Annots" not in reader.pages[1]


def test_a_link_to_nowhere_is_a_broken_promise() -> None:
    with pytest.raises(InternalError, match="article-9"):
        pdf(Link(0.0, 0.0, 1.0, 1.0, "article-9"))


def test_an_address_leads_out() -> None:
    href = "https://www.example.cn/a?b=%E6%B4%BB&c=(d)"
    linked = run("网站", x=96.0, href=href)
    reader = opened(pdf(line(run("见"), linked, run("。", x=128.0), baseline=200.0)))
    (annotation,) = (each.get_object() for each in reader.pages[0]["/Annots"])
    assert annotation["/A"]["/URI"] == href
    left, bottom, right, top = (float(value) for value in annotation["/Rect"])
    assert (left, right) == pytest.approx((96.0, 128.0), abs=0.01)
    assert bottom < HEIGHT - 200.0 < top
    assert top - bottom == pytest.approx(16.0, abs=0.01)


def test_links_show_no_border() -> None:
    reader = opened(
        pdf_of(
            layout(
                page(Link(0.0, 0.0, 9.0, 9.0, "a"), line(run("网", href="http://x.cn"))),
                anchors=(Anchor("a", "题", 0, 1, 9.0),),
            )
        )
    )
    for each in reader.pages[0]["/Annots"]:
        assert list(each.get_object()["/Border"]) == [0, 0, 0]


@pytest.mark.parametrize(("numbers", "labels"), [((1, 2, 3), ["1", "2", "3"]), ((5, 6, 2), ["5", "6", "2"])])
def test_pages_are_labelled_with_their_numbers(numbers: tuple[int, ...], labels: list[str]) -> None:
    made = layout(*(page(line("甲"), number=number) for number in numbers))
    assert opened(pdf_of(made)).page_labels == labels
