from __future__ import annotations

from briefgen.diagnostics import Position, Severity
from briefgen.doctree.nodes import Colophon, ColophonRow, Document, Metadata, Paragraph, Role, Text, Title
from briefgen.fonts.coverage import missing

HERE = Position("brief.yaml", 14, 9)
THERE = Position("brief.yaml", 20, 3)


def document(*texts: Text, title: str = "题", colophon: str = "报：") -> Document:
    return Document(
        Metadata("", ""),
        (Title("article-1", (title,), HERE), Paragraph(Role.BODY, texts)),
        colophon=Colophon((ColophonRow(colophon, "区委"),), THERE),
    )


def test_text_that_the_faces_have_is_no_mistake() -> None:
    assert missing(document(Text("朱镕基、陶喆、𠮷野家，①⑳㈠℃。", source=HERE))) == ()


def test_a_character_that_no_face_has_is_named_with_its_place() -> None:
    (found,) = missing(document(Text("祝贺😀大会", source=HERE)))
    assert (found.code, found.position, found.severity) == ("BG202", HERE, Severity.ERROR)
    assert found.values == {"char": "😀", "code_point": "U+1F600"}


def test_it_is_named_once_for_each_place() -> None:
    found = missing(document(Text("😀😀", source=HERE), Text("😀", source=HERE), Text("😀", source=THERE)))
    assert [each.position for each in found] == [HERE, THERE]


def test_titles_and_colophon_are_looked_at_too() -> None:
    found = missing(document(Text("文"), title="题\ue000", colophon="报\ue001"))
    assert [(each.values["code_point"], each.position) for each in found] == [
        ("U+E000", HERE),
        ("U+E001", THERE),
    ]
