"""Inlines → runs.

In: inlines of the document tree. Out: strings of XML. Character styles carry the faces, so that an editor can
change all of a kind at once.
"""

from __future__ import annotations

from typing import assert_never

from briefgen.doctree.nodes import FootnoteMark, Inlines, LineBreak, Text
from briefgen.writers.docx.names import EMPHASIS, HYPERLINK, NOTE_REFERENCE, STRONG, lead_id
from briefgen.writers.docx.ooxml import escape, line_break, run, val
from briefgen.writers.docx.session import Session


def runs(content: Inlines, session: Session, *direct: str) -> str:
    """Return the runs of `content`; `direct` are properties that this paragraph's text has beside its style."""
    return "".join(_inline(item, session, direct) for item in content)


def _inline(item: Text | LineBreak | FootnoteMark, session: Session, direct: tuple[str, ...]) -> str:
    match item:
        case Text():
            style = _style(item)
            found = run(item.text, *((val("rStyle", style),) if style else ()), *direct)
            return _linked(found, item.href, session) if item.href else found
        case LineBreak():
            return line_break(*direct)
        case FootnoteMark(number):
            return f'<w:r><w:rPr>{val("rStyle", NOTE_REFERENCE)}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        case _:
            assert_never(item)


def _style(item: Text) -> str:
    """Return the character style of the text, in the order in which layout chooses faces."""
    if item.lead:
        return lead_id(item.lead)
    if item.strong:
        return STRONG
    if item.emphasis:
        return EMPHASIS
    return HYPERLINK if item.href else ""


def _linked(found: str, address: str, session: Session) -> str:
    return f'<w:hyperlink r:id="{escape(session.link(address))}" w:history="1">{found}</w:hyperlink>'
