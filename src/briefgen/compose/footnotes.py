"""The footnotes of one text: their definitions, and the numbers that their first marks gave them.

In: definitions and marks. Out: what waits to be composed, and which definitions no mark names.
Does not belong here: composing the words of a note (`body`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from briefgen.compose.markdown import Node
    from briefgen.compose.places import Locator


class Waiting(Struct):
    """A note that has a number and waits for its words: block nodes, or the inline node of a note in the text."""

    number: int
    nodes: list[Node]
    locator: Locator | None = None


class Notes(Struct):
    """The footnotes of one text; labels of different texts never meet."""

    definitions: dict[str, Node] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    waiting: list[Waiting] = field(default_factory=list)

    def unreferenced(self) -> list[str]:
        """Return the labels of the definitions that no mark names."""
        return [label for label in self.definitions if label not in self.numbers]
