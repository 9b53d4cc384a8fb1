"""Nodes: what a file holds before anyone says what it means; every node knows its place.

In: nothing. Out: plain values that the syntaxes (`yaml`, `plain`) build and `canonical` reads.
"""

from __future__ import annotations

from msgspec import Struct

from briefgen.diagnostics import Diagnostic, Position
from briefgen.errors import InputError

NODE_LIMIT = 250_000  # of a file: a table of 20,000 rows is far below, what only fills the memory far above


class Scalar(Struct, frozen=True):
    """A text as the author spelled it, or None for an empty value; `starts` is the place of each of its lines."""

    text: str | None
    position: Position
    starts: tuple[Position, ...] = ()


class Sequence(Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    position: Position


class Mapping(Struct, frozen=True):
    """Keys with their values, in order; the same key may stand twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    position: Position


Node = Scalar | Sequence | Mapping


class Count:
    """Counts the nodes of a file while they are built."""

    def __init__(self) -> None:
        self._nodes = 0

    def one_more(self, position: Position) -> None:
        """Count the node at `position`.

        Raises:
            InputError: BG015.
        """
        self._nodes += 1
        if self._nodes > NODE_LIMIT:
            raise InputError([Diagnostic("BG015", position, {"limit": NODE_LIMIT})])
