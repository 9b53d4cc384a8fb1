"""Tables of office documents: texts in rows → a `Table`, equal neighbours merged.

In: headings with their alignment, rows of texts. Out: a table. Does not belong here: what the rows say.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from briefgen.doctree.nodes import Align, Cell, LineBreak, Row, Table, Text

Texts = Sequence[str]
_LINE = "\n"


class Column(Struct, frozen=True):
    """A column: its heading, how its cells stand."""

    heading: str
    align: Align = Align.CENTER
    whole: bool = False  # its texts are not broken


def grid(
    columns: Sequence[Column],
    rows: Sequence[Texts],
    *,
    merged: Collection[int] = (),
    total: Texts = (),
) -> Table:
    """Return the table of `rows`; in the columns `merged` equal texts below one another become one cell.

    They do so as far as the merged columns at their left are equal, too.

    `total` is a last row of its own, set bold; its texts reach over the empty places behind them.
    """
    spans = {
        column: _spans([tuple(row[each] for each in merged if each <= column) for row in rows])
        for column in merged
    }
    body = [
        tuple(_cell(text, spans[column][number] if column in spans else 1) for column, text in enumerate(row))
        for number, row in enumerate(rows)
    ]
    if total:
        body.append(_total(total))
    head: tuple[Row, ...] = (tuple(Cell((Text(column.heading),)) for column in columns),)
    whole = frozenset(index for index, column in enumerate(columns) if column.whole)
    return Table((), tuple(column.align for column in columns), head, tuple(body), whole=whole)


def _spans(texts: Sequence[Texts]) -> list[int]:
    """Return over how many rows each text reaches, 0 for one that the text above reaches over."""
    spans: list[int] = []
    start = 0
    for number, text in enumerate(texts):
        if number and text[-1] and text == texts[number - 1]:
            spans[start] += 1
            spans.append(0)
        else:
            start = number
            spans.append(1)
    return spans


def _total(texts: Texts) -> Row:
    row: list[Cell | None] = []
    for index, text in enumerate(texts):
        if row and not text:
            row.append(None)
            continue
        reach = next((n for n, each in enumerate(texts[index + 1 :]) if each), len(texts) - index - 1)
        row.append(Cell((Text(text, strong=True),) if text else (), columns=reach + 1))
    return tuple(row)


def _cell(text: str, rows: int) -> Cell | None:
    if rows == 0:
        return None
    parts = [part for part in text.split(_LINE) if part]
    content = tuple(item for part in parts for item in (LineBreak(), Text(part)))[1:]
    return Cell(content, rows)
