"""Every case of `cases/`: Markdown in, dump and diagnostics out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.case_files import Case, cases, run
from tests.compose.photos import draw


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("issue")
    draw(path)
    return path


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.file}: {case.name}")
def test_case(case: Case, folder: Path) -> None:
    assert run(case.file, case.source, folder) == case.expected
