"""目录 → a field that is already filled: entries, leaders and page numbers stand there before anyone updates it.

In: a `Contents` node and the page numbers that layout found. Out: a string of XML.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.doctree.nodes import Contents, ContentsEntry, Role
from briefgen.writers.docx import looks
from briefgen.writers.docx.names import style_id
from briefgen.writers.docx.ooxml import FIELD_END, field, field_start, line_break, paragraph, run, tab
from briefgen.writers.docx.session import Session

#: Titles are the paragraphs of the first outline level; links, no page numbers in web view, outline levels count.
INSTRUCTION = 'TOC \\o "1-1" \\h \\z \\u'

_GALLERY = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    "</w:sdtPr>"
)


def contents(node: Contents, block: int, session: Session, *direct: str) -> str:
    """Return title and entries as a content control that offices offer to update; `direct` goes to the title."""
    title = paragraph(style_id(Role.CONTENTS_TITLE), run(node.title), *direct)
    lines = iter(session.placed.entries.get(block, ()))
    entries = [_entry(entry, _broken(entry.text, lines), session) for entry in node.entries]
    if entries:
        style = style_id(Role.CONTENTS_ENTRY)
        opened = [field_start(INSTRUCTION) + entries[0][1], *(content for _, content in entries[1:])]
        opened[-1] += FIELD_END
        pairs = zip(entries, opened, strict=True)
        title += "".join(paragraph(style, content, *look) for (look, _), content in pairs)
    return f"<w:sdt>{_GALLERY}<w:sdtContent>{title}</w:sdtContent></w:sdt>"


def _entry(entry: ContentsEntry, lines: list[str], session: Session) -> tuple[tuple[str, ...], str]:
    """Return direct properties and runs of an entry: a link to its title with leader and page number."""
    em = session.sheet[Role.CONTENTS_ENTRY].em
    look = (looks.indent(em, left=2.0 * (entry.level - 1)),) if entry.level > 1 else ()
    name = session.bookmark(entry.target)[1]
    number = field(f"PAGEREF {name} \\h", str(session.placed.numbers[entry.target]))
    text = line_break().join(run(line) for line in lines)
    return look, f'<w:hyperlink w:anchor="{name}" w:history="1">{text}{tab()}{number}</w:hyperlink>'


def _broken(text: str, lines: Iterator[str]) -> list[str]:
    """Return `text` in the lines of layout, which leave room for leader and number; in one piece without layout.

    A right indent would do the same in Word, but LibreOffice loses a number that stands beyond it.
    """
    found: list[str] = []
    rest = text
    for line in lines:
        if line.startswith(rest) or not (line and rest.startswith(line)):
            break
        found.append(line)
        rest = rest[len(line) :].lstrip()
    return [*found, rest]
