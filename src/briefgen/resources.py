"""The one module that knows where data files lie: fonts and templates.

In: names. Out: paths. Does not belong here: reading them.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def font_file(name: str) -> Path:
    """Return the path of a file of the bundled fonts."""
    return _PACKAGE / "fonts" / "data" / name
