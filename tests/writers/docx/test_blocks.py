"""Blocks: each kind as the XML that stands in the body."""

from __future__ import annotations

from briefgen.doctree.nodes import (
    Contents,
    FootnoteMark,
    Heading,
    HeadRule,
    LineBreak,
    Paragraph,
    Role,
    SplitLine,
    Text,
    Title,
)
from briefgen.layout import Layout
from tests.writers.docx.builders import body, docx, layout_of, line, pretty, words, written, xml


def test_a_paragraph_is_its_style_and_a_run_that_asks_for_the_chinese_face() -> None:
    assert written(body("“三四五”·工作法")) == xml("""
        <w:p>
          <w:pPr>
            <w:pStyle w:val="BriefBody"/>
          </w:pPr>
          <w:r>
            <w:rPr>
              <w:rFonts w:hint="eastAsia"/>
            </w:rPr>
            <w:t>“三四五”·工作法</w:t>
          </w:r>
        </w:p>
    """)


def test_a_pair_of_marks_is_english_so_that_no_office_splits_it() -> None:
    text = written(body("是——的……"))
    runs = [row.strip() for row in text.splitlines() if "<w:t>" in row or "<w:lang" in row]
    english = '<w:lang w:eastAsia="en-US"/>'
    assert runs == ["<w:t>是</w:t>", english, "<w:t>——</w:t>", "<w:t>的</w:t>", english, "<w:t>……</w:t>"]


def test_a_note_below_the_contents_keeps_a_line_off_them() -> None:
    note = Paragraph(Role.EDITOR_NOTE, words("编者按"))
    first, second = written(Contents("要目", ()), note, note).split("</w:sdt>")[1].split("</w:p>")[:2]
    assert '<w:spacing w:before="579" w:after="0" w:line="579" w:lineRule="exact"/>' in first
    assert "w:spacing" not in second


def test_markup_in_the_text_stays_text() -> None:
    assert '<w:t>&lt;w:p&gt; A&amp;B "c"</w:t>' in written(body('<w:p> A&B "c"'))


def test_spaces_at_the_edges_of_a_run_are_kept() -> None:
    content = (Text("A ", strong=True), Text("B"))
    assert '<w:t xml:space="preserve">A </w:t>' in written(Paragraph(Role.BODY, content))


def test_faces_inside_a_paragraph_are_character_styles() -> None:
    content = (
        Text("一是到位。", lead=2),
        Text("重", strong=True),
        Text("轻", emphasis=True),
        LineBreak(),
        FootnoteMark(1),
    )
    text = pretty(*docx(Paragraph(Role.BODY, content), footnotes=(words("注"),)).body)
    found = [
        line.strip()
        for line in text.splitlines()
        if "rStyle" in line or "<w:br" in line or "Reference" in line
    ]
    assert found == [
        '<w:rStyle w:val="BriefLead2"/>',
        '<w:rStyle w:val="Strong"/>',
        '<w:rStyle w:val="Emphasis"/>',
        "<w:br/>",
        '<w:rStyle w:val="FootnoteReference"/>',
        '<w:footnoteReference w:id="1"/>',
    ]


def test_the_last_masthead_line_carries_the_red_rule_and_leaves_a_line_of_room() -> None:
    line = SplitLine(Role.MASTHEAD_IMPRINT, "区委宣传部", "2020年7月3日")
    assert (
        written(line, HeadRule(), body()).split("</w:p>")[0]
        == xml("""
        <w:p>
          <w:pPr>
            <w:pStyle w:val="BriefMastheadImprint"/>
            <w:pBdr>
              <w:bottom w:val="single" w:sz="18" w:space="5" w:color="FF0000"/>
            </w:pBdr>
            <w:spacing w:before="0" w:after="434" w:line="579" w:lineRule="exact"/>
          </w:pPr>
          <w:r>
            <w:rPr>
              <w:rFonts w:hint="eastAsia"/>
            </w:rPr>
            <w:t>区委宣传部</w:t>
          </w:r>
          <w:r>
            <w:rPr>
              <w:rFonts w:hint="eastAsia"/>
            </w:rPr>
            <w:tab/>
          </w:r>
          <w:r>
            <w:rPr>
              <w:rFonts w:hint="eastAsia"/>
            </w:rPr>
            <w:t>2020年7月3日</w:t>
          </w:r>
    """)
        + "\n"
    )


def test_a_split_line_without_a_left_part_begins_with_the_tab() -> None:
    text = written(SplitLine(Role.MASTHEAD_MARKS, "", "000012"))
    assert text.index("<w:tab/>") < text.index("000012")


def test_a_split_line_of_another_role_brings_its_own_tab_stop() -> None:
    text = written(SplitLine(Role.MASTHEAD_ISSUE, "第12期", "7月3日"))
    assert '<w:tab w:val="right" w:leader="none" w:pos="8820"/>' in text


def test_a_name_too_long_for_its_line_has_the_size_that_layout_found() -> None:
    name = Paragraph(Role.MASTHEAD_NAME, words("活动动态"))
    shrunk = layout_of(line(Role.MASTHEAD_NAME, "活动动态", size=36.0, block=-1))
    assert '<w:sz w:val="72"/>' in written(name, layout=shrunk)
    assert "<w:sz " not in written(name, layout=layout_of(line(Role.MASTHEAD_NAME, "活动动态")))


def test_a_title_breaks_where_layout_broke_it() -> None:
    halves = ("以思想解放的新境界", "推动项目建设实现新突破")
    broken = layout_of(*(line(Role.TITLE, half) for half in halves))
    text = written(Title("a1", ("".join(halves),)), layout=broken)
    rows = [row.strip() for row in text.splitlines() if "<w:t>" in row or "<w:br/>" in row]
    assert rows == ["<w:t>以思想解放的新境界</w:t>", "<w:br/>", "<w:t>推动项目建设实现新突破</w:t>"]


def test_without_layout_a_title_keeps_its_author_s_breaks() -> None:
    text = written(Title("a1", ("打赢脱贫攻坚战", "实现新突破")), layout=Layout((), ()))
    assert text.count("<w:br/>") == 1


def test_a_heading_has_its_number_as_text_and_a_hidden_bookmark() -> None:
    assert written(Heading("h1", 1, "一、", words("强化"))) == xml("""
        <w:p>
          <w:pPr>
            <w:pStyle w:val="BriefHeading1"/>
          </w:pPr>
          <w:bookmarkStart w:id="1" w:name="_Toc000000001"/>
          <w:r>
            <w:rPr>
              <w:rFonts w:hint="eastAsia"/>
            </w:rPr>
            <w:t>一、</w:t>
          </w:r>
          <w:r>
            <w:rPr>
              <w:rFonts w:hint="eastAsia"/>
            </w:rPr>
            <w:t>强化</w:t>
          </w:r>
          <w:bookmarkEnd w:id="1"/>
        </w:p>
    """)


def test_a_contribution_keeps_the_paragraph_above_it() -> None:
    text = written(body("一"), body("二"), Paragraph(Role.CONTRIBUTION, words("（供稿）")))
    first, second, last = text.split("</w:p>\n")
    assert "keepNext" not in first + last
    assert "<w:keepNext/>" in second


def test_a_paragraph_that_layout_parted_before_its_contribution_stands_lower_and_is_not_kept() -> None:
    text = written(
        body("一"), body("二"), Paragraph(Role.CONTRIBUTION, words("（供稿）")),
        layout=Layout((), (), lowered={1: 1.4}),
    )  # fmt: skip
    assert "keepNext" not in text
    assert 'w:before="28"' in text.split("</w:p>\n")[1]


def test_blocks_stand_in_the_order_of_layout_and_begin_a_page_where_it_made_them() -> None:
    text = written(body("甲"), body("乙"), layout=Layout((), (), order=(1, 0), forced=(0,)))
    first, second = text.split("</w:p>\n")
    assert "乙" in first
    assert "pageBreakBefore" not in first
    assert "甲" in second
    assert "<w:pageBreakBefore/>" in second


def test_a_title_at_the_start_has_no_space_above_it() -> None:
    first, second = (written(*before, Title("a", ("甲",))) for before in ((), (body(),)))
    assert '<w:spacing w:before="0" w:after="579"' in first
    assert "w:spacing" not in second.split("</w:p>")[1]
