"""Paragraphs, and what stands where only paragraphs may stand.

In: a syntax node. Out: a paragraph, or diagnostics. Does not belong here: which blocks a place takes (`body`, `lists`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.compose import unsupported
from briefgen.compose.inlines import inlines
from briefgen.compose.runin import with_lead
from briefgen.doctree.nodes import Paragraph, Role
from briefgen.errors import InternalError

if TYPE_CHECKING:
    from briefgen.compose.markdown import Node
    from briefgen.compose.places import SourceText
    from briefgen.compose.session import Session

# compiled for a text that may hold one
_GLUED_HEADING = r"#{1,6}[^#\s\d][^#\n]*(?:\n|$)"
_REFERENCE = r"(?mi)^ {0,3}\[[^\]^]+\]:\s*<?(?:https?:|mailto:|www\.|\S+\.(?:jpe?g|png)\b)"
_WIDE_PIPES = r"[ \t　]*｜[^｜\n]*｜"
_WITH_LEAD = (Role.BODY, Role.LIST_ITEM)
_EXCERPT = 40


def paragraph(session: Session, source: SourceText, node: Node, role: Role) -> Paragraph | None:
    """Return the paragraph of `node`, None if nothing of it is left to print."""
    _check_slips(session, source, node)
    content = inlines(session, source, node.children[0])
    if not content:
        return None
    if role in _WITH_LEAD:
        content = with_lead(content)
    return Paragraph(role, content, source.line_start(node.line))


def refuse_block(session: Session, source: SourceText, node: Node) -> None:
    """Report a block that may not stand where it stands."""
    position = source.line_start(node.line)
    if node.type == "html_block":
        session.report("BG201", position, text=node.token.content.strip().split("\n")[0][:_EXCERPT])
    elif node.type in unsupported.BLOCKS:
        session.refuse(unsupported.BLOCKS[node.type], position)
    else:
        raise InternalError(f"unknown block token {node.type!r}")


def _check_slips(session: Session, source: SourceText, node: Node) -> None:
    """Report what CommonMark takes for plain words and the author did not mean so."""
    content = node.children[0].token.content
    if content.startswith("#") and re.match(_GLUED_HEADING, content):
        session.refuse(unsupported.GLUED_HEADING, source.line_start(node.line))
    if "｜" in content and re.match(_WIDE_PIPES, content):
        session.refuse(unsupported.WIDE_PIPES, source.line_start(node.line))
    if "]:" in content:
        for match in re.finditer(_REFERENCE, content):
            line = node.line + content.count("\n", 0, match.start())
            session.refuse(unsupported.REFERENCE_LINK, source.line_start(line))
