from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from briefgen.cli import main

BRIEF = """\
masthead:
  issue: 12
  issuer: 中共白山市江源区委宣传部
  date: 2020-07-03
articles:
  - title: 推进会召开
    body: |
      6月10日，全区召开第二次推进会。

      # 部署
      听取工作汇报，安排下步任务。
"""


class Ran(NamedTuple):
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _chinese_and_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "NO_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def brief(here: Path) -> Path:
    """Return `brief.yaml`, a short briefing without mistakes, in the current folder."""
    path = here / "brief.yaml"
    path.write_text(BRIEF, encoding="utf-8")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Return a function that runs the command in this process."""

    def runs(*arguments: str | Path) -> Ran:
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return runs
