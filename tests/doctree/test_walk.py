from __future__ import annotations

from briefgen.doctree import nodes
from briefgen.doctree.nodes import FootnoteMark, LineBreak, List, Paragraph, Role, Text
from briefgen.doctree.walk import blocks, cells, figures, plain_text, words
from tests.doctree.trees import every_node


def test_the_tree_holds_every_kind_of_block() -> None:
    kinds = {type(block) for block in every_node().blocks}
    assert kinds == set(nodes.Block.__args__)


def test_words_come_in_reading_order_with_their_role() -> None:
    found = [(word.role.value, word.text.text) for word in words(every_node())]
    assert found == [
        ("masthead-imprint", "单位"), ("masthead-imprint", "日期"),
        ("contents-title", "目录"), ("contents-entry", "条目"),
        ("title", "题上"), ("title", "题下"), ("heading-1", "一、"), ("heading-1", "小标题"),
        ("body", "引"), ("body", "粗"), ("body", "强"), ("body", "链"),
        ("list-item", "•"), ("list-item", "外项"), ("list-item", "（1）"), ("list-item", "内项"),
        ("table-caption", "表题"), ("table-head", "头"), ("table-cell", "左"), ("table-cell", "右"),
        ("caption", "图说"), ("caption", "标注"), ("caption", "图题"),
        ("footnote", "注"),
        ("colophon", "报："), ("colophon", "甲。"), ("colophon", "编辑：乙"), ("colophon", "共印5份"),
    ]  # fmt: skip


def test_words_know_their_source() -> None:
    places = [word.source.line for word in words(every_node()) if word.source]
    assert places == [3, 3]


def test_blocks_include_those_inside_lists() -> None:
    inside = [block for block in blocks(every_node()) if isinstance(block, Paragraph | List)]
    assert [block.role if isinstance(block, Paragraph) else block.depth for block in inside] == [
        Role.BODY, 0, Role.LIST_ITEM, 1, Role.LIST_ITEM,
    ]  # fmt: skip


def test_figures_and_cells() -> None:
    document = every_node()
    assert [figure.alt for figure in figures(document)] == ["图说", ""]
    table = next(block for block in document.blocks if isinstance(block, nodes.Table))
    assert [plain_text(cell.content) for cell in cells(table)] == ["头", "", "左", "右"]


def test_plain_text() -> None:
    assert plain_text((Text("甲", strong=True), LineBreak(), Text("乙"), FootnoteMark(1))) == "甲\n乙"
