"""Checking texts of a briefing that cannot be composed, because a field of it is wrong.

In: the data of the file with English keys, not validated. Out: every mistake in its Markdown and its typed blocks, so
that the author sees them in the same run as those in the fields. Does not belong here: fields (`reader`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefgen.compose.body import Section, compose_body
from briefgen.compose.places import SourceText
from briefgen.compose.session import Session
from briefgen.diagnostics import Diagnostic, SourceMap, TextOrigin
from briefgen.doctree.nodes import Role


def check_body(text: str, origin: TextOrigin | None, folder: Path) -> tuple[Diagnostic, ...]:
    """Return all mistakes of one Markdown body whose pictures lie in `folder`."""
    session = Session(folder)
    compose_body(session, SourceText(text, origin), Section("body"))
    return tuple(session.diagnostics)


def check_texts(data: Any, sources: SourceMap, folder: Path) -> tuple[Diagnostic, ...]:
    """Return all mistakes of the editor's note and of the bodies in `data`, whatever else it holds."""
    session = Session(folder, sources)
    if isinstance(data, dict):
        _check(session, data.get("editor_note"), Section("note", Role.EDITOR_NOTE, plain=True), "editor_note")
        articles = data.get("articles")
        for index, article in enumerate(articles if isinstance(articles, list) else []):
            if isinstance(article, dict):
                _check(session, article.get("body"), Section("body"), "articles", index, "body")
                _check_blocks(session, article.get("body"), "articles", index, "body")
    return tuple(session.diagnostics)


def _check(session: Session, text: Any, section: Section, *path: str | int) -> None:
    # the place of a file that cannot be read is taken by a text without lines
    if isinstance(text, str) and (origin := session.sources.text(*path)) is not None and origin.starts:
        compose_body(session, session.source_text(text, *path), section)


def _check_blocks(session: Session, blocks: Any, *path: str | int) -> None:
    """Check those of the typed blocks whose own fields are right."""
    from briefgen.compose.blocks import compose_block
    from briefgen.model.content import sound_block  # a model, which a sound briefing does without

    for index, data in enumerate(blocks if isinstance(blocks, list) else []):
        if (block := sound_block(data)) is not None:
            compose_block(session, block, Section("body"), (*path, index))
