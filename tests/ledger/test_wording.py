"""Figures in words never say more than there is."""

from __future__ import annotations

import pytest

from briefgen.ledger.wording import worded
from tests.ledger.builders import metric


@pytest.mark.parametrize(
    ("value", "wording", "step", "words"),
    [
        (475, "{n}{unit}", None, "475篇"),
        (356, "{n}余{unit}", None, "350余篇"),
        (350, "{n}余{unit}", None, "350篇"),
        (356, "{n}+", None, "350+"),
        (23, "{n}多{unit}", None, "20多篇"),
        (7, "{n}余{unit}", None, "7篇"),
        (0, "{n}余{unit}", None, "0篇"),
        (8123, "{n}余{unit}", 1000, "8000余篇"),
        (8123, "{n}余{unit}", None, "8100余篇"),
        (680, "{n}余{unit}", 1000, "680篇"),
        (703_210, "{n}万+", None, "70万+"),
        (703_210, "{n}万余{unit}", None, "70万余篇"),
        (700_000, "{n}万+", None, "70万"),
        (705_000, "{n}万{unit}", 1000, "70.5万篇"),
        (753_210, "{n}万+", None, "75万+"),
        (9_999, "{n}万+", None, "9999"),
        (1_230_000_000, "{n}亿{unit}以上", None, "12亿篇以上"),
        (2_000, "{n}{unit}以上", 1000, "2000篇"),
        (2_010, "{n}{unit}以上", 1000, "2000篇以上"),
        (600, "投入{n}{unit}", None, "投入600篇"),
    ],
)
def test_wording(value: int, wording: str, step: int | None, words: str) -> None:
    assert worded(value, metric(wording=wording, step=step, unit="篇")) == words
