"""Structures: 目录, lists, tables, figures, footnotes, 报尾, footers."""

from __future__ import annotations

import pytest
from lxml import etree
from msgspec.structs import replace

from briefgen.doctree.nodes import (
    Align,
    Cell,
    Colophon,
    ColophonRow,
    Contents,
    ContentsEntry,
    Figure,
    FigureRow,
    FootnoteMark,
    List,
    ListItem,
    Paragraph,
    Role,
    Table,
    Text,
    Title,
)
from briefgen.layout.frame import Anchor, Image
from briefgen.writers.docx.ooxml import NAMESPACES
from tests.writers.docx.builders import (
    SHEET,
    Docx,
    W,
    body,
    docx,
    layout_of,
    line,
    picture,
    pretty,
    words,
    written,
    xml,
)

NS = {"w": W[1:-1], "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}
CONTENTS = Contents("目　录", (ContentsEntry("甲", "a1"), ContentsEntry("乙", "a2")))


def text_of(element: etree._Element) -> str:
    return "".join(element.itertext(f"{W}t"))


# -- 目录 ------------------------------------------------------------------------------------------------------


def test_the_contents_are_a_field_already_filled_with_the_page_numbers_of_layout() -> None:
    anchors = (Anchor("a1", "甲", 0, 2, 0.0), Anchor("a2", "乙", 0, 7, 0.0))
    found = docx(CONTENTS, Title("a1", ("甲",)), Title("a2", ("乙",)), layout=layout_of(anchors=anchors)).body
    control = found[0]
    assert [text_of(each) for each in control.iter(f"{W}p")] == ["目　录", "甲2", "乙7"]
    instructions = [str(each.text).strip() for each in control.iter(f"{W}instrText")]
    assert instructions == [
        'TOC \\o "1-1" \\h \\z \\u',
        "PAGEREF _Toc000000001 \\h",
        "PAGEREF _Toc000000002 \\h",
    ]
    kinds = [each.get(f"{W}fldCharType") for each in control.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", *["begin", "separate", "end"] * 2, "end"]
    anchors_of_links = [each.get(f"{W}anchor") for each in control.iter(f"{W}hyperlink")]
    assert anchors_of_links == [each.get(f"{W}name") for each in found.iter(f"{W}bookmarkStart")]


def test_nothing_asks_to_update_fields_on_opening() -> None:
    file = docx(CONTENTS, Title("a1", ("甲",)), Title("a2", ("乙",)))
    assert b"updateFields" not in file.read("word/settings.xml")
    assert b"w:dirty" not in file.read("word/document.xml")


def test_a_long_entry_breaks_where_layout_broke_it() -> None:
    entry = ContentsEntry("以思想解放的新境界推动新突破", "a1")
    layout = layout_of(
        line(Role.CONTENTS_TITLE, "目　录"),
        line(Role.CONTENTS_ENTRY, "以思想解放的新境界"),
        line(Role.CONTENTS_ENTRY, "推动新突破......3"),
        anchors=(Anchor("a1", "", 0, 3, 0.0),),
    )
    found = docx(Contents("目　录", (entry,)), layout=layout).body
    assert [each.text for each in found.iter(f"{W}t")] == ["目　录", "以思想解放的新境界", "推动新突破", "3"]


# -- lists -----------------------------------------------------------------------------------------------------


def items(*labels: str) -> tuple[ListItem, ...]:
    return tuple(ListItem(label, (Paragraph(Role.LIST_ITEM, words("事项")),)) for label in labels)


def test_labels_that_count_are_real_numbering_that_runs_in() -> None:
    file = docx(List(True, items("3.", "4.")))
    assert [text_of(each) for each in file.body] == ["事项", "事项"]
    assert len(list(file.body.iter(f"{W}numPr"))) == 2
    assert pretty(file.part("word/numbering.xml")) == xml("""
        <w:numbering>
          <w:abstractNum w:abstractNumId="1">
            <w:multiLevelType w:val="singleLevel"/>
            <w:lvl w:ilvl="0">
              <w:start w:val="3"/>
              <w:numFmt w:val="decimal"/>
              <w:suff w:val="nothing"/>
              <w:lvlText w:val="%1."/>
              <w:lvlJc w:val="left"/>
              <w:pPr>
                <w:ind w:leftChars="0" w:left="0" w:rightChars="0" w:right="0" w:firstLineChars="200" w:firstLine="630"/>
              </w:pPr>
              <w:rPr>
                <w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:cs="仿宋_GB2312"/>
              </w:rPr>
            </w:lvl>
          </w:abstractNum>
          <w:num w:numId="1">
            <w:abstractNumId w:val="1"/>
          </w:num>
        </w:numbering>
    """)  # noqa: E501 (one line of XML)


@pytest.mark.parametrize("labels", [("1.", "3."), ("甲、", "乙、"), ("1.", ""), ("100%", "101%")])
def test_labels_that_do_not_count_stay_text(labels: tuple[str, ...]) -> None:
    file = docx(List(True, items(*labels)))
    assert [text_of(each) for each in file.body] == [f"{label}事项" for label in labels]
    assert not list(file.body.iter(f"{W}numPr"))


def test_a_deeper_list_is_indented_and_numbered_by_itself() -> None:
    inner = List(False, items("•"), depth=1)
    outer = List(True, (ListItem("1.", (Paragraph(Role.LIST_ITEM, words("甲")), inner)), *items("2.")))
    numbers = [each.get(f"{W}val") for each in docx(outer).body.iter(f"{W}numId")]
    assert numbers == ["1", "2", "1"]
    assert 'w:leftChars="200"' in written(outer)


# -- tables ----------------------------------------------------------------------------------------------------


def table(rows: int = 2) -> Table:
    def row(*texts: str) -> tuple[Cell, ...]:
        return tuple(Cell(words(text)) for text in texts)

    return Table(
        words("表1"), (Align.CENTER, Align.LEFT), (row("序号", "任务"),), (row("1", "建立台账"),) * rows
    )  # fmt: skip


def test_head_rows_repeat_and_no_row_is_split() -> None:
    rows = list(docx(table()).body.iter(f"{W}tr"))
    assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [True, False, False]
    assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)


def test_columns_are_as_wide_as_layout_made_them_and_fill_the_type_area() -> None:
    found = docx(table()).body
    widths = [int(str(each.get(f"{W}w"))) for each in found.iter(f"{W}gridCol")]
    assert widths[0] < widths[1]
    assert sum(widths) == 8844
    (width,) = found.iter(f"{W}tblW")
    assert width.get(f"{W}w") == "8844"


def test_cells_stand_as_their_column_does() -> None:
    alignments = [each.get(f"{W}val") for each in docx(table(1)).body.iter(f"{W}jc")]
    assert alignments == ["center", "center"]  # the table, and the first column; the style does the rest


def test_two_tables_that_meet_are_kept_apart() -> None:
    bare = Table((), (Align.LEFT,), (), ((Cell(words("一")),),))
    names = [str(each.tag).removeprefix(W) for each in docx(bare, bare).body]
    assert names == ["tbl", "p", "tbl", "p"]


# -- figures ---------------------------------------------------------------------------------------------------


def test_a_picture_has_the_size_of_layout_its_caption_as_alternative_text_and_a_line_free_to_grow() -> None:
    figure = Figure(picture(), words("推进会现场"))
    layout = layout_of(Image("figure", 0, 0, 300.0, 225.0, figure.picture, figure.alt))
    shot, caption = docx(FigureRow((figure,)), layout=layout).body
    (extent,) = shot.iter(f"{{{NS['wp']}}}extent")
    (properties,) = shot.iter(f"{{{NS['wp']}}}docPr")
    assert (extent.get("cx"), extent.get("cy")) == ("3810000", "2857500")
    assert properties.get("descr") == "推进会现场"
    assert shot.find("w:pPr/w:spacing", NS).get(f"{W}lineRule") == "atLeast"  # type: ignore[union-attr]
    assert text_of(caption) == "推进会现场"


def test_the_same_picture_is_stored_once() -> None:
    names = docx(*[FigureRow((Figure(picture(), words("图")),))] * 2).names()
    assert [name for name in names if "media" in name] == ["word/media/picture1.jpeg"]


def test_figures_side_by_side_are_a_table_without_rules_with_a_caption_below_each() -> None:
    row = FigureRow((Figure(picture(), words("左")), Figure(picture(), words("右"))))
    found = docx(row).body[0]
    assert not list(found.iter(f"{W}tblBorders"))
    assert [text_of(cell) for cell in found.iter(f"{W}tc")] == ["", "", "左", "右"]


def test_a_merged_cell_spans_columns_and_goes_on_downwards_without_words() -> None:
    def cell(text: str, rows: int = 1, columns: int = 1) -> Cell:
        return Cell(words(text), rows, columns)

    rows = (
        (cell("甲", 2, 2), None, cell("乙")),
        (None, None, cell("丙")),
        (cell("丁"), cell("戊", 1, 2), None),
    )
    node = Table((), (Align.LEFT,) * 3, ((cell("一"), cell("二"), cell("三")),), rows)
    found = docx(node).body
    merged = [
        [
            (
                text_of(each),
                getattr(each.find("w:tcPr/w:gridSpan", NS), "attrib", {}).get(f"{W}val"),
                getattr(each.find("w:tcPr/w:vMerge", NS), "attrib", {}).get(f"{W}val", "none"),
            )
            for each in row.iter(f"{W}tc")
        ]
        for row in list(found.iter(f"{W}tr"))[1:]
    ]
    assert merged == [
        [("甲", "2", "restart"), ("乙", None, "none")],
        [("", "2", "none"), ("丙", None, "none")],
        [("丁", None, "none"), ("戊", "2", "none")],
    ]
    assert [each.get(f"{W}val") for each in found.iter(f"{W}vMerge")] == ["restart", None]
    widths = [int(str(each.get(f"{W}w"))) for each in found.iter(f"{W}gridCol")]
    for row in found.iter(f"{W}tr"):
        assert sum(int(str(each.get(f"{W}w"))) for each in row.iter(f"{W}tcW")) == sum(widths)


def test_the_number_of_a_decimal_column_is_indented_from_the_right() -> None:
    rows = tuple((Cell(words(text)),) for text in ("1.25", "7"))
    node = Table((), (Align.RIGHT,), ((Cell(words("数")),),), rows, decimal=(0,))
    indents = [
        each.find("w:pPr/w:ind", NS) for row in docx(node).body.iter(f"{W}tr") for each in row.iter(f"{W}p")
    ]
    assert [each is not None for each in indents] == [False, False, True]
    assert indents[2].get(f"{W}right") == "420"  # a point and two digits of half of 14 points  # type: ignore[union-attr]


def test_a_table_that_goes_on_below_a_line_that_says_so_begins_anew() -> None:
    sheet = replace(SHEET, continued="续表")
    rows = ((Cell(words("甲"), 40), Cell(words("1"))), *((None, Cell(words("2"))) for _ in range(39)))
    node = Table(words("表1"), (Align.LEFT,) * 2, ((Cell(words("一")), Cell(words("二"))),), rows)
    found = docx(node, sheet=sheet).body
    assert [text_of(each) for each in found if each.tag == f"{W}p"][:2] == ["表1", "续表"]
    again = [each for each in found if text_of(each) == "续表"]
    assert again[0].find("w:pPr/w:pageBreakBefore", NS) is not None
    first, second = (each for each in found if each.tag == f"{W}tbl")
    assert len(list(first.iter(f"{W}tr"))) + len(list(second.iter(f"{W}tr"))) == 42
    assert [text_of(each) for each in next(second.iter(f"{W}tr"))][1:] == ["一", "二"]
    assert next(second.iter(f"{W}vMerge")).get(f"{W}val") == "restart"


def test_notes_of_a_table_are_paragraphs_below_it() -> None:
    found = docx(replace(table(), notes=(words("注：甲。"), words("资料来源：乙。")))).body
    assert [text_of(each) for each in found][-2:] == ["注：甲。", "资料来源：乙。"]
    assert found[-1].find("w:pPr/w:pStyle", NS).get(f"{W}val") == "BriefTableNote"  # type: ignore[union-attr]


# -- sections --------------------------------------------------------------------------------------------------


def landscape() -> Table:
    return replace(table(), landscape=True)


def sections(file: Docx) -> list[str | None]:
    """Return how the pages of each section lie."""
    return [each.get(f"{W}orient") for each in file.part("word/document.xml").iter(f"{W}pgSz")]


def test_a_landscape_table_is_a_section_of_its_own() -> None:
    file = docx(body("前"), landscape(), Title("a1", ("后",)))
    assert sections(file) == [None, "landscape", None]
    size, margins = (list(file.part("word/document.xml").iter(f"{W}{name}"))[1] for name in ("pgSz", "pgMar"))
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("16838", "11906")
    sides = [margins.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")]
    assert sides == ["1587", "2098", "1474", "1984"]


def test_landscape_pages_at_either_end_need_no_other_section_there() -> None:
    assert sections(docx(landscape(), body("后"))) == ["landscape", None]
    assert sections(docx(body("前"), landscape())) == [None, "landscape"]
    assert sections(docx(body("前"), landscape(), colophon=COLOPHON)) == [None, "landscape", None]


def test_the_page_number_of_landscape_pages_stands_in_a_turned_box_at_the_left_edge() -> None:
    file = docx(landscape())
    odd, even = (file.part(f"word/{name}turned.xml") for name in ("odd", "even"))
    for footer, align in ((odd, "right"), (even, "left")):
        assert next(footer.iter(f"{{{NAMESPACES['wps']}}}bodyPr")).get("vert") == "vert"
        place = [int(str(each.text)) / 12700 for each in footer.iter(f"{{{NAMESPACES['wp']}}}posOffset")]
        assert place[0] < SHEET.page.bottom
        assert place[1] == pytest.approx(SHEET.page.left, abs=0.1)
        assert next(footer.iter(f"{W}txbxContent")).find("w:p/w:pPr/w:jc", NS).get(f"{W}val") == align  # type: ignore[union-attr]
    assert not [name for name in docx(body()).names() if "turned" in name]


# -- footnotes, 报尾, footers ----------------------------------------------------------------------------------


def test_footnotes_are_real_ones_numbered_in_circles() -> None:
    file = docx(Paragraph(Role.BODY, (Text("正文"), FootnoteMark(1))), footnotes=(words("注文"),))
    notes = file.part("word/footnotes.xml")
    assert [note.get(f"{W}id") for note in notes] == ["-1", "0", "1"]
    assert text_of(notes[2]) == " 注文"
    assert b'<w:numFmt w:val="decimalEnclosedCircleChinese"/>' in file.read("word/document.xml")


def test_links_in_text_and_in_notes_lead_out_of_their_own_parts() -> None:
    link = (Text("网站", href="https://example.com/?a=1&b=2"),)
    file = docx(Paragraph(Role.BODY, (*link, FootnoteMark(1))), footnotes=(link,))
    for name in ("document", "footnotes"):
        rels = file.part(f"word/_rels/{name}.xml.rels")
        targets = [each.get("Target") for each in rels if each.get("TargetMode") == "External"]
        assert targets == ["https://example.com/?a=1&b=2"]


COLOPHON = Colophon((
    ColophonRow("报：", "市委宣传部"),
    ColophonRow("送：", "各部门"),
    ColophonRow("", "编辑：张三", "共印9份"),
))  # fmt: skip


def test_the_colophon_floats_on_the_foot_of_the_type_area_as_wide_as_it() -> None:
    found = docx(body(), colophon=COLOPHON).body
    place = found[1].find("w:tblPr/w:tblpPr", NS)
    assert place is not None
    values = {str(name).removeprefix(W): value for name, value in place.attrib.items()}
    assert (values["vertAnchor"], values["tblpYSpec"]) == ("margin", "bottom")
    assert (values["horzAnchor"], values["tblpX"]) == ("page", "1587")
    assert found[1].find("w:tblPr/w:tblW", NS).get(f"{W}w") == "8844"  # type: ignore[union-attr]
    assert str(found[2].tag) == f"{W}p"  # its anchor, after all text
    assert found[0].find("w:pPr/w:keepNext", NS) is not None


def test_the_colophon_s_rules_are_thick_outside_and_thin_above_the_last_row() -> None:
    rules = [
        [(str(side.tag).removeprefix(W), side.get(f"{W}sz")) for side in row.iterfind(".//w:tcBorders/*", NS)]
        for row in docx(body(), colophon=COLOPHON).body.iter(f"{W}tr")
    ]
    assert rules == [[("top", "8")], [], [("top", "6"), ("bottom", "8")]]


def test_colophon_rows_hang_by_their_label_and_set_a_right_part_at_the_edge() -> None:
    first, _, last = docx(body(), colophon=COLOPHON).body.iter(f"{W}tr")
    indent = first.find(".//w:ind", NS)
    assert indent is not None
    assert (indent.get(f"{W}leftChars"), indent.get(f"{W}hangingChars")) == ("300", "200")
    assert len(list(last.iter(f"{W}tab"))) == 1


@pytest.mark.parametrize(("name", "side", "align"), [("odd", "right", "right"), ("even", "left", "left")])
def test_page_numbers_stand_at_the_cut_edge_in_by_one_character(name: str, side: str, align: str) -> None:
    footer = docx(body()).part(f"word/footer-{name}.xml")
    assert [str(each.text).strip() for each in footer.iter(f"{W}instrText")] == ["PAGE"]
    assert text_of(footer) in ("— 1 —", "— 2 —")
    assert footer.find(".//w:ind", NS).get(f"{W}{side}Chars") == "100"  # type: ignore[union-attr]
    assert footer.find(".//w:jc", NS).get(f"{W}val") == align  # type: ignore[union-attr]


def test_the_section_has_the_margins_of_the_standard_and_no_grid() -> None:
    section = docx(body()).part("word/document.xml")[0][-1]
    margins = {str(name).removeprefix(W): value for name, value in section.find("w:pgMar", NS).attrib.items()}  # type: ignore[union-attr]
    sides = ("top", "bottom", "left", "right", "footer")
    assert [margins[side] for side in sides] == ["2098", "1984", "1587", "1474", "1411"]
    assert dict(section.find("w:docGrid", NS).attrib) == {f"{W}linePitch": "579"}  # type: ignore[union-attr]
