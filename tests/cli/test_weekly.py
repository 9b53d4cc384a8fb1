"""`briefgen weekly` and `briefgen check`: options, exit codes, what they print."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.weekly.offices import article, office

Run = Callable[..., Ran]


def test_a_week_is_compiled_and_told_of(run: Run, here: Path) -> None:
    office(here)
    ran = run("weekly", "campaign.yaml", "--week", "2020-W23", "-f", "pdf", "-o", "dist")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "第 11 期：已编成 第11期.yaml",
        "已写入 dist/第11期.pdf（2 页）",
        "累计：学习研讨 60，宣讲 350，媒体发稿 20",
    ]
    again = run(
        "weekly", "campaign.yaml", "--since", "2020-06-01", "--until", "2020-06-07", "-f", "pdf", "-o", "dist"
    )
    assert again.out.startswith("第 11 期：没有变化")


@pytest.mark.parametrize(
    "options",
    [
        ["--week", "2020-W99"], ["--week", "2020-W23", "--since", "2020-06-01"], ["--since", "2020-06-01"],
        ["--since", "2020-06-08", "--until", "2020-06-01"], ["--since", "gestern", "--until", "2020-06-01"],
        ["--week", "2020-W23", "-f", "odt"], ["--week", "2020"], ["--week", "2020-W54"],
    ],
)  # fmt: skip
def test_wrong_calls(run: Run, here: Path, options: list[str]) -> None:
    office(here)
    assert run("weekly", "campaign.yaml", *options).code in (1, 2)
    assert not list(here.glob("第*"))


def test_a_week_may_be_written_shorter(run: Run, here: Path) -> None:
    office(here)
    assert run("weekly", "campaign.yaml", "--week", "2020w23", "-f", "pdf").out.startswith("第 11 期：已编成")


def test_without_a_week_it_is_the_last_one(run: Run, here: Path) -> None:
    office(here)
    ran = run("weekly", "campaign.yaml")
    assert ran.code == 1
    assert "BG766" in ran.err


def test_contradictions_as_annotations(run: Run, here: Path) -> None:
    office(here)
    article(here, "2020-06-10", "错处", "累计学习研讨70次。")
    ran = run("weekly", "campaign.yaml", "--week", "2020-W24", "--format", "github")
    assert ran.code == 1
    assert ran.out.startswith(
        "::error file=articles/2020-06-10.md,line=7,col=7,title=BG761::文中“70次”与台账不符"
    )


def test_check_a_campaign_with_all_its_files(run: Run, here: Path) -> None:
    office(here)
    (here / "plan.yaml").write_text("aspects: [{title: 甲, items: [{title: 乙}]}]\n", encoding="utf-8")
    campaign = here / "campaign.yaml"
    text = campaign.read_text(encoding="utf-8")
    campaign.write_text(
        f"{text}plan: plan.yaml\nslogans: [{{name: 三到位, items: [安排到位, 工作到位]}}]\nmeetings: 没有.yaml\n",
        encoding="utf-8",
    )
    ran = run("check", "campaign.yaml", "--format", "json")
    assert ran.code == 1
    assert {each["code"] for each in json.loads(ran.out)} == {"BG001", "BG702", "BG704"}
    assert run("check", "campaign.yaml", "--format", "sarif").out.startswith("{")


def test_check_a_campaign_with_its_articles(run: Run, here: Path) -> None:
    campaign = office(here)
    article(here, "2020-03-01", "旧", "<b>文</b>![图](没有.jpg)")
    (here / "articles" / "a.md").write_text("没有头部", encoding="utf-8")
    campaign.write_text(
        campaign.read_text(encoding="utf-8").replace("[学习研讨, 媒", "[学习, 媒"), encoding="utf-8"
    )
    ran = run("check", "campaign.yaml", "--format", "json")
    assert [(each["code"], each["line"]) for each in json.loads(ran.out)] == [
        ("BG201", 7), ("BG201", 7), ("BG204", 7), ("BG767", 1), ("BG756", 9),
    ]  # fmt: skip
    assert (
        "campaign.yaml:9:60 错误 BG756 台账没有指标“学习”"
        in run("weekly", "campaign.yaml", "--week", "2020-W23").err
    )


def test_a_ledger_that_is_not_there_is_told_where_it_is_named(run: Run, here: Path) -> None:
    campaign = office(here)
    campaign.write_text(
        campaign.read_text(encoding="utf-8").replace("ledger: .", "ledger: 没有"), encoding="utf-8"
    )
    for call in (("weekly", "campaign.yaml", "--week", "2020-W23"), ("check", "campaign.yaml")):
        assert run(*call).err.startswith("campaign.yaml:5:9 错误 BG731 没有台账")


def test_an_issue_is_not_dated_in_another_age(run: Run, here: Path) -> None:
    campaign = office(here)
    text = campaign.read_text(encoding="utf-8").replace(
        "first_issue: 11", "first_issue: 11\n  delay: 99999999"
    )
    campaign.write_text(text, encoding="utf-8")
    ran = run("weekly", "campaign.yaml", "--week", "2020-W23")
    assert (ran.code, ran.err.split()[2]) == (1, "BG109")


def test_check_briefings_and_reports(run: Run, here: Path) -> None:
    office(here)
    run("weekly", "campaign.yaml", "--week", "2020-W23", "-f", "pdf")
    (here / "统计.yaml").write_text(
        "template: tongjibiao\ncampaign: campaign.yaml\ndate: 2020-06-14\n", encoding="utf-8"
    )
    ran = run("check", "第11期.yaml", "统计.yaml", "campaign.yaml")
    assert (ran.code, ran.err.splitlines()[-1]) == (0, "检查了 3 个文件：0 处错误，1 处其他")
    wrong = run("check", "没有.yaml", "第11期.yaml")
    assert wrong.code == 1
    assert "BG001" in wrong.err


@pytest.mark.parametrize(("template", "file"), [("tongjibiao", "第11期.yaml"), ("jianbao", "统计.yaml")])
def test_a_template_of_the_other_kind(run: Run, here: Path, template: str, file: str) -> None:
    office(here)
    run("weekly", "campaign.yaml", "--week", "2020-W23", "-f", "pdf")
    (here / "统计.yaml").write_text(
        "template: tongjibiao\ncampaign: campaign.yaml\ndate: 2020-06-14\n", encoding="utf-8"
    )
    ran = run("render", file, "-t", template, "-o", "x.pdf")
    assert ran.code == 1
    assert "BG750" in ran.err
