"""Body files: the Markdown file that an article names becomes its body, with its own places.

In: canonical data, the folder of the briefing. Out: the same data, `body_file` replaced by `body`. Only files
inside the folder are read. Does not belong here: Markdown itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefgen.diagnostics import Diagnostic, Position, TextOrigin
from briefgen.errors import InputError
from briefgen.reader.canonical import Canonical
from briefgen.reader.file import read_text


def take_in_body_files(data: Any, folder: Path, canonical: Canonical) -> None:
    """Read the body file of each article that has one and no body."""
    articles = data.get("articles")
    for index, article in enumerate(articles if isinstance(articles, list) else []):
        if (
            not isinstance(article, dict)
            or "body" in article
            or not isinstance(article.get("body_file"), str)
        ):
            continue
        where = ("articles", index, "body_file")
        try:
            text, origin = _read(article["body_file"], folder, canonical.values.get(where))
        except InputError as error:
            canonical.diagnostics.extend(error.diagnostics)
            text, origin = "　", TextOrigin(())  # stands in, so that no missing body is reported too
        article["body"] = text
        del article["body_file"]
        body = ("articles", index, "body")
        canonical.texts[body] = origin
        canonical.values[body] = origin.at(0) or canonical.values.get(where, Position(canonical.file, 1, 1))
        canonical.names[body] = canonical.names.get(where, "body_file")


def _read(name: str, folder: Path, position: Position | None) -> tuple[str, TextOrigin]:
    path = inside(folder, name)
    if path is None:
        raise InputError([Diagnostic("BG013", position, {"path": name})])
    shown = str(folder / name)
    try:
        text = read_text(path, shown)
    except InputError as error:
        raise InputError(_at(error, shown, position)) from None
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    starts = tuple(Position(shown, number + 1, 1) for number in range(first, len(lines)))
    return "\n".join(lines[first:]).rstrip(), TextOrigin(starts)


def _at(error: InputError, shown: str, position: Position | None) -> list[Diagnostic]:
    """Return the diagnostics, a missing file at the place where it is named."""
    return [
        Diagnostic(each.code, position if each.code in ("BG001", "BG002") else each.position, each.values)
        for each in error.diagnostics
    ]


def inside(folder: Path, name: str) -> Path | None:
    """Return the file `name` below `folder`, None if it leads out of it (absolute, `..`, a link)."""
    try:
        root = folder.resolve()
        path = (root / name).resolve()
    except (OSError, ValueError, RuntimeError):
        return None
    if Path(name).is_absolute() or "\\" in name or ":" in name:
        return None
    return path if path.is_relative_to(root) else None
