"""The 目录: a title and a line for each entry, with leaders to a page number that is known at the end.

In: a `Contents` node. Out: strips whose last line carries a `Reference`; `filled` turns it into runs.
"""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.doctree.nodes import Align, Contents, ContentsEntry, Role, Text
from briefgen.layout.context import Context
from briefgen.layout.frame import Item, Line, Link, Run
from briefgen.layout.galley import Reference, Strip
from briefgen.layout.inline.justify import set_line
from briefgen.layout.inline.shape import shape
from briefgen.layout.paragraph import Column, column, line_item, set_lines, strips

NUMBER_ROOM = 3.0  # 字 kept free at the right for leader and page number
LEADER_STEP = 0.375  # 字 from dot to dot


def contents(node: Contents, block: int, context: Context) -> list[Strip]:
    """Return the title and the entries of the 目录."""
    title_style = context.sheet[Role.CONTENTS_TITLE]
    lines = set_lines((Text(node.title),), title_style, column(title_style, context), context)
    found = strips(lines, title_style, block=block, source=None)
    for entry in node.entries:
        found.extend(_entry(entry, block, context))
    return found


def _entry(entry: ContentsEntry, block: int, context: Context) -> list[Strip]:
    style = context.sheet[Role.CONTENTS_ENTRY]
    full = column(style, context)
    indent = (entry.level - 1) * 2 * style.em
    place = Column(full.left + indent, full.width - indent - NUMBER_ROOM * style.em)
    lines = set_lines((Text(entry.text),), style, place, context)
    found = strips(lines, style, block=block, source=None)
    right = full.left + full.width
    link = Link(place.left, 0.0, right - place.left, style.pitch, entry.target)
    found = [replace(strip, items=(*strip.items, link), hold=True) for strip in found]
    last = line_item(lines[-1], style, block=block)
    reference = Reference(entry.target, last, lines[-1].end + 0.25 * style.em, right)
    found[-1] = replace(found[-1], items=(link,), reference=reference, hold=False)
    return found


def filled(reference: Reference, page: int, context: Context) -> Item:
    """Return the entry's last line with its leader and the number of `page`."""
    style = context.sheet[Role.CONTENTS_ENTRY]
    glyphs = shape((Text(str(page)),), style, context.sheet, context.fonts)
    number = set_line(glyphs, reference.left, reference.right - reference.left, Align.RIGHT, last=True)
    runs: tuple[Run, ...] = (
        *reference.line.runs,
        *_leader(reference, number.runs[0].x, context),
        *number.runs,
    )
    line = reference.line
    return Line(line.role, line.baseline, runs, line.adjust, line.block, line.source)


def _leader(reference: Reference, end: float, context: Context) -> tuple[Run, ...]:
    """Return the dots between words and number; they stand one below the other in all entries."""
    style = context.sheet[Role.CONTENTS_ENTRY]
    step = LEADER_STEP * style.em
    start = end - 0.25 * style.em
    count = int((start - reference.left) / step)
    if count < 1:
        return ()
    first = shape((Text("."),), style, context.sheet, context.fonts)[0]
    origin = reference.right - NUMBER_ROOM * style.em  # a fixed place, so that dots align
    left = origin - step * int((origin - reference.left) / step)
    count = int((start - left) / step)
    return (Run(left, "." * count, first.face, first.size, (step,) * count, first.color),)
