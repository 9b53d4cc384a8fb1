"""Task tables in XLSX and CSV, merged or not; every mistake at its cell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from briefgen.errors import InputError
from briefgen.messages import render, speak
from briefgen.model.plan import Plan, Status
from briefgen.reader.office import load_plan
from tests.reader.tables.books import written

HEAD = ["方面", "序号", "事项", "措施", "牵头单位", "责任单位", "完成时限", "状态", "进展"]
ROWS: list[list[Any]] = [
    ["“解放思想”任务分工表"],
    HEAD,
    [
        "解放思想",
        1,
        "学习研讨",
        "集体学习",
        "宣传部",
        "党校、文旅局",
        dt.datetime(2020, 6, 30),
        "已完成",
        None,
    ],
    [None, None, None, "专题研讨", "组织部", None, None, "进行中", "2020-05-08 60% 完成两场\n2020-05-15 80%"],
    [None, 2, "宣讲", None, "宣传部", "各乡镇", "2020年6月5日", None, None],
    ["振兴发展", 3, "项目建设", None, "发改局", "工信局", "长期", None, "2020-05-08 已开工"],
    [None, None, None, None, None, "商务局", None, None, None],
]
MERGED = ["A1:I1", "A3:A5", "B3:B4", "C3:C4", "F3:F4", "G3:G4", "A6:A7", "B6:B7", "C6:C7", "E6:E7", "G6:G7"]


def csv_of(rows: list[list[Any]]) -> str:
    def cell(value: Any) -> str:
        text = (
            ""
            if value is None
            else value.strftime("%Y/%-m/%-d")
            if isinstance(value, dt.datetime)
            else str(value)
        )
        return f'"{text}"' if "\n" in text else text

    return "\n".join(",".join(map(cell, row)) for row in rows) + "\n"


def refused(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught, speak("zh"):
        load_plan(path)
    return [
        render(each, "zh").split("\n")[0].removeprefix(f"{path.parent}/") for each in caught.value.diagnostics
    ]


def is_the_plan(plan: Plan) -> None:
    assert plan.name == "“解放思想”任务分工表"
    assert [aspect.title for aspect in plan.aspects] == ["解放思想", "振兴发展"]
    study, lectures = plan.aspects[0].items
    assert (study.number, study.title, study.deadline) == ("1", "学习研讨", dt.date(2020, 6, 30))
    assert (study.lead, study.responsible) == ([], ["党校", "文旅局"])
    assert [each.title for each in study.measures] == ["集体学习", "专题研讨"]
    assert [each.lead for each in study.measures] == [["宣传部"], ["组织部"]]
    assert study.measures[0].status is Status.DONE
    assert [(each.percent, each.note) for each in study.measures[1].progress] == [
        (60, "完成两场"),
        (80, "80%"),
    ]
    assert (lectures.deadline, lectures.measures) == (dt.date(2020, 6, 5), [])
    (project,) = plan.aspects[1].items
    assert (project.responsible, project.deadline) == (["工信局", "商务局"], None)
    assert project.progress[0].note == "已开工"


@pytest.fixture(autouse=True)
def in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in the folder of the tables, since places are told from where one stands."""
    monkeypatch.chdir(tmp_path)


def test_merged_cells_of_a_workbook(tmp_path: Path) -> None:
    plan = load_plan(written(tmp_path / "分工表.xlsx", ROWS, MERGED))
    is_the_plan(plan)
    assert str(plan.sources.value("aspects", 0, "items", 1, "deadline")).endswith("/分工表.xlsx!Sheet1!G5")
    assert str(plan.sources.value("aspects", 0, "items", 0, "measures", 1, "lead")).endswith("!Sheet1!E4")


def test_empty_cells_of_a_csv_file(tmp_path: Path) -> None:
    path = tmp_path / "分工表.csv"
    path.write_text("\ufeff" + csv_of(ROWS), encoding="utf-8")
    plan = load_plan(path)
    is_the_plan(plan)
    place = plan.sources.value("aspects", 0, "items", 1, "deadline")
    assert place is not None
    assert (place.line, place.column) == (6, 16)


def test_repeated_words_of_aspects_and_items(tmp_path: Path) -> None:
    rows = [["方面", "任务", "措施", "牵头部门"], ["一", "甲", "子", "宣传部"], ["一", "甲", "丑", "宣传部"],
            ["二", "甲", "寅", "组织部"], ["二", "甲", None, "组织部"]]  # fmt: skip
    plan = load_plan(written(tmp_path / "a.xlsx", rows))
    assert [[len(item.measures) for item in aspect.items] for aspect in plan.aspects] == [[2], [1, 0]]


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("G5", "2020-6-31", "G5 错误 BG105 完成时限不是有效日期（实际为“2020-06-31”）"),
        ("G5", "6月底", "G5 错误 BG105 完成时限不是有效日期（实际为“6月底”）"),
        ("H5", "完成了", "H5 错误 BG106 “状态”只能取 not_started、in_progress、done、suspended、未开始、进行中、"
         "已完成、暂缓 之一（实际为“完成了”）"),
        ("I4", "5月8日 很好", "I4 错误 BG105 日期不是有效日期（实际为“5月8日”）"),
        ("I4", "2020-05-08 160% 很好", "I4 错误 BG109 “进度”无效：不能大于 100（实际为“160”）"),
        ("E2", "牵头单", "E2 错误 BG716 不认识的列“牵头单”"),
        ("E2", "责任部门", "F2 错误 BG108 “责任部门”与“责任单位”是同一项，只能写一个"),
        ("G5", "=A1+1", "G5 错误 BG717 公式没有算出的值"),
        ("G5", "a\x07".replace("\x07", "\u202e"), "G5 错误 BG011 含有控制字符或非法字符 U+202E"),
        ("A3", None, "B3 错误 BG719 这一行没有“方面”，上面也没有"),
        ("H7", "进行中", None),
    ],
)  # fmt: skip
def test_mistakes_stand_at_their_cells(tmp_path: Path, cell: str, value: Any, said: str | None) -> None:
    rows = [list(row) for row in ROWS]
    rows[int(cell[1:]) - 1] += [None] * 9
    rows[int(cell[1:]) - 1][ord(cell[0]) - ord("A")] = value
    path = written(
        tmp_path / "分工表.xlsx", rows, [each for each in MERGED if cell != "A3" or each[0] != "A"]
    )
    if said is None:
        load_plan(path)
        return
    assert refused(path)[0].startswith(f"分工表.xlsx!Sheet1!{said}")


def test_two_values_for_one_item(tmp_path: Path) -> None:
    rows = [["方面", "事项", "完成时限"], ["一", "甲", "2020-06-30"], [None, None, "2020-07-30"]]
    (said,) = refused(written(tmp_path / "a.xlsx", rows))
    assert said == (
        "a.xlsx!Sheet1!C3 错误 BG718 “甲”有两个值：“2020-06-30”（a.xlsx!Sheet1!C2）与“2020-07-30”"
    )


def test_no_header(tmp_path: Path) -> None:
    (said,) = refused(written(tmp_path / "a.xlsx", [["这是一张表"], ["没有表头"]]))
    assert said == "a.xlsx!Sheet1!A1 错误 BG715 找不到表头"


def test_no_workbook_and_no_csv(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 but no archive")
    assert refused(tmp_path / "a.xlsx") == ["a.xlsx:1:1 错误 BG714 表格无法读取：不是 XLSX 文件"]
    (tmp_path / "a.csv").write_text('方面,事项\n一,"甲\n', encoding="utf-8")
    assert refused(tmp_path / "a.csv") == ["a.csv:2:3 错误 BG714 表格无法读取：引号没有配对"]


def test_a_table_on_another_sheet(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = written(tmp_path / "a.xlsx", ROWS, MERGED, sheet="分工")
    book = load_workbook(path)
    book.create_sheet("说明", 0).append(["本表由宣传部编制"])
    book.save(path)
    is_the_plan(load_plan(path))
