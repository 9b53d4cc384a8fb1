from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen import pipeline
from tests.cli.conftest import BRIEF, Ran

Run = Callable[..., Ran]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


class TestWritten:
    def test_both_formats_beside_the_input(self, run: Run, brief: Path, here: Path) -> None:
        ran = run("render", brief)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == "已写入 brief.docx（1 页）\n已写入 brief.pdf（1 页）\n"
        assert names(here) == {"brief.yaml", "brief.docx", "brief.pdf"}
        assert (here / "brief.pdf").read_bytes().startswith(b"%PDF-")
        assert (here / "brief.docx").read_bytes().startswith(b"PK")

    @pytest.mark.usefixtures("brief")
    def test_one_format(self, run: Run, here: Path) -> None:
        assert run("render", "brief.yaml", "-f", "pdf").code == 0
        assert names(here) == {"brief.yaml", "brief.pdf"}

    @pytest.mark.parametrize(
        "formats", [["-f", "pdf,docx"], ["-f", "PDF, docx"], ["-f", "docx", "-f", "pdf"]]
    )
    @pytest.mark.usefixtures("brief")
    def test_formats_as_one_likes_to_write_them(self, run: Run, here: Path, formats: list[str]) -> None:
        assert run("render", "brief.yaml", *formats).code == 0
        assert names(here) == {"brief.yaml", "brief.docx", "brief.pdf"}

    @pytest.mark.usefixtures("brief")
    def test_to_one_file(self, run: Run, here: Path) -> None:
        assert run("render", "brief.yaml", "-o", "第12期.PDF").out == "已写入 第12期.PDF（1 页）\n"
        assert names(here) == {"brief.yaml", "第12期.PDF"}

    @pytest.mark.parametrize("folder", ["out", "out/", "a/b/", "第12期"])
    @pytest.mark.usefixtures("brief")
    def test_into_a_folder_that_is_made(self, run: Run, here: Path, folder: str) -> None:
        assert run("render", "brief.yaml", "-o", folder).code == 0
        assert names(here / folder) == {"brief.docx", "brief.pdf"}

    @pytest.mark.usefixtures("brief")
    def test_a_file_in_a_folder_that_is_made(self, run: Run, here: Path) -> None:
        assert run("render", "brief.yaml", "-o", "a/b/第12期.pdf").code == 0
        assert names(here / "a" / "b") == {"第12期.pdf"}

    @pytest.mark.usefixtures("brief")
    def test_into_a_folder_with_a_dot_in_its_name(self, run: Run, here: Path) -> None:
        (here / "v1.2").mkdir()
        assert run("render", "brief.yaml", "-o", "v1.2").code == 0
        assert names(here / "v1.2") == {"brief.docx", "brief.pdf"}

    @pytest.mark.usefixtures("brief")
    def test_the_same_bytes_again(self, run: Run, here: Path) -> None:
        run("render", "brief.yaml", "-o", "a/")
        run("render", "brief.yaml", "-o", "b/")
        for name in ("brief.docx", "brief.pdf"):
            assert (here / "a" / name).read_bytes() == (here / "b" / name).read_bytes()


class TestOptions:
    @pytest.mark.usefixtures("brief")
    def test_set_changes_a_value(self, run: Run) -> None:
        ran = run("render", "brief.yaml", "--set", "masthead.issue=13", "--dump", "doctree")
        assert "第13期" in ran.out
        assert "第12期" not in ran.out

    @pytest.mark.usefixtures("brief")
    def test_set_that_makes_no_sense(self, run: Run) -> None:
        ran = run("render", "brief.yaml", "--set", "masthead")
        assert ran.code == 1
        assert "BG111" in ran.err

    @pytest.mark.usefixtures("brief")
    def test_template(self, run: Run) -> None:
        assert run("render", "brief.yaml", "--template", "jianbao").code == 0

    @pytest.mark.usefixtures("brief")
    def test_template_that_does_not_exist(self, run: Run, here: Path) -> None:
        ran = run("render", "brief.yaml", "--template", "jianbo")
        assert ran.code == 1
        assert "BG501" in ran.err
        assert names(here) == {"brief.yaml"}

    @pytest.mark.usefixtures("brief")
    def test_quiet_says_nothing(self, run: Run) -> None:
        assert run("render", "brief.yaml", "-q") == Ran(0, "", "")

    @pytest.mark.usefixtures("brief")
    def test_source_date_epoch_that_is_no_time(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
        ran = run("render", "brief.yaml")
        assert ran.code == 1
        assert "BG605" in ran.err


class TestShowGrid:
    @pytest.mark.usefixtures("brief")
    def test_draws_into_the_pdf_only(self, run: Run, here: Path) -> None:
        assert run("render", "brief.yaml", "-o", "plain/").code == 0
        assert run("render", "brief.yaml", "-o", "proof/", "--show-grid").code == 0
        plain, proof = here / "plain", here / "proof"
        assert (plain / "brief.docx").read_bytes() == (proof / "brief.docx").read_bytes()
        assert (plain / "brief.pdf").read_bytes() != (proof / "brief.pdf").read_bytes()

    @pytest.mark.usefixtures("brief")
    @pytest.mark.parametrize("docx", [["-f", "docx"], ["-o", "a.docx"]])
    def test_with_a_docx_alone_is_a_wrong_call(self, run: Run, here: Path, docx: list[str]) -> None:
        ran = run("render", "brief.yaml", "--show-grid", *docx)
        assert ran.code == 2
        assert "--show-grid 画在 PDF 里" in ran.err
        assert names(here) == {"brief.yaml"}


class TestDump:
    @pytest.mark.usefixtures("brief")
    def test_doctree(self, run: Run, here: Path) -> None:
        ran = run("render", "brief.yaml", "--dump", "doctree")
        assert ran.code == 0
        assert "推进会召开" in ran.out
        assert names(here) == {"brief.yaml"}

    @pytest.mark.usefixtures("brief")
    def test_frames(self, run: Run, here: Path) -> None:
        ran = run("render", "brief.yaml", "--dump", "frames")
        assert ran.code == 0
        assert ran.out.startswith("page 1 ")
        assert names(here) == {"brief.yaml"}

    def test_doctree_of_a_text_with_mistakes(self, run: Run, here: Path) -> None:
        (here / "bad.yaml").write_text(BRIEF + "\n      ![图](无.jpg)\n", encoding="utf-8")
        ran = run("render", "bad.yaml", "--dump", "doctree")
        assert ran.code == 1
        assert "推进会召开" in ran.out
        assert "BG301" in ran.err

    @pytest.mark.usefixtures("brief")
    @pytest.mark.parametrize("other", [["--json"], ["-o", "x.pdf"], ["-f", "pdf"], ["--show-grid"]])
    def test_goes_with_nothing_that_writes(self, run: Run, other: list[str]) -> None:
        assert run("render", "brief.yaml", "--dump", "frames", *other).code == 2


class TestMistakes:
    def test_all_at_once_each_with_its_place(self, run: Run, here: Path) -> None:
        text = BRIEF.replace("issue: 12", "issue: 十二").replace("date: 2020-07-03", "date: 明天")
        (here / "brief.yaml").write_text(text + "      <b>粗</b>\n", encoding="utf-8")
        ran = run("render", "brief.yaml")
        assert ran.code == 1
        assert ran.out == ""
        assert "brief.yaml:2:10 错误 BG104 issue（期号）必须是正整数（实际为“十二”）" in ran.err
        assert "brief.yaml:4:9 错误 BG105" in ran.err
        assert "brief.yaml:12:7 错误 BG201" in ran.err
        assert names(here) == {"brief.yaml"}

    def test_a_wrong_template_and_a_wrong_text_at_once(self, run: Run, here: Path) -> None:
        text = "template: jianbo\n" + BRIEF + "      <b>粗</b>\n"
        (here / "brief.yaml").write_text(text, encoding="utf-8")
        ran = run("render", "brief.yaml")
        assert "brief.yaml:1:11 错误 BG501" in ran.err
        assert "BG201" in ran.err

    def test_a_wrong_field_and_a_wrong_template_at_once(self, run: Run, here: Path) -> None:
        text = "template: jianbo\n" + BRIEF.replace("issue: 12", "issue: 十二")
        (here / "brief.yaml").write_text(text, encoding="utf-8")
        ran = run("render", "brief.yaml")
        assert "brief.yaml:1:11 错误 BG501" in ran.err
        assert "brief.yaml:3:10 错误 BG104" in ran.err

    def test_in_english(self, run: Run, here: Path) -> None:
        (here / "brief.yaml").write_text(BRIEF.replace("issue: 12", "issue: 十二"), encoding="utf-8")
        ran = run("render", "brief.yaml", "--lang", "en")
        assert (
            "brief.yaml:2:10 error BG104 issue（期号） must be a positive whole number (is “十二”)" in ran.err
        )

    @pytest.mark.usefixtures("here")
    def test_a_file_that_is_not_there(self, run: Run) -> None:
        ran = run("render", "none.yaml")
        assert ran.code == 1
        assert "BG001" in ran.err

    def test_warnings_do_not_stop_the_files(self, run: Run, here: Path) -> None:
        text = BRIEF + "\n      " + "w" * 100 + "\n"
        (here / "brief.yaml").write_text(text, encoding="utf-8")
        ran = run("render", "brief.yaml", "-f", "pdf")
        assert ran.code == 0
        assert "警告 BG203" in ran.err
        assert ran.out == "已写入 brief.pdf（1 页，1 处警告）\n"
        assert run("render", "brief.yaml", "-q") == Ran(0, "", "")

    @pytest.mark.usefixtures("brief")
    def test_the_old_file_stays_when_the_new_cannot_be_written(self, run: Run, here: Path) -> None:
        (here / "brief.pdf").mkdir()
        (here / "brief.docx").write_bytes(b"old")
        ran = run("render", "brief.yaml")
        assert ran.code == 1
        assert "错误 BG601 无法写入 brief.pdf：那是一个文件夹\n  提示：原有文件未改动\n" in ran.err
        assert (here / "brief.docx").read_bytes() == b"old"


class TestSeveral:
    def test_one_broken_file_does_not_stop_the_others(self, run: Run, here: Path) -> None:
        for name in ("a", "c"):
            (here / f"{name}.yaml").write_text(BRIEF, encoding="utf-8")
        (here / "b.yaml").write_text("masthead: [", encoding="utf-8")
        ran = run("render", "a.yaml", "b.yaml", "c.yaml", "-f", "pdf", "-o", "out")
        assert ran.code == 1
        assert ran.out == "已写入 out/a.pdf（1 页）\n已写入 out/c.pdf（1 页）\n"
        assert "b.yaml:" in ran.err
        assert ran.err.endswith("共 3 份：2 份完成，1 份有错\n")

    def test_a_bug_with_one_file_does_not_stop_the_others(
        self, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("a", "b"):
            (here / f"{name}.yaml").write_text(BRIEF, encoding="utf-8")
        real = pipeline.open_any

        def broken(path: Path, overrides: object = ()) -> object:
            if path.name == "a.yaml":
                raise ZeroDivisionError
            return real(path, overrides)  # type: ignore[arg-type]

        monkeypatch.setattr(pipeline, "open_any", broken)
        ran = run("render", "a.yaml", "b.yaml", "-f", "pdf")
        assert ran.code == 3
        assert "ZeroDivisionError" in ran.err
        assert "程序故障" in ran.err
        assert ran.out == "已写入 b.pdf（1 页）\n"

    def test_two_inputs_for_one_file_write_neither(self, run: Run, here: Path) -> None:
        for folder in ("a", "b"):
            (here / folder).mkdir()
            (here / folder / "brief.yaml").write_text(BRIEF, encoding="utf-8")
        ran = run("render", "a/brief.yaml", "b/brief.yaml", "-f", "pdf", "-o", "out/")
        assert ran.code == 1
        assert ran.err.count("BG604") == 2
        assert not (here / "out").exists()

    @pytest.mark.usefixtures("brief")
    def test_the_same_input_twice_is_rendered_once(self, run: Run) -> None:
        assert run("render", "brief.yaml", "./brief.yaml", "-f", "pdf").out == "已写入 brief.pdf（1 页）\n"

    @pytest.mark.usefixtures("brief")
    def test_need_a_folder(self, run: Run, here: Path) -> None:
        (here / "b.yaml").write_text(BRIEF, encoding="utf-8")
        ran = run("render", "brief.yaml", "b.yaml", "-o", "x.pdf")
        assert ran.code == 2
        assert "须是文件夹" in ran.err


class TestUsage:
    @pytest.mark.usefixtures("brief")
    def test_an_output_name_too_long(self, run: Run) -> None:
        ran = run("render", "brief.yaml", "-o", "长" * 300)
        assert ran.code == 1
        assert "文件名过长" in ran.err

    @pytest.mark.usefixtures("brief")
    def test_a_file_that_does_not_fit_the_formats(self, run: Run) -> None:
        assert run("render", "brief.yaml", "-o", "x.pdf", "-f", "docx").code == 2
        assert run("render", "brief.yaml", "-o", "x.pdf", "-f", "docx,pdf").code == 2

    @pytest.mark.usefixtures("brief")
    @pytest.mark.parametrize("arguments", [["-f", "odt"], ["-o", "x.odt"]])
    def test_a_format_that_nobody_writes(self, run: Run, arguments: list[str]) -> None:
        ran = run("render", "brief.yaml", *arguments)
        assert ran.code == 2
        assert "错误：不认识的输出格式“odt”\n  提示：可用 docx、pdf\n" in ran.err

    def test_no_file(self, run: Run) -> None:
        ran = run("render")
        assert ran.code == 2
        assert "缺少参数" in ran.err


class TestJson:
    @pytest.mark.usefixtures("brief")
    def test_of_success(self, run: Run) -> None:
        ran = run("render", "brief.yaml", "-f", "pdf", "--json")
        record = json.loads(ran.out)
        assert ran.err == ""
        assert re.fullmatch(r"\d+\.\d+\.\d+", record.pop("briefgen"))
        size = Path("brief.pdf").stat().st_size
        assert record == {
            "ok": True,
            "results": [
                {
                    "input": "brief.yaml",
                    "ok": True,
                    "files": [{"path": "brief.pdf", "format": "pdf", "bytes": size}],
                    "pages": 1,
                    "headings": [
                        {"text": "推进会召开", "level": 0, "page": 1},
                        {"text": "部署", "level": 1, "page": 1},
                    ],
                    "diagnostics": [],
                }
            ],
        }

    def test_of_failure(self, run: Run, here: Path) -> None:
        (here / "brief.yaml").write_text(BRIEF.replace("issue: 12", "issue: 十二"), encoding="utf-8")
        ran = run("render", "brief.yaml", "--json")
        assert ran.code == 1
        (result,) = json.loads(ran.out)["results"]
        assert (result["ok"], result["files"], result["pages"]) == (False, [], 0)
        assert result["diagnostics"] == [
            {
                "code": "BG104",
                "severity": "error",
                "message": "issue（期号）必须是正整数（实际为“十二”）",
                "hint": "请写阿拉伯数字，如 12",
                "clause": None,
                "file": "brief.yaml",
                "line": 2,
                "column": 10,
            }
        ]

    def test_of_several(self, run: Run, brief: Path, here: Path) -> None:
        (here / "b.yaml").write_text("", encoding="utf-8")
        record = json.loads(run("render", brief, "b.yaml", "--json", "-q").out)
        assert [result["ok"] for result in record["results"]] == [True, False]
        assert record["ok"] is False
