"""The models of a campaign office: every field has a Chinese name of its own; what a value may be."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from briefgen.model import campaign, follow_up, ledger, meeting, plan, submission
from briefgen.model.base import Model, chinese_names

MODULES = (campaign, plan, ledger, meeting, submission, follow_up)
MODELS = [
    each
    for module in MODULES
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, Model) and each.__module__ == module.__name__
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_a_chinese_name_of_its_own_and_a_description(model: type[Model]) -> None:
    names = chinese_names(model)
    assert sorted(names.values()) == sorted(model.model_fields)
    assert not set(names) & set(model.model_fields)
    assert all(field.description for field in model.model_fields.values())


def test_a_period_does_not_end_before_it_starts() -> None:
    day = dt.date(2020, 4, 9)
    assert campaign.Period(start=day, end=day).end == day
    with pytest.raises(ValidationError, match="is before"):
        campaign.Period(start=day, end=dt.date(2020, 4, 8))


def test_words_of_the_office() -> None:
    task = plan.Measure.model_validate({"内容": "学习", "牵头单位": "宣传部", "状态": "已完成"})
    assert task == plan.Measure(title="学习", lead=["宣传部"], status=plan.Status.DONE)
    metric = ledger.Metric.model_validate(
        {"名称": "播放量", "取值": "受众", "计法": "取最新", "分项": ["级别"]}
    )
    assert (metric.value, metric.accumulate, metric.by) == ("audience", "latest", ["level"])


def test_counts_are_whole_and_not_below_nothing() -> None:
    for wrong in (-1, 1.5, "十"):
        with pytest.raises(ValidationError):
            ledger.Record(date=dt.date(2020, 4, 9), kind="宣讲", count=wrong)  # type: ignore[arg-type]
