"""A task table (任务分工表) → the node of a `Plan`: aspects, items and measures by merged, repeated or empty cells.

In: grids. Out: the node. A row with an empty cell under 方面 or 事项 goes on with the one above. A value that stands
for all rows of an item is the item's, one that stands in a single row the measure's. Does not belong here: what is left
out and holds from above (`campaign.tasks`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.model.plan import Item, Measure, Plan, ProgressNote
from briefgen.reader.nodes import Mapping, Node, Scalar, Sequence
from briefgen.reader.tables.grid import Cell, Grid
from briefgen.reader.tables.header import Row, field_names, key, table, value

ASPECT, ITEM, MEASURE = "aspect", "item", "measure"
#: Names of columns beside those of the fields of a task.
COLUMNS = {
    "方面": ASPECT, "重点方面": ASPECT, "aspect": ASPECT,
    "事项": ITEM, "任务": ITEM, "工作任务": ITEM, "重点任务": ITEM, "工作事项": ITEM, "item": ITEM,
    "措施": MEASURE, "具体措施": MEASURE, "工作措施": MEASURE, "measure": MEASURE,
    "牵头部门": "lead", "责任部门": "responsible", "配合单位": "responsible", "配合部门": "responsible",
    "开始时间": "start", "开始日期": "start", "完成时间": "deadline", "时限": "deadline", "完成期限": "deadline",
    "成果形式": "deliverable", "工作进展": "progress", "进展情况": "progress",
}  # fmt: skip
_NAMES = {
    **{name: field for name, field in field_names(Measure).items() if field not in ("title", "milestones")},
    **COLUMNS,
}
_NEEDED = {ASPECT: "方面", ITEM: "事项"}
_TASKS = (ASPECT, ITEM, MEASURE)
_NOTE = "progress"


def plan_node(sheets: list[Grid]) -> Mapping:
    """Return the table as the node of a plan; a line above its header is its name.

    Raises:
        InputError: what is wrong with the header; BG718, BG719 where rows do not belong together.
    """
    found = table(sheets, _NAMES)
    start = sheets[0].origin
    rows = _continued(found.rows)
    aspects = tuple(_aspect(list(group)) for _, group in groupby(rows, lambda row: row[ASPECT].position))
    entries: list[tuple[Scalar, Node]] = []
    if found.above:
        title = found.above[0]
        entries.append(
            (key(title, Plan, "name"), Scalar(title.text.strip(), title.position, (title.position,)))
        )
    entries.append((Scalar("aspects", start), Sequence(aspects, start)))
    return Mapping(tuple(entries), start)


def _continued(rows: tuple[Row, ...]) -> list[dict[str, Cell]]:
    """Return `rows`, aspect and item of each the very cell that they began with.

    Raises:
        InputError: BG719 for rows without an aspect or an item.
    """
    above: dict[str, Cell] = {}
    continued: list[dict[str, Cell]] = []
    wrong: list[Diagnostic] = []
    for row in rows:
        if _begins(ASPECT, row, above):
            above = {ASPECT: row[ASPECT]}
        if _begins(ITEM, row, above):
            above[ITEM] = row[ITEM]
        if missing := [name for level, name in _NEEDED.items() if level not in above]:
            place = next(iter(row.values())).position
            wrong.append(Diagnostic("BG719", place, {"name": missing[0]}))
        else:
            continued.append({**row, **above})
    if wrong:
        raise InputError(wrong)
    return continued


def _begins(level: str, row: Row, above: dict[str, Cell]) -> bool:
    """Tell whether `row` begins another aspect or item; the same words go on, unless they stand for one row each."""
    cell, before = row.get(level), above.get(level)
    if cell is None or before is None or cell.position == before.position:
        return cell is not None and before is None
    return cell.text != before.text or (level == ITEM and MEASURE not in row)


def _aspect(rows: list[dict[str, Cell]]) -> Mapping:
    title = rows[0][ASPECT]
    items = tuple(_item(list(group)) for _, group in groupby(rows, lambda row: row[ITEM].position))
    entries = (_titled(title), (Scalar("items", title.position), Sequence(items, title.position)))
    return Mapping(entries, title.position)


def _item(rows: list[dict[str, Cell]]) -> Mapping:
    title = rows[0][ITEM]
    shared = _shared(rows)
    entries: list[tuple[Scalar, Node]] = [_titled(title)]
    for field, cells in shared.items():
        entries.append((key(cells[0], Item, field), _value(cells, field, title)))
    measures = tuple(_measure(row, shared) for row in rows if MEASURE in row)
    if measures:
        entries.append((Scalar("measures", title.position), Sequence(measures, title.position)))
    return Mapping(tuple(entries), title.position)


def _shared(rows: list[dict[str, Cell]]) -> dict[str, list[Cell]]:
    """Return the cells that hold for the whole item, by field: those that no measure has for itself."""
    measured = sum(MEASURE in row for row in rows) > 1
    shared: dict[str, list[Cell]] = {}
    for field in dict.fromkeys(field for row in rows for field in row if field not in _TASKS):
        cells = list({cell.position: cell for row in rows if (cell := row.get(field))}.values())
        if not measured or (len(cells) == 1 and field in rows[0]):
            shared[field] = cells
    return shared


def _measure(row: dict[str, Cell], shared: dict[str, list[Cell]]) -> Mapping:
    title = row[MEASURE]
    own = [(field, cell) for field, cell in row.items() if field not in _TASKS and field not in shared]
    entries = [(key(cell, Measure, field), _value([cell], field, title)) for field, cell in own]
    return Mapping((_titled(title), *entries), title.position)


def _titled(cell: Cell) -> tuple[Scalar, Node]:
    return key(cell, Item, "title"), value(cell, Item, "title")


def _value(cells: list[Cell], field: str, title: Cell) -> Node:
    """Return what `cells` of one field say together: a list goes on from row to row, anything else stands once.

    Raises:
        InputError: BG718.
    """
    if field == _NOTE:
        return Sequence(tuple(_notes(cells)), cells[0].position)
    nodes = [value(cell, Item, field) for cell in cells]
    if all(isinstance(node, Sequence) for node in nodes):
        items = tuple(item for node in nodes if isinstance(node, Sequence) for item in node.items)
        return Sequence(items, cells[0].position)
    if len({cell.text for cell in cells}) > 1:
        first, second = cells[:2]
        values = {"item": title.text, "first": first.text, "second": second.text, "place": first.position}
        raise InputError([Diagnostic("BG718", second.position, values)])
    return nodes[0]


def _notes(cells: list[Cell]) -> Iterator[Mapping]:
    """Yield the progress notes of `cells`, each line `2020-05-08 60% 完成初稿`, date first."""
    for cell in cells:
        for line in filter(str.strip, cell.text.split("\n")):
            yield _note(line.strip(), cell)


def _note(line: str, cell: Cell) -> Mapping:
    day, _, rest = line.partition(" ")
    percent, _, note = rest.strip().partition(" ")
    fields = {"date": day, "note": rest.strip()}
    if percent.endswith("%"):
        fields = {"date": day, "percent": percent.removesuffix("%"), "note": note.strip() or percent}
    entries = tuple(
        (key(cell, ProgressNote, name), Scalar(text or None, cell.position, (cell.position,)))
        for name, text in fields.items()
    )
    return Mapping(entries, cell.position)
