"""CSV with places reads what the standard library reads."""

from __future__ import annotations

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from briefgen.reader.tables.csvtext import parse_csv

cells = st.text(st.sampled_from('甲乙a1 ,"\n，'), max_size=5)


@given(st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=5), st.booleans())
def test_it_reads_what_the_standard_library_writes(rows: list[list[str]], last: bool) -> None:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    text = out.getvalue() if last else out.getvalue().removesuffix("\n")
    grid = parse_csv(text, "a.csv")
    assert [[cell.text for cell in row] for row in grid.rows] == rows
    lines = text.split("\n")
    for row in grid.rows:
        for cell in row:
            at = lines[cell.position.line - 1][cell.position.column - 1 :]
            quoted = cell.text.replace('"', '""').split("\n")[0]
            assert at.startswith((cell.text.split("\n")[0], f'"{quoted}'))


def test_places_after_a_cell_of_two_lines() -> None:
    grid = parse_csv('甲,"乙\n丙",丁\n戊\n', "a.csv")
    assert [[(cell.text, cell.position.line, cell.position.column) for cell in row] for row in grid.rows] == [
        [("甲", 1, 1), ("乙\n丙", 1, 3), ("丁", 2, 4)],
        [("戊", 3, 1)],
    ]
