"""A ledger in a folder: readable files that git can merge, and nothing half-written."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import InputError
from briefgen.messages import speak
from briefgen.store import folder as module
from briefgen.store import open_store
from tests.ledger.builders import entry
from tests.reader.briefings import places

HEADER = "\ufeff编号,日期,类别,形式,单位,地点,数量,受众,级别,标题,来源,链接,备注\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "ledger.yaml").write_text("名称: 台账\n", encoding="utf-8")
    return tmp_path


def test_a_file_for_each_month_sorted_whoever_came_first(place: Path) -> None:
    store = open_store(place)
    for each in (entry("05-06"), entry("04-22", title="后"), entry("04-21", title="先", audience=30)):
        store.add([each._replace(id=f"n{each.date.day}")])
    assert sorted(path.name for path in (place / "records").glob("*.csv")) == ["2020-04.csv", "2020-05.csv"]
    assert (place / "records" / "2020-04.csv").read_text(encoding="utf-8") == (
        HEADER + "n21,2020-04-21,学习研讨,,,,1,30,,先,,,\nn22,2020-04-22,学习研讨,,,,1,,,后,,,\n"
    )
    assert (place / "records" / ".gitignore").read_text() == ".lock\n"


def test_no_cell_is_a_formula(place: Path) -> None:
    open_store(place).add([entry("04-21", title="=cmd|'/c calc'!A0", note="-1", link="@a")])
    text = (place / "records" / "2020-04.csv").read_text(encoding="utf-8")
    assert ",'=cmd|'/c calc'!A0,,'@a,'-1\n" in text
    (found,) = open_store(place).entries()
    assert (found.title, found.link, found.note) == ("=cmd|'/c calc'!A0", "@a", "-1")


def test_any_csv_file_is_read_and_the_ledgers_own_records(place: Path) -> None:
    (place / "ledger.yaml").write_text("记录: [{日期: 2020-04-20, 类别: 宣讲}]\n", encoding="utf-8")
    (place / "records").mkdir()
    (place / "records" / "宣传部.csv").write_text("类别,日期\n宣讲,2020-04-22\n", encoding="utf-8")
    store = open_store(place / "ledger.yaml")
    assert [each.date.day for each in store.entries()] == [20, 22]
    with pytest.raises(InputError) as caught:
        store.add([entry("04-22", "宣讲")])
    assert [each.code for each in caught.value.diagnostics] == ["BG720"]


def test_all_that_is_wrong_in_any_file(place: Path) -> None:
    (place / "records").mkdir()
    for name in "ab":
        (place / "records" / f"{name}.csv").write_text("日期,类别\n4月,宣讲\n", encoding="utf-8")
    for act in (lambda: list(open_store(place).entries()), lambda: open_store(place).add([entry("04-22")])):
        with pytest.raises(InputError) as caught:
            act()
        assert places(caught.value.diagnostics) == [("BG105", 2, 1)] * 2


def test_a_column_that_would_be_lost_is_refused(place: Path) -> None:
    (place / "records").mkdir()
    (place / "records" / "a.csv").write_text("日期,类别,联系人\n2020-04-22,宣讲,张某\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        list(open_store(place).entries())
    assert places(caught.value.diagnostics) == [("BG716", 1, 7)]


def test_a_record_stays_in_a_file_that_somebody_made(place: Path) -> None:
    (place / "records").mkdir()
    file = place / "records" / "宣传部.csv"
    file.write_text("类别,日期,编号\n宣讲,2020-04-22,A-1\n宣讲,2020-05-02,A-2\n", encoding="utf-8")
    store = open_store(place)
    store.change("A-1", lambda found: found._replace(date=entry("06-01").date))
    assert (
        file.read_text(encoding="utf-8")
        == HEADER + "A-2,2020-05-02,宣讲,,,,1,,,,,,\nA-1,2020-06-01,宣讲,,,,1,,,,,,\n"
    )
    assert [path.name for path in (place / "records").glob("*.csv")] == ["宣传部.csv"]


def test_a_record_of_the_ledgers_own_file_is_changed_there(place: Path) -> None:
    text = "记录:\n  - {日期: 2020-04-20, 类别: 宣讲}\n  - {日期: 2020-04-21, 类别: 宣讲, 编号: A-1}\n"
    (place / "ledger.yaml").write_text(text, encoding="utf-8")
    store = open_store(place)
    for act in (lambda: store.change("A-1", lambda found: found), lambda: store.remove(["A-1"])):
        with pytest.raises(InputError) as caught:
            act()
        assert places(caught.value.diagnostics) == [("BG737", 3, 1)]


def test_which_of_two_records_with_one_number(place: Path) -> None:
    (place / "records").mkdir()
    (place / "records" / "a.csv").write_text(
        "编号,类别,日期\nA,宣讲,2020-04-22\nA,宣讲,2020-05-02\n", encoding="utf-8"
    )
    with pytest.raises(InputError) as caught:
        open_store(place).remove(["A"])
    assert places(caught.value.diagnostics) == [("BG721", 3, 1)]


def test_a_lock_that_another_keeps(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    monkeypatch.setattr(module, "PATIENCE", 0.05)
    (place / "records").mkdir()
    with FileLock(place / "records" / ".lock"), pytest.raises(InputError) as caught, speak("zh"):
        open_store(place).add([entry("04-22")])
    assert "BG732 等了 0.05 秒，台账仍被他人占用" in str(caught.value)
    assert list((place / "records").glob("*.csv")) == []


def test_no_ledger(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "台账"):
        with pytest.raises(InputError) as caught:
            open_store(place)
        assert [each.code for each in caught.value.diagnostics] == ["BG731"]
