"""The whole issue: a briefing and a template to the document tree.

In: validated models. Out: a document and every mistake found on the way; an author's mistake never raises.
Does not belong here: any one part, each has its module.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from briefgen.compose.articles import article_blocks, article_title
from briefgen.compose.colophon import colophon
from briefgen.compose.contents import contents
from briefgen.compose.editor_note import editor_note
from briefgen.compose.masthead import issue_line, masthead
from briefgen.compose.session import Session
from briefgen.diagnostics import Diagnostic
from briefgen.doctree.nodes import Block, Document, Metadata, Title

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing
    from briefgen.model.template import PartName, Template


def compose(briefing: Briefing, template: Template) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document tree of `briefing` as `template` words it, and all diagnostics.

    With an error among the diagnostics the tree is sound but lacks what could not be composed.
    """
    session = Session(briefing.folder, briefing.sources, briefing.normalize_punctuation)
    titles = [article_title(session, index, article) for index, article in enumerate(briefing.articles)]
    blocks: list[Block] = []
    for part in template.parts:
        blocks += _part(part, session, briefing, template, titles)
    foot = None
    if briefing.colophon is not None and "colophon" in template.parts:
        foot = colophon(session, briefing.colophon, template.wording)
    metadata = _metadata(session, briefing, template, titles)
    document = Document(metadata, tuple(blocks), tuple(session.footnotes), foot)
    return document, tuple(session.diagnostics)


def _part(
    part: PartName, session: Session, briefing: Briefing, template: Template, titles: list[Title]
) -> Iterator[Block]:
    match part:
        case "masthead":
            yield from masthead(session, briefing.masthead, template.masthead)
        case "editor_note":
            if briefing.editor_note is not None:
                yield from editor_note(session, briefing.editor_note, template.wording.editor_note)
        case "contents":
            listed = contents(titles, briefing.contents, template.wording.contents)
            if listed is not None:
                yield listed
        case "articles":
            for index, article in enumerate(briefing.articles):
                yield from article_blocks(session, index, article, titles[index], template.wording)
        case "colophon":
            pass  # not among the blocks: it stands at the foot of the last page
        case _:
            assert_never(part)


def _metadata(session: Session, briefing: Briefing, template: Template, titles: list[Title]) -> Metadata:
    head = briefing.masthead
    return Metadata(
        title=session.plain(head.name) + issue_line(head, template.masthead),
        author=session.plain(head.issuer),
        subject=session.plain(head.campaign) if head.campaign else titles[0].text,
        keywords=tuple(title.text for title in titles),
        date=head.date,
    )
