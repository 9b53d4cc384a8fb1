"""examples/weekly, a whole office: eight weeks from an empty folder, figures that are the facts, what CI runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from briefgen import pipeline
from briefgen.campaign.tasks import items, leads, responsibles
from briefgen.checking import check
from briefgen.parity.compare import OTHER, compare_files
from briefgen.parity.office import to_pdfs
from briefgen.reader.office import load_plan
from briefgen.weekly import compile_week, week
from briefgen.weekly.compiling import State, Wishes
from briefgen.writers import WRITERS
from tests.cli.conftest import Ran
from tests.office import needs_office

Run = Callable[..., Ran]

OFFICE = Path(__file__).parents[2] / "examples" / "weekly"
WEEKS = [f"2020-W{number}" for number in range(17, 25)]
REPORTS = sorted((OFFICE / "reports").glob("*.yaml"))
ISSUES = sorted(OFFICE.glob("第*期.yaml"))

#: Figures of the campaign to date, as the office published them.
FACTS = {
    "学习研讨": 71, "区级媒体发稿": 475, "媒体发稿": 220, "媒体发稿.国家": 11, "媒体发稿.省": 124, "媒体发稿.市": 85,
    "区级领导汇报": 7, "部门汇报": 15, "原创海报": 10,
}  # fmt: skip
AT_LEAST = {
    "宣讲": 350,
    "宣讲受众": 8000,
    "短视频": 20,
    "短视频播放量": 700_000,
    "大型电子屏": 60,
    "条形电子屏": 50,
    "横幅标语": 200,
}


def copied(into: Path, *, issues: bool) -> Path:
    """Return the campaign of a copy of the office, with or without what was compiled."""
    folder = into / "office"
    ignored = shutil.ignore_patterns(*([] if issues else ["第*期.yaml", "issues.yaml"]))
    shutil.copytree(OFFICE, folder, ignore=ignored)
    return folder / "campaign.yaml"


def test_eight_weeks_compiled_from_an_empty_folder_are_those_that_are_kept(tmp_path: Path) -> None:
    campaign = copied(tmp_path, issues=False)
    made = [compile_week(campaign, week(name), Wishes(publish=True, formats=("pdf",))) for name in WEEKS]
    assert [each.issue for each in made] == list(range(5, 13))
    assert {each.state for each in made} == {State.WRITTEN}
    assert [each.diagnostics for each in made] == [()] * 8
    totals = [each.figures["学习研讨"] for each in made]
    assert totals == sorted(totals)
    last = made[-1].figures
    assert {name: last[name] for name in FACTS} == FACTS
    assert all(least <= last[name] < 1.2 * least for name, least in AT_LEAST.items())
    for path in (*ISSUES, OFFICE / "issues.yaml"):
        assert (campaign.parent / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_plan_has_the_numbers_of_the_campaign() -> None:
    plan = load_plan(OFFICE / "plan.yaml")
    assert (len(plan.aspects), len(items(plan)), len(leads(plan)), len(responsibles(plan))) == (4, 41, 14, 30)


@pytest.mark.parametrize("path", [OFFICE / "campaign.yaml", *ISSUES, *REPORTS], ids=lambda path: path.stem)
def test_nothing_is_wrong(path: Path) -> None:
    assert check(path) == ()


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_document_in_both_formats(path: Path, tmp_path: Path) -> None:
    result = pipeline.save(pipeline.load_any(path), tmp_path / "a.pdf", tmp_path / "a.docx")
    assert result.warnings == ()
    assert result.pages == {"挂图作战": 1}.get(path.stem, result.pages)
    assert all(file.stat().st_size > 5000 for file in result.files)


def test_submissions_that_were_carried() -> None:
    document, _, _ = pipeline.composed(pipeline.load_any(OFFICE / "reports" / "报送情况.yaml"))
    text = str(document)
    assert "《活动动态》报送6篇、采用4篇；《吉宣要情》报送10篇、采用8篇" in text


SEEDED = [
    (
        "ledger/ledger.yaml",
        "公布数: [{日期: 2020-06-14, 数值: 220",
        "公布数: [{日期: 2020-06-14, 数值: 221",
        "BG723",
    ),
    (
        "ledger/ledger.yaml",
        "    公布数: [{日期: 2020-06-14, 数值: 475",
        "    合计: [学习研讨, 原创海报]\n    公布数: [{日期: 2020-06-14, 数值: 475",
        "BG722",
    ),
    ("articles/2020-06-11-tuijinhui.md", "{{媒体发稿.累计}}", "219", "BG761"),
    ("campaign.yaml", "工作措施到位, ", "", "BG702"),
    ("ledger/records/2020-06.csv", "", "", "BG720"),
    ("plan.yaml", "        牵头单位: 区教育局\n", "", "BG704"),
    ("plan.yaml", "完成时限: 2020-04-30", "完成时限: 2020-04-10", "BG705"),
    ("issues.yaml", "期号: 12", "期号: 13", "BG762"),
]


@pytest.mark.parametrize(("file", "old", "new", "code"), SEEDED, ids=[code for *_, code in SEEDED])
def test_one_contradiction_of_each_kind_is_found(
    run: Run, tmp_path: Path, file: str, old: str, new: str, code: str
) -> None:
    campaign = copied(tmp_path, issues=True)
    path = campaign.parent / file
    text = path.read_text(encoding="utf-8")
    if file.endswith(".csv"):
        *_, last = text.splitlines()
        changed = text + f"{last[:8]}-00000000{last[last.index(',') :]}\n"
    else:
        changed = text.replace(old, new, 1)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    if code == "BG761":
        ran = run("weekly", str(campaign), "--week", "2020-W24", "--force")
    else:
        ran = run("check", str(campaign))
    assert ran.code == 1
    assert re.search(rf"{re.escape(path.name)}:\d+:\d+ 错误 {code} ", ran.err), ran.err


# -- the workflows ---------------------------------------------------------------------------------------------


WORKFLOWS = {"github.yml": "vendor.github-workflows", "gitlab.yml": "vendor.gitlab-ci"}
INSTALL = "pip install briefgen"  # what is tested is installed already


def jobs(name: str) -> dict[str, list[str]]:
    """Return the commands of each job of a workflow file, in their order."""
    found = yaml.safe_load((OFFICE / "ci" / name).read_text(encoding="utf-8"))
    if name == "github.yml":
        return {
            job: [step["run"] for step in each["steps"] if "run" in step]
            for job, each in found["jobs"].items()
        }
    before = found["default"]["before_script"]
    return {job: [*before, *each["script"]] for job, each in found.items() if "script" in each}


def valid(path: Path, schema: str) -> bool:
    program = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    return subprocess.run(program, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(("name", "schema"), WORKFLOWS.items())
def test_workflows_are_valid_by_the_schema_of_their_platform(name: str, schema: str, tmp_path: Path) -> None:
    path = OFFICE / "ci" / name
    assert valid(path, schema)
    wrong = tmp_path / name
    wrong.write_text(
        re.sub(r"\b(steps|script):", r"\1s:", path.read_text(encoding="utf-8")), encoding="utf-8"
    )
    assert not valid(wrong, schema)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_all_that_a_workflow_runs_in_a_shell(name: str, tmp_path: Path) -> None:
    campaign = copied(tmp_path, issues=True)
    program = str(Path(sys.executable).parent)
    around = {"PATH": f"{program}{os.pathsep}{os.environ['PATH']}", "WEEK": "2020-W24", "HOME": str(tmp_path)}
    for commands in jobs(name).values():
        assert commands.count(INSTALL) == 1
        for command in commands:
            if command != INSTALL:
                shell = ["bash", "-e", "-o", "pipefail", "-c", command]
                ran = subprocess.run(
                    shell, cwd=campaign.parent, env=around, capture_output=True, text=True, check=False
                )
                assert ran.returncode == 0, f"{command}\n{ran.stdout}{ran.stderr}"
    made = {path.name for path in (campaign.parent / "dist").iterdir()}
    assert {
        f"{stem}.{suffix}"
        for stem in ("第12期", *(path.stem for path in REPORTS))
        for suffix in ("docx", "pdf")
    } == made
    report = {"github.yml": "briefgen.sarif", "gitlab.yml": "gl-code-quality-report.json"}[name]
    assert json.loads((campaign.parent / report).read_text(encoding="utf-8")) is not None
    for path in (*ISSUES, OFFICE / "issues.yaml"):  # what stands in the repository is what is compiled
        assert (campaign.parent / path.name).read_bytes() == path.read_bytes()


@pytest.mark.office
@needs_office
def test_offices_set_the_same_lines_on_the_same_pages() -> None:
    made = {path.stem: pipeline.typeset(pipeline.load_any(path))[0] for path in [*REPORTS, *ISSUES]}
    office = to_pdfs({name: WRITERS["docx"](each) for name, each in made.items()})
    for name, each in made.items():
        found = compare_files(WRITERS["pdf"](each), office[name], each.layout)
        assert found.pages[0] == found.pages[1], name
        words = [one for one in found.differences if (one.role, one.office) != (OTHER, "")]
        assert words == [], name  # but for those in a drawing, which is a picture in the DOCX
