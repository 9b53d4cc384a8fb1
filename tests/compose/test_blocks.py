"""Typed blocks give the tree that Markdown gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefgen.diagnostics import Position, SourceMap
from briefgen.doctree.dump import dump
from tests.compose.builders import article, composed
from tests.compose.photos import draw

PATH = ("articles", 0, "body")


def both(blocks: list[dict[str, Any]], folder: Path = Path(), **fields: Any) -> tuple[str, list[str]]:
    """The dump and the codes of an article of typed `blocks`."""
    document, diagnostics = composed(
        template={"parts": ["articles"]}, articles=[article(body=blocks, **fields)], folder=folder
    )
    return dump(document), [found.code for found in diagnostics]


def test_they_give_the_tree_of_markdown(tmp_path: Path) -> None:
    draw(tmp_path)
    blocks = [
        {"type": "heading", "text": "甲,**乙**", "level": 1},
        {"type": "段落", "text": "**一是丙.**丁[链](https://a.cn/)"},
        {"type": "list", "items": ["戊", "**己。**庚"], "ordered": True},
        {"type": "list", "items": ["辛"]},
        {"type": "quote", "text": "壬"},
        {
            "type": "table",
            "caption": "癸",
            "header": ["子", "丑"],
            "rows": [["1", "*2*"]],
            "align": ["center", "right"],
        },
        {
            "type": "figure",
            "figures": [
                {"image": "photos/a.jpg", "caption": "寅", "width": "45%"},
                {"image": "photos/b.png", "caption": "卯"},
            ],
        },
    ]
    markdown = """
# 甲,**乙**

**一是丙.**丁[链](https://a.cn/)

1. 戊
2. **己。**庚

- 辛

> 壬

: 癸

| 子 | 丑 |
|:-:|--:|
| 1 | *2* |

![寅](photos/a.jpg){width=45%} ![卯](photos/b.png)
"""
    document, diagnostics = composed(
        template={"parts": ["articles"]},
        articles=[article(body=markdown, numbering="standard")],
        folder=tmp_path,
    )
    assert diagnostics == ()
    assert both(blocks, tmp_path, numbering="standard") == (dump(document), [])


@pytest.mark.parametrize(
    ("block", "codes"),
    [
        ({"type": "paragraph", "text": "甲<b>"}, ["BG201"]),
        ({"type": "paragraph", "text": "甲[^1]"}, ["BG206"]),
        ({"type": "paragraph", "text": "[甲](javascript:x)"}, ["BG210"]),
        ({"type": "paragraph", "text": "甲~~乙~~"}, ["BG204"]),
        ({"type": "heading", "text": " "}, ["BG204"]),
        ({"type": "list", "items": ["甲", ""]}, ["BG204"]),
        ({"type": "table", "header": ["甲", "乙"], "rows": [["1"], ["1", "2", "3"]]}, ["BG209", "BG209"]),
        ({"type": "figure", "figures": [{"image": "none.jpg", "caption": "甲"}]}, ["BG301"]),
        ({"type": "figure", "figures": [{"image": "none.jpg", "caption": "甲", "width": "x"}]}, ["BG305", "BG301"]),
    ],
)  # fmt: skip
def test_mistakes_are_reported(block: dict[str, Any], codes: list[str]) -> None:
    assert both([block])[1] == codes


def test_merged_cells_of_blocks_are_those_of_markdown() -> None:
    block = {
        "type": "table",
        "header": ["甲", {"text": "乙", "colspan": 2}],
        "rows": [
            [{"text": "一", "rowspan": 3}, "1", "2"],
            [{"文字": "3", "跨行": 2, "跨列": 2}],
            [],
        ],
        "orientation": "横向",
    }
    markdown = "| 甲 | 乙 | < |\n|---|---|---|\n| 一 | 1 | 2 |\n| ^ | 3 | < |\n| ^ | ^ | < |"
    document, diagnostics = composed(template={"parts": ["articles"]}, articles=[article(body=markdown)])
    assert diagnostics == ()
    text, codes = both([block])
    assert codes == []
    assert text == dump(document).replace("table left left left", "table left left left landscape")


def test_the_head_goes_on_in_the_first_rows() -> None:
    table = {
        "type": "table",
        "header": [{"text": "甲", "rowspan": 2}, {"text": "乙", "colspan": 2}],
        "rows": [["1", "2"], ["3", "4", "5"]],
        "head_rows": 2,
    }
    text, codes = both([table])
    assert codes == []
    assert [line.strip() for line in text.splitlines()[-3:]] == [
        "head: {2×1} 甲 | {1×2} 乙 | +",
        "head: + | 1 | 2",
        "row: 3 | 4 | 5",
    ]


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([[{"text": "1", "rowspan": 2}, "2"]], ["BG211"]),  # below the last row
        ([[{"text": "1", "colspan": 3}]], ["BG209"]),  # beyond the last column
        ([["1", {"text": "2", "rowspan": 2}], [{"text": "3", "colspan": 2}]], ["BG211"]),  # into another
    ],
)
def test_cells_that_cannot_be_merged_are_reported(rows: list[Any], codes: list[str]) -> None:
    assert both([{"type": "table", "header": ["甲", "乙"], "rows": rows}])[1] == codes


def test_ragged_rows_are_filled_and_cut() -> None:
    table = {"type": "table", "header": ["甲", "乙"], "rows": [["1"], ["1", "2", "3"]]}
    text, _ = both([table])
    assert text.count("row: 1 | ") == 2
    assert "| 3" not in text


def test_no_blocks_and_blocks_without_words_are_an_empty_body() -> None:
    assert both([])[1] == ["BG208"]
    assert both([{"type": "paragraph", "text": " "}])[1] == ["BG208"]


def test_notes_in_the_text_are_footnotes() -> None:
    text, codes = both([{"type": "paragraph", "text": "甲^[注,乙]丙"}])
    assert codes == []
    assert "body: 甲{note 1}丙" in text
    assert "footnote 1: 注，乙" in text


def test_positions_are_those_of_the_values() -> None:
    sources = SourceMap(
        file="brief.yaml",
        values={
            (*PATH, 0, "text"): Position("brief.yaml", 5, 11),
            (*PATH, 1, "rows", 0): Position("brief.yaml", 9, 7),
            (*PATH, 2, "figures", 0, "image"): Position("brief.yaml", 12, 9),
        },
    )
    blocks = [
        {"type": "paragraph", "text": "<b>"},
        {"type": "table", "header": ["甲"], "rows": [[]]},
        {"type": "figure", "figures": [{"image": "none.jpg", "caption": "乙"}]},
    ]
    _, diagnostics = composed(sources=sources, articles=[article(body=blocks)])
    assert [(found.code, str(found.position)) for found in diagnostics] == [
        ("BG201", "brief.yaml:5:11"), ("BG209", "brief.yaml:9:7"), ("BG301", "brief.yaml:12:9"),
    ]  # fmt: skip
