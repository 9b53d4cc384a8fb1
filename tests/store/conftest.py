"""Stores of every kind, empty: a folder, SQLite, and PostgreSQL where `scripts/postgresql` has started one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

ADDRESS = os.environ.get("BRIEFGEN_TEST_POSTGRESQL", "")
METRICS = """\
指标:
  - {名称: 学习研讨, 计量单位: 场}
  - {名称: 媒体发稿, 计量单位: 篇, 分项: 级别}
  - {名称: 市级以上发稿, 类别: 媒体发稿, 级别: [国家, 省, 市], 计量单位: 篇}
  - {名称: 线上宣讲, 类别: 宣讲, 形式: 线上, 取值: 受众, 分项: [形式, 单位]}
  - {名称: 汇报部门, 类别: 听取汇报, 取值: 单位数}
  - {名称: 播放量, 计法: 取最新}
"""


@pytest.fixture
def postgresql() -> Iterator[str]:
    """Return the address of an empty database."""
    if not ADDRESS:
        pytest.skip("PostgreSQL is not running: scripts/postgresql starts it (Debian: postgresql)")
    from sqlalchemy import create_engine, make_url, text

    name = f"test_{os.getpid()}"
    url = make_url(ADDRESS).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(ADDRESS).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["folder", "sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the folder of a ledger that keeps its records as the parameter says."""
    addresses = {"folder": "", "sqlite": "sqlite:///records.db"}
    kind: str = request.param
    address = addresses[kind] if kind in addresses else request.getfixturevalue("postgresql")
    folder = tmp_path / "台账"
    folder.mkdir()
    text = METRICS + (f"数据库: {address}\n" if address else "")
    (folder / "ledger.yaml").write_text(text, encoding="utf-8")
    return folder
