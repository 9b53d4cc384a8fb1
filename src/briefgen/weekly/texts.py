"""The texts of an issue: filled with what they cite, held against the ledger, their Markdown checked where it stands.

In: articles and standing texts. Out: texts for the draft; what is wrong gathers here. Does not belong here: the draft.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct, field

from briefgen.compose import check_body
from briefgen.diagnostics import Diagnostic, TextOrigin
from briefgen.errors import InputError
from briefgen.weekly.articles import ArticleFile, articles
from briefgen.weekly.citing import Occasion, filled
from briefgen.weekly.prose import contradictions

if TYPE_CHECKING:
    from briefgen.ledger.figures import Figures
    from briefgen.weekly.source import Source


class Texts(Struct):
    """The texts of issue `issue`, which comes out on `date`."""

    source: Source
    issue: int
    date: dt.date
    figures: Figures
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def articles(self) -> list[ArticleFile]:
        """Return the articles of the period; that there is none is wrong (BG766)."""
        folder = self.source.folder / self.source.weekly.articles
        try:
            found = articles(folder, self.figures.period)
        except InputError as error:
            self.diagnostics.extend(error.diagnostics)
            return []
        if not found:
            period = self.figures.period
            values = {"folder": folder, "since": period.start, "until": period.end}
            self.diagnostics.append(Diagnostic("BG766", values=values))
        return found

    def article(self, each: ArticleFile) -> str:
        """Return the text of an article as it goes into the issue."""
        self.diagnostics.extend(check_body(each.text, each.origin, each.path.parent))
        return each.moved(self._filled(each.text, each.origin), self.source.folder)

    def standing(self, text: str | None, *path: str) -> str | None:
        """Return a text that stands in the campaign's file at `path`."""
        return None if text is None else self._filled(text, self.source.campaign.sources.text(*path))

    def _filled(self, text: str, origin: TextOrigin | None) -> str:
        self.diagnostics.extend(contradictions(text, origin, self.figures, self.source.ledger))
        found, wrong = filled(text, origin, Occasion(self.issue, self.date, self.figures))
        self.diagnostics.extend(wrong)
        return found
