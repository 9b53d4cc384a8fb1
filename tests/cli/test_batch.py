from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import briefgen
from briefgen import cli
from tests.batch.briefings import briefing, briefings
from tests.cli.conftest import Ran
from tests.cli.test_command import COMMAND

Run = Callable[..., Ran]


@contextmanager
def under_way(*arguments: str, until: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a batch in a process group of its own; go on when the file `until` is there."""
    with subprocess.Popen(
        [*COMMAND, "batch", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        while not until.exists():
            assert running.poll() is None
            time.sleep(0.01)
        yield running


def alive(session: int) -> set[int]:
    """Return the processes of `session` that still run."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, _group, in_session = path.read_text().rpartition(")")[2].split()[:4]
        except OSError:  # gone meanwhile
            continue
        if int(in_session) == session and state != "Z":
            found.add(int(path.parent.name))
    return found


class TestBatch:
    def test_of_a_folder(self, run: Run, here: Path) -> None:
        briefing(here / "in/a/1.yaml")
        briefing(here / "in/b/1.toml").write_text(
            'articles = [{title = "推进会", body = "召开。"}]\n[masthead]\nissuer = "区委"\ndate = 2020-07-03\n',
            encoding="utf-8",
        )
        (here / "in/.hidden.yaml").write_text("no briefing", encoding="utf-8")
        (here / "in/briefgen.schema.json").write_text("{}", encoding="utf-8")
        ran = run("batch", "in", "-o", "out", "-j", "1")
        assert ran == Ran(0, "", "共 2 份：2 份完成，0 份有错\n")
        made = {str(path.relative_to(here / "out")) for path in (here / "out").rglob("*.*") if path.is_file()}
        assert made == {"a/1.docx", "a/1.pdf", "b/1.docx", "b/1.pdf", ".briefgen-batch.jsonl"}

    def test_lists_what_failed_and_skips_what_is_done(self, run: Run, here: Path) -> None:
        briefings(here / "in", 2)
        (here / "in/003.yaml").write_text("masthead: [", encoding="utf-8")
        ran = run("batch", "in/*.yaml", "-o", "out", "-f", "docx", "-j", "1")
        assert ran.code == 1
        assert "in/003.yaml:2:1 错误 BG004" in ran.err
        assert ran.err.endswith("共 3 份：2 份完成，1 份有错\n有错的简报：\n  in/003.yaml\n")
        ran = run("batch", "in", "-o", "out", "-f", "docx", "-j", "1", "--resume", "--json", "--lang", "en")
        assert ran.code == 1
        assert "3 inputs: 2 done (2 unchanged, skipped), 1 with errors" in ran.err
        record = json.loads(ran.out)
        assert record["ok"] is False
        results = {result["input"]: result for result in record["results"]}
        assert sorted(results) == ["in/001.yaml", "in/002.yaml", "in/003.yaml"]
        assert results["in/001.yaml"] == {
            "input": "in/001.yaml",
            "ok": True,
            "files": [
                {"path": "out/001.docx", "format": "docx", "bytes": (here / "out/001.docx").stat().st_size}
            ],
            "pages": 1,
            "headings": [],
            "diagnostics": [],
            "skipped": True,
            "traceback": None,
        }
        assert [found["code"] for found in results["in/003.yaml"]["diagnostics"]] == ["BG004"]

    @pytest.mark.parametrize("place", ["none.yaml", "none/*.yaml", "empty"])
    def test_without_briefings(self, run: Run, here: Path, place: str) -> None:
        (here / "empty").mkdir()
        ran = run("batch", place, "-j", "1")
        assert ran.code == 1
        assert "BG001" in ran.err if place == "none.yaml" else "BG608" in ran.err

    @pytest.mark.usefixtures("brief")
    @pytest.mark.parametrize(
        "arguments", [["-j", "0"], ["-j", "2", "--dask", "tcp://a:1"], ["s3://elsewhere/a.yaml"]]
    )
    def test_calls_that_make_no_sense(self, run: Run, arguments: list[str]) -> None:
        ran = run("batch", "brief.yaml", *arguments)
        assert ran.code == 2
        assert "错误：" in ran.err

    @pytest.mark.usefixtures("brief")
    def test_a_time_that_is_none(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
        ran = run("batch", "brief.yaml", "-j", "1")
        assert ran.code == 1
        assert "BG605" in ran.err

    @pytest.mark.usefixtures("brief")
    def test_a_bug_of_ours(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        trace = "Traceback (most recent call last):\nZeroDivisionError\n"
        monkeypatch.setattr(
            "briefgen.batch.render_many",
            lambda files, **_: (briefgen.Outcome(file, traceback=trace) for file in files),
        )
        ran = run("batch", "brief.yaml")
        assert ran.code == 3
        assert ran.err.startswith("brief.yaml\nTraceback")
        assert "程序故障" in ran.err
        assert ran.err.endswith("共 1 份：0 份完成，1 份有错\n有错的简报：\n  brief.yaml\n")

    @pytest.mark.usefixtures("brief")
    def test_a_cluster_that_is_not_there(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("briefgen.batch.dask.PATIENCE", 0.2)
        ran = run("batch", "brief.yaml", "--dask", "tcp://127.0.0.1:1")
        assert ran.code == 1
        assert "BG610" in ran.err


class TestStopped:
    def test_by_ctrl_c_leaves_whole_files(self, run: Run, here: Path) -> None:
        briefings(here / "in", 100)
        with under_way("in", "-o", "out", "-f", "pdf", "-j", "2", until=here / "out/001.pdf") as running:
            os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all of them
            _out, err = running.communicate(timeout=30)
        assert running.returncode == cli.INTERRUPTED
        assert "已中断" in err.decode()
        assert "Traceback" not in err.decode()
        made = sorted((here / "out").iterdir())
        assert {path.suffix for path in made} == {".pdf", ".jsonl"}
        assert len(made) < 100
        assert all(path.read_bytes().endswith(b"%%EOF\n") for path in made if path.suffix == ".pdf")
        ran = run("batch", "in", "-o", "out", "-f", "pdf", "--resume", "-j", "2", "-q")
        assert ran == Ran(0, "", "")

    def test_by_force_takes_its_workers_along(self, here: Path) -> None:
        briefings(here / "in", 100)
        with under_way("in", "-o", "out", "-j", "2", until=here / "out/001.pdf") as running:
            running.kill()
            running.communicate(timeout=30)
        for _ in range(200):
            if not alive(running.pid):
                break
            time.sleep(0.05)
        assert alive(running.pid) == set()
