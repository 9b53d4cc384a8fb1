"""An article: title, subtitle, byline, body, and the unit that contributed it.

In: the author's article. Out: its blocks in printed order. Does not belong here: Markdown (`body`), typed blocks
(`blocks`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.compose.body import Section, compose_body
from briefgen.compose.numbering import HeadingNumbers
from briefgen.compose.text import normalize_runs
from briefgen.compose.wording import filled
from briefgen.doctree.nodes import Block, Paragraph, Role, Text, Title

if TYPE_CHECKING:
    from briefgen.compose.session import Session
    from briefgen.model.briefing import Article
    from briefgen.model.template import WordingOptions

_BREAK = re.compile(r"(?<!\\)\|")
_DASHES = "—–-－"


def article_title(session: Session, index: int, article: Article) -> Title:
    """Return the title of article `index` (from 0), in the lines that the author asked for by `|`."""
    parts = [part.strip().replace("\\|", "|") for part in _BREAK.split(article.title)]
    lines = [part for part in parts if part] or [article.title]
    if session.normalizes:
        lines = normalize_runs([(line, False) for line in lines], phrases=True)
    return Title(f"article-{index + 1}", tuple(lines), session.sources.value("articles", index, "title"))


def article_blocks(
    session: Session, index: int, article: Article, title: Title, wording: WordingOptions
) -> Iterator[Block]:
    """Yield the blocks of article `index`."""
    sources = session.sources
    yield title
    if article.subtitle:
        subtitle = "——" + session.plain(article.subtitle.strip(_DASHES + " "))
        yield _line(Role.SUBTITLE, subtitle, session, index, "subtitle")
    if article.authors:
        yield _line(Role.BYLINE, "　".join(article.authors), session, index, "authors")
    numbers = HeadingNumbers() if article.numbering == "standard" else None
    section = Section(title.id, numbers=numbers)
    if isinstance(article.body, list):
        from briefgen.compose.blocks import compose_blocks  # few authors write them

        yield from compose_blocks(session, article.body, section, ("articles", index, "body"))
    else:
        path = ("articles", index, "body")
        source = session.source_text(article.body or "", *path)
        if source.origin is None:
            source.origin = sources.text("articles", index, "body_file")
        yield from compose_body(session, source, section)
    if article.source:
        words = filled(wording.contribution, source=session.plain(article.source))
        yield _line(Role.CONTRIBUTION, words, session, index, "source")


def _line(role: Role, text: str, session: Session, index: int, field: str) -> Paragraph:
    position = session.sources.value("articles", index, field)
    return Paragraph(role, (Text(text, source=position),), position)
