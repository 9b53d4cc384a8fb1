"""Overrides: `--set masthead.issue=13` changes one value before the data is validated.

In: canonical data, assignments. Out: the same data, changed. Does not belong here: whether the value is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from briefgen.diagnostics import Diagnostic, Phrase, _
from briefgen.reader.canonical import Canonical, Path
from briefgen.reader.file import FORBIDDEN
from briefgen.reader.outline import UNKNOWN, Outline


def override(
    data: dict[str, Any], assignments: Iterable[str], canonical: Canonical, outline: Outline
) -> Iterator[Diagnostic]:
    """Change `data` as each of `assignments` says; yield what is wrong with them (BG111)."""
    for assignment in assignments:
        reason = _override(data, assignment, canonical, outline)
        if reason:
            yield Diagnostic("BG111", values={"reason": reason})


def _override(data: dict[str, Any], assignment: str, canonical: Canonical, outline: Outline) -> Phrase | None:
    """Change `data` as `assignment` says, or return why not."""
    if bad := FORBIDDEN.search(assignment):  # the shell may hand over anything, even what is no text
        return Phrase(_("含有控制字符或非法字符 {code_point}"), {"code_point": f"U+{ord(bad[0]):04X}"})
    dotted, equals, value = assignment.partition("=")
    if not equals:
        return Phrase(_("缺少等号"))
    try:
        path = _assign(data, dotted.strip(), value.strip(), outline)
    except _NowhereError as error:
        return _no_such(dotted.strip(), error)
    _forget_places(canonical, path)
    return None


class _NowhereError(Exception):
    """A path leads nowhere: `word` is none of the keys in `outline`, if it has any."""

    def __init__(self, word: str = "", outline: Outline = UNKNOWN) -> None:
        super().__init__(word)
        self.word, self.outline = word, outline


def _no_such(dotted: str, error: _NowhereError) -> Phrase:
    """Return that there is nothing called `dotted`, and what was probably meant."""
    from briefgen.reader.suggest import chinese, suggestion

    names = error.outline.names
    known = list(names if chinese(error.word) else dict.fromkeys(names.values()))
    if not error.word or not known:
        return Phrase(_("没有“{name}”这一项"), {"name": dotted})
    advice = suggestion(error.word, known)
    return Phrase(_("没有“{name}”这一项，{advice}"), {"name": dotted, "advice": advice})


def _assign(data: Any, dotted: str, value: str, outline: Outline) -> Path:
    """Return the canonical path of what was assigned."""
    steps: list[str | int] = []
    words = dotted.split(".")
    for number, word in enumerate(words):
        last = number == len(words) - 1
        if isinstance(data, list):
            if not word.isdecimal() or int(word) >= len(data):
                raise _NowhereError
            step: str | int = int(word)
            outline = outline.item
        elif isinstance(data, dict):
            step, holder = outline.names.get(word, word), outline
            outline = holder.value(step)
            if not outline.known:
                raise _NowhereError(word, holder)
            if not last and data.get(step) is None:
                data[step] = {}
        else:
            raise _NowhereError
        steps.append(step)
        if last:
            data[step] = value or None
        else:
            data = data[step]
    return tuple(steps)


def _forget_places(canonical: Canonical, path: Path) -> None:
    """The value no longer stands in the file, so it has no place there."""
    for places in (canonical.keys, canonical.values, canonical.texts):
        for where in [where for where in places if where[: len(path)] == path]:
            del places[where]
