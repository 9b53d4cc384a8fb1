"""Attributes in braces: `{width=60%}` after a picture, `{orientation=landscape}` at the end of a table's caption.

In: what stands between the braces. Out: keys and values. Does not belong here: what they mean (`figures`, `tables`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_ATTRIBUTE = re.compile(r"""(?P<key>[^\s=]+)\s*=\s*(?P<quote>["']?)(?P<value>[^\s"']*)(?P=quote)""")
_AT_END = re.compile(r"\s*\{(?P<attributes>[^{}]*=[^{}]*)\}\s*$")


def attributes(text: str) -> tuple[Mapping[str, str], bool]:
    """Return the attributes in `text`, and whether anything else stands there."""
    found = {match["key"]: match["value"] for match in _ATTRIBUTE.finditer(text)}
    return found, bool(_ATTRIBUTE.sub("", text).strip())


def split_attributes(text: str) -> tuple[str, str]:
    """Return `text` without the attributes at its end, and what stands between their braces."""
    match = _AT_END.search(text)
    return (text[: match.start()], match["attributes"]) if match else (text, "")
