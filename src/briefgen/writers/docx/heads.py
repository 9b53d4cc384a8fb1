"""Heads: masthead lines, the red rule, titles and headings → paragraphs.

In: nodes of the document tree. Out: strings of XML. Titles and headings carry the bookmarks that the 目录 points to.
"""

from __future__ import annotations

from briefgen.doctree.nodes import Heading, Inlines, Role, SplitLine, Text, Title
from briefgen.layout.heads import RULE_DROP
from briefgen.style import StyleSheet
from briefgen.writers.docx import looks
from briefgen.writers.docx.inlines import spaced_runs
from briefgen.writers.docx.names import style_id
from briefgen.writers.docx.ooxml import bookmark, line_break, paragraph, run, tab
from briefgen.writers.docx.session import Session
from briefgen.writers.docx.styles import SPLIT


def split_line(node: SplitLine, block: int, session: Session, *direct: str) -> str:
    """Return one line whose right part stands at a tab stop at the right edge, below the left one if need be."""
    style = session.sheet[node.role]
    if node.role not in SPLIT:  # its style knows nothing of a right part
        stop = session.sheet.page.measure - style.right * style.em
        direct = (*direct, looks.right_tab(stop), looks.indent(style.em, first=style.left))
    content = run(node.left) if node.left else ""
    if node.right:
        content += (line_break() if block in session.placed.apart else "") + tab() + run(node.right)
    return paragraph(style_id(node.role), content, *direct)


def name_look(session: Session) -> tuple[str, ...]:
    """Return the size of the briefing's name where layout had to shrink it."""
    size = session.placed.name_size
    if size is None or size == session.sheet[Role.MASTHEAD_NAME].size:
        return ()
    return looks.size(size)


def rule_look(role: Role | None, sheet: StyleSheet) -> tuple[str, ...]:
    """Return the red rule as the foot of the last masthead line's paragraph, as wide as the type area.

    Rule and room together are as high as layout has them; without a line of some `role` above it, the
    rule is the foot of a paragraph of its own.
    """
    rule, room = sheet.head_rule, _rule_space(sheet)
    border = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="{round(rule.width * 8)}" w:space="{room}"'
        f' w:color="{rule.color}"/></w:pBdr>'
    )
    after = max(0.0, sheet.head_rule_height - room - rule.width)
    if role is None:
        return border, looks.spacing(1.0, after=after)
    style = sheet[role]
    return border, looks.spacing(style.pitch, before=style.before, after=style.after + after)


def _rule_space(sheet: StyleSheet) -> int:
    """Return the whole points between the line's foot and the rule's upper edge."""
    return max(0, round(RULE_DROP - sheet.head_rule.width / 2))


def title(node: Title, block: int, session: Session, *direct: str) -> str:
    """Return the title of an article, broken where layout broke it."""
    lines = _title_lines(node, session.placed.titles.get(block, ()))
    content = line_break().join(run(line) for line in lines)
    return paragraph(style_id(Role.TITLE), bookmark(*session.bookmark(node.id), content), *direct)


def _title_lines(node: Title, broken: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines of layout if they are those of this title, the author's own breaks otherwise."""
    if "".join(broken).replace(" ", "") == node.text.replace(" ", ""):
        return broken
    return node.lines


def heading(node: Heading, block: int, session: Session, *direct: str) -> str:
    """Return a heading, its number as text."""
    content: Inlines = (Text(node.number), *node.content) if node.number else node.content
    spaced = spaced_runs(content, session, session.spacing(block), session.sheet[node.role].tracking)
    marked = bookmark(*session.bookmark(node.id), spaced)
    return paragraph(style_id(node.role), marked, *direct)
