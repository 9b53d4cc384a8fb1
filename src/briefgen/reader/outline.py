"""Outlines: which keys a mapping may have, by which Chinese names, and what may stand under each.

In: nothing. Out: what `canonical` asks, whoever knows: the models (`shapes`), or their prepared fields (`straight`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol


class Outline(Protocol):
    """What a value may be, as far as its keys go."""

    @property
    def known(self) -> bool:
        """Whether there may be such a value at all."""

    @property
    def names(self) -> Mapping[str, str]:
        """The field for each Chinese name, where a mapping may stand."""

    @property
    def item(self) -> Outline:
        """What an item may be, where a list may stand."""

    def value(self, key: str) -> Outline:
        """Return what may stand under `key`, where a mapping may stand."""


class Unknown:
    """The outline of what nobody knows: every key is taken as it is spelled."""

    known = False
    names: Mapping[str, str] = MappingProxyType({})

    @property
    def item(self) -> Outline:
        """The same."""
        return self

    def value(self, key: str) -> Outline:
        """Return the same."""
        return self


UNKNOWN = Unknown()
