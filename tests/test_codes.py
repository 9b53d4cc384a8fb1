"""The catalogue of diagnostics and the source: every code is used, every code that is used is there."""

from __future__ import annotations

import re
from pathlib import Path

import briefgen
from briefgen.diagnostics import CODES

PACKAGE = Path(briefgen.__file__).parent


def test_the_source_uses_every_code_and_no_other() -> None:
    used = {
        code
        for path in PACKAGE.rglob("*.py")
        if path.name != "diagnostics.py"
        for code in re.findall(r'"(BG\d{3})"', path.read_text(encoding="utf-8"))
    }
    assert used == set(CODES)


def test_codes_stand_in_order() -> None:
    assert list(CODES) == sorted(CODES)
