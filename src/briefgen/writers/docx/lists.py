"""Lists → paragraphs with real numbering, where the labels count; other labels stay text.

In: `List` nodes. Out: paragraphs, and `numbering.xml` for all lists of the document. The label runs in: a first-line
indent as in the body, nothing between label and text, so the lines are those of the layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.doctree.nodes import List, Paragraph, Role
from briefgen.writers.docx import looks
from briefgen.writers.docx.inlines import spaced_runs
from briefgen.writers.docx.names import style_id
from briefgen.writers.docx.ooxml import paragraph, part, run, val
from briefgen.writers.docx.placed import Spacing
from briefgen.writers.docx.session import Session

_COUNTED = re.compile(r"(?P<before>[^0-9%]*)(?P<number>[1-9][0-9]{0,5})(?P<after>[^0-9%]*)")


def list_paragraphs(node: List, spacings: Iterator[Spacing], session: Session, *direct: str) -> str:
    """Return the paragraphs of the list and of the lists in it, each with the next of `spacings`.

    `direct` goes to the first one.
    """
    number = session.numbering(node) if level(node) else 0
    found = []
    for item in node.items:
        label = item.label
        for block in item.blocks:
            if isinstance(block, List):
                found.append(list_paragraphs(block, spacings, session))
                continue
            found.append(_paragraph(block, (label, number), next(spacings, ()), node.depth, session, direct))
            label, direct = "", ()
    return "".join(found)


def _paragraph(
    block: Paragraph,
    labelled: tuple[str, int],
    spacing: Spacing,
    depth: int,
    session: Session,
    direct: tuple[str, ...],
) -> str:
    label, number = labelled
    style = session.sheet[Role.LIST_ITEM]
    look = list(direct)
    if depth:
        look.append(looks.indent(style.em, left=style.left + 2.0 * depth, first=style.first_line))
    if label and number:
        look.append(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
    content = spaced_runs(block.content, session, spacing, style.tracking, len(label))
    shown = run(label) if label and not number else ""
    return paragraph(style_id(Role.LIST_ITEM), shown + content, *look)


def level(node: List) -> tuple[str, int, str] | None:
    """Return number format, start and label text of a list whose labels count on or are all alike, else None."""
    labels = [item.label for item in node.items]
    if not labels or not all(labels):
        return None
    if not node.ordered:
        return ("bullet", 1, labels[0]) if len(set(labels)) == 1 and "%" not in labels[0] else None
    first = _COUNTED.fullmatch(labels[0])
    if first is None:
        return None
    start = int(first["number"])
    if labels != [f"{first['before']}{start + n}{first['after']}" for n in range(len(labels))]:
        return None
    return "decimal", start, f"{first['before']}%1{first['after']}"


def numbering(session: Session) -> bytes:
    """Return the part with one definition for each list that has real numbering."""
    definitions = [_definition(number, node, session) for number, node in enumerate(session.lists, 1)]
    uses = [
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(1, len(session.lists) + 1)
    ]
    return part("numbering", "".join(definitions + uses))


def _definition(number: int, node: List, session: Session) -> str:
    found = level(node)
    if found is None:
        return ""
    kind, start, text = found
    style = session.sheet[Role.LIST_ITEM]
    indent = looks.indent(style.em, left=style.left + 2.0 * node.depth, first=style.first_line)
    elements = {"start": start, "numFmt": kind, "suff": "nothing", "lvlText": text, "lvlJc": "left"}
    face = looks.fonts(style.face, hint=True)
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f"{''.join(val(*element) for element in elements.items())}<w:pPr>{indent}</w:pPr><w:rPr>{face}</w:rPr>"
        "</w:lvl></w:abstractNum>"
    )
