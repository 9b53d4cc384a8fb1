"""docs/ledger.md: its session runs as it stands, its wordings are right, no option and no column is forgotten."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from briefgen.cli import main
from briefgen.cli.ledger import HOMES
from briefgen.cli.ledger import command as group
from briefgen.ledger.wording import worded
from briefgen.model.ledger import Metric
from briefgen.reader.tables.header import IGNORED
from briefgen.reader.tables.plan import COLUMNS

PAGE = (Path(__file__).parent.parent / "docs" / "ledger.md").read_text(encoding="utf-8")
SHARED = {"--lang", "--help", "-h"}


def section(heading: str) -> str:
    found = re.search(rf"^(#+) {re.escape(heading)}\b.*?(?=^#{{1,3}} |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert found, f"docs/ledger.md has no section {heading}"
    return found[0]


def options(name: str) -> set[str]:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    return {text for parameter in command.params for text in parameter.opts if text.startswith("-")}


def test_the_session_runs_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    session = re.search(r"```console\n(.*?)```", section("五分钟 / Five minutes"), re.DOTALL)
    assert session
    shown = ""
    for line in session[1].splitlines():
        if line.startswith("$ briefgen "):
            assert main(shlex.split(line)[2:]) == 0
            shown += f"{line}\n{capsys.readouterr().out}"
    assert shown == session[1]


@pytest.mark.parametrize("name", HOMES)
def test_has_every_option_of_a_command_and_no_other(name: str) -> None:
    named = set(re.findall(r"`(--[a-z-]+)", section(f"briefgen ledger {name}")))
    assert named == options(name) - SHARED


def test_wordings_are_right() -> None:
    rows = re.findall(r"^\| `(.*\{n\}.*?)` \| (.*?) ?\| (.*?) \| (.*?) \| (.*?) \|$", PAGE, re.MULTILINE)
    assert len(rows) == 4
    for wording, step, *shown in rows:
        metric = Metric(
            name="媒体发稿", unit="篇", wording=wording, step=int(step.strip("`")) if step else None
        )
        assert [worded(value, metric) for value in (475, 350, 703210)] == shown


def test_every_name_of_a_column_is_there() -> None:
    text = section("分工表的表格")
    assert {name for name in (*COLUMNS, *IGNORED) if not name.isascii() and name not in text} == set()
