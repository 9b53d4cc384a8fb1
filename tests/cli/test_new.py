from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

import briefgen
from briefgen.model.base import Model
from briefgen.model.briefing import Article, Briefing, Colophon, Masthead
from briefgen.model.campaign import Campaign
from tests.cli.conftest import Ran

Run = Callable[..., Ran]


def uncommented(text: str) -> str:
    """Return the starting file with every optional field in force, save the second way to write a body."""
    text = re.sub(r"^( *)# ([\w一-鿿]+: )", r"\1\2", text, flags=re.MULTILINE)
    return re.sub(r"^ *(body_file|正文文件): .*\n", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("keys", ["zh", "en"])
class TestStarter:
    def test_renders_without_a_warning(self, run: Run, here: Path, keys: str, language: str) -> None:
        assert run("new", "a.yaml", "--keys", keys, "--lang", language).code == 0
        assert run("render", "a.yaml", "-o", here / "out").err == ""

    def test_renders_with_every_option_in_force(self, run: Run, here: Path, keys: str, language: str) -> None:
        run("new", "a.yaml", "--keys", keys, "--lang", language)
        path = here / "a.yaml"
        path.write_text(uncommented(path.read_text(encoding="utf-8")), encoding="utf-8")
        ran = run("render", "a.yaml", "-f", "pdf")
        assert (ran.code, ran.err) == (0, "")
        assert briefgen.load(path).masthead.urgency == "加急"

    def test_has_every_field(self, run: Run, here: Path, keys: str, language: str) -> None:
        run("new", "a.yaml", "--keys", keys, "--lang", language)
        text = (here / "a.yaml").read_text(encoding="utf-8")
        models: tuple[type[Model], ...] = (Briefing, Masthead, Article, Colophon)
        for model in models:
            for name, field in model.model_fields.items():
                key = field.title if keys == "zh" else name
                assert re.search(rf"^[ #-]*{key}:", text, re.MULTILINE), key


class TestNew:
    def test_points_editors_at_the_schema_beside_it(self, run: Run, here: Path) -> None:
        assert run("new", "第12期.yaml") == Ran(0, "已生成 第12期.yaml\n", "")
        first = (here / "第12期.yaml").read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=briefgen.schema.json"
        assert json.loads((here / "briefgen.schema.json").read_text(encoding="utf-8"))["$schema"]

    def test_takes_the_number_from_the_name(self, run: Run, here: Path) -> None:
        run("new", "第12期.yaml")
        run("new", "brief.yaml")
        assert briefgen.load(here / "第12期.yaml").masthead.issue == 12
        assert briefgen.load(here / "brief.yaml").masthead.issue == 1

    def test_takes_the_name_from_the_template(self, run: Run, here: Path) -> None:
        run("new", "a.yaml", "--template", "jianbao")
        loaded = briefgen.load(here / "a.yaml")
        assert (loaded.template, loaded.masthead.name) == ("jianbao", "工作简报")

    def test_takes_a_template_of_ones_own(self, run: Run, here: Path) -> None:
        (here / "own.yaml").write_text("name: 部门简报\nextends: jianbao\n", encoding="utf-8")
        assert run("new", "a.yaml", "-t", "own.yaml").code == 0
        assert run("render", "a.yaml", "-f", "pdf").code == 0

    def test_refuses_a_template_that_is_not_there(self, run: Run, here: Path) -> None:
        ran = run("new", "a.yaml", "--template", "jianbo")
        assert ran.code == 1
        assert "BG501" in ran.err
        assert list(here.iterdir()) == []

    @pytest.mark.parametrize("name", ["a.json", "a.toml", "a.md", "第12期"])
    def test_a_name_that_promises_no_yaml(self, run: Run, here: Path, name: str) -> None:
        ran = run("new", name)
        assert ran.code == 2
        assert f"文件名须以 .yaml 结尾：{name}" in ran.err
        assert list(here.iterdir()) == []

    def test_never_overwrites_unless_told(self, run: Run, here: Path) -> None:
        (here / "a.yaml").write_text("mine", encoding="utf-8")
        ran = run("new", "a.yaml")
        assert (ran.code, ran.out) == (1, "")
        assert "BG606" in ran.err
        assert (here / "a.yaml").read_text(encoding="utf-8") == "mine"
        assert run("new", "a.yaml", "--force").code == 0
        assert (here / "a.yaml").read_text(encoding="utf-8") != "mine"

    def test_keeps_a_schema_that_is_there(self, run: Run, here: Path) -> None:
        (here / "briefgen.schema.json").write_text("{}", encoding="utf-8")
        assert run("new", "a.yaml").code == 0
        assert (here / "briefgen.schema.json").read_text(encoding="utf-8") == "{}"

    def test_in_a_folder_that_is_not_there(self, run: Run, here: Path) -> None:
        ran = run("new", "none/a.yaml")
        assert ran.code == 1
        assert "BG601" in ran.err
        assert list(here.iterdir()) == []


class TestOthers:
    def test_schema_is_printed_or_written(self, run: Run, here: Path) -> None:
        printed = run("schema").out
        assert json.loads(printed)["title"] == "Briefing"
        assert run("schema", "-o", "s.json").out == "已生成 s.json\n"
        assert (here / "s.json").read_text(encoding="utf-8") == printed

    def test_templates_are_listed(self, run: Run) -> None:
        lines = run("templates").out.splitlines()
        assert [line.split()[:2] for line in lines] == [
            ["baosong", "报送情况"],
            ["daopai-gongqi", "倒排工期"],
            ["diaodu-tongbao", "调度通报"],
            ["guatu", "挂图作战"],
            ["huiyi-jiyao", "会议纪要"],
            ["huodong-dongtai", "活动动态"],
            ["jianbao", "工作简报"],
            ["renwu-fengong", "任务分工表"],
            ["tongjibiao", "统计表"],
        ]

    def test_fonts_are_listed_with_their_coverage(self, run: Run) -> None:
        out = run("fonts").out
        assert re.search(r"^FandolFang-Regular +\d+ +\d+/8105 +\S", out, re.MULTILINE)
        assert re.search(r"^仿宋 +8105/8105 +仿宋_GB2312 +FandolFang-Regular → ", out, re.MULTILINE)
        assert run("fonts", "--lang", "en").out.startswith("face ")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("keys", ["zh", "en"])
class TestOffice:
    def test_checks_and_compiles_at_once(self, run: Run, here: Path, keys: str, language: str) -> None:
        assert run("new", "campaign.yaml", "--kind", "campaign", "--keys", keys, "--lang", language).code == 0
        self.is_sound(run, here)

    def test_with_every_option_in_force(self, run: Run, here: Path, keys: str, language: str) -> None:
        run("new", "campaign.yaml", "--kind", "campaign", "--keys", keys, "--lang", language)
        for name in ("campaign.yaml", "plan.yaml"):
            text = (here / name).read_text(encoding="utf-8")
            text = re.sub(r"^( *)# ([\w一-鿿]+: )", r"\1\2", text, flags=re.MULTILINE)
            text = re.sub(r"^.*: (meetings|submissions|follow-ups)\..*\n", "", text, flags=re.MULTILINE)
            (here / name).write_text(text, encoding="utf-8")
        self.is_sound(run, here)
        assert "本期收入" in (here / "第1期.yaml").read_text(encoding="utf-8")

    def test_has_every_field(self, run: Run, here: Path, keys: str, language: str) -> None:
        run("new", "campaign.yaml", "--kind", "campaign", "--keys", keys, "--lang", language)
        text = (here / "campaign.yaml").read_text(encoding="utf-8")
        for name, field in Campaign.model_fields.items():
            assert re.search(rf"^(# )?{field.title if keys == 'zh' else name}:", text, re.MULTILINE), name

    @pytest.mark.parametrize(
        "template", ["guatu", "renwu-fengong", "daopai-gongqi", "diaodu-tongbao", "tongjibiao"]
    )
    def test_its_documents(self, run: Run, here: Path, keys: str, language: str, template: str) -> None:
        run("new", "campaign.yaml", "--kind", "campaign", "--keys", keys)
        assert run("new", "a.yaml", "-t", template, "--keys", keys, "--lang", language).code == 0
        assert run("render", "a.yaml", "-f", "pdf").err == ""
        text = (here / "a.yaml").read_text(encoding="utf-8")
        text = re.sub(r"^# ([\w一-鿿]+: )", r"\1", text, flags=re.MULTILINE)
        (here / "a.yaml").write_text(text, encoding="utf-8")
        assert run("render", "a.yaml", "-f", "pdf").err == ""

    def is_sound(self, run: Run, here: Path) -> None:
        assert run("check", "campaign.yaml").err.splitlines() == ["检查了 1 个文件：0 处错误，0 处其他"]
        week = "{}-W{:02}".format(*dt.date.today().isocalendar()[:2])
        ran = run("weekly", "campaign.yaml", "--week", week, "-f", "pdf")
        assert (ran.code, ran.err) == (0, "")


def test_an_office_is_not_written_over_anything(run: Run, here: Path) -> None:
    (here / "ledger").mkdir()
    (here / "ledger" / "ledger.yaml").write_text("名称: 旧\n", encoding="utf-8")
    ran = run("new", "campaign.yaml", "--kind", "campaign")
    assert (ran.code, ran.err.split()[1]) == (1, "BG606")
    assert not (here / "campaign.yaml").exists()
    assert run("new", "campaign.yaml", "--kind", "campaign", "--force").code == 0
    assert "指标" in (here / "ledger" / "ledger.yaml").read_text(encoding="utf-8")
    for name in ("campaign", "plan"):
        schema = json.loads((here / f"{name}.schema.json").read_text(encoding="utf-8"))
        text = (here / f"{name}.yaml").read_text(encoding="utf-8")
        assert text.startswith(f"# yaml-language-server: $schema={name}.schema.json\n")
        jsonschema.validate(json.loads(json.dumps(yaml.safe_load(text), default=str)), schema)
