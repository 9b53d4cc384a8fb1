"""Templates: a name or a file → a `Template`, merged over those that it extends.

In: the name of a shipped template, or the path of a YAML file. Out: the template. Does not belong here: where
the shipped ones lie (`resources`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.model.template import Template
from briefgen.reader.canonical import Canonical
from briefgen.reader.file import read_text
from briefgen.reader.validate import suggestion, validate
from briefgen.reader.yaml import parse_yaml
from briefgen.resources import template_file, template_names


def load_template(name: str | Path, folder: Path | None = None) -> Template:
    """Return the template `name`: shipped, or a YAML file (a relative path starts from `folder`).

    Raises:
        InputError: BG501, BG502, and whatever is wrong with the file.
    """
    data, canonical = _merged(str(name), folder or Path(), ())
    template, found = validate(Template, data, canonical.sources())
    if template is None or canonical.diagnostics:
        raise InputError([*canonical.diagnostics, *found])
    return template


def _merged(name: str, folder: Path, chain: tuple[Path, ...]) -> tuple[dict[str, Any], Canonical]:
    """Return the data of a template laid over what it extends, with the places of its own file."""
    path = _path(name, folder)
    if path in chain:
        names = " → ".join(each.stem for each in (*chain, path))
        raise InputError([Diagnostic("BG502", values={"chain": names})])
    canonical = Canonical(str(path))
    data = canonical.data(parse_yaml(read_text(path), str(path)), (Template,))
    if not isinstance(data, dict):
        validate(Template, data, canonical.sources())
        return data, canonical
    base = data.get("extends")
    if isinstance(base, str):
        try:
            under, _ = _merged(base, path.parent, (*chain, path))
        except InputError as error:
            place = canonical.values.get(("extends",))
            raise InputError(
                Diagnostic(each.code, each.position or place, each.values) for each in error.diagnostics
            ) from None
        data = _laid_over(under, data)
    return data, canonical


def _path(name: str, folder: Path) -> Path:
    if name in template_names():
        return template_file(name)
    path = folder / name
    if path.suffix.lower() in (".yaml", ".yml"):
        return path.resolve() if path.exists() else path
    values = {"name": name, "hint": suggestion(name, template_names())}
    raise InputError([Diagnostic("BG501", values=values)])


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Return `under` with the values of `over`; mappings are merged, anything else is replaced."""
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = (
            _laid_over(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
        )
    return merged
