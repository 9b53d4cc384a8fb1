"""Entries and metrics for tests, from as few words as each needs."""

from __future__ import annotations

import datetime as dt
from typing import Any

from briefgen.ledger.entry import Entry, new_id
from briefgen.model.ledger import Ledger, Metric


def day(text: str) -> dt.date:
    """Return the day of 2020 that `04-21` names."""
    return dt.date.fromisoformat(f"2020-{text}")


def entry(date: str, kind: str = "学习研讨", **fields: Any) -> Entry:
    made = Entry("", day(date), kind, **fields)
    return made._replace(id=new_id(made))


def metric(name: str = "学习研讨", **fields: Any) -> Metric:
    return Metric.model_validate({"name": name, **fields})


def ledger(*metrics: Metric, **fields: Any) -> Ledger:
    return Ledger(metrics=list(metrics), **fields)
