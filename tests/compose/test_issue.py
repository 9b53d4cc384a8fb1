"""The parts of an issue: contents, editor's note, articles, colophon, metadata."""

from __future__ import annotations

from typing import Any

import pytest

from briefgen.diagnostics import Position, SourceMap
from briefgen.doctree.dump import dump
from briefgen.doctree.nodes import Contents, FootnoteMark, Heading, Paragraph, Role, Title
from tests.compose.builders import ISSUER, article, composed, composed_article
from tests.compose.case_files import origin


def lines(document: Any) -> list[str]:
    return [line.strip() for line in dump(document).splitlines()[1:]]


# -- contents --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "articles", "there"),
    [("auto", 1, False), ("auto", 2, True), (True, 1, True), (False, 2, False)],
)
def test_contents_are_there_when_wanted(wanted: Any, articles: int, there: bool) -> None:
    document, _ = composed(contents=wanted, articles=[article()] * articles)
    assert any(isinstance(block, Contents) for block in document.blocks) is there


def test_contents_name_every_title_in_one_piece() -> None:
    document, _ = composed(articles=[article(title="甲会|召开,乙"), article(title=r"丙\|丁")])
    (contents,) = [block for block in document.blocks if isinstance(block, Contents)]
    assert contents.title == "目　录"
    entries = [(entry.text, entry.target, entry.level) for entry in contents.entries]
    assert entries == [("甲会召开，乙", "article-1", 1), ("丙|丁", "article-2", 1)]


def test_parts_stand_in_the_order_of_the_template() -> None:
    parts = ["contents", "editor_note", "masthead"]
    document, _ = composed(editor_note="甲。", contents=True, template={"parts": parts})
    assert [line.split(":")[0] for line in lines(document)] == [
        "contents", "entry 1 #article-1", "editor-note", "masthead-name", "masthead-imprint", "head-rule",
    ]  # fmt: skip


# -- editor's note ---------------------------------------------------------------------------------------------


def note(markdown: str, **wording: str) -> list[str]:
    document, _ = composed(
        editor_note=markdown,
        template={"parts": ["editor_note"], "wording": {"editor_note": "编者按："} | wording},
    )
    return lines(document)


def test_the_note_opens_with_the_wording() -> None:
    assert note("甲,乙。\n\n丙。") == ["editor-note: {lead-1:编者按：}甲，乙。", "editor-note: 丙。"]


@pytest.mark.parametrize(
    "typed", ["编者按：甲。", "编者按:甲。", "**编者按：**甲。", "**编者按**：甲。", "编者按： 甲。"]
)
def test_the_opening_words_stand_once(typed: str) -> None:
    assert note(typed) == ["editor-note: {lead-1:编者按：}甲。"]


def test_words_that_only_begin_like_it_stay() -> None:
    assert note("编者按语甲。") == ["editor-note: {lead-1:编者按：}编者按语甲。"]


def test_the_note_may_open_with_a_list_and_have_no_wording() -> None:
    assert note("- 甲")[0] == "editor-note: {lead-1:编者按：}"
    assert note("甲。", editor_note="") == ["editor-note: 甲。"]


def test_the_note_takes_neither_headings_nor_tables_nor_pictures() -> None:
    markdown = "# 甲\n\n| 乙 |\n|---|\n| 1 |\n\n> 丙\n\n![丁](a.jpg)"
    _, diagnostics = composed(editor_note=markdown)
    assert [(found.code, str(found.values["what"])) for found in diagnostics] == [
        ("BG204", "此处的标题"), ("BG204", "此处的表格"), ("BG204", "此处的引文"), ("BG204", "此处的图片"),
    ]  # fmt: skip


# -- articles --------------------------------------------------------------------------------------------------


def test_an_article_in_printed_order() -> None:
    document, diagnostics = composed_article(
        title="甲会|召开", subtitle="乙,丙", authors=["王堃", "李喆"], source="江源区委宣传部", body="丁。"
    )
    assert diagnostics == ()
    assert lines(document) == [
        "title #article-1: 甲会 / 召开",
        "subtitle: ——乙，丙",
        "byline: 王堃　李喆",
        "body: 丁。",
        "contribution: （江源区委宣传部供稿）",
    ]


@pytest.mark.parametrize("typed", ["乙", "——乙", "--乙", "— 乙", "—— 乙"])
def test_the_dash_of_a_subtitle_stands_once(typed: str) -> None:
    assert lines(composed_article(subtitle=typed)[0])[1] == "subtitle: ——乙"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("甲|乙|丙", ("甲", "乙", "丙")),
        ("甲 | 乙", ("甲", "乙")),
        (r"甲\|乙|丙", ("甲|乙", "丙")),
        ("|甲||乙|", ("甲", "乙")),
        ("|", ("|",)),
        ('他说"甲|乙"丙', ("他说“甲", "乙”丙")),
        ("**甲**<b>", ("**甲**<b>",)),
        ("甲 乙", ("甲　乙",)),
    ],
)
def test_titles_break_where_the_author_says(typed: str, expected: tuple[str, ...]) -> None:
    (title,) = [block for block in composed_article(title=typed)[0].blocks if isinstance(block, Title)]
    assert title.lines == expected


def test_ids_are_those_of_the_article() -> None:
    body = "# 甲\n\n文\n\n## 乙\n\n文"
    document, _ = composed(articles=[article(body=body), article(body=body)])
    ids = [block.id for block in document.blocks if isinstance(block, Title | Heading)]
    assert ids == [
        "article-1", "article-1-h-1", "article-1-h-2", "article-2", "article-2-h-1", "article-2-h-2",
    ]  # fmt: skip


def test_numbering_is_the_articles_choice_and_starts_anew() -> None:
    body = "# 甲\n\n# 乙"
    articles = [article(body=body, numbering="standard"), article(body=body)]
    document, _ = composed(articles=[*articles, article(body=body, numbering="standard")])
    numbers = [block.number for block in document.blocks if isinstance(block, Heading)]
    assert numbers == ["一、", "二、", "", "", "一、", "二、"]


def test_footnotes_are_numbered_through_the_document() -> None:
    body = "甲[^1]\n\n[^1]: {}"
    document, diagnostics = composed(
        editor_note=body.format("按注"),
        articles=[article(body=body.format("一注")), article(body=body.format("二注"))],
    )
    assert diagnostics == ()
    marks = [
        item.number
        for block in document.blocks
        if isinstance(block, Paragraph)
        for item in block.content
        if isinstance(item, FootnoteMark)
    ]
    assert marks == [1, 2, 3]
    assert [note[0].text for note in document.footnotes] == ["按注", "一注", "二注"]  # type: ignore[union-attr]


def test_punctuation_stays_when_the_author_says_so() -> None:
    document, _ = composed(
        normalize_punctuation=False,
        head={"campaign": '"甲",乙'},
        articles=[article(title="甲,乙", body="甲,\n乙...")],
        template={"parts": ["masthead", "articles"]},
    )
    text = dump(document)
    assert 'masthead-campaign: "甲",乙' in text
    assert "title #article-1: 甲,乙" in text
    assert "body: 甲,乙..." in text


# -- colophon --------------------------------------------------------------------------------------------------


def rows(**fields: Any) -> list[tuple[str, str, str]]:
    document, _ = composed(colophon=fields)
    assert document.colophon is not None
    return [(row.label, row.text, row.right) for row in document.colophon.rows]


def test_the_colophon_in_printed_order() -> None:
    assert rows(
        report_to=["市委宣传部", "区委、区政府领导同志"],
        send_to=["区直各部门", "各人民团体。"],
        issue_to=["各乡镇党委"],
        copies=120,
        editor="王堃",
        reviewer="李喆",
        approver="周镕玥",
    ) == [
        ("报：", "市委宣传部，区委、区政府领导同志。", ""),
        ("送：", "区直各部门、各人民团体。", ""),
        ("发：", "各乡镇党委。", ""),
        ("", "编辑：王堃　审核：李喆　签发：周镕玥", "共印120份"),
    ]


def test_rows_for_what_is_there_only() -> None:
    assert rows(copies=5) == [("", "", "共印5份")]
    assert rows(approver="周镕玥") == [("", "签发：周镕玥", "")]


def test_no_colophon() -> None:
    assert composed()[0].colophon is None
    assert composed(colophon={})[0].colophon is None
    assert composed(colophon={"copies": 1}, template={"parts": ["articles"]})[0].colophon is None


# -- metadata and positions ------------------------------------------------------------------------------------


def test_metadata() -> None:
    document, _ = composed(head={"issue": 12, "campaign": "甲活动"}, articles=[article(title="乙|丙")])
    meta = document.metadata
    assert (meta.title, meta.author, meta.subject) == ("活动动态第12期", ISSUER, "甲活动")
    assert (meta.keywords, meta.language, str(meta.date)) == (("乙丙",), "zh-CN", "2020-07-03")


def test_nodes_know_where_their_words_stand() -> None:
    def at(line: int) -> Position:
        return Position("brief.yaml", line, 9)

    sources = SourceMap(
        file="brief.yaml",
        values={
            ("masthead", "name"): at(3),
            ("articles", 0, "title"): at(7),
            ("articles", 0, "source"): at(8),
            ("colophon",): at(20),
        },
        texts={("articles", 0, "body"): origin("甲")},
    )
    document, diagnostics = composed(
        sources=sources, articles=[article(source="乙", body="甲<b>")], colophon={"copies": 1}
    )
    places = {block.role: block.source for block in document.blocks if isinstance(block, Paragraph)}
    assert places[Role.MASTHEAD_NAME] == at(3)
    assert places[Role.CONTRIBUTION] == at(8)
    assert places[Role.BODY] == Position("case", 1, 1)
    assert next(block.source for block in document.blocks if isinstance(block, Title)) == at(7)
    assert document.colophon is not None
    assert document.colophon.source == at(20)
    assert [found.position for found in diagnostics] == [Position("case", 1, 2)]


def test_a_body_from_a_file_and_one_of_unknown_lines() -> None:
    in_file = SourceMap(texts={("articles", 0, "body_file"): origin("甲\n<b>")})
    _, diagnostics = composed(sources=in_file, articles=[article(body="甲\n<b>")])
    assert diagnostics[0].position == Position("case", 2, 1)
    folded = SourceMap(values={("articles", 0, "body"): Position("brief.json", 5, 3)})
    _, diagnostics = composed(sources=folded, articles=[article(body="甲\n<b>")])
    assert diagnostics[0].position == Position("brief.json", 5, 3)


def test_a_briefing_built_in_python_has_no_positions() -> None:
    document, diagnostics = composed(articles=[article(body="甲<b>")])
    assert [(found.code, found.position) for found in diagnostics] == [("BG201", None)]
    assert "@" not in dump(document, positions=True)
