"""Pictures: from a path that an author wrote to a checked picture, or the reason why not.

In: paths relative to one folder. Out: upright JPEG or PNG data that every writer can embed: JPEG in RGB or grey, PNG
in RGB or grey of 8 bits, not interlaced, without alpha. JPEGs that are so already pass through untouched. The same
file gives the same bytes. Nothing outside the folder is read, nothing over the limit is decoded.
Does not belong here: how large a picture is printed (`layout`), Pillow (`imaging`).
"""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from briefgen.diagnostics import Phrase, _
from briefgen.doctree.nodes import Picture
from briefgen.inputs import after_reading, before_reading

MAX_PIXELS = 50_000_000
MAX_BYTES = 100_000_000

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]")


class Refusal(Struct, frozen=True):
    """Why a picture cannot be used: a code of `diagnostics.CODES` and the values of its message."""

    code: str
    values: Mapping[str, Any]


def refusal(code: str, **values: Any) -> Refusal:
    """Return the refusal of a picture."""
    return Refusal(code, MappingProxyType(values))


class PictureFolder(Struct):
    """The folder that pictures come from; each file is read once."""

    folder: Path
    _loaded: dict[str, Picture | Refusal] = field(default_factory=dict)

    def load(self, path: str) -> Picture | Refusal:
        """Return the picture at `path`, relative to the folder."""
        if path not in self._loaded:
            self._loaded[path] = self._load(path)
        return self._loaded[path]

    def _load(self, path: str) -> Picture | Refusal:
        relative = path.replace("\\", "/")
        if not is_inside(relative):
            return refusal("BG304", path=path)
        try:
            folder = self.folder.resolve()
            file = (folder / relative).resolve()
            if not file.is_relative_to(folder):  # a symbolic link that leads out
                return refusal("BG304", path=path)
            data = _read(file)
        except FileNotFoundError:
            spelled = _unquoted(path)
            return self._load(spelled) if spelled != path else refusal("BG301", path=path)
        except _UnreadableError as error:
            return refusal("BG302", path=path, reason=error.reason)
        except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a name too long
            return refusal("BG302", path=path, reason=getattr(error, "strerror", None) or str(error))
        from briefgen.compose.pictures import imaging

        try:
            data, form, width, height = imaging.embeddable(data, MAX_PIXELS)
        except imaging.TooManyPixelsError as error:
            limit = MAX_PIXELS // 10_000
            return refusal("BG303", path=path, width=error.width, height=error.height, limit=limit)
        except imaging.UnusableError as error:
            return refusal("BG302", path=path, reason=error.reason)
        return Picture(relative, data, form, width, height)


def is_inside(path: str) -> bool:
    """Tell whether a path with `/` as separator is relative and never climbs; no address, no drive letter."""
    if not path.strip() or _SCHEME.match(path) or any(ord(char) < 32 for char in path):
        return False
    return ".." not in path.split("/")


def _unquoted(path: str) -> str:
    """Return `path` as it was before an editor wrote it like an address, with %20 for a space."""
    if "%" not in path:
        return path
    from urllib.parse import unquote

    return unquote(path)


class _UnreadableError(Exception):
    """The file is no regular file of a sensible size."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(str(reason))
        self.reason = reason


def _read(file: Path) -> bytes:
    before_reading(file)
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        raise _UnreadableError(Phrase(_("不是普通文件")))
    if status.st_size > MAX_BYTES:
        raise _UnreadableError(Phrase(_("文件超过 {limit} MB"), {"limit": MAX_BYTES // 1_000_000}))
    data = file.read_bytes()
    after_reading(file, data)
    return data
