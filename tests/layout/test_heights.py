"""Widths of columns: never narrower than they may be, never wider together, and the table is never higher for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.doctree.nodes import Align, Cell, Role, Table, Text
from briefgen.layout.heights import Demand, lowest
from tests.layout.builders import laid, lines_on

EM, PADDING = 14.0, 8.0


def lines(rows: list[list[Demand]], widths: list[float]) -> int:
    """Count the lines of all rows, those of a cell as many as full lines hold."""
    return sum(
        max(-int(-(cell.most - PADDING) // max(EM, widths[cell.first] - PADDING)) for cell in row)
        for row in rows
    )


cells = st.integers(1, 60).map(lambda count: (min(count, 3) * EM + PADDING, count * EM + PADDING))
tables = st.integers(2, 5).flatmap(
    lambda columns: st.lists(st.lists(cells, min_size=columns, max_size=columns), min_size=1, max_size=12)
)


@given(tables)
def test_widths_keep_their_bounds_and_their_sum(drawn: list[list[tuple[float, float]]]) -> None:
    rows = [[Demand(column, 1, *cell) for column, cell in enumerate(row)] for row in drawn]
    least = [max(cell.least for cell in column) for column in zip(*rows, strict=True)]
    shared = [each + 30.0 for each in least]
    found = lowest(rows, least, shared, EM, PADDING)
    assert sum(found) == pytest.approx(sum(shared))
    assert all(width >= low - 1e-6 for width, low in zip(found, least, strict=True))


def test_width_goes_where_it_saves_lines() -> None:
    rows = [[Demand(0, 1, 50.0, 30 * EM + PADDING), Demand(1, 1, 50.0, 7 * EM + PADDING)]]
    rows += [[Demand(0, 1, 50.0, 14 * EM + PADDING), Demand(1, 1, 50.0, 7 * EM + PADDING)]] * 9
    shared = [17 * EM + PADDING, 5 * EM + PADDING]
    found = lowest(rows, [50.0, 50.0], shared, EM, PADDING)
    assert lines(rows, shared) == 20
    assert lines(rows, found) == 11  # two of the first row, one of each other


def test_a_column_of_short_names_is_not_broken_for_a_long_one() -> None:
    def cell(text: str) -> Cell:
        return Cell((Text(text),))

    rows = tuple((cell("文" * 40), cell("区发展改革局")) for _ in range(8))
    node = Table((), (Align.LEFT,) * 2, ((cell("任务"), cell("部门")),), rows)
    names = [line.text for line in lines_on(laid(node), 1, Role.TABLE_CELL) if "区" in line.text]
    assert names == ["区发展改革局"] * 8
