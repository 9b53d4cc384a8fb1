"""Cells that a spreadsheet would take for a formula are written with an apostrophe before them, and read without it.

In: texts. Out: texts. What is written so is read back as it was. Does not belong here: files.
"""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")  # after OWASP's CSV injection
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")


def harmless(text: str) -> str:
    """Return `text` as a cell of CSV that no spreadsheet works out."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain(text: str) -> str:
    """Return what `harmless` was given."""
    return text[1:] if _ESCAPED.match(text) else text
