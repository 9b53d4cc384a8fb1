"""Filling the placeholders of a template's wording."""

from __future__ import annotations


def filled(wording: str, **values: object) -> str:
    """Return `wording` with each `{name}` replaced; unlike `str.format`, any other brace is a plain character."""
    for name, value in values.items():
        wording = wording.replace(f"{{{name}}}", str(value))
    return wording
