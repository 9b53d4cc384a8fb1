"""Footnotes → `footnotes.xml`: real footnotes, which an editor can move with the text.

In: the footnotes of a document. Out: the part's bytes. Does not belong here: their marks in the text (`inlines`).
"""

from __future__ import annotations

from briefgen.doctree.nodes import Inlines, Role
from briefgen.writers.docx import looks
from briefgen.writers.docx.inlines import runs
from briefgen.writers.docx.names import NOTE_SEPARATOR, style_id
from briefgen.writers.docx.ooxml import paragraph, part, run
from briefgen.writers.docx.session import Session

HANG = 1.5  # 字 by which wrapped lines hang below the first one's words
_MARK = "<w:r><w:footnoteRef/></w:r>"  # on the line, as large as the note


def footnotes(notes: tuple[Inlines, ...], session: Session) -> bytes:
    """Return the part with the rules above footnotes and the notes, numbered from 1."""
    found = [
        _note(-1, paragraph(NOTE_SEPARATOR, "<w:r><w:separator/></w:r>"), "separator"),
        _note(0, paragraph(NOTE_SEPARATOR, "<w:r><w:continuationSeparator/></w:r>"), "continuationSeparator"),
    ]
    style = session.sheet[Role.FOOTNOTE]
    hang = looks.indent(style.em, left=style.left + HANG, right=style.right, first=-HANG)
    for number, content in enumerate(notes, 1):
        text = f"{_MARK}{run(' ')}{runs(content, session)}"
        found.append(_note(number, paragraph(style_id(Role.FOOTNOTE), text, hang)))
    return part("footnotes", "".join(found), "r")


def _note(number: int, content: str, kind: str = "") -> str:
    named = f' w:type="{kind}"' if kind else ""
    return f'<w:footnote{named} w:id="{number}">{content}</w:footnote>'
