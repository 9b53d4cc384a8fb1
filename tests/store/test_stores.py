"""What every store does, be it files, SQLite or PostgreSQL."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.errors import InputError
from briefgen.ledger.entry import Entry, entry_of
from briefgen.ledger.figures import figures
from briefgen.ledger.selection import Selection
from briefgen.ledger.tally import tally
from briefgen.model.campaign import Period
from briefgen.model.ledger import Record
from briefgen.store import open_store
from tests.ledger.builders import day, entry

ENTRIES = [
    entry(
        "05-20", "媒体发稿", level="省", title="=甲", source="吉林日报", unit="宣传部", link="https://a/b?c=1"
    ),
    entry("04-21", amount=2, title="'专题", note="“第一”,\n次"),
    entry("05-20", "媒体发稿", level="区", title="乙", amount=30),
    entry("05-06", "宣讲", form="线上", unit="党校", audience=800, place="江源区"),
    entry("05-06", "宣讲", form="服务", unit="党校", audience=70),
    entry("05-13", "宣讲", form="线上", unit="团委", audience=30),
    entry("05-13", "听取汇报", unit="发改局"),
    entry("05-14", "听取汇报", unit="发改局"),
    entry("05-13", "播放量", title="短视频一", amount=100),
    entry("05-20", "播放量", title="短视频一", amount=300),
]


def bare(found: Entry) -> Entry:
    """Return `found` less its place, a text of several lines as one."""
    return found._replace(file="", line=0, sheet="", note=found.note.replace("\n", " "))


def codes(error: InputError) -> list[str]:
    return [each.code for each in error.diagnostics]


def test_what_is_added_comes_back_in_order(place: Path) -> None:
    store = open_store(place)
    assert store.ledger.metrics[0].name == "学习研讨"
    done = store.add(ENTRIES)
    assert (done.added, done.known) == (tuple(ENTRIES), ())
    in_order = sorted(map(bare, ENTRIES), key=lambda each: (each.date, each.id))
    assert list(map(bare, open_store(place).entries())) == in_order


def test_a_selection(place: Path) -> None:
    store = open_store(place)
    store.add(ENTRIES)

    def titles(**fields: object) -> list[str]:
        return sorted(each.title for each in store.entries(Selection(**fields)))  # type: ignore[arg-type]

    assert titles(kinds=("媒体发稿",)) == ["=甲", "乙"]
    assert titles(kinds=("媒体发稿",), levels=("省",)) == ["=甲"]
    assert titles(units=("宣传部",)) == ["=甲"]
    assert titles(until=day("04-21")) == ["'专题"]
    assert titles(since=day("05-20"), until=day("05-20")) == ["=甲", "乙", "短视频一"]


def test_the_figures_are_those_of_the_entries(place: Path) -> None:
    store = open_store(place)
    store.add(ENTRIES)
    period = Period(start=day("05-11"), end=day("05-17"))
    metrics = store.ledger.metrics
    found = figures(store.for_tally(metrics, period.end), store.ledger, period)
    assert {each.metric.name: (each.whole.total, each.whole.current) for each in found} == {
        "学习研讨": (2, 0), "媒体发稿": (0, 0), "市级以上发稿": (0, 0), "线上宣讲": (830, 30), "汇报部门": (1, 1),
        "播放量": (100, 100),
    }  # fmt: skip
    for last in (day("05-06"), day("05-20"), day("06-30")):
        assert tally(store.for_tally(metrics, last), metrics, [last]) == tally(ENTRIES, metrics, [last])
        assert tally(store.for_tally([], last), [], [last]) == tally(ENTRIES, [], [last])
    whole = {type(number) for each in store.for_tally(metrics, period.end) for number in each if number != ""}
    assert whole == {int, str, dt.date}  # PostgreSQL would give decimals, which no JSON takes


class TestDoubles:
    def test_none_is_added_if_one_is_there_already(self, place: Path) -> None:
        store = open_store(place)
        store.add(ENTRIES[:2])
        with pytest.raises(InputError) as caught:
            store.add([ENTRIES[2], ENTRIES[1]._replace(id="other", amount=9)])
        assert codes(caught.value) == ["BG720"]
        assert len(list(store.entries())) == 2

    def test_a_number_that_is_taken(self, place: Path) -> None:
        store = open_store(place)
        store.add(ENTRIES[:1])
        with pytest.raises(InputError) as caught:
            store.add([ENTRIES[1]._replace(id=ENTRIES[0].id)])
        assert codes(caught.value) == ["BG721"]

    def test_the_same_twice_at_once(self, place: Path) -> None:
        with pytest.raises(InputError) as caught:
            open_store(place).add([ENTRIES[0], ENTRIES[0]])
        assert codes(caught.value) == ["BG720"]

    def test_what_is_known_may_be_left_out(self, place: Path) -> None:
        store = open_store(place)
        store.add(ENTRIES[:2])
        done = store.add(ENTRIES[:4], skip_known=True)
        assert (done.added, done.known) == (tuple(ENTRIES[2:4]), tuple(ENTRIES[:2]))
        assert len(list(store.entries())) == 4
        assert store.add(ENTRIES[:4], skip_known=True).added == ()


ADDER = """\
import datetime as dt, sys
from pathlib import Path
from briefgen.ledger.entry import entry_of
from briefgen.model.ledger import Record
from briefgen.store import open_store

place, who, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
sys.stdin.readline()  # all begin at once
for n in range(number):
    day = dt.date(2020, 4 + n % 3, 9)
    open_store(place).add([entry_of(Record(date=day, kind="宣讲", unit=who, title=f"第{n}讲"))])
    open_store(place).add([entry_of(Record(date=day, kind="学习研讨", title=f"同一次{n}"))], skip_known=True)
"""


def test_nothing_is_lost_when_several_add_at_once(place: Path) -> None:
    """Four processes add records of their own, and one that all of them know of, to an empty ledger."""
    number, people = 4, "甲乙丙丁"
    adders = [
        subprocess.Popen(
            [sys.executable, "-c", ADDER, str(place), who, str(number)],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for who in people
    ]
    for each in adders:
        assert each.stdin is not None
        each.stdin.write("now\n")
        each.stdin.flush()
    assert [each.communicate(timeout=120)[1] for each in adders] == [""] * len(people)
    found = list(open_store(place).entries())
    expected = {(who, f"第{n}讲") for who in people for n in range(number)}
    expected |= {("", f"同一次{n}") for n in range(number)}
    assert {(each.unit, each.title) for each in found} == expected
    assert len(found) == len(expected)


def test_records_by_way_of_the_model(place: Path) -> None:
    record = Record(date=dt.date(2020, 4, 21), kind="宣讲")
    store = open_store(place)
    store.add([entry_of(record)])
    (found,) = store.entries()
    assert bare(found) == entry_of(record)
