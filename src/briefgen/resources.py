"""The one module that knows where data files lie: fonts, templates, the list of words, prepared fields.

In: names. Out: paths. Does not belong here: reading them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


def font_file(name: str) -> Path:
    """Return the path of a file of the bundled fonts."""
    return _PACKAGE / "fonts" / "data" / name


def lexicon_file() -> Path:
    """Return the path of the list of Chinese words."""
    return _PACKAGE / "layout" / "lexicon.bin"


def fields_file() -> Path:
    """Return the path of the prepared fields of the models."""
    return _PACKAGE / "model" / "fields.json"


@cache
def templates_folder() -> Path:
    """Return the folder of the shipped templates: in the package, or beside `src` in a checkout."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "templates"


@cache
def template_names() -> list[str]:
    """Return the names of the shipped templates, in order."""
    return sorted(path.stem for path in templates_folder().glob("*.yaml"))


def template_file(name: str) -> Path:
    """Return the path of the shipped template `name`."""
    return templates_folder() / f"{name}.yaml"
