"""What LibreOffice makes of the file: the grid of the standard, page numbers and 报尾 in their places."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest
from msgspec.structs import replace

from briefgen.doctree.nodes import (
    Align,
    Block,
    Cell,
    Colophon,
    ColophonRow,
    Contents,
    ContentsEntry,
    Figure,
    FigureRow,
    FootnoteMark,
    HeadRule,
    List,
    ListItem,
    Paragraph,
    Role,
    SplitLine,
    Table,
    Text,
    Title,
)
from briefgen.layout import paginate
from briefgen.layout.frame import Line
from briefgen.model.template import Template
from briefgen.parity.compare import compare_files
from briefgen.parity.office import to_pdf
from briefgen.style import stylesheet
from briefgen.units import mm
from tests.layout.builders import lines_on
from tests.office import fonts_of, needs_office, page_texts
from tests.writers.docx.builders import SHEET, body, document, docx, picture, words
from tests.writers.pdf.builders import pdf_of

pytestmark = [pytest.mark.office, needs_office]

COLOPHON = Colophon((
    ColophonRow("报：", "市委宣传部，" * 8 + "区委常委"),
    ColophonRow("送：", "区直各部门"),
    ColophonRow("", "编辑：张三", "共印九份"),
))  # fmt: skip
TYPE_AREA_FOOT = mm(297 - 35)


def test_a_full_page_has_22_lines_of_28_characters_in_the_faces_of_the_standard() -> None:
    pdf = to_pdf(docx(body("解放思想再深入全面振兴新突破" * 100)).data)
    first, second, *_ = [
        [line for line in page if not line.startswith("—")] for page in page_texts(pdf)
    ]  # fmt: skip
    assert [len(line) for line in first] == [26, *[28] * 21]
    assert [len(line) for line in second] == [28] * 22
    assert fonts_of(pdf) == {"FandolFang-Regular", "FandolSong-Regular"}


def test_page_numbers_stand_left_and_right_7_mm_below_the_type_area() -> None:
    pdf = to_pdf(docx(body("动态" * 400)).data)
    with pdfplumber.open(BytesIO(pdf)) as found:
        odd, even = ([char for char in page.chars if char["text"] == "—"] for page in found.pages[:2])
    assert odd[-1]["x1"] == pytest.approx(mm(210 - 26) - 14, abs=0.6)
    assert even[0]["x0"] == pytest.approx(mm(28) + 14, abs=0.6)
    baseline = mm(297) - odd[0]["matrix"][5]
    middle = baseline - (0.88 - 0.5) * 14  # of the em box, where the dash lies
    assert middle - TYPE_AREA_FOOT == pytest.approx(mm(7), abs=0.5)


@pytest.mark.parametrize("lines", [3, 17, 18, 19, 23, 39, 40, 41])
def test_the_last_rule_lies_on_the_foot_of_the_last_page_as_in_the_layout(lines: int) -> None:
    paragraphs = [body(f"第{number}行") for number in range(1, lines + 1)]
    layout = paginate(document(*paragraphs, colophon=COLOPHON), SHEET)
    pdf = to_pdf(docx(*paragraphs, colophon=COLOPHON, layout=layout).data)
    counts = [sum(line.startswith("第") for line in page) for page in page_texts(pdf)]
    assert counts == [
        sum(isinstance(item, Line) and item.role == Role.BODY for item in page.items) for page in layout.pages
    ]
    with pdfplumber.open(BytesIO(pdf)) as found:
        rules = found.pages[-1].lines + found.pages[-1].rects
        assert max(rule["bottom"] for rule in rules) == pytest.approx(TYPE_AREA_FOOT, abs=1.0)
        assert min(rule["x0"] for rule in rules) == pytest.approx(mm(28), abs=0.6)
        assert max(rule["x1"] for rule in rules) == pytest.approx(mm(184), abs=0.6)


CONTRIBUTION = Paragraph(Role.CONTRIBUTION, words("（办公室供稿）"))


@pytest.mark.parametrize(
    "blocks",
    [
        (body("文" * (26 + 28 * 19)),),
        (body("文" * (26 + 28 * 17)), CONTRIBUTION),
        (body("字" * (26 + 28 * 12)), body("文" * (26 + 28 * 5)), CONTRIBUTION),
        (List(ordered=True, items=tuple(ListItem(f"{n}. ", (body("条目"),)) for n in range(20))),),
        (Table((), (Align.LEFT,), (), tuple((Cell(words(f"第{n}行")),) for n in range(19))),),
    ],
    ids=["long", "contributed", "short", "list", "table"],
)
def test_what_goes_over_with_the_colophon_goes_over_in_an_office_too(blocks: tuple[Block, ...]) -> None:
    layout = paginate(document(*blocks, colophon=COLOPHON), SHEET)
    assert len(layout.pages) == 2
    office = to_pdf(docx(*blocks, colophon=COLOPHON, layout=layout).data)
    assert compare_files(pdf_of(layout), office, layout).same


@pytest.mark.parametrize("lines", [4, 8, 12])
def test_a_paragraph_whose_contribution_does_not_fit_is_parted_as_in_an_office(lines: int) -> None:
    counts = (20, 2, 22 - lines, lines)
    paragraphs = [body("文" * (26 + 28 * (count - 1))) for count in counts]
    blocks = (*paragraphs, CONTRIBUTION, body("后文"))
    layout = paginate(document(*blocks), SHEET)
    assert layout.lowered.keys() == {3}
    assert [len(lines_on(layout, page)) for page in (1, 2, 3)] == [22, 20, 4]
    assert compare_files(pdf_of(layout), to_pdf(docx(*blocks, layout=layout).data), layout).same


def test_a_whole_issue_shows_every_part_on_the_pages_of_the_layout() -> None:
    issue = docx(
        SplitLine(Role.MASTHEAD_MARKS, "内部资料", "000012"),
        Paragraph(Role.MASTHEAD_NAME, words("活动动态")),
        Paragraph(Role.MASTHEAD_ISSUE, words("第12期")),
        SplitLine(Role.MASTHEAD_IMPRINT, "区委宣传部", "2020年7月3日"),
        HeadRule(),
        Contents("目　录", (ContentsEntry("打赢脱贫攻坚战", "a1"), ContentsEntry("优化营商环境", "a2"))),
        Title("a1", ("打赢脱贫攻坚战",)),
        Paragraph(Role.BODY, (Text("解放思想再深入" * 60), FootnoteMark(1))),
        FigureRow((Figure(picture(), words("推进会现场")),)),
        Title("a2", ("优化营商环境",)),
        body("全面振兴新突破" * 90),
        footnotes=(words("脚注在此"),),
        colophon=COLOPHON,
    )
    pages = page_texts(to_pdf(issue.data))
    texts = ["".join(page).replace(" ", "") for page in pages]
    assert "打赢脱贫攻坚战" + "." * 10 in texts[0]
    entry = next(line for line in pages[0] if line.startswith("优化营商环境"))
    assert "优化营商环境" in texts[int(entry[-1]) - 1]
    assert "①脚注在此" in "".join(texts)
    assert "推进会现场" in "".join(texts)
    assert "报：市委宣传部" in texts[-1]


def test_spaces_between_paragraphs_add_up_as_in_the_layout() -> None:
    blocks = [
        SplitLine(Role.MASTHEAD_IMPRINT, "区委宣传部", "九月"),
        HeadRule(),
        Title("a1", ("优化营商环境",)),
        body("正文在此"),
        FigureRow((Figure(picture(), words("推进会现场")),)),
        Title("a2", ("打赢脱贫攻坚战",)),
        body("后文在此"),
    ]
    lines = [item for item in paginate(document(*blocks), SHEET).pages[0].items if isinstance(item, Line)]
    wanted = {run.text[0]: line.baseline for line in lines for run in line.runs}
    with pdfplumber.open(BytesIO(to_pdf(docx(*blocks).data))) as found:
        page = found.pages[0]
        seen = {char["text"]: page.height - char["matrix"][5] for char in page.chars}
    drops = [seen[first] - wanted[first] for first in "区优正推打后"]
    assert drops == pytest.approx([drops[0]] * len(drops), abs=2.5)


@pytest.mark.parametrize(("issuer", "lines"), [("宣传部", 1), ("区教育实践活动推进办公室动态编写组", 2)])
def test_issuer_and_date_are_never_glued_together(issuer: str, lines: int) -> None:
    imprint = SplitLine(Role.MASTHEAD_IMPRINT, issuer, "二〇二〇年十二月")
    [page] = page_texts(to_pdf(docx(imprint, HeadRule(), body("正文在此")).data))
    assert len(page[: page.index("正文在此")]) == lines
    assert page[lines - 1].endswith("二〇二〇年十二月")


def test_a_landscape_table_stands_on_landscape_pages_with_the_number_at_their_left_edge() -> None:
    def cell(text: str, rows: int = 1) -> Cell:
        return Cell(words(text), rows)

    rows = ((cell("思想解放", 20), cell("1")), *((None, cell(str(number))) for number in range(2, 21)))
    node = Table(
        words("任务分工表"), (Align.LEFT,) * 2, ((cell("方面"), cell("序号")),), rows, landscape=True
    )
    file = docx(body("前文"), node, Title("a1", ("后文",)), colophon=COLOPHON)
    with pdfplumber.open(BytesIO(to_pdf(file.data))) as found:
        sizes = [round(page.width) > round(page.height) for page in found.pages]
        assert sizes == [False, True, True, False]
        texts = ["".join(page.extract_text().split()) for page in found.pages]
        assert ["方面" in text for text in texts] == [False, True, True, False]
        for page, low in zip(found.pages[1:3], (False, True), strict=True):
            dash = next(char for char in page.chars if char["text"] == "—")
            assert dash["x0"] < mm(35) - mm(7)
            assert dash["top"] > page.height / 2 if low else dash["top"] == pytest.approx(mm(28) + 14, abs=1)


@pytest.mark.parametrize(("lines", "counts"), [(5, [5, 0]), (27, [22, 5]), (43, [22, 21, 0, 0])])
def test_the_colophon_on_an_even_page_leaves_a_blank_one_without_number(
    lines: int, counts: list[int]
) -> None:
    sheet = stylesheet(Template.model_validate({"name": "试排", "page": {"even_last_page": True}}))
    file = docx(*[body("文")] * lines, colophon=COLOPHON, sheet=sheet)
    pages = page_texts(to_pdf(file.data))
    assert [page.count("文") for page in pages] == counts
    assert ["报：" in "".join(page) for page in pages] == [False] * (len(counts) - 1) + [True]
    numbered = [any(line.startswith("—") for line in page) for page in pages]
    assert numbered == [True, True, False, False][: len(counts)]


def test_the_colophon_after_a_landscape_table_stands_on_a_portrait_page() -> None:
    rows = ((Cell(words("一")), Cell(words("二"))),)
    node = Table((), (Align.LEFT,) * 2, ((Cell(words("甲")), Cell(words("乙"))),), rows, landscape=True)
    with pdfplumber.open(BytesIO(to_pdf(docx(body(), node, colophon=COLOPHON).data))) as found:
        assert [round(page.width) > round(page.height) for page in found.pages] == [False, True, False]
        assert "报：" in found.pages[2].extract_text()


def test_a_page_full_of_rows_is_one_in_an_office_too() -> None:
    rows = tuple((Cell(words(f"第{number}行")),) for number in range(60))
    node = Table((), (Align.LEFT,), ((Cell(words("表头")),),), rows)
    pages = page_texts(to_pdf(docx(node).data))
    assert [sum(line.startswith("第") for line in page) for page in pages] == [21, 21, 18]


def test_a_table_that_goes_on_has_the_words_of_its_merged_cells_again_in_an_office_too() -> None:
    sheet = replace(SHEET, continued="{caption}（续）")
    names = [(Cell(words(f"方面{n}"), 9), Cell(words("一"))) for n in range(6)]
    rows = tuple(row for name in names for row in (name, *[(None, Cell(words("二")))] * 8))
    for caption in (words("任务分工表"), ()):
        node = Table(caption, (Align.CENTER,) * 2, ((Cell(words("方面")), Cell(words("任务"))),), rows)
        layout = paginate(document(node), sheet)
        assert len(layout.tables[0].repeated) == (2 if caption else 0)
        file = docx(node, sheet=sheet, layout=layout)
        assert compare_files(pdf_of(layout), to_pdf(file.data), layout).same
