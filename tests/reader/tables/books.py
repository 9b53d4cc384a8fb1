"""Workbooks for tests: rows of values, and the ranges that are merged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook


def written(
    path: Path, rows: Iterable[Sequence[Any]], merged: Sequence[str] = (), sheet: str = "Sheet1"
) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for cells in merged:
        page.merge_cells(cells)
    book.save(path)
    return path
