"""XLSX → grids, one a sheet; the cells of a merged range all hold what its corner holds.

In: a path. Out: grids. Does not belong here: what a column means (`header`), writing (`store.export`).
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Diagnostic, Phrase, Position, _, file_position
from briefgen.errors import InputError
from briefgen.reader.file import forbidden, read_bytes
from briefgen.reader.nodes import NODE_LIMIT, Count
from briefgen.reader.tables.grid import Cell, Grid

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

UNPACKED_LIMIT = 50_000_000  # bytes of all parts together
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_NONE = Phrase(_("不是 XLSX 文件"))
_PACKED = Phrase(_("解压后过大"))


def read_xlsx(path: Path) -> list[Grid]:
    """Return the visible sheets of the file at `path`.

    Raises:
        InputError: BG001, BG002, BG006, BG011, BG015, BG714, BG717.
    """
    name = str(path)
    data = read_bytes(path, name)
    book = _opened(data, name, values=True)
    grids = [_grid(sheet, name, Count()) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    _refuse(name, grids, _opened(data, name, values=False))
    return grids


def _opened(data: bytes, name: str, *, values: bool) -> Workbook:
    """Return the workbook, formulas as the values that were last worked out, or as they are."""
    from openpyxl import load_workbook

    try:
        _check_size(data, name)
        return load_workbook(BytesIO(data), data_only=values)
    except InputError:
        raise
    except Exception:  # openpyxl lets through whatever a broken part makes it stumble on
        raise InputError([Diagnostic("BG714", file_position(name), {"reason": _NONE})]) from None


def _check_size(data: bytes, name: str) -> None:
    """Refuse what openpyxl would unpack, or merge, until the memory is full (BG714, BG015)."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > UNPACKED_LIMIT:
            raise InputError([Diagnostic("BG714", file_position(name), {"reason": _PACKED})])
        sheets = [part for part in archive.namelist() if part.startswith("xl/worksheets/")]
        merged = [found for part in sheets for found in _MERGED.findall(archive.read(part))]
    cells = sum(_area(*corners) for corners in merged)
    if cells > NODE_LIMIT:
        raise InputError([Diagnostic("BG015", file_position(name), {"limit": NODE_LIMIT})])


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    from openpyxl.utils import column_index_from_string

    first, last = (column_index_from_string(each.decode()) for each in (left, right))
    return (last - first + 1) * (int(bottom) - int(top) + 1)


def _grid(sheet: Worksheet, name: str, count: Count) -> Grid:
    corners: dict[tuple[int, int], tuple[int, int]] = {}
    for merged in sheet.merged_cells.ranges:
        for row, column in merged.cells:
            corners[row, column] = (merged.min_row, merged.min_col)
            count.one_more(_position(sheet, name, row, column))
    cells: dict[tuple[int, int], Cell] = {}

    def cell(row: int, column: int) -> Cell:
        place = corners.get((row, column), (row, column))
        if place not in cells:
            position = _position(sheet, name, *place)
            count.one_more(position)
            cells[place] = Cell(_text(sheet.cell(*place).value), position)
        return cells[place]

    rows = range(1, sheet.max_row + 1)
    columns = range(1, sheet.max_column + 1)
    grid = tuple(tuple(cell(row, column) for column in columns) for row in rows)
    return Grid(grid, _position(sheet, name, 1, 1))


def _position(sheet: Worksheet, name: str, row: int, column: int) -> Position:
    return Position(name, row, column, sheet.title)


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case dt.datetime():
            return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
        case dt.time():
            return value.isoformat("minutes")
        case bool():
            return str(value).lower()
        case float():
            return f"{value:.15g}"
        case _:
            return str(value).replace("\r\n", "\n").replace("_x000D_", "")


def _refuse(name: str, grids: list[Grid], formulas: Workbook) -> None:
    """Refuse characters that no text may hold, and formulas whose value nobody worked out."""
    found = []
    for grid in grids:
        sheet = formulas[grid.origin.sheet]
        for row in grid.rows:
            for cell in row:
                for _place, point in forbidden(cell.text, name):
                    found.append(Diagnostic("BG011", cell.position, {"code_point": point}))
                if not cell.text and sheet.cell(cell.position.line, cell.position.column).data_type == "f":
                    found.append(Diagnostic("BG717", cell.position))
    if found:
        raise InputError(found)
