"""Inlines → runs.

In: inlines of the document tree. Out: strings of XML. Character styles carry the faces, so that an editor can
change all of a kind at once.
"""

from __future__ import annotations

import re
from typing import assert_never

from briefgen.doctree.nodes import FootnoteMark, Inlines, LineBreak, Text
from briefgen.writers.docx.names import EMPHASIS, HYPERLINK, NOTE_REFERENCE, STRONG, lead_id
from briefgen.writers.docx.ooxml import escape, line_break, run, val
from briefgen.writers.docx.session import Session

PAIRS = re.compile(r"(—{2,}|…{2,})")
ENGLISH = '<w:lang w:eastAsia="en-US"/>'


def runs(content: Inlines, session: Session, *direct: str) -> str:
    """Return the runs of `content`; `direct` are properties that this paragraph's text has beside its style."""
    return "".join(_inline(item, session, direct) for item in content)


def _inline(item: Text | LineBreak | FootnoteMark, session: Session, direct: tuple[str, ...]) -> str:
    match item:
        case Text():
            style = _style(item)
            looks = ((val("rStyle", style),) if style else ()) + direct
            found = "".join(_run(part, looks) for part in PAIRS.split(item.text) if part)
            return _linked(found, item.href, session) if item.href else found
        case LineBreak():
            return line_break(*direct)
        case FootnoteMark(number):
            return f'<w:r><w:rPr>{val("rStyle", NOTE_REFERENCE)}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        case _:
            assert_never(item)


def _run(text: str, looks: tuple[str, ...]) -> str:
    """Return a run; a pair of marks is English, since LibreOffice splits it where it is Chinese."""
    return run(text, *looks, ENGLISH) if PAIRS.match(text) else run(text, *looks)


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
