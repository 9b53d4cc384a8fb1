"""docs/cli.md, docs/diagnostics.md and docs/library.md name all there is, and nothing else."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import click
import pytest

import briefgen
from briefgen.cli.application import COMMANDS, application
from briefgen.diagnostics import CODES

ROOT = Path(__file__).parent.parent
SHARED = {"--lang", "--help", "-h"}  # said once, for all commands


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def section(command: str) -> str:
    found = re.search(rf"^## briefgen {command}\b.*?(?=^## )", page("cli.md"), re.DOTALL | re.MULTILINE)
    assert found, f"docs/cli.md has no section for {command}"
    return found[0]


def command(name: str) -> click.Command:
    found = application.get_command(click.Context(application), name)
    assert found is not None
    return found


def options(name: str) -> set[str]:
    return {text for parameter in command(name).params for text in parameter.opts if text.startswith("-")}


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TestCommandPage:
    @pytest.mark.parametrize("name", COMMANDS)
    def test_has_every_option_of_a_command_and_no_other(self, name: str) -> None:
        rows = "\n".join(line for line in section(name).splitlines() if line.startswith("| `-"))
        text = rows or section(name)
        named = set(re.findall(r"(?<=[`\s])--?[a-z-]+", text))
        assert named - SHARED == options(name) - SHARED

    def test_has_no_command_that_is_not_there(self) -> None:
        assert re.findall(r"^## briefgen (\w+)", page("cli.md"), re.MULTILINE) == list(COMMANDS)

    @pytest.mark.parametrize("option", sorted({"-h", "--help", "--lang", "-V", "--version"}))
    def test_has_the_options_of_all(self, option: str) -> None:
        assert f"{option}`" in page("cli.md")

    @pytest.mark.parametrize("code", ["OK", "AUTHOR", "USAGE", "BUG", "INTERRUPTED", "PIPE_CLOSED"])
    def test_has_every_exit_code(self, code: str) -> None:
        assert f"\n| {getattr(briefgen.cli, code)} |" in page("cli.md")  # type: ignore[attr-defined]


class TestDiagnosticsPage:
    def test_is_what_the_script_makes(self) -> None:
        assert page("diagnostics.md") == script("make_reference").page()

    @pytest.mark.parametrize("code", CODES)
    def test_has_every_code_with_its_mend(self, code: str) -> None:
        found = re.search(rf"^### {code} .*?(?=^##|\Z)", page("diagnostics.md"), re.DOTALL | re.MULTILINE)
        assert found
        assert found[0].count("\n- ") >= 2, "neither message nor hint may be missing"


class TestLibraryPage:
    @pytest.mark.parametrize("name", briefgen.__all__)
    def test_has_every_public_name(self, name: str) -> None:
        assert re.search(rf"`{name}[`(]", page("library.md"))

    def test_has_no_name_that_is_not_there(self) -> None:
        rows = re.findall(r"^\| (`.*?) \|", page("library.md"), re.MULTILINE)
        named = {name for row in rows for name in re.findall(r"`(\w+)", row)}
        assert named == set(briefgen.__all__) - {"__version__"}

    def test_examples_run(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        blocks = re.findall(r"```python\n(.*?)```", page("library.md"), re.DOTALL)
        assert len(blocks) == 4
        first, second, third, fourth = blocks
        run(second)
        (tmp_path / "第12期.yaml").write_text(
            "masthead: {issue: 12, issuer: 区委宣传部, date: 2020-07-03}\n"
            "articles: [{title: 推进会召开, body: 全区召开推进会。}]\n",
            encoding="utf-8",
        )
        assert run(first)["pdf"].startswith(b"%PDF-")
        run("import briefgen\n" + third)
        (tmp_path / "台账").mkdir()
        (tmp_path / "台账" / "ledger.yaml").write_text(
            "指标: [{名称: 媒体发稿, 分项: 级别}]\n记录: [{日期: 2020-06-10, 类别: 媒体发稿, 级别: 省}]\n",
            encoding="utf-8",
        )
        assert run(fourth)["stories"].of("省级").current == 1  # type: ignore[attr-defined]


def run(code: str) -> dict[str, object]:
    names: dict[str, object] = {}
    exec(compile(code, "docs/library.md", "exec"), names)
    return names
