"""A character that no face has is told where it stands, not where its text begins."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefgen
from briefgen.diagnostics import Diagnostic, Position
from briefgen.reader.pinpoint import pinpointed
from tests.reader.briefings import SOUND


def lacking(path: Path) -> list[tuple[str, str, int, int]]:
    """Return character, file, line and column of each that no face has."""
    with pytest.raises(briefgen.InputError) as caught:
        briefgen.render(briefgen.load(path), "pdf")
    return [
        (found.values["char"], Path(found.position.file).name, found.position.line, found.position.column)
        for found in caught.value.diagnostics
        if found.position and found.code == "BG202"
    ]


def test_in_titles_and_bodies(tmp_path: Path) -> None:
    (tmp_path / "brief.yaml").write_text(
        "masthead: {issuer: 甲, date: 2020-07-03}\n"
        'articles:\n  - title: "推进会😀"\n    body: |\n      按照,"三四五"...推进。\n'
        "      已有 **好\u200b的** 做法😀。\n",
        encoding="utf-8",
    )
    assert lacking(tmp_path / "brief.yaml") == [
        ("😀", "brief.yaml", 3, 16),
        ("\u200b", "brief.yaml", 6, 13),
        ("😀", "brief.yaml", 6, 20),
    ]


def test_in_a_body_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("一段。\n\n- 二😀段。\n", encoding="utf-8")
    brief = tmp_path / "brief.yaml"
    brief.write_text(SOUND.replace("body: 文。", "body_file: a.md"), encoding="utf-8")
    assert lacking(brief) == [("😀", "a.md", 3, 4)]


def test_an_escape_stays_where_its_text_begins(tmp_path: Path) -> None:
    (tmp_path / "brief.json").write_text(
        '{"masthead": {"issuer": "甲", "date": "2020-07-03"},\n "articles": [{"title": "乙\\ud83d\\ude00",'
        ' "body": "文。"}]}',
        encoding="utf-8",
    )
    assert lacking(tmp_path / "brief.json") == [("😀", "brief.json", 2, 25)]


@pytest.mark.parametrize("place", [None, Position("nowhere.yaml", 1, 1), Position(__file__, 10_000, 1)])
def test_what_cannot_be_looked_up_is_left_alone(place: Position | None) -> None:
    found = Diagnostic("BG202", place, {"char": "😀", "code_point": "U+1F600"})
    assert list(pinpointed([found])) == [found]


def test_other_diagnostics_are_left_alone() -> None:
    found = Diagnostic("BG203", Position(__file__, 1, 1), {"word": "told"})
    assert list(pinpointed([found])) == [found]
