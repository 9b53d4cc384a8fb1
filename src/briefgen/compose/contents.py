"""The contents (目录): one entry for each article, when the author wants it or several articles ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from briefgen.doctree.nodes import Contents, ContentsEntry, Title

_SEVERAL = 2


def contents(titles: Sequence[Title], wanted: Literal["auto"] | bool, heading: str) -> Contents | None:
    """Return the contents over `titles`, None where there are none."""
    if wanted is False or (wanted == "auto" and len(titles) < _SEVERAL):
        return None
    return Contents(heading, tuple(ContentsEntry(title.text, title.id) for title in titles))
