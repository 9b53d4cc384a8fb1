"""Flow: the blocks of a document → the galley, in reading order.

In: a `Document`. Out: strips. Does not belong here: pages.
"""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from briefgen.doctree.nodes import (
    Block,
    Contents,
    Document,
    Drawing,
    FigureRow,
    Heading,
    HeadRule,
    List,
    Paragraph,
    Role,
    SplitLine,
    Table,
    Text,
    Title,
)
from briefgen.doctree.walk import role_of
from briefgen.layout import heads
from briefgen.layout.contents import contents
from briefgen.layout.context import Context
from briefgen.layout.drawing import drawing
from briefgen.layout.figure import figure_row
from briefgen.layout.galley import Strip
from briefgen.layout.paragraph import column, set_lines, strips
from briefgen.layout.table import table

MASTHEAD = frozenset({Role.MASTHEAD_CAMPAIGN, Role.MASTHEAD_ISSUE, Role.MASTHEAD_URGENCY})


def flow(document: Document, context: Context) -> list[Strip]:
    """Return the galley of `document`; each strip knows the index of its block."""
    galley: list[Strip] = []
    for index, block in enumerate(document.blocks):
        found = _block(block, index, context)
        preceding = document.blocks[index - 1] if index else None
        following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
        if found and isinstance(block, Paragraph):
            found[0] = replace(found[0], before=context.sheet.space_before(block.role, preceding))
        if found and (after := context.sheet.space_after(role_of(block), role_of(following))):
            found[-1] = replace(found[-1], height=found[-1].height + after)
        if isinstance(block, Paragraph) and block.role is Role.CONTRIBUTION and galley:
            galley[-1] = replace(galley[-1], hold=True)  # 供稿 is never alone on a page
        more = following is not None and not isinstance(following, Heading | Title)
        if found and more and galley and _ends_heading(galley[-1], document):
            found[0] = _not_alone(found)
        if galley and found and galley[-1].landscape is not found[0].landscape:
            galley[-1] = replace(galley[-1], hold=False)  # a page ends here whatever stands above
        galley.extend(found)
    return galley


def _ends_heading(strip: Strip, document: Document) -> bool:
    """Tell whether a strip is the end of a heading."""
    return strip.hold and isinstance(document.blocks[strip.block], Heading | Title)


def _not_alone(found: list[Strip]) -> Strip:
    """Return the first strip below a heading, held to what follows it if its paragraph has no other line."""
    first = found[0]
    alone = not first.hold and not first.floats and not first.landscape
    return replace(first, hold=True, lone=True) if alone else first


def _block(block: Block, index: int, context: Context) -> list[Strip]:
    match block:
        case Paragraph(role=Role.MASTHEAD_NAME):
            return heads.name_line(block, index, context)
        case Paragraph():
            return _paragraph(block, index, context)
        case SplitLine():
            return heads.split_line(block, index, context)
        case HeadRule():
            return heads.head_rule(index, context)
        case Title():
            return heads.title(block, index, context)
        case Heading():
            return heads.heading(block, index, context)
        case List():
            return _list(block, index, context)
        case Table():
            return table(block, index, context)
        case FigureRow():
            return figure_row(block, index, context)
        case Drawing():
            return drawing(block, index, context)
        case Contents():
            return contents(block, index, context)
        case _:
            assert_never(block)


def _paragraph(node: Paragraph, index: int, context: Context) -> list[Strip]:
    style = context.sheet[node.role]
    lines = set_lines(node.content, style, column(style, context), context, node.source)
    found = strips(lines, style, block=index, source=node.source)
    return [replace(strip, hold=True) for strip in found] if node.role in MASTHEAD else found


def _list(node: List, index: int, context: Context) -> list[Strip]:
    """Return the paragraphs of a list: the label runs in, deeper lists are indented by 2 字 a level."""
    base = context.sheet[Role.LIST_ITEM]
    style = replace(base, left=base.left + 2 * node.depth)
    found: list[Strip] = []
    for item in node.items:
        label = item.label
        for block in item.blocks:
            if isinstance(block, List):
                found.extend(_list(block, index, context))
                continue
            content = (Text(label), *block.content) if label else block.content
            lines = set_lines(content, style, column(style, context), context, block.source, fixed=len(label))
            label = ""
            found.extend(strips(lines, style, block=index, source=block.source))
    return found
