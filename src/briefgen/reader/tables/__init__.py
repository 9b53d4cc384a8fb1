"""Tables: CSV and XLSX → nodes, each of which stands at its cell.

In: a path, the model that the table is meant for. Out: nodes like those of YAML. Steps: `csvtext` and `xlsx` (file →
grid), `header` (which column is which field), `rows` (one thing a row) or `plan` (aspects, items, measures), `records`
(the ledger's own, by the hundred thousand). Does not belong here: whether a value is right (`validate`).
"""

from __future__ import annotations

from pathlib import Path

from briefgen.diagnostics import Diagnostic, file_position
from briefgen.errors import InputError
from briefgen.model.base import Sourced
from briefgen.model.plan import Plan
from briefgen.reader.nodes import Mapping
from briefgen.reader.tables.grid import Grid
from briefgen.reader.tables.plan import plan_node
from briefgen.reader.tables.rows import list_node

SUFFIXES = (".csv", ".xlsx")


def parse_table(path: Path, model: type[Sourced]) -> Mapping:
    """Return the table at `path` as the node of a `model`.

    Raises:
        InputError: what is wrong with the file, its header, or the way its rows belong together.
    """
    sheets = read_grids(path)
    return plan_node(sheets) if model is Plan else list_node(sheets, model)


def read_grids(path: Path) -> list[Grid]:
    """Return the sheets of the file at `path`, one for CSV, in order.

    Raises:
        InputError: BG001, BG002, BG003, BG006, BG008, BG011, BG012, BG015, BG714, BG717.
    """
    match path.suffix.lower():
        case ".csv":
            from briefgen.reader.tables.csvtext import read_csv

            return [read_csv(path)]
        case ".xlsx":
            from briefgen.reader.tables.xlsx import read_xlsx

            return read_xlsx(path)
        case _:
            raise InputError([Diagnostic("BG012", file_position(path), {"path": str(path)})])
