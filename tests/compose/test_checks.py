"""Texts are checked even where the fields around them are wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefgen.compose import check_texts
from briefgen.diagnostics import Position, SourceMap, TextOrigin
from tests.compose.case_files import origin

NOTE, BODY = ("editor_note",), ("articles", 1, "body")


def codes(data: Any, **texts: TextOrigin) -> list[str]:
    sources = SourceMap(texts={{"note": NOTE, "body": BODY}[name]: place for name, place in texts.items()})
    return [f"{found.code} {found.position}" for found in check_texts(data, sources, Path("/nowhere"))]


def test_the_note_and_every_body_are_checked() -> None:
    data = {
        "masthead": 7,
        "editor_note": "甲\n<b>",
        "articles": [None, {"title": [], "body": "![乙](c.jpg)"}],
    }
    assert codes(data, note=origin("甲\n<b>"), body=origin("![乙](c.jpg)")) == [
        "BG201 case:2:1", "BG301 case:1:6",
    ]  # fmt: skip


def test_typed_blocks_are_checked_but_those_whose_fields_are_wrong() -> None:
    body = [
        {"type": "figure", "figures": [{"image": "a.jpg"}, {"image": "b.jpg", "caption": "<b>"}]},
        {"type": "figure", "figures": []},
        {"type": "unheard of", "text": "<i>"},
        {"type": "paragraph", "text": "<i>"},
        "text",
    ]
    paths = [(*BODY, 0, "figures", n, "image") for n in (0, 1)]
    sources = SourceMap(values={path: Position("case", n, 1) for n, path in enumerate(paths, 1)})
    found = check_texts({"masthead": 7, "articles": [{}, {"body": body}]}, sources, Path("/nowhere"))
    assert [(each.code, each.position and each.position.line) for each in found] == [
        ("BG301", 1), ("BG201", None), ("BG301", 2), ("BG201", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data", [None, [], "x", {"articles": 3}, {"articles": [1, {"body": []}, {}]}, {"editor_note": {}}]
)
def test_data_of_any_shape_is_taken(data: Any) -> None:
    assert codes(data) == []


def test_a_body_file_that_could_not_be_read_is_not_called_empty() -> None:
    assert codes({"articles": [{}, {"body": "　"}]}, body=TextOrigin(())) == []
    assert codes({"articles": [{}, {"body": "　"}]}, body=origin("　")) == ["BG208 case:1:1"]
