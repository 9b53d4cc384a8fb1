from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

import briefgen
from briefgen import pipeline
from briefgen.batch import pool
from briefgen.batch.manifest import NAME
from tests.batch.briefings import briefing, briefings, deadly
from tests.batch.executors import HereExecutor


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} - {NAME}


def outputs(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder)}


class TestFiles:
    def test_keep_the_folders_of_their_inputs(self, here: Path) -> None:
        sources = [
            briefing(here / "in" / name) for name in ("a/issue.yaml", "b/issue.yaml", "b/c/issue.yaml")
        ]
        done = list(briefgen.render_many(sources, output="out", formats=["pdf"], executor=HereExecutor()))
        assert all(outcome.ok for outcome in done)
        assert names(here / "out") == {"a/issue.pdf", "b/issue.pdf", "b/c/issue.pdf"}

    def test_beside_their_inputs(self, here: Path) -> None:
        sources = [briefing(here / "in/a/1.yaml"), briefing(here / "in/b/2.yaml")]
        list(briefgen.render_many(sources, executor=HereExecutor()))
        made = {"a/1.docx", "a/1.pdf", "b/2.docx", "b/2.pdf"}
        assert names(here / "in") == {"a/1.yaml", "b/2.yaml"} | made

    def test_are_those_of_the_pipeline(self, here: Path) -> None:
        source = briefing(here / "a.yaml")
        (outcome,) = briefgen.render_many([source], output="out", executor=HereExecutor())
        result = briefgen.save(briefgen.load(source), "one.docx", "one.pdf")
        assert [Path(file.path).read_bytes() for file in outcome.files] == [
            path.read_bytes() for path in result.files
        ]
        assert [file.size for file in outcome.files] == [path.stat().st_size for path in result.files]
        assert (outcome.pages, outcome.headings) == (result.pages, result.headings)

    def test_that_a_job_names(self, here: Path) -> None:
        source = str(briefing(here / "letter.yaml"))
        jobs = [
            briefgen.Job(source, (f"out/{name}.pdf",), (f"masthead.issuer={name}",)) for name in ("甲", "乙")
        ]
        done = list(briefgen.render_many(jobs, overrides=["masthead.issue=7"], executor=HereExecutor()))
        assert [outcome.files[0].path for outcome in done] == ["out/甲.pdf", "out/乙.pdf"]
        first, second = outputs(here / "out").values()
        assert first != second

    def test_of_threads_are_the_same(self, here: Path) -> None:
        sources = briefings(here / "in", 6)
        list(briefgen.render_many(sources, output="one", executor=HereExecutor()))
        with ThreadPoolExecutor(4) as threads:
            list(briefgen.render_many(sources, output="many", executor=threads))
        assert outputs(here / "one") == outputs(here / "many")

    def test_that_two_would_write_are_written_by_neither(self, here: Path) -> None:
        sources = [briefing(here / name) for name in ("a.yaml", "a.yml", "b.yaml")]
        done = {
            outcome.source: outcome
            for outcome in briefgen.render_many(sources, output="out", executor=HereExecutor())
        }
        assert {found.code for found in done[str(sources[0])].diagnostics} == {"BG604"}
        assert {found.code for found in done[str(sources[1])].diagnostics} == {"BG604"}
        assert names(here / "out") == {"b.docx", "b.pdf"}

    def test_of_an_input_named_twice_are_made_once(self, here: Path) -> None:
        briefing(here / "a.yaml")
        assert len(list(briefgen.render_many(["a.yaml", "./a.yaml"], executor=HereExecutor()))) == 1

    def test_are_not_forced_onto_the_disk_one_by_one(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        synced: list[int] = []
        monkeypatch.setattr(os, "fsync", synced.append)
        running = briefgen.render_many(briefings(here / "in", 3), output="out", executor=HereExecutor())
        assert [outcome.ok for outcome in running] == [True] * 3
        assert len(synced) == 2  # the manifest and its folder, at the end


class TestFailures:
    def test_of_an_author_stop_nobody(self, here: Path) -> None:
        briefings(here / "in", 3)
        (here / "in/002.yaml").write_text("masthead: {issue: 十二}", encoding="utf-8")
        done = {
            Path(outcome.source).name: outcome
            for outcome in briefgen.render_many(
                sorted((here / "in").iterdir()), output="out", executor=HereExecutor()
            )
        }
        assert [done[name].ok for name in sorted(done)] == [True, False, True]
        assert {found.code for found in done["002.yaml"].diagnostics} == {"BG101", "BG104"}
        assert done["002.yaml"].traceback == ""

    def test_of_ours_come_with_a_traceback(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        sources = briefings(here / "in", 3)
        real = pipeline.open_any

        def broken(path: Path, overrides: object = ()) -> object:
            if path.name == "002.yaml":
                raise ZeroDivisionError
            return real(path, overrides)  # type: ignore[arg-type]

        monkeypatch.setattr(pipeline, "open_any", broken)
        done = list(briefgen.render_many(sources, output="out", executor=HereExecutor()))
        assert [outcome.ok for outcome in done] == [True, False, True]
        assert "ZeroDivisionError" in done[1].traceback
        assert done[1].diagnostics == ()

    @pytest.mark.parametrize("how", ["raises", "fails", "breaks", "cancels"])
    def test_of_a_lent_executor_are_told_for_each(self, here: Path, how: str) -> None:
        class Failing(HereExecutor):
            def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
                future: Future[Any] = Future()
                match how:
                    case "raises":
                        raise RuntimeError("shut down")
                    case "fails":
                        future.set_exception(ValueError("shut down"))
                    case "breaks":
                        future.set_exception(BrokenExecutor("shut down"))
                    case _:
                        future.cancel()
                        future.set_running_or_notify_cancel()
                return future

        done = list(briefgen.render_many(briefings(here / "in", 3), executor=Failing()))
        assert [outcome.diagnostics[0].code for outcome in done] == ["BG607"] * 3
        assert ("CancelledError" if how == "cancels" else "shut down") in done[0].diagnostics[0].values[
            "reason"
        ]

    def test_of_the_call_come_at_once(self, here: Path) -> None:
        source = briefing(here / "a.yaml")
        with pytest.raises(briefgen.InputError, match="BG602"):
            briefgen.render_many([source], formats=["odt"])
        with pytest.raises(briefgen.InputError, match="BG501"):
            briefgen.render_many([source], template="jianbo")
        with pytest.raises(ValueError, match="not below"):
            briefgen.render_many([source], output="out", root="elsewhere")


class TestMemory:
    def test_few_are_under_way_however_many_wait(self, here: Path) -> None:
        source = str(briefing(here / "a.yaml"))
        drawn: list[int] = []

        class Counting(HereExecutor):
            def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
                drawn.append(args[0].job.source)
                return super().submit(fn, *args, **kwargs)

        jobs = [briefgen.Job(source, (f"out/{number}.docx",)) for number in range(30)]
        results = briefgen.render_many(jobs, executor=Counting(), workers=1)
        for _ in range(3):
            next(results)
        assert len(drawn) <= 8
        results.close()
        assert len(drawn) <= 8


class TestProcesses:
    """A pool of our own, with real processes."""

    def test_one_that_the_system_kills_takes_no_briefing_with_it(self, here: Path) -> None:
        sources = briefings(here / "in", 24)
        done = []
        for outcome in briefgen.render_many(sources, output="out", formats=["docx"], workers=2):
            if not done:
                os.kill(active_children()[0].pid or 0, signal.SIGKILL)
            done.append(outcome)
        assert sorted(outcome.source for outcome in done) == sorted(map(str, sources))
        assert all(outcome.ok for outcome in done)
        left = {
            name for name in names(here / "out") if not name.endswith(".tmp")
        }  # the dead clean nothing up
        assert left == {f"{path.stem}.docx" for path in sources}

    def test_a_briefing_that_kills_its_worker_is_the_only_one_lost(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pool, "work", deadly)
        sources = [*briefings(here / "in", 6), briefing(here / "in/deadly.yaml")]
        done = list(briefgen.render_many(sources, output="out", formats=["docx"], workers=2))
        assert len(done) == 7
        (lost,) = (outcome for outcome in done if not outcome.ok)
        assert (Path(lost.source).name, lost.diagnostics[0].code) == ("deadly.yaml", "BG607")
        made = {path.suffix for path in (here / "out").iterdir()} - {".jsonl", ".tmp"}
        assert made == {".docx"}


def results(sources: list[Path], **options: Any) -> Iterator[briefgen.Outcome]:
    return briefgen.render_many(sources, output="out", executor=HereExecutor(), **options)


class TestResume:
    def skipped(self, sources: list[Path], **options: Any) -> set[str]:
        done = list(results(sources, resume=True, **options))
        assert all(outcome.ok for outcome in done)
        return {Path(outcome.source).name for outcome in done if outcome.skipped}

    def test_skips_what_is_done(self, here: Path) -> None:
        sources = briefings(here / "in", 3)
        first = list(results(sources[:2]))
        second = list(results(sources, resume=True))
        assert [outcome.skipped for outcome in second] == [True, True, False]
        assert [(each.files, each.pages) for each in second[:2]] == [
            (each.files, each.pages) for each in first
        ]

    def test_only_if_asked(self, here: Path) -> None:
        sources = briefings(here / "in", 2)
        list(results(sources))
        assert not any(outcome.skipped for outcome in results(sources))

    def test_makes_again_what_changed(self, here: Path) -> None:
        sources = briefings(here / "in", 4)
        list(results(sources))
        briefing(sources[0], 99)
        (here / "out/002.pdf").unlink()
        (here / "out/003.docx").write_bytes(b"torn")
        assert self.skipped(sources) == {"004.yaml"}
        assert self.skipped(sources) == {path.name for path in sources}
        assert (here / "out/003.docx").read_bytes().startswith(b"PK")

    @pytest.mark.parametrize("changed", ["body.md", "photo.jpg", "own.yaml", "base.yaml"])
    def test_a_briefing_is_all_the_files_that_it_is_made_of(self, here: Path, changed: str) -> None:
        photo = Path(__file__).parents[2] / "examples/kuaixun/photos/qianyue.jpg"
        files = {
            "body.md": "全区召开推进会。\n\n![会场](photo.jpg)\n".encode(),
            "photo.jpg": photo.read_bytes(),
            "own.yaml": "name: 甲\nextends: base.yaml\n".encode(),
            "base.yaml": "name: 乙\nextends: jianbao\n".encode(),
            "brief.yaml": "template: own.yaml\nmasthead: {issuer: 甲, date: 2020-07-03}\n"
            "articles: [{title: 推进会, body_file: body.md}]\n".encode(),
        }
        folder = here / "in"
        folder.mkdir()
        for name, data in files.items():
            (folder / name).write_bytes(data)
        sources = [folder / "brief.yaml"]
        (made,) = results(sources)
        assert {Path(name).name for name in made.read} == set(files)
        assert self.skipped(sources) == {"brief.yaml"}
        (folder / changed).write_bytes(files[changed].replace("乙".encode(), "丙".encode()) + b"\n")
        assert self.skipped(sources) == set()

    @pytest.mark.parametrize(
        "options",
        [{"formats": ["pdf"]}, {"overrides": ["masthead.issue=13"]}, {"template": "jianbao"}],
    )
    def test_other_options_are_another_job(self, here: Path, options: dict[str, Any]) -> None:
        sources = briefings(here / "in", 1)
        list(results(sources))
        assert self.skipped(sources, **options) == set()
        assert self.skipped(sources, **options) == {"001.yaml"}

    def test_so_are_another_time_and_another_version(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sources = briefings(here / "in", 1)
        list(results(sources))
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
        assert self.skipped(sources) == set()
        monkeypatch.setattr("briefgen.batch.manifest.__version__", "99.0")
        assert self.skipped(sources) == set()
        assert self.skipped(sources) == {"001.yaml"}

    def test_another_input_for_the_same_output_is_another_job(self, here: Path) -> None:
        list(results([briefing(here / "a/1.yaml")]))
        list(results([briefing(here / "a/1.yaml")], resume=True))
        assert self.skipped([briefing(here / "b/1.yaml")]) == set()

    def test_the_folders_may_move(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (here / "work").mkdir()
        monkeypatch.chdir(here / "work")
        list(results(briefings(here / "work/in", 2)))
        (here / "work").rename(here / "moved")
        monkeypatch.chdir(here / "moved")
        assert len(self.skipped([Path("in/001.yaml"), Path("in/002.yaml")])) == 2

    @pytest.mark.parametrize(
        "damage", [b"", b"\xff\n[]\n{}\n3\n", b'{"files": [["001.docx"]], "source": 1}\n']
    )
    def test_a_damaged_manifest_only_costs_time(self, here: Path, damage: bytes) -> None:
        sources = briefings(here / "in", 1)
        list(results(sources))
        (here / "out" / NAME).write_bytes(damage)
        assert self.skipped(sources) == set()
        assert self.skipped(sources) == {"001.yaml"}

    def test_what_is_written_is_added_to(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("briefgen.batch.manifest.PAUSE", 0.0)
        monkeypatch.setattr("briefgen.batch.manifest.SHARE", float("inf"))  # written after each briefing
        sources = briefings(here / "in", 3)
        lines = [(here / "out" / NAME).read_text("utf-8").count("\n") for _ in results(sources)]
        assert lines == [1, 2, 3]
        list(results(sources))  # the later lines hold
        assert self.skipped(sources) == {"001.yaml", "002.yaml", "003.yaml"}

    def test_a_torn_line_is_mended(self, here: Path) -> None:
        sources = briefings(here / "in", 2)
        list(results(sources[:1]))
        with (here / "out" / NAME).open("ab") as file:
            file.write(b'{"source": "../in/0')
        assert self.skipped(sources) == {"001.yaml"}
        assert self.skipped(sources) == {"001.yaml", "002.yaml"}

    def test_a_line_that_could_not_be_added_is_written_later(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("briefgen.batch.manifest.PAUSE", 0.0)
        monkeypatch.setattr("briefgen.batch.manifest.SHARE", float("inf"))
        sources = briefings(here / "in", 4)

        def full(path: Path, data: bytes) -> None:
            monkeypatch.undo()
            monkeypatch.chdir(here)
            with path.open("ab") as file:
                file.write(data[:20])
            raise briefgen.OutputError([])

        monkeypatch.setattr("briefgen.output.append", full)
        assert all(outcome.ok for outcome in results(sources))
        assert self.skipped(sources) == {path.name for path in sources}

    def test_what_was_done_when_nobody_wanted_more(self, here: Path) -> None:
        sources = briefings(here / "in", 5)
        running = results(sources)
        next(running)
        running.close()  # type: ignore[attr-defined]
        assert "001.yaml" in self.skipped(sources)

    def test_a_manifest_that_cannot_be_written_is_told_at_the_end(self, here: Path) -> None:
        sources = briefings(here / "in", 2)
        (here / "out" / NAME).mkdir(parents=True)
        running = results(sources)
        assert next(running).ok
        assert next(running).ok
        with pytest.raises(briefgen.OutputError, match="BG601"):
            next(running)
