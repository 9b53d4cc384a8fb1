"""Figures from entries: sums, readings, units, parts, periods."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from briefgen.ledger.entry import Entry, entry_of, identity, new_id
from briefgen.ledger.figures import Figure, figures
from briefgen.ledger.tally import tally
from briefgen.model.campaign import LEVELS, Period
from briefgen.model.ledger import Metric, Record
from tests.ledger.builders import day, entry, ledger, metric

STORIES = [
    *(entry("05-06", "媒体发稿", level="国家", title=f"甲{n}") for n in range(11)),
    *(entry("05-13", "媒体发稿", level="省", title=f"乙{n}") for n in range(124)),
    *(entry("05-20", "媒体发稿", level="市", title=f"丙{n}") for n in range(85)),
    entry("05-20", "媒体发稿", level="区", amount=475),
]


def at(entries: list[Entry], one: Metric, *days: str) -> tuple[int, ...]:
    return tally(entries, [one], [day(each) for each in days])[one.name].whole


class TestSums:
    def test_of_counts_at_each_checkpoint(self) -> None:
        entries = [entry("04-21"), entry("04-28", amount=2), entry("05-05")]
        assert at(entries, metric(), "04-20", "04-21", "04-30", "05-05") == (0, 1, 3, 4)

    def test_entries_after_the_last_checkpoint_do_not_count(self) -> None:
        assert at([entry("05-06")], metric(), "05-05") == (0,)

    def test_of_audiences_and_of_records(self) -> None:
        entries = [entry("04-21", amount=2, audience=30), entry("04-22", audience=25)]
        assert at(entries, metric(value="audience"), "05-01") == (55,)
        assert at(entries, metric(value="records"), "05-01") == (2,)

    def test_only_the_kinds_forms_and_levels_asked_for(self) -> None:
        above = metric("市级以上发稿", kinds="媒体发稿", levels=["国家", "省", "市"])
        assert at(STORIES, above, "06-30") == (220,)
        online = metric("线上宣讲", kinds=["宣讲", "讲座"], forms="线上")
        entries = [
            entry("04-21", "宣讲", form="线上"),
            entry("04-21", "讲座", form="线上"),
            entry("04-21", "宣讲"),
        ]
        assert at(entries, online, "05-01") == (2,)

    def test_without_metrics_each_kind_is_one(self) -> None:
        totals = tally([entry("04-21"), entry("04-22", "宣讲", amount=3)], [], [day("05-01")])
        assert {name: each.whole for name, each in totals.items()} == {"学习研讨": (1,), "宣讲": (3,)}


class TestOthers:
    def test_the_latest_reading_of_each_series_stands(self) -> None:
        views = metric("播放量", accumulate="latest")
        entries = [
            entry("05-08", "播放量", title="甲", amount=100),
            entry("05-01", "播放量", title="甲", amount=40),
            entry("05-01", "播放量", title="乙", amount=7),
        ]
        assert at(entries, views, "05-01", "05-07", "05-08") == (47, 47, 107)

    def test_units_count_once(self) -> None:
        heard = metric("听取汇报", value="units")
        entries = [entry("05-01", "听取汇报", unit="甲"), entry("05-02", "听取汇报", unit="甲")]
        entries += [entry("05-02", "听取汇报", unit="乙"), entry("05-02", "听取汇报")]
        assert at(entries, heard, "05-01", "05-02") == (1, 2)


class TestFigures:
    def test_of_a_week(self) -> None:
        period = Period(start=day("05-11"), end=day("05-17"))
        found = figures(
            STORIES, ledger(metric("媒体发稿", by="level", unit="篇", wording="{n}余{unit}")), period
        )
        stories = found["媒体发稿"]
        assert stories.whole == Figure(total=135, current=124, previous=11)
        assert stories.whole.change == 113
        assert stories.of("省级") == Figure(124, 124, 0)
        assert stories.of("市") == Figure(0, 0, 0)
        assert stories.of("线上") is None
        assert list(stories.by("level")) == ["国家", "省"]
        assert stories.words == "130余篇"
        assert "媒体发稿" in found
        assert [each.metric.name for each in found] == ["媒体发稿"]


def test_parts_stand_from_the_top_down_or_by_size() -> None:
    period = Period(start=day("05-18"), end=day("05-24"))
    found = figures(STORIES, ledger(metric("媒体发稿", by=["level", "unit"])), period)
    assert list(found["媒体发稿"].by("level")) == ["国家", "省", "市", "区"]
    entries = [entry("05-20", unit="甲"), entry("05-20", unit="乙", amount=2), entry("05-20", unit="丙")]
    units = figures(entries, ledger(metric(by="unit")), period)["学习研讨"].by("unit")
    assert list(units) == ["乙", "丙", "甲"]


class TestIdentity:
    def test_of_the_same_thing_with_another_count(self) -> None:
        assert identity(entry("05-01", title="甲")) == identity(
            entry("05-01", title="甲", amount=2, note="补")
        )

    def test_a_number_of_its_own_once_given_stays(self) -> None:
        record = Record(date=day("05-01"), kind="宣讲")
        assert entry_of(record).id == new_id(entry_of(record))
        assert entry_of(record).id.startswith("20200501-")
        assert entry_of(record.model_copy(update={"id": "A-1"})).id == "A-1"


days = st.dates(dt.date(2020, 4, 9), dt.date(2020, 5, 9))
entries = st.builds(
    Entry, st.just(""), days, st.sampled_from(["甲", "乙"]), form=st.sampled_from(["", "线上"]),
    unit=st.sampled_from("子丑寅"), amount=st.integers(0, 9), level=st.sampled_from(["", *LEVELS]),
    records=st.just(1),
)  # fmt: skip


@given(st.lists(entries, max_size=40), st.lists(days, min_size=1, max_size=4, unique=True), st.randoms())
def test_a_sum_is_that_of_the_entries_in_any_order(
    found: list[Entry], points: list[dt.date], random: Any
) -> None:
    points.sort()
    one = metric("甲", by=["level", "form"], levels=["省", "市"])
    totals = tally(found, [one], points)["甲"]
    meant = [each for each in found if each.kind == "甲" and each.level in ("省", "市")]
    assert totals.whole == tuple(sum(each.amount for each in meant if each.date <= last) for last in points)
    levels = [totals.of(("level", level)) for level in ("省", "市")]
    assert tuple(map(sum, zip(*levels, strict=True))) == totals.whole
    random.shuffle(found)
    assert tally(found, [one], points)["甲"] == totals


@given(st.lists(entries, max_size=40), st.lists(days, min_size=1, max_size=4, unique=True))
def test_metrics_that_tell_other_things_apart_do_not_meet(found: list[Entry], points: list[dt.date]) -> None:
    points.sort()
    metrics = [
        metric("甲"), metric("线上", kinds=["甲", "乙"], forms="线上"), metric("单位", kinds="乙", value="units"),
        metric("条数", kinds=["甲", "乙"], value="records", by="unit"), metric("读数", kinds="乙", accumulate="latest"),
    ]  # fmt: skip
    assert tally(found, metrics, points) == {
        name: each for one in metrics for name, each in tally(found, [one], points).items()
    }
    kinds = [each for each in found if each.date <= points[-1]]
    assert tally(found, metrics, points)["条数"].whole[-1] == len(kinds)
    assert tally(found, metrics, points)["单位"].whole[-1] == len({x.unit for x in kinds if x.kind == "乙"})
