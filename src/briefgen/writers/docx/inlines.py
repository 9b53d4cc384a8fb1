"""Inlines → runs.

In: inlines of the document tree. Out: strings of XML. Character styles carry the faces, so that an editor can
change all of a kind at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from briefgen.doctree.nodes import FootnoteMark, Inlines, LineBreak, Text
from briefgen.layout.inline.shape import footnote_sign
from briefgen.spec import office
from briefgen.units import twips
from briefgen.writers.docx.names import EMPHASIS, HYPERLINK, NOTE_REFERENCE, STRONG, lead_id
from briefgen.writers.docx.ooxml import escape, line_break, run, val
from briefgen.writers.docx.placed import Spacing
from briefgen.writers.docx.session import Session

ENGLISH = '<w:lang w:eastAsia="en-US"/>'


def runs(content: Inlines, session: Session, *direct: str) -> str:
    """Return the runs of `content`; `direct` are properties that this paragraph's text has beside its style."""
    return "".join([_inline(item, session, direct) for item in content])


def spaced_runs(content: Inlines, session: Session, spacing: Spacing, tracking: float, start: int = 0) -> str:
    """Return the runs of `content`, cut where the spacing of a line begins and ends.

    `start` is the place of its first character in the paragraph, `tracking` that of its style, in points.
    """
    found = []
    for item in content:
        if spacing and isinstance(item, Text):
            parts = [
                _text(item, text, (val("spacing", twips(tracking) + extra),) if extra else ())
                for text, extra in _cut(item.text, start, spacing)
            ]
            found.append(_linked("".join(parts), item.href, session))
        else:
            found.append(_inline(item, session, ()))
        start += _length(item)
    return "".join(found)


def _cut(text: str, start: int, spacing: Spacing) -> Iterator[tuple[str, int]]:
    """Yield the parts of `text`, whose first character is number `start`, each with its spacing in twips."""
    done = 0
    for begin, end, extra in spacing:
        first, last = max(done, begin - start), min(len(text), end - start)
        if first < last:
            if done < first:
                yield text[done:first], 0
            yield text[first:last], extra
            done = last
    if done < len(text):
        yield text[done:], 0


def _length(item: Text | LineBreak | FootnoteMark) -> int:
    """Return how many characters layout counts for an inline."""
    match item:
        case Text():
            return len(item.text)
        case LineBreak():
            return 1
        case FootnoteMark():
            return len(footnote_sign(item.number))
        case _:
            assert_never(item)


def _inline(item: Text | LineBreak | FootnoteMark, session: Session, direct: tuple[str, ...]) -> str:
    match item:
        case Text():
            return _linked(_text(item, item.text, direct), item.href, session)
        case LineBreak():
            return line_break(*direct)
        case FootnoteMark(number):
            return f'<w:r><w:rPr>{val("rStyle", NOTE_REFERENCE)}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        case _:
            assert_never(item)


def _text(item: Text, text: str, direct: tuple[str, ...]) -> str:
    """Return the runs of a part of `item`."""
    style = _style(item)
    looks = ((val("rStyle", style),) if style else ()) + direct
    return "".join([_run(part, looks) for part in office.PAIRS.split(text) if part])


def _run(text: str, looks: tuple[str, ...]) -> str:
    """Return a run; a pair of marks is English, since LibreOffice splits it where it is Chinese."""
    return run(text, *looks, ENGLISH) if office.PAIRS.match(text) else run(text, *looks)


def _style(item: Text) -> str:
    """Return the character style of the text, in the order in which layout chooses faces."""
    if item.lead:
        return lead_id(item.lead)
    if item.strong:
        return STRONG
    if item.emphasis:
        return EMPHASIS
    return HYPERLINK if item.href else ""


def _linked(found: str, address: str | None, session: Session) -> str:
    if not address:
        return found
    return f'<w:hyperlink r:id="{escape(session.link(address))}" w:history="1">{found}</w:hyperlink>'
