"""Every case of `cases/`: a file in, its diagnostics out; and every code has its cases in both languages."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

import pytest

from briefgen.diagnostics import CODES
from tests.reader.case_files import agrees, cases, expected, found, shown

CASES = list(cases())

#: What no file of its own can show: `test_files` has these.
IN_TEST_FILES = {"BG001", "BG002", "BG003", "BG006", "BG011", "BG012", "BG014", "BG015"}
#: `test_overrides` has this one.
IN_TEST_OVERRIDES = {"BG111"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    wanted, had = expected(case), [shown(diagnostic, case) for diagnostic in found(case)]
    wrong = [pair for pair in zip_longest(had, wanted) if None in pair or not agrees(*pair)]
    assert not wrong


def test_every_code_of_files_has_a_case() -> None:
    codes = {code for code in CODES if code.startswith("BG0")}
    assert codes <= {code for case in CASES for _, code, _ in expected(case)} | IN_TEST_FILES


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_code_of_fields_has_a_case_in_both_languages(language: str) -> None:
    codes = {code for code in CODES if code.startswith("BG1")}
    files = [case for case in CASES if case.stem.startswith(f"{language}-")]
    assert codes <= {code for case in files for _, code, _ in expected(case)} | IN_TEST_OVERRIDES
