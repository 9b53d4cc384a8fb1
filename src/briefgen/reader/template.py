"""Templates: a name or a file → a `Template`, merged over those that it extends.

In: the name of a shipped template, or the path of a YAML file. Out: the template. Does not belong here: where
the shipped ones lie (`resources`).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from briefgen.diagnostics import Diagnostic, Position
from briefgen.errors import InputError
from briefgen.reader.canonical import Canonical
from briefgen.reader.file import read_text
from briefgen.reader.straight import DoubtError, outline, taken
from briefgen.reader.yaml import parse_yaml
from briefgen.resources import template_file, template_names

if TYPE_CHECKING:
    from briefgen.model.template import Template

CHAIN_LIMIT = 20  # templates that extend one another
KEPT = 8  # templates, as they were last read


def load_template(name: str | Path, folder: Path | None = None) -> Template:
    """Return the template `name`: shipped, or a YAML file (a relative path starts from `folder`).

    Raises:
        InputError: BG501, BG502, and whatever is wrong with the file or one that it extends; without a place
            where the name itself is wrong.
    """
    template, _ = _loaded(str(name), folder or Path(), (), _modelled)
    return template


def open_template(name: str | Path, folder: Path | None = None) -> Template:
    """Return what `load_template` does, or the bare fields of a template that is plainly right.

    Raises:
        InputError: as `load_template` does.
    """
    try:
        template, _ = _loaded(str(name), folder or Path(), (), _straight)
    except DoubtError:
        return load_template(name, folder)
    return template


def _modelled(data: Any, canonical: Canonical) -> Template:
    from briefgen.model.template import Template
    from briefgen.reader.validate import bounded, validate

    template, found = validate(Template, data, canonical.sources())
    if template is None or canonical.diagnostics:
        raise InputError(bounded([*canonical.diagnostics, *found]))
    return template


def _straight(data: Any, canonical: Canonical) -> Template:
    if canonical.diagnostics:
        raise DoubtError
    return cast("Template", taken("Template", data))


_Taker = Callable[[Any, Canonical], "Template"]


def _loaded(
    name: str, folder: Path, chain: tuple[Path, ...], take: _Taker
) -> tuple[Template, dict[str, Any]]:
    """Return a template and its data, laid over the data of what it extends."""
    path = _path(name, folder)
    identity = _identity(path)
    if identity in chain or len(chain) == CHAIN_LIMIT:
        names = " → ".join(each.stem for each in (*chain, identity))
        raise InputError([Diagnostic("BG502", values={"chain": names})])
    canonical, data = _said(_text(path), str(path))
    base = data.get("extends") if isinstance(data, dict) else None
    if isinstance(base, str):
        place = canonical.values.get(("extends",))
        data = _laid_over(_base(base, path.parent, (*chain, identity), place, take), data)
    return take(data, canonical), data


@lru_cache(maxsize=KEPT)
def _said(text: str, name: str) -> tuple[Canonical, Any]:
    """Return the places and the data of the template `name`, which nobody changes: many briefings have the same."""
    canonical = Canonical(name)
    return canonical, canonical.data(parse_yaml(text, name), outline("Template"))


def _base(
    name: str, folder: Path, chain: tuple[Path, ...], place: Position | None, take: _Taker
) -> dict[str, Any]:
    """Return the data of a template that is extended at `place`."""
    try:
        _, data = _loaded(name, folder, chain, take)
    except InputError as error:
        raise InputError(
            Diagnostic(each.code, each.position or place, each.values) for each in error.diagnostics
        ) from None
    return data


def _text(path: Path) -> str:
    try:
        return read_text(path)
    except InputError as error:  # a file that is not there has no places
        raise InputError(
            Diagnostic(each.code, None if each.code in ("BG001", "BG002") else each.position, each.values)
            for each in error.diagnostics
        ) from None


def _path(name: str, folder: Path) -> Path:
    if name in template_names():
        return template_file(name)
    path = folder / name
    if path.suffix.lower() in (".yaml", ".yml"):
        return path
    from briefgen.reader.suggest import suggestion

    values = {"name": name, "hint": suggestion(name, template_names())}
    raise InputError([Diagnostic("BG501", values=values)])


def _identity(path: Path) -> Path:
    """Return the same path for the same file, however it is named."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:  # a NUL in the name
        return path


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Return `under` with the values of `over`; mappings are merged, anything else is replaced."""
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = (
            _laid_over(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
        )
    return merged
