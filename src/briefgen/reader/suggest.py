"""Advice for a word that is not known: the nearest right one, the place where it belongs, or all there are.

In: the author's word, the words or the models that there are. Out: phrases. Does not belong here: what is wrong
with a value (`validate`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from briefgen.diagnostics import Phrase, _
from briefgen.reader.canonical import Path
from briefgen.reader.shapes import alternatives, item_shapes, models_in

_ALIKE = 55  # of 100
_ALIKE_HAN = 50  # a word of two characters, one of them wrong


def suggestion(word: str, known: list[str]) -> Phrase:
    """Return the advice for a word that is none of `known`: the one it probably means, else all of them."""
    from rapidfuzz import fuzz, process

    if chinese(word):  # parts of so short words say nothing
        found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_ALIKE_HAN)
    else:
        found = process.extractOne(word, known, scorer=fuzz.WRatio, score_cutoff=_ALIKE)
    if found:
        return Phrase(_("是不是“{nearest}”？"), {"nearest": found[0]})
    return Phrase(_("可用：{known}"), {"known": known})


def elsewhere(key: str, root: type[BaseModel], place: Path) -> Phrase | None:
    """Return where `key` belongs, if it is right but not at `place`."""
    names = tuple(step for step in place if isinstance(step, str))
    owner = next((each for each in _owners(root).get(key, ()) if each.path != names), None)
    if owner is None:
        return None
    if not owner.path:
        return Phrase(_("这一项应写在最外层"))
    return Phrase(_("这一项应写在“{owner}”之内"), {"owner": owner.title if chinese(key) else owner.path[-1]})


def chinese(word: str) -> bool:
    """Tell whether the author wrote `word` in Chinese."""
    return any(char > "\u2e80" for char in word)


class _Owner(Struct, frozen=True):
    """What holds fields: its path of field names, its Chinese name, its model."""

    path: tuple[str, ...]
    title: str
    model: type[BaseModel]

    def parts(self) -> Iterator[_Owner]:
        """Yield the models that the fields hold, in lists or not."""
        for name, field in self.model.model_fields.items():
            annotation: Any = field.annotation
            shapes = alternatives(annotation)
            for model in models_in((*shapes, *item_shapes(shapes))):
                yield _Owner((*self.path, name), field.title or name, model)


@cache
def _owners(root: type[BaseModel]) -> dict[str, list[_Owner]]:
    """Return for each name of a field, in either language, what may hold it, the outermost first."""
    found: dict[str, list[_Owner]] = {}
    level = [_Owner((), "", root)]
    while level:
        for owner in level:
            for name, field in owner.model.model_fields.items():
                for word in filter(None, (name, field.title)):
                    found.setdefault(word, []).append(owner)
        level = [part for owner in level for part in owner.parts()]
    return found
