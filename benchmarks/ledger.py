"""The ledger at size: a campaign office with 100,000 records, kept in a folder of files, in SQLite and in PostgreSQL.

`scripts/postgresql .venv/bin/python -m benchmarks.ledger` makes the offices from a fixed seed in a temporary folder,
runs each command of the office as a process of its own, in interleaved rounds, and prints the table. Beside every
office stands one with a hundredth of the records: the ratio of the two says what the records cost, whatever else the
machine does. Seconds are those of the processor, of our process only; of PostgreSQL's work the clock tells.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from msgspec import Struct

SMALL = 100  # the small office has this part of the records
START = dt.date(2020, 1, 6)
DAYS = 364
WEEK = "2020-W52"
UNITS = (
    *("区委办", "区政府办", "组织部", "宣传部", "统战部", "政法委", "教育局", "商务局", "文旅局", "民政局"),
    *("团委", "妇联"),
)
HEAD = ("日期", "类别", "形式", "单位", "数量", "受众", "级别", "标题", "来源")
POSTGRESQL = "BRIEFGEN_TEST_POSTGRESQL"  # the variable that scripts/postgresql sets
CAMPAIGN = """\
名称: 教育实践活动
起止: {开始: 2020-01-06, 结束: 2020-12-31}
主办单位: 区委
牵头单位: 区委宣传部
台账: ledger
周报: {数据: {文字: "{{截至}}，开展学习研讨{{学习研讨}}、宣讲{{宣讲}}，媒体发稿{{媒体发稿}}。"}}
"""
LEDGER = """\
指标:
  - {名称: 学习研讨, 计量单位: 次}
  - {名称: 宣讲, 计量单位: 场, 分项: 形式, 措辞: "{n}余{unit}"}
  - {名称: 宣讲受众, 类别: 宣讲, 取值: 受众, 计量单位: 人次, 措辞: "{n}余{unit}"}
  - {名称: 媒体发稿, 计量单位: 篇, 分项: 级别}
  - {名称: 市级以上发稿, 类别: 媒体发稿, 级别: [国家, 省, 市], 计量单位: 篇, 分项: 级别}
  - {名称: 汇报部门, 类别: 听取汇报, 取值: 单位数, 计量单位: 个}
  - {名称: 短视频播放量, 类别: 短视频播放, 取值: 受众, 计法: 取最新, 计量单位: 次, 措辞: "{n}万+{unit}"}
"""
ARTICLE = """\
---
标题: 全区召开推进会
日期: 2020-12-23
---

{{截至}}，全区开展宣讲{{宣讲}}，其中线上{{宣讲.线上.累计}}场，省级媒体发稿{{媒体发稿.省级.累计}}篇。
"""


class Office(Struct, frozen=True):
    """A campaign in a folder: where its ledger is kept, and whether it is the small one."""

    store: str
    small: bool
    folder: Path


class Sample(Struct, frozen=True):
    """A command run once: seconds of its processor and of the clock, megabytes at its peak."""

    command: str
    office: Office
    processor: float
    clock: float
    megabytes: float


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser("python -m benchmarks.ledger", description="a ledger of many records")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5, help="interleaved rounds (5)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefgen-ledger-") as folder:
        offices = list(_offices(Path(folder), options.records))
        samples = [
            sample
            for number in range(options.rounds)
            for name, words in _commands(number)
            for office in offices
            if (sample := _run(name, words, office))
        ]
    sys.stdout.write(_table(samples, options.records))


def _offices(folder: Path, records: int) -> Iterator[Office]:
    """Yield every office, its records imported."""
    addresses = {"files": "", "SQLite": "sqlite:///records.db", "PostgreSQL": os.environ.get(POSTGRESQL, "")}
    for store, address in addresses.items():
        if store == "PostgreSQL" and not address:
            sys.stderr.write(f"no PostgreSQL: {POSTGRESQL} is not set\n")
            continue
        for number in (records // SMALL, records):
            office = Office(store, number < records, folder / f"{store}-{number}")
            _say(f"{store}: importing {number} records")
            with _database(address, number) as where:
                _write(office.folder, number, where)
            _briefgen(("ledger", "import", "ledger", "records.csv"), office.folder)
            yield office


@contextmanager
def _database(address: str, number: int) -> Iterator[str]:
    """Make a database of its own for the office of `number` records; it is gone with the server."""
    if not address.startswith("postgresql"):
        yield address
        return
    from sqlalchemy import create_engine, make_url, text

    name = f"ledger_{number}"
    url = make_url(address).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    yield make_url(address).set(database=name).render_as_string(hide_password=False)


def _write(folder: Path, number: int, address: str) -> None:
    for each in ("ledger", "articles"):
        (folder / each).mkdir(parents=True)
    (folder / "campaign.yaml").write_text(CAMPAIGN, "utf-8")
    text = LEDGER + (f"数据库: {address}\n" if address else "")
    (folder / "ledger" / "ledger.yaml").write_text(text, "utf-8")
    (folder / "articles" / "2020-12-23.md").write_text(ARTICLE, "utf-8")
    with (folder / "records.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(HEAD)
        rows.writerows(_rows(number))


def _rows(number: int) -> Iterator[tuple[object, ...]]:
    """Yield `number` records over a year of what 144 units of a province do, no two the same."""
    chance = random.Random(number)
    units = [f"{name}{kind}" for name in "江白临抚长靖东西南北中高" for kind in UNITS]
    kinds = ("学习研讨", "宣讲", "媒体发稿", "听取汇报", "短视频播放")
    for n in range(number):
        date = START + dt.timedelta(days=n * DAYS // number)
        kind = chance.choices(kinds, (20, 30, 40, 5, 5))[0]
        unit = chance.choice(units)
        form = chance.choice(("线上", "服务", "科普")) if kind == "宣讲" else ""
        level = chance.choice(("国家", "省", "市", "区", "区")) if kind == "媒体发稿" else ""
        source = chance.choice(("日报", "晚报", "新闻网")) if level else ""
        audience = {"宣讲": chance.randint(20, 300), "短视频播放": 50 * n}.get(kind, "")
        title = f"短视频{n % 40}" if kind == "短视频播放" else f"{unit}{kind}第{n}号"
        if kind == "短视频播放":
            unit = f"第{n}站"
        yield date, kind, form, unit, chance.randint(1, 3), audience, level, title, source


def _commands(number: int) -> list[tuple[str, tuple[str, ...]]]:
    """Return the commands of a round; what one changes must not change the next round."""
    weekly = ("weekly", "campaign.yaml", "--week", WEEK)
    added = ("--date", "2020-12-24", "--kind", "学习研讨", "--title", f"补记{number}")
    return [
        ("weekly, an issue in both formats", (*weekly, "--force")),
        ("check campaign.yaml", ("check", "campaign.yaml")),
        ("ledger check", ("ledger", "check", "ledger")),
        ("ledger sum", ("ledger", "sum", "ledger")),
        ("ledger sum --week", ("ledger", "sum", "ledger", "--week", WEEK)),
        ("ledger list --week", ("ledger", "list", "ledger", "--week", WEEK)),
        ("ledger add", ("ledger", "add", "ledger", *added)),
    ]


def _run(name: str, words: tuple[str, ...], office: Office) -> Sample:
    _say(f"{office.store}{', small' if office.small else ''}: {name}")
    began = time.perf_counter()
    usage = _briefgen(words, office.folder)
    clock = time.perf_counter() - began
    return Sample(name, office, usage.ru_utime + usage.ru_stime, clock, usage.ru_maxrss / 1024)


def _briefgen(words: tuple[str, ...], folder: Path) -> os.struct_rusage:
    """Run briefgen in `folder` and return what it used."""
    program = [sys.executable, "-m", "briefgen", *words]
    child = subprocess.Popen(program, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(words)}: exit code {child.returncode}")
    return usage


def _table(samples: list[Sample], records: int) -> str:
    """Return a row for each command: for each store seconds, and how many times those of the small office."""
    stores = list(dict.fromkeys(sample.office.store for sample in samples))
    commands = list(dict.fromkeys(sample.command for sample in samples))
    head = "".join(f" {store}: processor s | clock s | × | MB |" for store in stores)
    lines = [f"| {records:,} records |{head}", "|" + " --- |" * (1 + 4 * len(stores))]
    for command in commands:
        cells = []
        for store in stores:
            both = [each for each in samples if (each.command, each.office.store) == (command, store)]
            large = [each for each in both if not each.office.small]
            small = [each for each in both if each.office.small]
            ratio = median(a.processor / b.processor for a, b in zip(large, small, strict=True))
            processor, clock = min(each.processor for each in large), min(each.clock for each in large)
            cells.append(
                f" {processor:.2f} | {clock:.2f} | {ratio:.1f} | {max(each.megabytes for each in large):.0f} |"
            )
        lines.append(f"| {command} |{''.join(cells)}")
    return "\n".join(lines) + "\n"


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
