"""Workbooks of strangers: what would fill the memory is refused; values of every type come as their texts."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from briefgen.errors import InputError
from briefgen.messages import speak
from briefgen.reader.nodes import NODE_LIMIT
from briefgen.reader.tables.xlsx import UNPACKED_LIMIT, read_xlsx
from tests.reader.tables.books import written


def altered(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """Replace `old` by `new` in a part of the workbook at `path`."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
    return path


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught, speak("zh"):
        read_xlsx(path)
    (found,) = caught.value.diagnostics
    return f"{found.code} {caught.value}"


def test_values_of_every_type(tmp_path: Path) -> None:
    values = [
        "文字",
        12,
        0.1,
        1e21,
        True,
        dt.datetime(2020, 6, 30),
        dt.datetime(2020, 6, 30, 9, 5),
        dt.time(9, 0),
        None,
    ]
    (grid,) = read_xlsx(written(tmp_path / "a.xlsx", [values]))
    assert [cell.text for cell in grid.rows[0]] == [
        "文字", "12", "0.1", "1e+21", "true", "2020-06-30", "2020-06-30 09:05", "09:00",
    ]  # fmt: skip


def test_hidden_sheets_are_not_read(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = written(tmp_path / "a.xlsx", [["甲"]])
    book = load_workbook(path)
    book.create_sheet("藏").sheet_state = "hidden"
    book.save(path)
    assert [grid.origin.sheet for grid in read_xlsx(path)] == ["Sheet1"]


def test_what_is_merged_without_end(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [["甲"]], ["A1:B2"])
    altered(path, "xl/worksheets/sheet1.xml", b"A1:B2", b"A1:XFD1048576")
    assert refused(path).startswith("BG015")


def test_more_cells_than_anyone_writes(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [["甲"]])
    altered(path, "xl/worksheets/sheet1.xml", b'r="A1"', b'r="XFD1048576"')
    assert refused(path).startswith("BG015")
    assert NODE_LIMIT < 16384 * 1048576


def test_what_unpacks_without_end(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", [["甲"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/a.bin", b"\0" * (UNPACKED_LIMIT + 1))
    assert "解压后过大" in refused(path)
