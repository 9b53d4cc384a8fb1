"""Pages: the grid, what holds together, what repeats, what lies at the foot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefgen.diagnostics import Position
from briefgen.doctree.nodes import (
    Block,
    Contents,
    ContentsEntry,
    FigureRow,
    FootnoteMark,
    Heading,
    Paragraph,
    Role,
    SplitLine,
    Table,
)
from briefgen.doctree.nodes import Text as Words
from briefgen.doctree.walk import plain_text
from briefgen.layout import Layout, paginate
from briefgen.layout.fill import Filler, Room
from briefgen.layout.frame import Image, Item, Line, Stroke
from briefgen.layout.galley import Strip
from briefgen.layout.pages import fill_pages
from briefgen.layout.paragraph import baseline
from briefgen.model.template import Template
from briefgen.style import stylesheet
from briefgen.units import mm
from tests.layout.builders import (
    MEASURE,
    SHEET,
    body,
    colophon,
    document,
    figure,
    heading,
    laid,
    lines_on,
    table,
    title,
)
from tests.layout.squares import Squares

PAGE = SHEET.page


def test_a_full_page_has_22_lines_of_28_characters() -> None:
    layout = laid(body("字" * 28 * 60))
    lines = lines_on(layout, 2)
    assert len(lines) == 22
    assert {len(line.text) for line in lines} == {28}
    assert {advance for line in lines for run in line.runs for advance in run.advances} == {15.75}
    pitches = {round(b.baseline - a.baseline, 6) for a, b in pairwise(lines)}
    assert pitches == {28.95}


def test_the_first_line_is_indented_by_two_characters() -> None:
    first = lines_on(laid(body("字" * 40)), 1)[0]
    assert first.runs[0].x == pytest.approx(PAGE.left + 2 * 15.75)
    assert len(first.text) == 26


def test_a_note_below_the_contents_keeps_a_line_off_them() -> None:
    note = Paragraph(Role.EDITOR_NOTE, (Words("编者按"),))
    lines = lines_on(laid(Contents("要目", (ContentsEntry("甲", "a1"),)), note, note, title("甲", "a1")), 1)
    drops = [round(b.baseline - a.baseline, 2) for a, b in pairwise(lines)]
    assert drops[1:3] == [2 * PAGE.pitch, PAGE.pitch]


def test_page_numbers_stand_outside() -> None:
    layout = laid(body("字" * 28 * 40))
    odd, even = (lines_on(layout, page, Role.PAGE_NUMBER)[0] for page in (1, 2))
    assert (odd.text, even.text) == ("— 1 —", "— 2 —")
    assert even.runs[0].x == pytest.approx(PAGE.left + 14)
    assert odd.runs[-1].x + sum(odd.runs[-1].advances) == pytest.approx(PAGE.width - PAGE.right - 14)
    dash = odd.baseline - 0.38 * 14
    assert dash - (PAGE.height - PAGE.bottom) == pytest.approx(mm(7))


def test_a_heading_never_ends_a_page() -> None:
    for filler in range(560, 620):
        layout = laid(body("字" * filler), heading("小标题"), body("字" * 100))
        for page in range(1, len(layout.pages) + 1):
            assert lines_on(layout, page)[-1].role != Role.HEADING_1


def test_articles_of_one_line_part_between_them() -> None:
    layout = laid(*(block for number in range(40) for block in (title("甲", f"a{number}"), body("乙"))))
    assert layout.warnings == ()
    for page in range(1, len(layout.pages) + 1):
        assert [line.text for line in lines_on(layout, page)][:: len(lines_on(layout, page)) - 1] == [
            "甲",
            "乙",
        ]


def test_no_paragraph_leaves_a_lone_line() -> None:
    for filler in range(17, 24):
        layout = laid(body("字" * (26 + 28 * (filler - 1))), body("字" * (26 + 28 * 3)))
        for page in range(1, len(layout.pages) + 1):
            blocks = [line.block for line in lines_on(layout, page)]
            assert blocks.count(1) != 1


def test_head_rows_are_repeated_on_each_page() -> None:
    layout = laid(table(60))
    assert len(layout.pages) == 3
    for page in (1, 2, 3):
        assert [line.text for line in lines_on(layout, page, Role.TABLE_HEAD)] == ["列0", "列1"]
    assert [line.text for line in lines_on(layout, 1, Role.TABLE_CAPTION)] == ["表题"]


def test_a_table_is_as_wide_as_the_type_area() -> None:
    rules = [item for item in laid(table(3, 5)).pages[0].items if isinstance(item, Stroke)]
    assert min(rule.x0 for rule in rules) == pytest.approx(PAGE.left)
    assert max(rule.x1 for rule in rules) == pytest.approx(PAGE.left + PAGE.text_width)


def test_a_row_taller_than_a_page_is_cut() -> None:
    layout = laid(table(1, 2, "长" * 3000))
    text = "".join(
        line.text for page in layout.pages for line in lines_on(layout, page.number, Role.TABLE_CELL)
    )
    assert text.count("长") == 6000


def test_text_flows_up_past_a_figure_that_does_not_fit() -> None:
    layout = laid(body("字" * 28 * 18), figure(), body("前" * 28 * 5), body("后" * 28 * 5))
    assert layout.order == (0, 2, 1, 3)
    assert any(isinstance(item, Image) for item in layout.pages[1].items)
    assert len(lines_on(layout, 1)) >= 21


def test_a_figure_does_not_move_past_a_heading() -> None:
    layout = laid(body("字" * 28 * 18), figure(), heading("小标题"), body("字" * 300))
    assert layout.order == (0, 1, 2, 3)


def test_pictures_side_by_side_fill_the_measure() -> None:
    images = [item for item in laid(figure(count=2)).pages[0].items if isinstance(item, Image)]
    left, right = sorted(images, key=lambda image: image.x)
    assert left.x == pytest.approx(PAGE.left)
    assert right.x + right.width == pytest.approx(PAGE.left + MEASURE)
    assert left.height == pytest.approx(right.height)
    assert left.width / left.height == pytest.approx(1600 / 1067)


def test_the_last_rule_of_the_colophon_lies_on_the_bottom_of_the_type_area() -> None:
    layout = laid(body("字" * 100), colophon=colophon("市委宣传部"))
    rules = [item for item in layout.pages[-1].items if isinstance(item, Stroke)]
    assert max(rule.y0 for rule in rules) == pytest.approx(PAGE.height - PAGE.bottom)
    assert rules[0].width == pytest.approx(mm(0.35))
    assert rules[1].width == pytest.approx(mm(0.25))


def test_a_colophon_that_does_not_fit_takes_the_last_paragraph_along() -> None:
    layout = laid(body("字" * 28 * 12), body("文" * 28 * 8), colophon=colophon("市委宣传部"))
    assert [{line.block for line in lines_on(layout, page, Role.BODY)} for page in (1, 2)] == [{0}, {1}]
    assert layout.forced == (1,)


def test_a_colophon_that_does_not_fit_leaves_a_long_paragraph_where_it_is() -> None:
    layout = laid(body("字" * 28 * 21), colophon=colophon("市委宣传部"))
    assert [len(lines_on(layout, page, Role.BODY)) for page in (1, 2)] == [22, 0]
    assert lines_on(layout, 2, Role.COLOPHON)
    assert layout.forced == ()


def test_footnotes_stand_on_the_page_that_calls_them() -> None:
    marked = Paragraph(Role.BODY, (Words("字" * 28 * 30), FootnoteMark(1), Words("字" * 28 * 20)))
    layout = laid(marked, footnotes=1)
    calls = [
        page for page in (1, 2, 3) if any("①" in line.text for line in lines_on(layout, page, Role.BODY))
    ]
    notes = [page for page in (1, 2, 3) if lines_on(layout, page, Role.FOOTNOTE)]
    assert calls == notes == [2]


def test_anchors_give_the_page_of_each_title() -> None:
    layout = laid(title("甲", "a"), body("字" * 28 * 30), title("乙", "b"), body("字"))
    assert (layout.page_of("a"), layout.page_of("b")) == (1, 2)


def test_two_parts_too_long_for_a_line_stand_below_each_other() -> None:
    both = SplitLine(Role.MASTHEAD_IMPRINT, "编" * 22, "2020年7月3日")
    lines = lines_on(laid(both), 1)
    assert [len(line.text) for line in lines] == [22, 9]
    assert lines[1].baseline - lines[0].baseline == pytest.approx(28.95)


def test_a_long_colophon_row_hangs_by_its_label() -> None:
    lines = lines_on(laid(body("字"), colophon=colophon("市委宣传部" * 12)), 1, Role.COLOPHON)
    left = PAGE.left + 14
    assert [round(line.runs[0].x - left, 3) for line in lines[:3]] == [0, 28, 28]


def test_a_table_with_too_many_columns_is_an_error() -> None:
    codes = [warning.code for warning in laid(table(1, 64, "值")).warnings]
    assert "BG404" in codes


def test_a_word_longer_than_a_line_is_warned_of_once() -> None:
    layout = laid(body("字" + "a" * 300 + "字" * 40 + "b" * 100))
    words = [each.values["word"][0] for each in layout.warnings if each.code == "BG203"]
    assert words == ["a", "b"]


def blocks() -> st.SearchStrategy[Block]:
    paragraph = st.integers(1, 400).map(lambda count: body("文" * count))
    return st.one_of(
        paragraph,
        paragraph,
        st.just(heading("标题")),
        st.integers(1, 30).map(table),
        st.integers(1, 30).map(lambda rows: replace(table(rows), landscape=True)),
        st.integers(1, 3).map(lambda count: figure(count=count)),
    )


def whole(layout: Layout, content: list[Block]) -> None:
    """Check that nothing is lost, that blocks keep the order that layout tells, and that all is in the type area."""
    assert sorted(layout.order) == list(range(len(content)))
    lines = [
        line for page in layout.pages for line in page.items if isinstance(line, Line) and line.block >= 0
    ]
    seen = [line.block for line in lines if line.role != Role.TABLE_HEAD]
    assert tuple(dict.fromkeys(seen)) == layout.order
    assert seen == sorted(seen, key=layout.order.index)
    for block, node in enumerate(content):
        if isinstance(node, Paragraph):
            assert sum(len(line.text) for line in lines if line.block == block) == len(
                plain_text(node.content)
            )
        if isinstance(node, Table):
            cells = [line for line in lines if line.block == block and line.role == Role.TABLE_CELL]
            assert sum(len(line.text) for line in cells) == sum(
                len(plain_text(cell.content)) for row in node.rows for cell in row if cell
            )
    for page in layout.pages:
        area = PAGE.turned if page.landscape else PAGE
        own = [item for item in page.items if isinstance(item, Line) and item.role != Role.PAGE_NUMBER]
        assert len({round(line.baseline, 3) for line in own if line.role == Role.BODY}) <= 22
        for line in own:
            assert area.top <= line.baseline - line.runs[0].size / 2
            assert line.baseline <= area.height - area.bottom
            assert line.runs[0].x >= area.left - 1e-6
            assert line.runs[-1].x + sum(line.runs[-1].advances) <= area.width - area.right + 1e-6
        for item in page.items:
            if isinstance(item, Image):
                assert item.y + item.height <= area.height - area.bottom
            if isinstance(item, Stroke):
                assert item.y1 <= area.height - area.bottom + 0.01


@settings(deadline=None, max_examples=60)
@given(st.lists(blocks(), min_size=1, max_size=25), st.booleans())
def test_nothing_is_lost_and_nothing_leaves_the_type_area(content: list[Block], closing: bool) -> None:
    content = [*content, body("完")]
    whole(laid(*content, colophon=colophon("市委") if closing else None), content)


def prose() -> st.SearchStrategy[Block]:
    paragraph = st.integers(1, 300).map(lambda count: body("文" * count))
    return st.one_of(paragraph, paragraph, paragraph, st.just(heading("标题")), st.just(figure()))


@settings(deadline=None, max_examples=100)
@given(st.lists(prose(), min_size=5, max_size=60))
def test_pages_end_as_an_editor_would_end_them_or_a_warning_names_the_page(content: list[Block]) -> None:
    content = [*content, body("完" * 60)]
    layout = laid(*content)
    warned = {found.values["page"] for found in layout.warnings if found.code in ("BG421", "BG422")}
    totals = Counter(
        line.block
        for page in layout.pages
        for line in page.items
        if isinstance(line, Line) and line.block >= 0
    )
    for page in layout.pages[:-1]:
        if page.number in warned:
            continue
        lines = [line for line in lines_on(layout, page.number) if line.block >= 0]
        last = lines[-1].block
        counts = Counter(line.block for line in lines)
        assert lines[-1].role not in (Role.HEADING_1, Role.TITLE)
        if isinstance(content[last], Paragraph) and totals[last] > 1:
            assert counts[last] > 1, "a lone first line"
            assert totals[last] - counts[last] != 1, "a lone last line"
        before = layout.order[max(0, layout.order.index(last) - 1)]
        if isinstance(content[before], Heading) and isinstance(content[last], Paragraph):
            section_ends = last + 1 < len(content) and isinstance(content[last + 1], Heading)
            assert counts[last] > 1 or section_ends, "one line below a heading"
        bottoms = [line.baseline + 12 for line in lines]
        bottoms += [item.y + item.height for item in page.items if isinstance(item, Image)]
        assert (PAGE.height - PAGE.bottom - max(bottoms)) / 28.95 < 3.2


def placed() -> st.SearchStrategy[Block]:
    text = st.integers(1, 300).map(lambda count: body("文" * count))
    pictures = st.builds(figure, count=st.integers(1, 2), height=st.integers(300, 2000))
    head = st.just(heading("标题"))
    return st.one_of(text, text, head, pictures, st.integers(1, 12).map(table), st.just(title("题")))


@settings(deadline=None, max_examples=100)
@given(st.lists(placed(), min_size=4, max_size=40))
def test_no_more_than_two_lines_stay_empty_or_a_warning_says_how_many_and_where(content: list[Block]) -> None:
    sources = [Position("brief.yaml", number, 1) for number in range(len(content))]
    content = [at(block, source) for block, source in zip(content, sources, strict=True)]
    layout = laid(*content, body("完"))
    warned = {found.values["page"]: found for found in layout.warnings if found.code == "BG421"}
    torn = {found.values["page"] for found in layout.warnings if found.code == "BG422"}
    for page, following in pairwise(layout.pages):
        first = next(item for item in following.items if isinstance(item, Line | Image))
        empty = int((PAGE.height - PAGE.bottom - max(map(foot, page.items)) + 0.5) / PAGE.pitch)
        if page.number in torn or (isinstance(first, Line) and first.role == Role.TITLE):
            continue  # an article may begin a page whatever stays empty before it
        if empty <= 2:
            assert page.number not in warned
        else:
            assert warned[page.number].values["lines"] == empty
            assert warned[page.number].position == first.source


def at(block: Block, source: Position) -> Block:
    if isinstance(block, FigureRow):
        return replace(block, figures=tuple(replace(each, source=source) for each in block.figures))
    return replace(block, source=source)


def foot(item: Item) -> float:
    """Return where an item of the text ends, the room below its line or its picture included."""
    match item:
        case Line(role=Role.PAGE_NUMBER):
            return 0.0
        case Line():
            style = SHEET[Role(item.role)]
            return item.baseline - baseline(style) + style.pitch
        case Stroke():
            return item.y1
        case _:
            return item.y + item.height


def strip(block: int, *, hold: bool = False) -> Strip:
    return Strip(28.95, hold=hold, block=block)


def filled(strips: Sequence[Strip]) -> list[list[int]]:
    """Return the blocks of each page."""
    room = Room(PAGE.text_height, PAGE.pitch, lambda _: 0.0)
    pages = fill_pages(Filler(strips, (room, room), lambda _: False), 0.0)
    return [[each.block for each in sheet.strips] for sheet in pages.sheets]


def test_a_page_ends_early_so_that_the_next_one_ends_well() -> None:
    held = [strip(3, hold=True)] * 5 + [
        strip(3)
    ]  # does not fit below the 18 lines of a page full from the top
    galley = [strip(0)] * 20 + [strip(1, hold=True), strip(1)] + [strip(2)] * 18 + held
    assert filled(galley) == [[0] * 20, [1] * 2 + [2] * 18, [3] * 6]


def with_contribution(first: Strip, lines: int) -> list[Strip]:
    """Return two pages, the second filled by `first` and others up to a paragraph whose 供稿 does not fit below it."""
    above = [first, *[strip(3)] * (21 - lines)]
    long = [strip(4, hold=True), *[strip(4)] * (lines - 3), strip(4, hold=True), strip(4, hold=True)]
    return [*[strip(0)] * 20, *[strip(1)] * 2, *above, *long, strip(5)]


@pytest.mark.parametrize("lines", [4, 8, 15])
def test_a_paragraph_whose_contribution_does_not_fit_is_parted(lines: int) -> None:
    galley = with_contribution(strip(3), lines)
    full = [3] * (22 - lines) + [4] * (lines - 2)
    assert filled(galley) == [[0] * 20 + [1] * 2, full, [4] * 2 + [5]]
    room = Room(PAGE.text_height, PAGE.pitch, lambda _: 0.0)
    sheets = fill_pages(Filler(galley, (room, room), lambda _: False), 0.0).sheets
    assert [sheet.lower > 0 for sheet in sheets] == [False, True, False]
    assert PAGE.text_height < 22 * PAGE.pitch + sheets[1].lower < PAGE.text_height + 1


def test_a_page_ends_early_where_no_office_would_part_a_paragraph_as_it_must_be() -> None:
    lower = Strip(20.0, block=3)  # ten points to spare: what stands so much lower is seen
    galley = with_contribution(lower, 15)
    assert filled(galley) == [[0] * 20, [1] * 2 + [3] * 7 + [4] * 13, [4] * 2 + [5]]


def test_a_page_does_not_end_early_where_that_mends_nothing() -> None:
    held = [strip(3, hold=True)] * 5 + [strip(3)]
    galley = [strip(0)] * 18 + [strip(1, hold=True)] * 3 + [strip(1)] + [strip(2)] * 18 + held
    assert filled(galley) == [[0] * 18 + [1] * 4, [2] * 18, [3] * 6]


def test_a_block_that_begins_a_page_early_is_made_to_do_so_by_a_writer_too() -> None:
    content = [
        body("文" * (26 + 28 * 19)),
        body("文" * 54),
        body("文" * (26 + 28 * 17)),
        *[heading("题")] * 6,
        body("文" * 80),
    ]
    layout = laid(*content)
    assert [line.block for line in lines_on(layout, 2)][:2] == [1, 1]
    assert 1 in layout.forced


class Counted(list[Strip]):
    """A galley that counts how often it is asked for a strip."""

    asked = 0

    def __getitem__(self, index: Any) -> Any:
        self.asked += 1
        return super().__getitem__(index)


def test_the_work_grows_as_the_pages_do() -> None:
    def work(pages: int) -> int:
        galley = Counted()
        while len(galley) < 22 * pages:
            block = len(galley)
            galley += [*[strip(block, hold=True)] * (block % 7), strip(block)]
        filled(galley)
        return galley.asked

    few, many = work(50), work(200)
    assert many < 4.5 * few


def test_a_heading_is_followed_by_two_lines_even_of_short_paragraphs() -> None:
    filler = body("字" * (26 + 28 * 16))
    layout = laid(filler, heading("小标题"), body("短"), body("文" * 200))
    assert lines_on(layout, 1)[-1].block == 3  # a line of the short paragraph, one and more of the next
    layout = laid(body("字" * (26 + 28 * 19)), heading("小标题"), body("短"), body("文" * 200))
    assert {line.block for line in lines_on(layout, 1)} == {0}
    assert layout.kept == (2,)
    assert laid(heading("小标题"), *[body("短")] * 30).warnings == ()


def test_text_flows_up_between_a_heading_and_its_figure() -> None:
    layout = laid(body("字" * 28 * 18), heading("小标题"), figure(), body("前" * 28 * 5))
    assert layout.order == (0, 1, 3, 2)
    layout = laid(
        body("字" * 28 * 18), heading("小标题"), figure(), body("短"), heading("又一个"), body("短")
    )
    assert layout.order == (0, 1, 2, 3, 4, 5)


def test_widow_control_can_be_switched_off() -> None:
    sheet = stylesheet(Template.model_validate({"name": "试排", "page": {"widow_control": False}}))
    content = document(body("字" * (26 + 28 * 20)), body("文" * 26 + "末" * 28))
    layout = paginate(content, sheet, Squares())
    assert [line.block for line in lines_on(layout, 1)].count(1) == 1


def test_what_cannot_end_well_is_warned_of_with_its_place() -> None:
    place = Position("brief.yaml", 9, 3)
    shot = replace(figure(), source=place)
    shot = replace(shot, figures=tuple(replace(each, source=place) for each in shot.figures))
    layout = laid(body("字" * (26 + 28 * 15)), shot, heading("小标题"), body("文" * 200))
    (warning,) = layout.warnings
    assert (warning.code, warning.position, dict(warning.values)) == ("BG421", place, {"page": 1, "lines": 6})


def test_what_is_held_together_and_higher_than_a_page_is_warned_of() -> None:
    layout = laid(*[heading("题")] * 30, body("文"))
    assert [warning.code for warning in layout.warnings] == ["BG422"]
    whole(layout, [*[heading("题")] * 30, body("文")])


def test_an_article_may_begin_a_page_whatever_stays_empty_before_it() -> None:
    layout = laid(body("字" * (26 + 28 * 17)), title("题"), body("文" * 200))
    assert layout.page_of("article-1") == 2
    assert layout.warnings == ()


def test_paragraphs_flow_up_past_a_landscape_table_if_all_of_them_fits() -> None:
    turned = replace(table(3), landscape=True)
    assert laid(body("前"), turned, body("后" * 100)).order == (0, 2, 1)
    assert laid(body("前"), turned, body("后" * 1000)).order == (0, 1, 2)
    assert laid(body("前"), turned, heading("后"), body("后")).order == (0, 1, 2, 3)


def test_few_lines_stay_empty_where_the_colophon_goes_to_a_page_of_its_own() -> None:
    layout = laid(body("字" * (26 + 28 * 19)), body("文" * 54), colophon=colophon("市委宣传部"))
    assert {line.block for line in lines_on(layout, 1)} == {0}
    assert layout.forced == (1,)
    assert lines_on(layout, 2, Role.COLOPHON)


@pytest.mark.parametrize(
    ("lines", "pages", "unnumbered"),
    [
        (5, 2, []),  # the 报尾 on the back of the only page
        (22 + 5, 2, []),  # room for it on the second page
        (22 + 21, 4, [3, 4]),  # none: a blank page before its own
        (44 + 5, 4, []),
    ],
)
def test_the_colophon_stands_on_an_even_page_if_the_template_says_so(
    lines: int, pages: int, unnumbered: list[int]
) -> None:
    sheet = stylesheet(Template.model_validate({"name": "试排", "page": {"even_last_page": True}}))
    content = document(*[body("文")] * lines, colophon=colophon("市委"))
    layout = paginate(content, sheet, Squares())
    assert len(layout.pages) == pages
    assert lines_on(layout, pages, Role.COLOPHON)
    bare = [page.number for page in layout.pages if not lines_on(layout, page.number, Role.PAGE_NUMBER)]
    assert bare == unnumbered
    assert not unnumbered or layout.pages[unnumbered[0] - 1].items == ()


def test_without_a_colophon_no_page_is_added() -> None:
    sheet = stylesheet(Template.model_validate({"name": "试排", "page": {"even_last_page": True}}))
    assert len(paginate(document(body("文")), sheet, Squares()).pages) == 1


def noted(number: int, text: str = "文") -> Paragraph:
    return Paragraph(Role.BODY, (Words(text), FootnoteMark(number), Words("后" * 30)))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 300), min_size=1, max_size=30))
def test_every_footnote_stands_once_on_the_page_that_calls_it(lengths: list[int]) -> None:
    layout = laid(*(noted(n, "文" * length) for n, length in enumerate(lengths, 1)), footnotes=len(lengths))
    seen: list[str] = []
    for page in layout.pages:
        notes = [line.text for line in lines_on(layout, page.number, Role.FOOTNOTE)]
        body_text = "".join(line.text for line in lines_on(layout, page.number, Role.BODY))
        assert all(note.split()[0] in body_text for note in notes)
        assert all(line.baseline < PAGE.height - PAGE.bottom for line in lines_on(layout, page.number))
        baselines = [line.baseline for line in lines_on(layout, page.number)]
        assert baselines == sorted(baselines)
        seen += notes
    assert [note.split()[-1] for note in seen] == [f"脚注{n}" for n in range(1, len(lengths) + 1)]


def test_a_footnote_longer_than_a_page_is_refused() -> None:
    node = replace(document(noted(1), footnotes=1), footnotes=((Words("长" * 5000),),))
    layout = paginate(node, SHEET, Squares())
    assert "BG423" in [found.code for found in layout.warnings]


def test_long_contents_run_over_pages_and_no_entry_is_parted() -> None:
    entries = tuple(
        ContentsEntry("题" * (40 if number % 7 == 3 else 10), f"a{number}") for number in range(60)
    )
    titles = [title("题", f"a{number}") for number in range(60)]
    layout = laid(Contents("目　录", entries), *titles)
    rows = [lines_on(layout, page, Role.CONTENTS_ENTRY) for page in (1, 2, 3, 4)]
    assert sum(map(len, rows)) == 60 + 9
    for page in rows[:3]:
        assert len(page) in (20, 21, 22)
        assert page[-1].text.rstrip("0123456789").endswith(".")  # a whole entry: leader and page number
