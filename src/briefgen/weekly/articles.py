"""Articles of a week: Markdown files with a head (front matter), chosen by their date.

In: a folder, a period. Out: articles in the order of the issue, each knowing where its lines stand. Does not belong
here: Markdown (`compose`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.compose import check_body
from briefgen.diagnostics import Diagnostic, Position, TextOrigin
from briefgen.errors import InputError
from briefgen.model.weekly import FrontMatter
from briefgen.reader.canonical import Canonical
from briefgen.reader.file import read_text
from briefgen.reader.shapes import ModelOutline
from briefgen.reader.validate import validate
from briefgen.reader.yaml import parse_yaml

if TYPE_CHECKING:
    from briefgen.model.campaign import Period

_FENCE = re.compile(r"-{3,}[ \t]*")
_PICTURE = re.compile(r"(!\[[^\]\n]*\]\()<?([^)\s>]+)>?")


class ArticleFile(Struct, frozen=True):
    """An article: its head, its text, where the lines of the text stand, the folder that its pictures start from."""

    head: FrontMatter
    text: str
    origin: TextOrigin
    path: Path

    def moved(self, text: str, folder: Path) -> str:
        """Return `text`, a version of its own, as it stands in a file of `folder`, with the paths of its pictures."""
        here = self.path.parent.relative_to(folder).as_posix()
        if here == ".":
            return text
        return _PICTURE.sub(lambda match: f"{match[1]}{here}/{match[2]}", text)


def articles(folder: Path, period: Period) -> list[ArticleFile]:
    """Return the articles of `folder` whose date is in `period`, drafts left out.

    Raises:
        InputError: with the mistakes in the heads of all files.
    """
    found, wrong = _read(folder)
    if wrong:
        raise InputError(wrong)
    chosen = [each for each in found if period.start <= each.head.date <= period.end and not each.head.draft]
    return sorted(chosen, key=lambda each: (each.head.order, each.head.date, each.path.name))


def check_articles(folder: Path) -> Iterator[Diagnostic]:
    """Yield what is wrong with the heads and the Markdown of all articles of `folder`, whatever their dates."""
    found, wrong = _read(folder)
    yield from wrong
    for each in found:
        yield from check_body(each.text, each.origin, each.path.parent)


def _read(folder: Path) -> tuple[list[ArticleFile], list[Diagnostic]]:
    """Return the articles of `folder` that can be read, and what is wrong with the others."""
    found: list[ArticleFile] = []
    wrong: list[Diagnostic] = []
    for path in sorted(folder.rglob("*.md")):
        try:
            found.append(read_article(path))
        except InputError as error:
            wrong.extend(error.diagnostics)
    return found, wrong


def read_article(path: Path) -> ArticleFile:
    """Return the article in the file at `path`.

    Raises:
        InputError: BG767 for a file without a head, or what is wrong with the head.
    """
    lines = read_text(path).split("\n")
    ends = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line)]
    if len(ends) < 2 or ends[0] != 0:
        raise InputError([Diagnostic("BG767", Position(str(path), 1, 1))])
    end = ends[1]
    canonical = Canonical(str(path))
    data = canonical.data(parse_yaml("\n".join(["", *lines[1:end]]), str(path)), ModelOutline(FrontMatter))
    head, found = validate(FrontMatter, data, canonical.sources())
    if head is None or canonical.diagnostics:
        raise InputError([*canonical.diagnostics, *found])
    starts = tuple(Position(str(path), number, 1) for number in range(end + 2, len(lines) + 1))
    return ArticleFile(head, "\n".join(lines[end + 1 :]), TextOrigin(starts), path)
