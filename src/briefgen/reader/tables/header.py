"""The header of a table: which column holds which field, by its English or Chinese name, or one that offices use.

In: a grid, the model of a row. Out: the rows below the header, as cells by field. Does not belong here: what rows make
together (`rows`, `plan`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from msgspec import Struct
from pydantic import BaseModel

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.model.base import chinese_names
from briefgen.reader.nodes import Node, Scalar, Sequence
from briefgen.reader.shapes import value_shapes
from briefgen.reader.suggest import suggestion
from briefgen.reader.tables.grid import Cell, Grid

REACH = 10  # rows that are searched for the header; titles and notes may stand above it
IGNORED = frozenset({"备注", "联系人", "联系电话"})
_ENOUGH = 2  # names that make a row the header
_SPACE = re.compile(r"[\s\u3000]+")
_SEPARATOR = re.compile(r"[、，,；;\n]+")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")

Row = Mapping[str, Cell]  # the cells that are not empty, by field


class Table(Struct, frozen=True):
    """The rows below a header, and what stood above it."""

    above: tuple[Cell, ...]
    rows: tuple[Row, ...]


def table(sheets: list[Grid], names: Mapping[str, str]) -> Table:
    """Return the table of the first sheet that has a header; `names` gives the field for each name of a column.

    Raises:
        InputError: BG715 for none, BG716 for columns that are not known, BG108 for one given twice.
    """
    for grid in sheets:
        for number, row in enumerate(grid.rows[:REACH]):
            if sum(_name(cell) in names for cell in _each_once(row)) >= min(_ENOUGH, len(names)):
                fields = columns(row, names, ignored=IGNORED)
                body = (_row(cells, fields) for cells in grid.rows[number + 1 :])
                above = tuple(cell for line in grid.rows[:number] for cell in _each_once(line) if cell.text)
                return Table(above, tuple(filter(None, body)))
    known = list(dict.fromkeys(names))
    raise InputError([Diagnostic("BG715", sheets[0].origin if sheets else None, {"known": known})])


@cache
def field_names(model: type[BaseModel]) -> dict[str, str]:
    """Return the field of `model` for each name, in either language."""
    return {**{name: name for name in model.model_fields}, **chinese_names(model)}


def value(cell: Cell, model: type[BaseModel], field: str) -> Node:
    """Return `cell` as the value of `field`: a list is parted at its marks, a day written as days are."""
    shapes = value_shapes((model,), field)
    if list in {getattr(shape, "__origin__", None) for shape in shapes}:
        parts = [part.strip() for part in _SEPARATOR.split(cell.text)]
        return Sequence(tuple(_scalar(part, cell) for part in parts if part), cell.position)
    text = cell.text.strip()
    return _scalar(iso_day(text) if dt.date in shapes else text, cell)


def iso_day(text: str) -> str:
    """Return a day such as 2020/4/9 or 2020年4月9日 as `2020-04-09`, any other text as it is."""
    found = _DATE.fullmatch(text)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else text


def key(cell: Cell, model: type[BaseModel], field: str) -> Scalar:
    """Return the Chinese name of `field` as a key at the place of its value."""
    return Scalar(model.model_fields[field].title or field, cell.position)


def _scalar(text: str, cell: Cell) -> Scalar:
    joined = _SPACE.sub(" ", text) if "\n" in text else text
    return Scalar(joined or None, cell.position, (cell.position,))


def _name(cell: Cell) -> str:
    return _SPACE.sub("", cell.text)


def _each_once(row: tuple[Cell, ...]) -> Iterator[Cell]:
    """Yield the cells of `row`, a merged one once."""
    yield from {cell.position: cell for cell in row}.values()


def columns(
    row: tuple[Cell, ...], names: Mapping[str, str], *, ignored: Collection[str] | None
) -> list[str | None]:
    """Return the field of each column, None for one that is not read: without a name, `ignored`, or begun with #.

    With `ignored` None every column has to be known.

    Raises:
        InputError: BG108, BG716.
    """
    found: list[str | None] = []
    firsts: dict[str, str] = {}
    wrong: list[Diagnostic] = []
    for cell in row:
        name = _name(cell)
        field = names.get(name)
        if field is None and not _is_ignored(name, ignored):
            hint = suggestion(name, list(names))
            wrong.append(Diagnostic("BG716", cell.position, {"name": name, "hint": hint}))
        if field is not None and (first := firsts.setdefault(field, name)) is not name:
            wrong.append(Diagnostic("BG108", cell.position, {"first": first, "second": name}))
        found.append(field)
    if wrong:
        raise InputError(wrong)
    return found


def _is_ignored(name: str, ignored: Collection[str] | None) -> bool:
    return not name or (ignored is not None and (name in ignored or name.startswith("#")))


def _row(cells: tuple[Cell, ...], fields: list[str | None]) -> Row:
    return {
        field: cell
        for cell, field in zip(cells, fields, strict=False)
        if field is not None and cell.text.strip()
    }
