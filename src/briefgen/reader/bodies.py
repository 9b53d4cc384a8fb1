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
from briefgen.reader.file import SIZE_LIMIT, read_text
from briefgen.reader.nodes import Scalar
from briefgen.reader.outline import UNKNOWN


def take_in_body_files(data: Any, folder: Path, canonical: Canonical) -> None:
    """Read the body file of each article that has one and no body; together they are bounded like one file."""
    articles = data.get("articles")
    size = 0
    for index, article in enumerate(articles if isinstance(articles, list) else []):
        if not isinstance(article, dict) or "body" in article:
            continue
        name = article.get("body_file")
        if not isinstance(name, str) or not name:
            continue
        named, body = ("articles", index, "body_file"), ("articles", index, "body")
        place = canonical.values.get(named)
        try:
            text = _read(name, folder, place)
            size += len((text.text or "").encode())
            if size > SIZE_LIMIT:  # a file that many articles name would fill the memory
                raise InputError([Diagnostic("BG006", place, {"size": size, "limit": SIZE_LIMIT})])
            article["body"] = canonical.data(text, UNKNOWN, body)
        except InputError as error:
            canonical.diagnostics.extend(error.diagnostics)
            article["body"] = "　"  # stands in, so that no missing body is reported too
            canonical.values[body] = place or Position(canonical.file, 1, 1)
            canonical.texts[body] = TextOrigin(())
        del article["body_file"]
        canonical.names[body] = canonical.names.get(named, "body_file")


def _read(name: str, folder: Path, position: Position | None) -> Scalar:
    path = inside(folder, name)
    if path is None:
        raise InputError([Diagnostic("BG013", position, {"path": name})])
    shown = str(folder / name)
    try:
        text = read_text(path, shown)
    except InputError as error:
        raise InputError(_at(error, shown, position)) from None
    starts = tuple(Position(shown, number, 1) for number in range(1, text.count("\n") + 2))
    return Scalar(text, _first(text, starts), starts)


def _first(text: str, starts: tuple[Position, ...]) -> Position:
    """Return the place of the first character that is not a space."""
    leading = text[: len(text) - len(text.lstrip())]
    line = starts[leading.count("\n")]
    return Position(line.file, line.line, len(leading) - leading.rfind("\n"))


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
