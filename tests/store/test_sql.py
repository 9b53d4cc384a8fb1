"""Databases: the table and its changes, versions, addresses that lead nowhere."""

from __future__ import annotations

import builtins
import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, make_url, text

from briefgen.errors import InputError
from briefgen.messages import speak
from briefgen.store import open_store
from briefgen.store.sql.schema import REVISION, metadata
from briefgen.store.sql.upgrade import MIGRATIONS, VERSIONS
from tests.ledger.builders import day, entry


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    kind: str = request.param
    return f"sqlite:///{tmp_path}/records.db" if kind == "sqlite" else request.getfixturevalue("postgresql")


def engine_of(address: str) -> Any:
    return create_engine(make_url(address.replace("postgresql:", "postgresql+psycopg:")))


def refused(act: Any) -> tuple[str, str]:
    with pytest.raises(InputError) as caught, speak("zh"):
        act()
    (found,) = caught.value.diagnostics
    return found.code, str(caught.value)


def test_the_changes_make_the_table_that_we_know(address: str) -> None:
    open_store(address).add([entry("04-21")])
    engine = engine_of(address)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSIONS})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == REVISION
    engine.dispose()
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == REVISION


def test_a_bare_database_counts_each_kind(address: str) -> None:
    store = open_store(address)
    store.add([entry("04-21"), entry("04-21", "宣讲", amount=3)])
    grouped = {each.kind: each.amount for each in store.for_tally([], day("05-01"))}
    assert grouped == {"学习研讨": 1, "宣讲": 3}
    assert store.ledger.metrics == []


def test_those_that_are_alike_come_as_one(address: str) -> None:
    store = open_store(address)
    store.add([entry("04-21", title=f"第{n}次", audience=10) for n in range(30)])
    (grouped,) = store.for_tally([], dt.date(2020, 5, 1))
    assert (grouped.amount, grouped.audience, grouped.records) == (30, 300, 30)


def test_a_database_without_a_ledger(address: str) -> None:
    code, said = refused(lambda: list(open_store(address).entries()))
    assert code == "BG731"
    assert "没有台账：" in said


@pytest.mark.parametrize("version", ["0000", "9999"])
def test_another_version(address: str, version: str) -> None:
    store = open_store(address)
    store.add([entry("04-21")])
    engine = engine_of(address)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSIONS} SET version_num = '{version}'"))
    engine.dispose()
    assert refused(lambda: list(store.entries()))[0] == "BG735"
    if version > REVISION:
        assert refused(lambda: store.add([entry("04-22")]))[0] == "BG735"


def test_addresses_that_lead_nowhere(tmp_path: Path) -> None:
    assert refused(lambda: open_store("oraql://a/b"))[0] == "BG734"
    assert refused(lambda: list(open_store(f"sqlite:///{tmp_path}/no/a.db").entries()))[0] == "BG734"
    code, said = refused(lambda: list(open_store("postgresql://me:secret@127.0.0.1:1/a").entries()))
    assert code == "BG734"
    assert "secret" not in said


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "sqlalchemy":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest, **more)

    for name in [name for name in sys.modules if name.startswith("briefgen.store.sql")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", missing)
    code, said = refused(lambda: open_store("sqlite:///a.db"))
    assert code == "BG733"
    assert "briefgen[db]" in said


def test_without_the_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pymysql", None)
    assert refused(lambda: open_store("mysql+pymysql://a/b"))[0] == "BG733"
