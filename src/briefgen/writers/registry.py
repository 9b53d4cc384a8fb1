"""The registry of writers: those of ours, and those that other packages bring as entry points.

In: names of formats. Out: functions that write them. A package adds a format by an entry point of the group
`briefgen.writers` whose name is the format: a function from `Manuscript` to bytes. Entry points are read when a
name is not one of ours, so that the usual run does not search the installed packages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from briefgen.writers import Manuscript

GROUP = "briefgen.writers"

Writer: TypeAlias = "Callable[[Manuscript], bytes]"


class Registry:
    """Writers by the name of their format; iterates over the formats of ours, which are written by default."""

    def __init__(self, ours: Mapping[str, Writer]) -> None:
        self._ours = dict(ours)

    def __getitem__(self, name: str) -> Writer:
        ours = self._ours.get(name)
        if ours is not None:
            return ours
        loaded: Writer = self._plugins[name].load()
        return loaded

    def __contains__(self, name: object) -> bool:
        return name in self._ours or name in self._plugins

    def __iter__(self) -> Iterator[str]:
        return iter(self._ours)

    def __len__(self) -> int:
        return len(self._ours)

    def known(self) -> list[str]:
        """Return the names of all formats, those of plug-ins too, in order."""
        return sorted({*self._ours, *self._plugins})

    @cached_property
    def _plugins(self) -> dict[str, EntryPoint]:
        from importlib.metadata import entry_points

        return {point.name: point for point in entry_points(group=GROUP)}
