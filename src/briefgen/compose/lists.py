"""Lists, ordered and bulleted, up to three deep.

In: a syntax node. Out: a list with its labels: 1. （1） ① or •. Does not belong here: indents (`style`, `layout`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose import unsupported
from briefgen.compose.figures import holds_figures
from briefgen.compose.numbering import item_label
from briefgen.compose.paragraphs import paragraph, refuse_block
from briefgen.doctree.nodes import List, ListItem, Paragraph, Role

if TYPE_CHECKING:
    from briefgen.compose.markdown import Node
    from briefgen.compose.places import SourceText
    from briefgen.compose.session import Session

BULLET = "•"
_MAX_DEPTH = 3


def compose_list(session: Session, source: SourceText, node: Node, depth: int = 0) -> List | None:
    """Return the list of `node`, `depth` lists inside others; None if nothing of it is left."""
    position = source.line_start(node.line)
    if depth == _MAX_DEPTH:
        session.refuse(unsupported.DEEP_LIST, position)
        return None
    ordered = node.type == "ordered_list"
    number = int(node.token.attrs.get("start", 1))
    items: list[ListItem] = []
    for item in node.children:
        blocks = _blocks(session, source, item, depth)
        if blocks:
            items.append(ListItem(item_label(depth, number) if ordered else BULLET, blocks))
        number += 1
    return List(ordered, tuple(items), depth, position) if items else None


def _blocks(session: Session, source: SourceText, item: Node, depth: int) -> tuple[Paragraph | List, ...]:
    if not item.children:
        session.refuse(unsupported.EMPTY_ITEM, source.line_start(item.line))
    blocks: list[Paragraph | List | None] = []
    for node in item.children:
        match node.type:
            case "paragraph" if holds_figures(node):
                session.refuse(unsupported.PICTURE_HERE, source.line_start(node.line))
            case "paragraph":
                blocks.append(paragraph(session, source, node, Role.LIST_ITEM))
            case "bullet_list" | "ordered_list":
                blocks.append(compose_list(session, source, node, depth + 1))
            case _:
                refuse_block(session, source, node)
    return tuple(block for block in blocks if block is not None)
