"""Briefings and templates for tests, with as few words as each needs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from briefgen.compose import compose
from briefgen.diagnostics import Diagnostic, SourceMap
from briefgen.doctree.nodes import Document
from briefgen.model.briefing import Briefing
from briefgen.model.template import Template

ISSUER = "中共白山市江源区委宣传部"


class Placed:
    """A briefing that lies in a folder, with the places of its values."""

    def __init__(self, briefing: Briefing, folder: Path, sources: SourceMap) -> None:
        self._briefing = briefing
        self.folder = folder
        self.sources = sources

    def __getattr__(self, name: str) -> Any:
        return getattr(self._briefing, name)


def article(**fields: Any) -> dict[str, Any]:
    return {"title": "题", "body": "文。"} | fields


def composed(
    *,
    head: dict[str, Any] | None = None,
    template: dict[str, Any] | None = None,
    folder: Path = Path(),
    sources: SourceMap | None = None,
    **fields: Any,
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Compose a briefing of `fields`, one article unless they say otherwise, with `head` in its masthead."""
    masthead = {"issuer": ISSUER, "date": dt.date(2020, 7, 3)} | (head or {})
    briefing = Briefing.model_validate({"masthead": masthead, "articles": [article()]} | fields)
    placed: Any = Placed(briefing, folder, sources or SourceMap())
    return compose(placed, Template.model_validate({"name": "活动动态"} | (template or {})))


def composed_article(**fields: Any) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Compose a briefing of one article and no masthead."""
    return composed(template={"parts": ["articles"]}, articles=[article(**fields)])
