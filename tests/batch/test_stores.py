"""Briefings and outputs behind URLs, in the store that fsspec keeps in memory; S3 is in test_cluster."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from fsspec import AbstractFileSystem

import briefgen
from briefgen.batch.plan import find
from tests.batch.briefings import TEXT
from tests.batch.executors import HereExecutor

PHOTO = Path(__file__).parents[2] / "examples/kuaixun/photos/qianyue.jpg"
ISSUE = {
    "县区/甲/brief.yaml": "template: ../模板/own.yaml\nmasthead: {issuer: 区委, date: 2020-07-03}\n"
    "articles: [{title: 推进会, body_file: 正文/body.md}]\n",
    "县区/甲/正文/body.md": "全区召开推进会。\n\n![会场](photo.jpg)\n",
    "县区/模板/own.yaml": "name: 县区简报\nextends: base.yaml\n",
    "县区/模板/base.yaml": "name: 底\nextends: jianbao\n",
}


def filled(store: AbstractFileSystem, root: str) -> str:
    """Put one briefing with all that belongs to it into `store`, and return its URL."""
    for name, text in ISSUE.items():
        store.pipe_file(f"{root}/{name}", text.encode())
    store.pipe_file(f"{root}/县区/甲/photo.jpg", PHOTO.read_bytes())
    return f"{root}/县区/甲/brief.yaml"


def rendered(*sources: str, output: str, **options: bool) -> list[briefgen.Outcome]:
    return list(briefgen.render_many(sources, output=output, executor=HereExecutor(), **options))  # type: ignore[arg-type]


@pytest.fixture
def memory() -> Iterator[AbstractFileSystem]:
    store = fsspec.filesystem("memory")
    store.store.clear()
    yield store
    store.store.clear()


class TestInMemory:
    def test_bodies_pictures_and_templates_come_along(
        self, memory: AbstractFileSystem, tmp_path: Path
    ) -> None:
        source = filled(memory, "memory://in")
        (outcome,) = rendered(source, output="memory://out")
        assert outcome.ok, outcome
        assert [file.path for file in outcome.files] == ["memory://out/brief.docx", "memory://out/brief.pdf"]
        assert {name.rpartition("/")[2] for name in outcome.read} == {
            "brief.yaml", "body.md", "photo.jpg", "own.yaml", "base.yaml",
        }  # fmt: skip
        memory.get("/in", str(tmp_path), recursive=True)
        briefgen.save(
            briefgen.load(tmp_path / "in/县区/甲/brief.yaml"), tmp_path / "brief.docx", tmp_path / "brief.pdf"
        )
        for name in ("brief.docx", "brief.pdf"):
            assert memory.cat_file(f"/out/{name}") == (tmp_path / name).read_bytes()

    def test_nothing_else_is_fetched(
        self, memory: AbstractFileSystem, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        source = filled(memory, "memory://in")
        memory.pipe_file("/in/县区/甲/other.yaml", b"x" * 1000)
        fetched = []
        real = type(memory).cat_file

        def counted(self: AbstractFileSystem, path: str, *args: object) -> bytes:
            fetched.append(path.rpartition("/")[2])
            return bytes(real(self, path, *args))

        monkeypatch.setattr(type(memory), "cat_file", counted)
        rendered(source, output="memory://out")
        assert sorted(fetched) == ["base.yaml", "body.md", "brief.yaml", "own.yaml", "photo.jpg"]

    def test_mistakes_are_placed_in_the_store(self, memory: AbstractFileSystem) -> None:
        source = filled(memory, "memory://in")
        memory.pipe_file("/in/县区/甲/正文/body.md", "<b>粗</b>\n\n![会场](无.jpg)\n".encode())
        (outcome,) = rendered(source, output="memory://out")
        places = {(found.code, found.position.file) for found in outcome.diagnostics if found.position}
        assert places == {
            ("BG201", "memory://in/县区/甲/正文/body.md"),
            ("BG301", "memory://in/县区/甲/正文/body.md"),
        }
        memory.rm("/in/县区/甲/正文/body.md")
        (outcome,) = rendered(source, output="memory://out")
        (found,) = outcome.diagnostics
        assert (found.code, found.position and found.position.file) == ("BG001", source)
        assert found.values["path"] == "memory://in/县区/甲/正文/body.md"

    @pytest.mark.parametrize("template", ["{here}/own.yaml", "../../../../../../../..{here}/own.yaml"])
    def test_a_briefing_from_a_store_reads_nothing_of_the_machine(
        self, memory: AbstractFileSystem, tmp_path: Path, template: str
    ) -> None:
        (tmp_path / "own.yaml").write_text("name: 本机\nextends: jianbao\n", encoding="utf-8")
        text = f"template: {template.format(here=tmp_path)}\n" + TEXT.format(number=1)
        memory.pipe_file("/in/brief.yaml", text.encode())
        (outcome,) = rendered("memory://in/brief.yaml", output="memory://out")
        assert [found.code for found in outcome.diagnostics] == ["BG001"]

    def test_resume_compares_what_the_store_holds(self, memory: AbstractFileSystem) -> None:
        source = filled(memory, "memory://in")
        rendered(source, output="memory://out")
        assert rendered(source, output="memory://out", resume=True)[0].skipped
        memory.pipe_file("/in/县区/模板/base.yaml", "name: 改\nextends: jianbao\n".encode())
        assert not rendered(source, output="memory://out", resume=True)[0].skipped
        memory.rm("/out/brief.pdf")
        assert not rendered(source, output="memory://out", resume=True)[0].skipped
        assert rendered(source, output="memory://out", resume=True)[0].skipped

    def test_from_here_to_there_and_back(self, memory: AbstractFileSystem, tmp_path: Path) -> None:
        source = tmp_path / "brief.yaml"
        source.write_text(TEXT.format(number=1), encoding="utf-8")
        rendered(str(source), output="memory://out")
        memory.pipe_file("/in/brief.yaml", source.read_bytes())
        rendered("memory://in/brief.yaml", output=str(tmp_path / "out"))
        assert memory.cat_file("/out/brief.pdf") == (tmp_path / "out/brief.pdf").read_bytes()
        assert rendered(str(source), output="memory://out", resume=True)[0].skipped
        assert rendered("memory://in/brief.yaml", output=str(tmp_path / "out"), resume=True)[0].skipped

    def test_folders_and_patterns(self, memory: AbstractFileSystem) -> None:
        for name in ("a/1.yaml", "a/.x/2.yaml", "a/b/3.toml", "a/s.schema.json", "c/4.yaml"):
            memory.pipe_file(f"/in/{name}", b"x")
        folder = find(["memory://in/a/"])
        assert [name.rpartition("/in/")[2] for name in folder.files] == ["a/1.yaml", "a/b/3.toml"]
        assert folder.root.endswith("/in/a")
        pattern = find(["memory://in/**/*.yaml"])
        assert [name.rpartition("/in/")[2] for name in pattern.files] == [
            "a/.x/2.yaml",
            "a/1.yaml",
            "c/4.yaml",
        ]
        assert pattern.root.endswith("/in")

    def test_a_url_that_leads_out(self, memory: AbstractFileSystem) -> None:
        job = briefgen.Job("memory://../../etc/passwd.yaml", ("memory://out/a.pdf",))
        (outcome,) = briefgen.render_many([job], executor=HereExecutor())
        assert [found.code for found in outcome.diagnostics] == ["BG001"]

    @pytest.mark.parametrize("url", ["nosuch://a/b.yaml", "gs://bucket/b.yaml"])
    def test_a_store_that_nothing_speaks_to(self, url: str) -> None:
        (outcome,) = rendered(url, output="out")
        assert [found.code for found in outcome.diagnostics] == ["BG609"]

    def test_a_url_of_this_machine_is_a_path(self, tmp_path: Path) -> None:
        source = tmp_path / "第1期.yaml"
        source.write_text(TEXT.format(number=1), encoding="utf-8")
        (outcome,) = rendered(source.as_uri(), output=(tmp_path / "out").as_uri())
        assert outcome.files[0].path == str(tmp_path / "out/第1期.docx")
