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


class TestChanging:
    def test_what_was_and_what_is(self, place: Path) -> None:
        store = open_store(place)
        store.add(ENTRIES)
        before, after = store.change(ENTRIES[1].id, lambda entry: entry._replace(amount=7, note=""))
        assert (bare(before), bare(after)) == (bare(ENTRIES[1]), bare(ENTRIES[1])._replace(amount=7, note=""))
        expected = {bare(each).id: bare(each) for each in ENTRIES} | {after.id: bare(after)}
        assert {each.id: bare(each) for each in open_store(place).entries()} == expected

    def test_it_may_become_another_thing_on_another_day(self, place: Path) -> None:
        store = open_store(place)
        store.add(ENTRIES[:3])
        store.change(ENTRIES[0].id, lambda entry: entry._replace(id="A-1", date=day("06-01"), title="新"))
        assert [(each.id, each.date, each.title) for each in store.entries()][-1] == (
            "A-1",
            day("06-01"),
            "新",
        )
        assert len(list(store.entries())) == 3
        store.add([ENTRIES[0]])  # nothing of what it was is left
        store.remove(["A-1"])
        assert [each.id for each in store.entries() if each.id == "A-1"] == []

    def test_what_is_there_already(self, place: Path) -> None:
        store = open_store(place)
        store.add(ENTRIES[:3])
        for other in (ENTRIES[2], ENTRIES[2]._replace(id="new")):
            with pytest.raises(InputError) as caught:
                store.change(ENTRIES[0].id, lambda _, other=other: other)
            assert codes(caught.value) == ["BG720"]
        with pytest.raises(InputError) as caught:
            store.change(ENTRIES[0].id, lambda entry: entry._replace(id=ENTRIES[2].id))
        assert codes(caught.value) == ["BG721"]
        assert sorted(map(bare, store.entries())) == sorted(map(bare, ENTRIES[:3]))

    def test_a_number_that_nothing_has(self, place: Path) -> None:
        store = open_store(place)
        store.add(ENTRIES[:1])
        for act in (lambda: store.change("no", lambda entry: entry), lambda: store.remove(["no"])):
            with pytest.raises(InputError) as caught:
                act()
            assert codes(caught.value) == ["BG736"]


class TestRemoving:
    def test_all_or_none(self, place: Path) -> None:
        store = open_store(place)
        store.add(ENTRIES)
        with pytest.raises(InputError) as caught:
            store.remove([ENTRIES[0].id, "no", "nor this"])
        assert codes(caught.value) == ["BG736", "BG736"]
        assert len(list(store.entries())) == len(ENTRIES)

    def test_what_was_removed_comes_back_in_the_order_asked(self, place: Path) -> None:
        store = open_store(place)
        store.add(ENTRIES)
        found = store.remove([ENTRIES[5].id, ENTRIES[0].id, ENTRIES[5].id])
        assert list(map(bare, found)) == [bare(ENTRIES[5]), bare(ENTRIES[0])]
        left = {each.id for each in ENTRIES} - {each.id for each in found}
        assert {each.id for each in open_store(place).entries()} == left

    def test_a_month_may_become_empty(self, place: Path) -> None:
        store = open_store(place)
        store.add(ENTRIES[:1])
        store.remove([ENTRIES[0].id])
        assert list(store.entries()) == []
        store.add(ENTRIES[:1])
        assert len(list(store.entries())) == 1


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


def at_once(script: str, *calls: list[str]) -> None:
    """Run `script` with the arguments of each of `calls`, all beginning at the same time, none of them failing."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", script, *call], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for call in calls
    ]
    for each in running:
        assert each.stdin is not None
        each.stdin.write("now\n")
        each.stdin.flush()
    assert [each.communicate(timeout=120)[1] for each in running] == [""] * len(calls)


def test_nothing_is_lost_when_several_add_at_once(place: Path) -> None:
    """Four processes add records of their own, and one that all of them know of, to an empty ledger."""
    number, people = 4, "甲乙丙丁"
    at_once(ADDER, *([str(place), who, str(number)] for who in people))
    found = list(open_store(place).entries())
    expected = {(who, f"第{n}讲") for who in people for n in range(number)}
    expected |= {("", f"同一次{n}") for n in range(number)}
    assert {(each.unit, each.title) for each in found} == expected
    assert len(found) == len(expected)


CHANGER = """\
import sys
from briefgen.ledger.entry import Entry
from briefgen.store import open_store

place, field, number, doomed = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]

def one_more(entry: Entry) -> Entry:
    return entry._replace(**{field: getattr(entry, field) + 1})

sys.stdin.readline()  # all begin at once
for _ in range(number):
    open_store(place).change("shared", one_more)
open_store(place).remove([doomed])
"""


def test_no_change_is_lost_when_several_change_and_remove_at_once(place: Path) -> None:
    """Four processes count up in one record, two of them the same field, and remove a record each."""
    fields = ["amount", "audience", "amount", "audience"]
    doomed = [entry("04-22", title=f"第{n}条")._replace(id=f"doomed-{n}") for n in range(len(fields))]
    kept = entry("05-20", title="留")._replace(id="kept")
    open_store(place).add([entry("04-21", amount=0)._replace(id="shared"), *doomed, kept])
    at_once(CHANGER, *([str(place), field, "4", gone.id] for field, gone in zip(fields, doomed, strict=True)))
    found = {each.id: each for each in open_store(place).entries()}
    assert set(found) == {"shared", "kept"}
    assert (found["shared"].amount, found["shared"].audience) == (8, 8)


def test_records_by_way_of_the_model(place: Path) -> None:
    record = Record(date=dt.date(2020, 4, 21), kind="宣讲")
    store = open_store(place)
    store.add([entry_of(record)])
    (found,) = store.entries()
    assert bare(found) == entry_of(record)
