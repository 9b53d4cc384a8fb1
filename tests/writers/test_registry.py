from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import briefgen
from briefgen.doctree.nodes import Metadata
from briefgen.messages import render
from briefgen.writers import WRITERS, format_of, timestamp_of


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.mark.parametrize("name", WRITERS)
def test_a_suffix_names_a_writer_in_any_case(name: str) -> None:
    assert format_of(Path(f"a.b.{name.upper()}")) == name


def test_no_suffix_names_none() -> None:
    assert format_of(Path("pdf")) == ""


class TestTimestamp:
    def test_is_midnight_of_the_issue(self) -> None:
        metadata = Metadata("", "", date=dt.date(2020, 7, 3))
        assert timestamp_of(metadata) == dt.datetime(2020, 7, 3, tzinfo=dt.UTC)

    def test_without_a_date_is_fixed(self) -> None:
        assert timestamp_of(Metadata("", "")) == dt.datetime(1980, 1, 1, tzinfo=dt.UTC)

    def test_of_the_environment_comes_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
        metadata = Metadata("", "", date=dt.date(2020, 7, 3))
        assert timestamp_of(metadata) == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

    @pytest.mark.parametrize("value", ["yesterday", "1.5", "9" * 30, "-1"])
    def test_of_the_environment_must_be_one(self, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
        with pytest.raises(briefgen.InputError) as caught:
            timestamp_of(Metadata("", ""))
        assert [found.code for found in caught.value.diagnostics] == ["BG605"]
        assert value[:9] in render(caught.value.diagnostics[0])
