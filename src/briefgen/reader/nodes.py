"""Nodes: what a file holds before anyone says what it means; every node knows its place.

In: nothing. Out: plain values that the syntaxes (`yaml`, `plain`) build and `canonical` reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.diagnostics import Position


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as the author spelled it, or None for an empty value; `starts` is the place of each of its lines."""

    text: str | None
    position: Position
    starts: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in order; the same key may stand twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    position: Position


Node = Scalar | Sequence | Mapping
