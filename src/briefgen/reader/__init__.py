"""The reader: files of authors → validated models, with the place of every value; all mistakes at once.

In: YAML, JSON or TOML files. Out: `Briefing`, `Template`, diagnostics. Steps: `file` (bytes → text), `yaml` and
`plain` (text → nodes), `canonical` (nodes → data with English keys and a source map), `validate` (→ models), or
`straight`, which needs no models where the data is plainly right. Does not belong here: Markdown (`compose`), what a
field means (`model`).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.reader.briefing import Reading, load, opened, read, read_any
    from briefgen.reader.template import load_template, open_template

__all__ = ["Reading", "load", "load_template", "open_template", "opened", "read", "read_any"]


def __getattr__(name: str) -> object:
    """Return a name of `__all__`; what reads briefings by their models imports these."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "template" if name.endswith("template") else "briefing"
    return getattr(import_module(f"{__name__}.{home}"), name)
