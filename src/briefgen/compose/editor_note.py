"""The editor's note (编者按): paragraphs, the first of which opens with the template's wording.

In: the author's Markdown. Out: paragraphs of the role `EDITOR_NOTE`. Does not belong here: Markdown (`body`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.compose.body import Section, compose_body
from briefgen.doctree.nodes import Block, Inline, Inlines, Paragraph, Role, Text

if TYPE_CHECKING:
    from briefgen.compose.session import Session

_SECTION = "editor-note"


def editor_note(session: Session, markdown: str, wording: str) -> tuple[Block, ...]:
    """Return the note; the author may have written its opening words too, and they stand once."""
    source = session.source_text(markdown, "editor_note")
    blocks = compose_body(session, source, Section(_SECTION, Role.EDITOR_NOTE, plain=True))
    if not blocks or not wording:
        return blocks
    first, *others = blocks
    opening = Text(wording, lead=1, source=source.at(0))
    if not isinstance(first, Paragraph):
        return (Paragraph(Role.EDITOR_NOTE, (opening,), source.at(0)), *blocks)
    words = _without_opening(first.content, wording)
    return (replace(first, content=(opening, *words)), *others)


def _without_opening(content: Inlines, wording: str) -> Inlines:
    """Return `content` without the opening words, in whatever style they stand."""
    plain = "".join(item.text if isinstance(item, Text) else "\n" for item in content)
    name = re.escape(wording.rstrip("：: "))
    match = re.match(rf"{name}[：:]\s*", plain)
    dropped = match.end() if match else 0
    kept: list[Inline] = []
    for item in content:
        if dropped and isinstance(item, Text):
            size = len(item.text)
            if size > dropped:
                kept.append(replace(item, text=item.text[dropped:]))
            dropped = max(0, dropped - size)
        else:
            kept.append(item)
    return tuple(kept)
