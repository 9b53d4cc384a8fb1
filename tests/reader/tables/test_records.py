"""Records of a ledger: the quick way and the long way agree; every mistake stands at its cell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import InputError
from briefgen.ledger.entry import Entry, entry_of
from briefgen.model.ledger import Record
from briefgen.reader.file import SIZE_LIMIT
from briefgen.reader.tables import records
from briefgen.reader.tables.formulas import harmless, plain
from briefgen.reader.tables.records import read_records
from tests.reader.briefings import places
from tests.reader.tables.books import written

HEAD = "编号,日期,类别,形式,单位,地点,数量,受众,级别,标题,来源,链接,备注\n"
ROW = "20200421-a,2020-04-21,学习研讨,,宣传部,,1,30,区,专题学习,,,\n"


def read(text: str, *, strict: bool = False) -> list[Entry]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.csv")
        path.write_text(text, encoding="utf-8")
        return [entry._replace(file="a.csv") for entry in read_records(path, strict=strict)]


def refused(text: str, *, strict: bool = False) -> list[tuple[str, int, int]]:
    with pytest.raises(InputError) as caught:
        read(text, strict=strict)
    return places(caught.value.diagnostics)


class TestSound:
    def test_a_row(self) -> None:
        (entry,) = read(HEAD + ROW)
        assert (entry.id, entry.date, entry.kind, entry.amount) == (
            "20200421-a", dt.date(2020, 4, 21), "学习研讨", 1,
        )  # fmt: skip
        assert (entry.audience, entry.level, entry.title, entry.line) == (30, "区", "专题学习", 2)

    def test_other_columns_in_another_order(self) -> None:
        (entry,) = read("类别,日期,联系人,title,#私\n宣讲,2020/4/9,张某,进村屯,不计\n")
        assert (entry.kind, entry.date, entry.title, entry.amount) == (
            "宣讲",
            dt.date(2020, 4, 9),
            "进村屯",
            1,
        )
        assert entry.id.startswith("20200409-")

    def test_empty_rows_and_cells_of_two_lines(self) -> None:
        entries = read(HEAD + ",,,,,,,,,,,,\n\n" + ROW.replace("专题学习", '"专题\n学习"') + ROW)
        assert [(entry.title, entry.line) for entry in entries] == [("专题 学习", 4), ("专题学习", 6)]

    def test_quoted_and_escaped_cells(self) -> None:
        quoted, escaped = read(
            HEAD + ROW.replace("专题学习", '"甲,""乙"""') + ROW.replace("专题学习", "'=1+1")
        )
        assert (quoted.title, escaped.title) == ('甲,"乙"', "=1+1")

    def test_a_workbook(self, tmp_path: Path) -> None:
        rows = [
            ["日期", "类别", "数量"],
            [dt.datetime(2020, 4, 21), "宣讲", 2],
            ["2020年4月22日", "宣讲", "3"],
        ]
        entries = read_records(written(tmp_path / "a.xlsx", rows))
        assert [(entry.date.day, entry.amount) for entry in entries] == [(21, 2), (22, 3)]
        assert str(entries[1].position).endswith("a.xlsx!Sheet1!A3")


class TestMistakes:
    def test_stand_at_their_cells_all_at_once(self) -> None:
        rows = "a,2020-02-30,宣讲,,,,1,,,,,,\nb,2020-04-21,,,,,x,,省级,,,,\nc d,2020-04-21,宣讲,,,,,-1,,,,,\n"
        assert refused(HEAD + rows) == [
            ("BG105", 2, 3), ("BG101", 3, 1), ("BG103", 3, 18), ("BG106", 3, 21),
            ("BG109", 4, 1), ("BG109", 4, 23),
        ]  # fmt: skip

    def test_no_header_and_a_column_that_is_not_known(self) -> None:
        assert refused("a,b\n1,2\n") == [("BG716", 1, 1), ("BG716", 1, 3)]
        assert refused("日期,单位\n2020-04-21,甲\n") == [("BG715", 1, 1)]

    def test_strictly_no_column_is_left_out(self) -> None:
        assert refused("日期,类别,联系人\n", strict=True) == [("BG716", 1, 7)]

    def test_more_cells_than_columns(self) -> None:
        assert refused("日期,类别\n2020-04-21,宣讲,多\n") == [("BG716", 2, 15)]

    def test_quotes_that_do_not_match(self) -> None:
        assert refused('日期,类别\n2020-04-21,"宣讲\n') == [("BG714", 2, 12)]

    def test_no_more_than_anyone_reads(self) -> None:
        found = refused("日期,类别\n" + "x,宣讲\n" * 3000)
        assert len(found) == 1001
        assert found[-1][0] == "BG014"


texts = st.text(st.sampled_from("甲乙a1'=+- ，\u3000"), max_size=4)
cells = st.tuples(
    st.sampled_from(["a-1", "", "-", "20200421-ab"]),
    st.sampled_from(["2020-04-21", "2020/4/9", "2020-02-30", "", "20200421", "2020-4-9"]),
    texts, texts, texts, texts,
    st.sampled_from(["1", "", "007", "-1", "+1", "1.5", "１", " 2", "9" * 15, "1" + "0" * 15]),
    st.sampled_from(["", "30", "x"]), st.sampled_from(["", "省", "省级"]), texts, texts, texts, texts,
)  # fmt: skip


@given(st.lists(cells, min_size=1, max_size=3))
def test_the_quick_way_takes_nothing_that_the_long_way_does_not(rows: list[tuple[str, ...]]) -> None:
    text = HEAD + "".join(",".join(row) + "\n" for row in rows)

    def outcome() -> object:
        try:
            return read(text)
        except InputError as error:
            return [(each.code, each.position and each.position.line) for each in error.diagnostics]

    quickly = outcome()
    with mock.patch.object(records._Reader, "_quick", return_value=None):
        assert outcome() == quickly


@given(st.text(st.sampled_from("'=+-@\ta甲"), max_size=5))
def test_no_formula_is_written_and_every_text_comes_back(text: str) -> None:
    assert harmless(text)[:1] not in tuple("=+-@\t\r")
    assert plain(harmless(text)) == text


def test_a_table_may_be_larger_than_a_briefing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    note = "备" * 450
    path.write_text(
        "日期,类别,标题,备注\n" + "".join(f"2020-05-06,宣讲,第{n}讲,{note}\n" for n in range(15_000)), "utf-8"
    )
    assert path.stat().st_size > SIZE_LIMIT
    found = read_records(path)
    assert (len(found), found[-1].title) == (15_000, "第14999讲")
    assert found[0] == entry_of(
        Record(date=found[0].date, kind="宣讲", title="第0讲", note=note), found[0].position
    )
