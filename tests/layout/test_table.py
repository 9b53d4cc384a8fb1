"""Tables: merged cells, landscape pages; in exact geometry on a font of full squares."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefgen.diagnostics import Position
from briefgen.doctree.nodes import Align, Cell, FootnoteMark, Role, Row, Table, Text
from briefgen.layout import Layout, paginate
from briefgen.layout.context import Context
from briefgen.layout.frame import Line, Page, Stroke
from briefgen.layout.rows import Grid, row_strips
from briefgen.model.template import Template
from briefgen.style import stylesheet
from tests.layout.builders import SHEET, body, colophon, document, laid, lines_on
from tests.layout.squares import Squares

PAGE = SHEET.page
ROW = 28.95  # height of a row of one line


def cell(text: str = "数", rows: int = 1, columns: int = 1) -> Cell:
    return Cell((Text(text),), rows, columns)


def table(*rows: Row, landscape: bool = False, head: Row | None = None) -> Table:
    columns = len(rows[0])
    return Table(
        (),
        (Align.LEFT,) * columns,
        (head or tuple(cell(f"列{number}") for number in range(columns)),),
        rows,
        landscape=landscape,
    )


def plain(rows: int, columns: int = 3) -> list[Row]:
    return [tuple(cell() for _ in range(columns)) for _ in range(rows)]


def horizontals(page: Page, y: float) -> list[tuple[float, float]]:
    """Return from where to where rules run at `y` points below the top of the type area, those that touch joined."""
    strokes = [item for item in page.items if isinstance(item, Stroke)]
    found: list[tuple[float, float]] = []
    for stroke in sorted(strokes, key=lambda stroke: stroke.x0):
        if stroke.y0 == stroke.y1 == pytest.approx(PAGE.top + y):
            x0, x1 = round(stroke.x0, 2), round(stroke.x1, 2)
            if found and x0 <= found[-1][1]:
                found[-1] = (found[-1][0], max(x1, found[-1][1]))
            else:
                found.append((x0, x1))
    return found


def verticals(page: Page, y: float) -> list[float]:
    """Return where rules cross the line at `y` points below the top of the type area."""
    return sorted(
        {
            round(item.x0, 2)
            for item in page.items
            if isinstance(item, Stroke) and item.x0 == item.x1 and item.y0 < PAGE.top + y < item.y1
        }
    )


def baselines(page: Page, text: str) -> list[float]:
    return [item.baseline for item in page.items if isinstance(item, Line) and item.text == text]


def test_a_cell_over_two_columns_has_no_rule_inside() -> None:
    layout = laid(table((cell("甲", 1, 2), None, cell()), *plain(1)))
    (page,) = layout.pages
    edges = [round(edge, 2) for edge in layout.tables[0].edges]
    assert verticals(page, 0.5 * ROW) == edges
    assert verticals(page, 1.5 * ROW) == [edges[0], *edges[2:]]
    assert verticals(page, 2.5 * ROW) == edges


def test_a_cell_over_rows_has_its_words_in_the_middle_and_no_rule_inside() -> None:
    rows = [(cell("甲", 3), cell(), cell()), (None, cell(), cell()), (None, cell(), cell())]
    layout = laid(table(*rows))
    (page,) = layout.pages
    edges = [round(edge, 2) for edge in layout.tables[0].edges]
    assert horizontals(page, 2 * ROW) == [(edges[1], edges[-1])]
    assert horizontals(page, 4 * ROW) == [(edges[0], edges[-1])]
    assert baselines(page, "甲") == [pytest.approx(baselines(page, "数")[2])]  # of the second row


def test_the_last_row_of_a_merged_cell_makes_room_for_its_words() -> None:
    rows: list[Row] = [(cell("长" * 100, 2), cell("数" * 200)), (None, cell("末"))]
    layout = laid(table(*rows, *plain(1, 2)))
    (page,) = layout.pages
    lines = [item for item in page.items if isinstance(item, Line) and "长" in item.text]
    rules = [item.y0 for item in page.items if isinstance(item, Stroke) and item.x0 == item.x1]
    assert len(lines) > 1
    assert sum(len(line.text) for line in lines) == 100
    assert max(line.baseline for line in lines) < max(rules)


def test_a_merged_cell_that_a_page_cuts_is_closed_there_and_its_words_stay_on_the_first() -> None:
    rows: list[Row] = [(cell("甲", 30), cell(), cell())]
    rows += [(None, cell(), cell()) for _ in range(29)]
    layout = laid(table(*rows))
    first, second = layout.pages
    edges = [round(edge, 2) for edge in layout.tables[0].edges]
    assert horizontals(first, 22 * ROW) == [(edges[0], edges[-1])]
    assert baselines(first, "甲") == [pytest.approx(PAGE.top + 11.5 * ROW + 0.38 * 14)]
    assert baselines(second, "甲") == []
    assert [line.text for line in lines_on(layout, 2, Role.TABLE_HEAD)] == ["列0", "列1", "列2"]


def going_on(name: Cell, rows: int) -> Layout:
    """Return a table of one merged cell, whose template has a line above the part that goes on."""
    sheet = stylesheet(Template.model_validate({"name": "试排", "wording": {"continued": "{caption}（续）"}}))
    node = table((name, cell("1")), *((None, cell(str(number))) for number in range(2, rows + 1)))
    notes = 1 if any(isinstance(inline, FootnoteMark) for inline in name.content) else 0
    return paginate(document(replace(node, caption=(Text("表1"),)), footnotes=notes), sheet, Squares())


def test_a_merged_cell_has_its_words_again_below_a_line_that_says_that_the_table_goes_on() -> None:
    layout = going_on(cell("名", 30), 30)
    first, second = layout.pages
    assert len(baselines(first, "名")) == len(baselines(second, "名")) == 1
    (row,) = layout.tables[0].continued
    assert baselines(second, str(row + 1))[0] < baselines(second, "名")[0] < baselines(second, "30")[0]
    assert layout.tables[0].repeated == {(row, 0)}


def test_a_merged_cell_has_its_words_once_where_they_have_no_room_or_a_footnote() -> None:
    few = going_on(cell("名" * 60, 21), 21)
    assert len(few.tables[0].continued) == 1
    noted = Cell((Text("名"), FootnoteMark(1)), 30)
    for layout in (few, going_on(noted, 30)):
        assert layout.tables[0].repeated == frozenset()
        assert "名" not in "".join(line.text for line in lines_on(layout, 2, Role.TABLE_CELL))


def test_words_of_a_merged_cell_keep_the_rows_together_that_they_need() -> None:
    rows: list[Row] = [(cell("一\n二\n三\n四"), cell()), *plain(18, 2)]
    rows += [(cell("甲" * 200, 9), cell("数" * 400))] + [(None, cell("数"))] * 8
    layout = laid(table(*rows))
    for page in layout.pages:
        foot = PAGE.height - PAGE.bottom
        assert all(
            item.baseline < foot for item in page.items if isinstance(item, Line) and "甲" in item.text
        )
    text = "".join(line.text for page in layout.pages for line in lines_on(layout, page.number))
    assert text.count("甲") == 200


def test_a_merged_cell_taller_than_a_page_loses_nothing() -> None:
    layout = laid(table((cell("甲" * 3000, 2), cell()), (None, cell())))
    text = "".join(line.text for page in layout.pages for line in lines_on(layout, page.number))
    assert text.count("甲") == 3000
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, Stroke):
                assert item.y1 <= PAGE.height - PAGE.bottom + 0.01


def test_a_cell_holds_what_an_office_has_room_for_beside_its_rules() -> None:
    context = Context(SHEET, Squares())
    style = replace(SHEET[Role.TABLE_CELL], size=10.5)
    width = 5 * style.size + 2 * SHEET.cell_padding

    def lines(right: float) -> int:
        grid = Grid((0.0, right), (Align.CENTER,), 0, None)
        (strip,) = row_strips(((cell("五个字一行"),),), style, grid, context)
        return sum(isinstance(item, Line) for item in strip.items)

    assert lines(width - SHEET.table_rule.width) == 1
    assert lines(width - 3 * SHEET.table_rule.width) == 2


def test_each_cell_with_a_cut_word_is_warned_of_at_its_place_though_they_say_the_same() -> None:
    places = [Position("brief.yaml", line, 1) for line in (3, 4)]
    rows = tuple((Cell((Text("W" * 40, source=place),)),) for place in places)
    context = Context(SHEET, Squares())
    row_strips(rows, SHEET[Role.TABLE_CELL], Grid((90.0, 190.0), (Align.LEFT,), 0, None), context)
    assert [(found.code, found.position) for found in context.warnings] == [("BG203", at) for at in places]


def test_cells_of_the_same_words_are_set_alike_in_one_column_and_apart_in_others() -> None:
    lines = [line for line in lines_on(laid(table(*plain(3, 2))), 1) if line.text == "数"]
    starts = [round(line.runs[0].x, 2) for line in lines]
    assert starts == starts[:2] * 3
    assert starts[0] < starts[1]


def test_a_landscape_table_stands_on_pages_of_its_own() -> None:
    layout = laid(body("前文"), table(*plain(20), landscape=True), body("后文"), colophon=colophon("市委"))
    assert [page.landscape for page in layout.pages] == [False, True, True, False]
    wide = layout.pages[1]
    assert (wide.width, wide.height) == (PAGE.height, PAGE.width)
    rules = [item for item in wide.items if isinstance(item, Stroke)]
    assert min(rule.x0 for rule in rules) == pytest.approx(PAGE.bottom)
    assert max(rule.x1 for rule in rules) == pytest.approx(PAGE.height - PAGE.top)
    assert min(rule.y0 for rule in rules) == pytest.approx(PAGE.left)
    assert max(rule.y1 for rule in rules) <= PAGE.width - PAGE.right + 0.01
    assert [line.text for line in lines_on(layout, 3, Role.TABLE_HEAD)] == ["列0", "列1", "列2"]


def test_the_page_number_of_a_landscape_page_stands_where_it_does_on_others() -> None:
    layout = laid(table(*plain(40), landscape=True), body("后文" * 1000))
    numbers = {page.number: lines_on(layout, page.number, Role.PAGE_NUMBER)[0] for page in layout.pages}
    turned = [page.number for page in layout.pages if page.landscape]
    assert len(turned) >= 2
    for number in turned:
        upright = next(each for n, each in numbers.items() if n % 2 == number % 2 and n not in turned)
        assert numbers[number].turned
        assert numbers[number].runs[0].x == pytest.approx(upright.runs[0].x)
        assert numbers[number].baseline == pytest.approx(PAGE.height - upright.baseline)


def test_a_landscape_table_at_the_end_leaves_the_colophon_to_a_page_of_its_own() -> None:
    layout = laid(body("前文"), table(*plain(3), landscape=True), colophon=colophon("市委"))
    assert [page.landscape for page in layout.pages] == [False, True, False]
    assert lines_on(layout, 3, Role.COLOPHON)
    assert not laid(table(*plain(3), landscape=True)).pages[1:]


def test_footnotes_of_a_landscape_table_stand_at_its_foot() -> None:
    marked = Cell((Text("数"), FootnoteMark(1)))
    layout = laid(table((marked, cell(), cell()), landscape=True), footnotes=1)
    (note,) = lines_on(layout, 1, Role.FOOTNOTE)
    assert note.runs[0].x == pytest.approx(PAGE.turned.left)
    assert note.baseline < PAGE.turned.height - PAGE.turned.bottom


def test_numbers_of_a_decimal_column_stand_with_their_points_below_each_other() -> None:
    texts = ("1,234.5", "7", "65.25%", "—")
    rows = [(cell("文"), cell(text)) for text in texts]
    node = replace(table(*rows), align=(Align.LEFT, Align.RIGHT), decimal=(1,))
    lines = {line.text: line for line in lines_on(laid(node), 1, Role.TABLE_CELL)}
    points = []
    for text, whole in zip(texts, (5, 1, 2, 1), strict=True):
        run = lines[text].runs[0]
        points.append(run.x + sum(run.advances[:whole]))
    assert points == [pytest.approx(points[0])] * 4
    right = laid(node).tables[0].edges[-1] - SHEET.cell_padding
    longest = lines["65.25%"].runs[-1]
    assert longest.x + sum(longest.advances) == pytest.approx(right)


def test_notes_stand_below_the_table_and_never_on_a_page_without_a_row() -> None:
    for rows in range(18, 24):
        node = replace(table(*plain(rows)), notes=((Text("注：甲。"),), (Text("资料来源：乙。"),)))
        layout = laid(node)
        (page,) = (each.number for each in layout.pages if lines_on(layout, each.number, Role.TABLE_NOTE))
        assert lines_on(layout, page, Role.TABLE_CELL)
        assert [line.text for line in lines_on(layout, page, Role.TABLE_NOTE)] == [
            "注：甲。",
            "资料来源：乙。",
        ]


def test_a_line_says_that_a_table_goes_on_if_the_template_wants_it() -> None:
    sheet = stylesheet(Template.model_validate({"name": "试排", "wording": {"continued": "{caption}（续）"}}))
    node = replace(table(*plain(60)), caption=(Text("表1"),))
    layout = paginate(document(node), sheet, Squares())
    captions = [
        [line.text for line in lines_on(layout, page.number, Role.TABLE_CAPTION)] for page in layout.pages
    ]
    assert captions == [["表1"], ["表1（续）"], ["表1（续）"]]
    assert len(layout.tables[0].continued) == 2
    cells = [len(lines_on(layout, page.number, Role.TABLE_CELL)) // 3 for page in layout.pages]
    assert layout.tables[0].continued == (cells[0], cells[0] + cells[1])
