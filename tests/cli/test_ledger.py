"""`briefgen ledger`: what people type, what they read, and how it ends."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Ran

Run = Callable[..., Ran]
METRICS = """\
指标:
  - {名称: 学习研讨, 计量单位: 场}
  - {名称: 宣讲, 计量单位: 场, 措辞: "{n}余{unit}"}
  - {名称: 媒体发稿, 计量单位: 篇, 分项: 级别}
"""
TABLE = """\
日期,类别,数量,级别,标题
2020-05-06,媒体发稿,1,省,省报一
2020-05-13,媒体发稿,2,省,省报二
2020-05-13,媒体发稿,1,国家,国家级
2020-05-14,宣讲,23,,进村屯
"""


@pytest.fixture
def ledger(here: Path) -> Path:
    """Return a ledger without records in the current folder."""
    folder = here / "台账"
    folder.mkdir()
    (folder / "ledger.yaml").write_text(METRICS, encoding="utf-8")
    return folder


@pytest.fixture
def filled(ledger: Path, run: Run) -> Path:
    """Return a ledger with four records."""
    (ledger.parent / "a.csv").write_text(TABLE, encoding="utf-8")
    assert run("ledger", "import", "台账", "a.csv") == Ran(0, "已导入 4 条，略过 0 条已有的\n", "")
    return ledger


def test_from_nothing(here: Path, run: Run) -> None:
    assert run("ledger", "new", "台账").out == "已生成 台账/ledger.yaml\n"
    ran = run("ledger", "add", "台账", "--date", "2020-04-21", "--kind", "宣讲", "--audience", "120")
    assert (ran.code, ran.out) == (0, "已添加 20200421-58ebda44\n")
    assert run("ledger", "check", "台账").out == "共 1 条记录：0 处错误，0 处警告\n"
    assert run("ledger", "new", "台账").err.startswith("错误 BG606 文件已存在：台账/ledger.yaml")


class TestAdding:
    def test_of_today(self, ledger: Path, run: Run) -> None:
        assert run("ledger", "add", "台账", "--kind", "宣讲").code == 0
        (found,) = json.loads(run("ledger", "list", "台账", "--json").out)
        assert abs(dt.date.today() - dt.date.fromisoformat(found["date"])) <= dt.timedelta(days=1)

    def test_a_day_as_it_is_written_elsewhere(self, ledger: Path, run: Run) -> None:
        for written in ("2020/4/9", "2020年4月10日"):
            assert run("ledger", "add", "台账", "--kind", "宣讲", "--date", written).code == 0
        found = json.loads(run("ledger", "list", "台账", "--json").out)
        assert [each["date"] for each in found] == ["2020-04-09", "2020-04-10"]

    def test_every_field(self, ledger: Path, run: Run) -> None:
        fields = {
            "id": "A-1", "date": "2020-05-06", "kind": "媒体发稿", "form": "图文", "unit": "宣传部", "place": "江源区",
            "count": "2", "audience": "300", "level": "省", "title": "=题", "source": "日报", "link": "https://a/b",
            "note": "头条",
        }  # fmt: skip
        options = [word for name, value in fields.items() for word in (f"--{name}", value)]
        assert run("ledger", "add", "台账", *options).code == 0
        (found,) = json.loads(run("ledger", "list", "台账", "--json").out)
        assert found == {**fields, "count": 2, "audience": 300}

    def test_what_is_there_already(self, ledger: Path, run: Run) -> None:
        words = ("ledger", "add", "台账", "--date", "2020-04-21", "--kind", "宣讲")
        assert run(*words).code == 0
        ran = run(*words, "--count", "3")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.splitlines()[0] == (
            "错误 BG720 重复的记录：2020-04-21 宣讲“”，数量 3；前一条在 台账/records/2020-04.csv:2:1，数量 1"
        )

    def test_all_that_is_wrong(self, ledger: Path, run: Run) -> None:
        ran = run(
            "ledger", "add", "台账", "--date", "4月", "--kind", "宣讲", "--count", "-1", "--level", "省级"
        )
        assert ran.code == 1
        assert [line.split()[1] for line in ran.err.splitlines() if line.startswith("错误")] == [
            "BG105", "BG109", "BG106",
        ]  # fmt: skip
        assert not (ledger / "records").exists()


class TestCorrecting:
    def test_only_what_is_given_changes(self, filled: Path, run: Run) -> None:
        (number, *_) = (each["id"] for each in json.loads(run("ledger", "list", "台账", "--json").out))
        ran = run("ledger", "edit", "台账", number, "--count", "5", "--title", "", "--date", "2020/4/30")
        assert ran == Ran(
            0,
            f"已改正 {number}\n  date（日期）：2020-05-06 → 2020-04-30\n  count（数量）：1 → 5\n"
            "  title（标题）：省报一 → —\n",
            "",
        )
        first, *others = json.loads(run("ledger", "list", "台账", "--json").out)
        assert (first["id"], first["date"], first["count"], first["level"]) == (number, "2020-04-30", 5, "省")
        assert len(others) == 3
        again = run("ledger", "edit", "台账", number, "--count", "5")
        assert again.out == f"没有变化：{number}\n"

    def test_what_cannot_be(self, filled: Path, run: Run) -> None:
        number, other, *_ = (each["id"] for each in json.loads(run("ledger", "list", "台账", "--json").out))
        before = sorted((path.name, path.read_bytes()) for path in (filled / "records").glob("*.csv"))
        for words, code, said in [
            ((number, "--count", "-1", "--level", "省级"), 1, "BG106"),
            ((number, "--kind", ""), 1, "BG101"),
            ((number, "--id", other), 1, "BG721"),
            (("20200101-0", "--count", "2"), 1, "BG736 台账里没有编号为 20200101-0 的记录"),
            ((number,), 2, "没有写明要改什么"),
        ]:
            ran = run("ledger", "edit", "台账", *words)
            assert (ran.code, ran.out) == (code, "")
            assert said in ran.err
        assert sorted((path.name, path.read_bytes()) for path in (filled / "records").glob("*.csv")) == before

    def test_removed_ones_are_told_whole(self, filled: Path, run: Run) -> None:
        number, *_ = (each["id"] for each in json.loads(run("ledger", "list", "台账", "--json").out))
        assert run("ledger", "remove", "台账", number, "nope").code == 1
        ran = run("ledger", "remove", "台账", number)
        assert (ran.code, ran.out) == (0, f"已删除 {number}：2020-05-06，媒体发稿，1，省，省报一\n")
        assert len(json.loads(run("ledger", "list", "台账", "--json").out)) == 3


class TestShowing:
    def test_a_list(self, filled: Path, run: Run) -> None:
        lines = run("ledger", "list", "台账", "--kind", "媒体发稿", "--level", "省").out.splitlines()
        assert lines[0].split() == ["编号", "日期", "类别", "级别", "单位", "数量", "受众", "标题"]
        assert [line.split()[-1] for line in lines[1:]] == ["省报一", "省报二"]
        week = run("ledger", "list", "台账", "--week", "2020-W20").out
        assert [line.split()[1] for line in week.splitlines()[1:]] == [
            "2020-05-13",
            "2020-05-13",
            "2020-05-14",
        ]

    def test_sums(self, filled: Path, run: Run) -> None:
        assert run("ledger", "sum", "台账").out.splitlines() == [
            "指标      累计  措辞",
            "学习研讨  0     0场",
            "宣讲      23    20余场",
            "媒体发稿  4     4篇",
            "  国家    1",
            "  省      3",
        ]
        assert (
            run("ledger", "sum", "台账", "--until", "2020-05-06").out.splitlines()[3] == "媒体发稿  1     1篇"
        )

    def test_sums_of_a_week(self, filled: Path, run: Run) -> None:
        lines = run("ledger", "sum", "台账", "--week", "2020-W20").out.splitlines()
        assert lines[0].split() == ["指标", "累计", "本期", "上期", "增减", "措辞"]
        assert lines[3].split() == ["媒体发稿", "4", "3", "1", "+2", "4篇"]
        assert lines[1].split() == ["学习研讨", "0", "0", "0", "0", "0场"]

    def test_sums_as_json(self, filled: Path, run: Run) -> None:
        rows = json.loads(run("ledger", "sum", "台账", "--week", "2020-W20", "--json").out)
        assert rows[-1] == {
            "metric": "媒体发稿", "part": "省", "total": 3, "current": 2, "previous": 1, "change": 1,
        }  # fmt: skip
        assert rows[1]["words"] == "20余场"

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (["--week", "2020-W54"], "周写成 2020-W24（实际为“2020-W54”）"),
            (["--until", "5月"], "日期写成 2020-06-14（实际为“5月”）"),
            (["--week", "2020-W20", "--until", "2020-05-06"], "--week 不能与 --since、--until 同用"),
            (["--since", "2020-05-06", "--until", "2020-05-05"], "--until 早于 --since"),
            (["--since", "2020-05-06"], "有 --since 时还须有 --until"),
        ],
    )
    def test_wrong_days(self, filled: Path, run: Run, options: list[str], said: str) -> None:
        ran = run("ledger", "sum", "台账", *options)
        assert ran.code == 2
        assert said in ran.err


class TestChecking:
    def test_errors_end_with_one(self, filled: Path, run: Run) -> None:
        path = filled / "records" / "2020-05.csv"
        row = path.read_text(encoding="utf-8").splitlines()[1]
        path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
        ran = run("ledger", "check", "台账")
        assert ran.code == 1
        assert ran.out == "共 5 条记录：1 处错误，0 处警告\n"
        assert ran.err.startswith("台账/records/2020-05.csv:6:1 错误 BG720 重复的记录：")

    def test_warnings_do_not(self, ledger: Path, run: Run) -> None:
        run("ledger", "add", "台账", "--kind", "宣将", "--date", "2020-05-06")
        ran = run("ledger", "check", "台账")
        assert (ran.code, ran.out) == (0, "共 1 条记录：0 处错误，1 处警告\n")

    def test_no_ledger(self, here: Path, run: Run) -> None:
        for name in ("check", "list", "sum"):
            ran = run("ledger", name, "台账")
            assert (ran.code, ran.err.split()[1]) == (1, "BG731")


class TestTransfer:
    def test_all_or_none(self, ledger: Path, run: Run) -> None:
        (ledger.parent / "a.csv").write_text(TABLE, encoding="utf-8")
        (ledger.parent / "b.csv").write_text("日期,类别\n5月,宣讲\n", encoding="utf-8")
        ran = run("ledger", "import", "台账", "a.csv", "b.csv")
        assert (ran.code, ran.err.split()[0]) == (1, "b.csv:2:1")
        assert not (ledger / "records").exists()

    def test_known_ones_are_left_out_when_asked(self, filled: Path, run: Run) -> None:
        assert run("ledger", "import", "台账", "a.csv").code == 1
        ran = run("ledger", "import", "台账", "a.csv", "--skip-known")
        assert ran.out == "已导入 0 条，略过 4 条已有的\n"

    @pytest.mark.parametrize("suffix", ["csv", "xlsx"])
    def test_there_and_back(self, filled: Path, run: Run, suffix: str) -> None:
        run(
            "ledger",
            "add",
            "台账",
            "--date",
            "2020-05-20",
            "--kind",
            "宣讲",
            "--title",
            "=1+1",
            "--note",
            "'-x",
        )
        listed = run("ledger", "list", "台账", "--json").out
        assert run("ledger", "export", "台账", f"out.{suffix}").out == f"已导出 5 条：out.{suffix}\n"
        run("ledger", "new", "另一本")
        assert run("ledger", "import", "另一本", f"out.{suffix}").code == 0
        assert run("ledger", "list", "另一本", "--json").out == listed

    def test_a_workbook_holds_no_formula_and_no_clock(self, filled: Path, here: Path, run: Run) -> None:
        run("ledger", "add", "台账", "--date", "2020-05-20", "--kind", "宣讲", "--title", "=1+1")
        run("ledger", "export", "台账", "out.xlsx", "--since", "2020-05-20")
        sheet = load_workbook(here / "out.xlsx")["台账"]
        cell = sheet["J2"]
        assert (cell.value, cell.data_type) == ("=1+1", "s")
        assert sheet["B2"].value == dt.datetime(2020, 5, 20)
        assert str(load_workbook(here / "out.xlsx").properties.modified) == "1980-01-01 00:00:00"

    def test_never_over_a_file_that_is_there(self, filled: Path, run: Run) -> None:
        assert run("ledger", "export", "台账", "a.csv").err.startswith("错误 BG606")
        assert run("ledger", "export", "台账", "a.csv", "--force").code == 0

    def test_another_format(self, filled: Path, run: Run) -> None:
        assert run("ledger", "export", "台账", "a.doc").err.startswith("a.doc:1:1 错误 BG012")


def test_help_in_english(run: Run) -> None:
    ran = run("--lang", "en", "ledger", "--help")
    assert "add one record, unless" in ran.out
    assert not any("\u4e00" <= char <= "\u9fff" for char in ran.out)
