"""Diagnostics for programs: each form says code, place and words, whatever stands in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefgen.cli import annotate
from briefgen.diagnostics import Diagnostic, Position
from briefgen.messages import speak

if TYPE_CHECKING:
    from collections.abc import Iterator

FOUND = (
    Diagnostic("BG104", Position("issues/第12期.yaml", 14, 9), {"name": "期号", "actual": "100%\n,十:二"}),
    Diagnostic("BG306", Position("a.yaml", 3, 1), {"path": "photos/a.jpg"}),
    Diagnostic("BG765", None, {"issue": 11, "figure": "学习研讨", "was": 60, "now": 63}),
)


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    with speak("zh"):
        yield


def test_github_comments_on_the_line() -> None:
    first, second, third = annotate.github(FOUND).splitlines()
    assert first.startswith(
        "::error file=issues/第12期.yaml,line=14,col=9,title=BG104::期号必须是正整数（实际为“100%25"
    )
    assert (
        second
        == "::warning file=a.yaml,line=3,col=1,title=BG306::图片没有说明文字：photos/a.jpg。写法：![说明](图片)"
    )
    assert third.startswith("::notice title=BG765::第 11 期")


def test_gitlab_has_what_code_quality_asks_for() -> None:
    found = json.loads(annotate.gitlab(FOUND))
    assert [each["severity"] for each in found] == ["major", "minor", "info"]
    assert found[0]["location"] == {"path": "issues/第12期.yaml", "lines": {"begin": 14}}
    assert found[0]["check_name"] == "BG104"
    assert len({each["fingerprint"] for each in found}) == 3
    assert json.loads(annotate.gitlab(())) == []


def test_json() -> None:
    first = json.loads(annotate.as_json(FOUND))[0]
    assert (first["code"], first["severity"], first["file"], first["line"], first["column"]) == (
        "BG104", "error", "issues/第12期.yaml", 14, 9,
    )  # fmt: skip


def test_sarif() -> None:
    log = json.loads(annotate.sarif(FOUND))
    (run,) = log["runs"]
    rules: list[dict[str, Any]] = run["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 14, "startColumn": 9}
    assert "locations" not in run["results"][2]


def test_absolute_paths_become_those_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = Diagnostic("BG306", Position(str(tmp_path / "b" / "c.yaml"), 1, 1), {"path": "p"})
    assert "file=b/c.yaml," in annotate.github([found])


def test_nothing_found_is_no_text() -> None:
    assert annotate.github(()) == annotate.text(()) == ""
