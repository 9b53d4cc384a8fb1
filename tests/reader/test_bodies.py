"""Body files: read where they lie, only inside the folder, with places of their own."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.model.briefing import Briefing
from briefgen.reader import bodies, load
from tests.reader.briefings import MASTHEAD


def issue(folder: Path, body_file: str) -> Path:
    path = folder / "brief.yaml"
    name = json.dumps(body_file, ensure_ascii=False)
    path.write_text(f"{MASTHEAD}articles:\n  - title: 题\n    body_file: {name}\n", encoding="utf-8")
    return path


def with_body(folder: Path, content: str | bytes, name: str = "正文.md") -> Briefing:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load(issue(folder, name))


def found_wrong(folder: Path, body_file: str) -> Diagnostic:
    with pytest.raises(InputError) as caught:
        load(issue(folder, body_file))
    [diagnostic] = caught.value.diagnostics
    return diagnostic


def place(diagnostic: Diagnostic) -> str:
    return str(diagnostic.position)


@pytest.mark.parametrize(
    ("content", "first"),
    [
        ("第一段。\n\n第二段。\n", (1, 1)),
        ("\n\n第一段。\n\n第二段。", (3, 1)),
        ("　　第一段。\n\n第二段。\n\n\n", (1, 3)),
        ("\n  \n    第一段。\r\n\r\n第二段。\r\n", (3, 5)),
        ("\ufeff第一段。\n\n第二段。", (1, 1)),
    ],
)
def test_the_text_and_its_places(tmp_path: Path, content: str, first: tuple[int, int]) -> None:
    briefing = with_body(tmp_path, content)
    assert briefing.articles[0].body == "第一段。\n\n第二段。"
    assert briefing.articles[0].body_file is None
    origin = briefing.sources.text("articles", 0, "body")
    assert origin is not None
    starts = [origin.at(0), origin.at(2)]
    assert [each.file for each in starts if each] == [str(tmp_path / "正文.md")] * 2
    assert [(each.line, each.column) for each in starts if each] == [first, (first[0] + 2, 1)]
    assert briefing.sources.value("articles", 0, "body") == starts[0]


def test_in_a_folder_below(tmp_path: Path) -> None:
    briefing = with_body(tmp_path, "文。", "稿件/第 1 篇.md")
    assert briefing.articles[0].body == "文。"
    origin = briefing.sources.text("articles", 0, "body")
    assert origin is not None
    assert str(origin.at(0)) == f"{tmp_path / '稿件' / '第 1 篇.md'}:1:1"


def test_seen_from_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_body(tmp_path, "文。")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert load("../brief.yaml").articles[0].body == "文。"
    monkeypatch.chdir(tmp_path)
    briefing = load("brief.yaml")
    assert str(briefing.sources.value("articles", 0, "body")) == "正文.md:1:1"


def test_a_link_inside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text("文。", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("text.md")
    assert load(issue(tmp_path, "link.md")).articles[0].body == "文。"


@pytest.mark.parametrize(
    "name",
    ["../secret.md", "a/../../secret.md", "/etc/hostname", "C:/secret.md", "file:///etc/hostname", "\\\\host\\a.md",
     "http://169.254.169.254/", "link.md", "folder/secret.md", "/proc/self/environ", "loop.md/x", "a:b"],
)  # fmt: skip
def test_leaving_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.md").write_text("秘密", encoding="utf-8")
    (inside / "link.md").symlink_to(tmp_path / "secret.md")
    (inside / "folder").symlink_to(tmp_path)
    diagnostic = found_wrong(inside, name)
    assert diagnostic.code == ("BG001" if name == "loop.md/x" else "BG013")
    assert place(diagnostic) == f"{inside / 'brief.yaml'}:4:16"


@pytest.mark.parametrize(
    ("name", "code"), [("没有.md", "BG001"), (".", "BG002"), ("稿", "BG002"), ("loop", "BG013")]
)
def test_what_is_no_file_is_told_where_it_is_named(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "稿").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    diagnostic = found_wrong(tmp_path, name)
    assert diagnostic.code == code
    assert place(diagnostic) == f"{tmp_path / 'brief.yaml'}:4:16"


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert found_wrong(tmp_path, "长" * 300).code == "BG002"


@pytest.mark.parametrize(
    ("content", "code", "at"),
    [
        (b"", "BG008", "1:1"),
        (b" \n", "BG008", "1:1"),
        ("a\n中文".encode("gbk"), "BG003", "2:1"),
        ("甲\n乙\x07".encode(), "BG011", "2:2"),
    ],
)
def test_what_is_wrong_inside_is_told_there(tmp_path: Path, content: bytes, code: str, at: str) -> None:
    (tmp_path / "a.md").write_bytes(content)
    diagnostic = found_wrong(tmp_path, "a.md")
    assert (diagnostic.code, place(diagnostic)) == (code, f"{tmp_path / 'a.md'}:{at}")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert found_wrong(tmp_path, "a.md").code == "BG002"


def test_a_file_that_many_articles_name_does_not_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("文" * 1000, encoding="utf-8")
    path = tmp_path / "brief.yaml"
    monkeypatch.setattr(bodies, "SIZE_LIMIT", 6000)
    for number in (2, 3):
        path.write_text(
            MASTHEAD + "articles:\n" + "- {title: 题, body_file: a.md}\n" * number, encoding="utf-8"
        )
        if number == 2:
            assert len(load(path).articles) == number
    with pytest.raises(InputError) as caught:
        load(path)
    [diagnostic] = caught.value.diagnostics
    assert (diagnostic.code, place(diagnostic)) == ("BG006", f"{path}:5:25")


def test_an_empty_name_is_an_empty_field(tmp_path: Path) -> None:
    assert found_wrong(tmp_path, "").code == "BG107"
