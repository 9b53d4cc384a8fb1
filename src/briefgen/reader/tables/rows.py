"""A table with one thing in each row → the node of the model that holds the list of them.

In: grids, a model whose only list of models is what the rows are. Out: its node. Does not belong here: rows that belong
together (`plan`).
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from briefgen.diagnostics import Position
from briefgen.model.base import Sourced
from briefgen.reader.nodes import Mapping, Scalar, Sequence
from briefgen.reader.shapes import alternatives, item_shapes, models_in
from briefgen.reader.tables.grid import Grid
from briefgen.reader.tables.header import Row, field_names, key, table, value


def list_node(sheets: list[Grid], model: type[Sourced]) -> Mapping:
    """Return the rows of the table as the list that `model` holds.

    Raises:
        InputError: what is wrong with the header.
    """
    field, row_model = _list_of(model)
    found = table(sheets, field_names(row_model))
    start = sheets[0].origin
    rows = Sequence(tuple(row_node(row, row_model) for row in found.rows), start)
    return Mapping(((Scalar(field, start), rows),), start)


def row_node(row: Row, model: type[BaseModel]) -> Mapping:
    """Return `row` as the node of a `model`."""
    entries = tuple((key(cell, model, field), value(cell, model, field)) for field, cell in row.items())
    return Mapping(entries, _start(row))


def _start(row: Row) -> Position:
    return next(iter(row.values())).position


def _list_of(model: type[Sourced]) -> tuple[str, type[BaseModel]]:
    """Return the field of `model` that is a list of models, the last one, and which models."""
    found: list[tuple[str, type[BaseModel]]] = []
    for name, field in model.model_fields.items():
        annotation: Any = field.annotation
        found += [(name, inner) for inner in models_in(item_shapes(alternatives(annotation)))]
    return found[-1]
