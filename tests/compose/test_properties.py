"""What holds for any Markdown: composing never raises, no word is lost, the tree is sound, places are in the text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose import check_body
from briefgen.compose.body import Section, compose_body
from briefgen.compose.characters import HAN_RANGES
from briefgen.compose.markdown import parser
from briefgen.compose.numbering import HeadingNumbers
from briefgen.compose.places import SourceText
from briefgen.compose.session import Session
from briefgen.diagnostics import CODES
from briefgen.doctree.dump import block_dump
from briefgen.doctree.nodes import (
    Block,
    Document,
    FootnoteMark,
    Heading,
    List,
    Metadata,
    Paragraph,
    Table,
    Text,
)
from briefgen.doctree.walk import blocks as all_blocks
from briefgen.doctree.walk import words
from briefgen.messages import render
from tests.compose.case_files import cases, origin

NOWHERE = Path("/nowhere")
HAN = re.compile(f"[{HAN_RANGES}]")

CONSTRUCTS = [
    "汉字", "一是甲。", "word ", "12", "\n", "\n\n", "\n- ", "\n  - ", "\n1. ", "\n# ", "\n##### ", "\n> ", "\n    ",
    "**", "*", "_", "~~", "`", "```\n", "[", "](", ")", "![", "](a.jpg)", "{width=50%}", "^[", "]", "[^1]",
    "\n\n[^1]: ", "|", "\n| a | b |\n|---|---|\n| 1 | 2 |\n", "\n|---|\n", "\n: ", "\n表：", "<b>", "<!-- ", "-->",
    "<http://a.cn>", "&amp;", "\\", "  \n", "---\n", "===\n", ",", ".", '"', "（", "！", "\t", "　", "\r\n",
    "\u2028", "\0",
]  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(CONSTRUCTS) | st.text(max_size=5), max_size=25).map("".join)
PLAIN = st.lists(st.text(alphabet="汉字三到位推进abc123", min_size=1, max_size=12), min_size=1, max_size=6)


def run(text: str) -> tuple[Session, tuple[Block, ...]]:
    session = Session(NOWHERE)
    section = Section("a", numbers=HeadingNumbers())
    return session, compose_body(session, SourceText(text, origin(text)), section)


@given(MARKDOWN.map(lambda text: text.replace("^", "")))
def test_without_the_mark_of_notes_the_parser_that_knows_none_does_as_the_other(text: str) -> None:
    assert parser(notes=False).parse(text, {}) == parser().parse(text, {})
    assert parser(notes=False).parseInline(text, {}) == parser().parseInline(text, {})


@given(MARKDOWN)
def test_composing_never_raises_and_every_diagnostic_can_be_shown(text: str) -> None:
    session, blocks = run(text)
    assert block_dump(blocks, positions=True) is not None
    for diagnostic in session.diagnostics:
        assert render(diagnostic, "zh").count(diagnostic.code) >= 1
        CODES[diagnostic.code].message.format_map(diagnostic.values)  # raises if a value is missing
        CODES[diagnostic.code].hint.format_map(diagnostic.values)


@given(MARKDOWN)
def test_the_tree_is_sound(text: str) -> None:
    session, blocks = run(text)
    document = Document(Metadata("", ""), blocks, tuple(session.footnotes))
    for block in all_blocks(document):
        match block:
            case Paragraph(content=content):
                assert content
            case Heading(level=level, content=content):
                assert content
                assert 1 <= level <= 4
            case List(items=items, depth=depth):
                assert items
                assert depth < 3
                assert all(item.blocks for item in items)
            case Table(align=align, head=head, rows=rows):
                assert {len(row) for row in (*head, *rows)} == {len(align)}
    for word in words(document):
        assert word.text.text
        assert 0 <= word.text.lead <= 4
        assert not (word.text.lead and word.text.strong)


@given(MARKDOWN)
def test_every_place_is_in_the_text(text: str) -> None:
    session, blocks = run(text)
    lines = SourceText(text).lines
    document = Document(Metadata("", ""), blocks)
    places = [word.source for word in words(document)] + [found.position for found in session.diagnostics]
    for place in places:
        assert place is not None
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@given(MARKDOWN)
def test_marks_and_footnotes_fit(text: str) -> None:
    session, blocks = run(text)
    document = Document(Metadata("", ""), blocks)
    marks = [
        item.number
        for block in all_blocks(document)
        if isinstance(block, Paragraph | Heading)
        for item in block.content
        if isinstance(item, FootnoteMark)
    ]
    assert all(1 <= mark <= len(session.footnotes) for mark in marks)


@given(PLAIN)
def test_plain_paragraphs_keep_every_word(paragraphs: list[str]) -> None:
    session, blocks = run("\n\n".join(paragraphs))
    assert session.diagnostics == []
    texts = ["".join(item.text for item in block.content if isinstance(item, Text)) for block in blocks]  # type: ignore[union-attr]
    assert texts == paragraphs


@given(MARKDOWN.filter(lambda text: "表" not in text))
def test_without_mistakes_no_han_is_lost_or_added(text: str) -> None:
    session = Session(NOWHERE)
    blocks = compose_body(session, SourceText(text, origin(text)), Section("a"))
    if session.diagnostics:
        return
    printed = "".join(
        word.text.text for word in words(Document(Metadata("", ""), blocks, tuple(session.footnotes)))
    )
    assert Counter(HAN.findall(printed)) == Counter(HAN.findall(text))


@given(MARKDOWN)
def test_checking_a_body_finds_what_composing_it_finds(text: str) -> None:
    session, _ = run(text)
    assert check_body(text, origin(text), NOWHERE) == tuple(session.diagnostics)


def test_cases_cover_every_code_that_a_body_can_have() -> None:
    shown = "".join(case.expected for case in cases())
    for code in ("BG201", "BG204", "BG205", "BG206", "BG207", "BG208", "BG209", "BG210"):
        assert code in shown
    for code in ("BG301", "BG304", "BG305", "BG306"):
        assert code in shown
