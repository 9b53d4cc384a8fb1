"""Files: bytes → text, refused with a diagnostic where they are no plain UTF-8 text of a sane size.

In: a path. Out: text. Does not belong here: syntax.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path

from briefgen.diagnostics import Diagnostic, Phrase, Position, _, file_position
from briefgen.errors import InputError
from briefgen.inputs import after_reading, before_reading

SIZE_LIMIT = 20_000_000  # bytes
RECORDS_LIMIT = 500_000_000  # bytes of a table of records, of which each is looked at by itself
# controls but tab and line ends (YAML counts U+0085, U+2028 and U+2029 as such, editors do not), surrogates,
# U+FEFF inside, bidirectional overrides, noncharacters
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u2028-\u202e\u2066-\u2069\ufffe\uffff]"
)


def read_text(path: Path, shown: str | None = None, *, limit: int | None = None) -> str:
    """Return the text of the file at `path`, line ends as line feeds; `shown` is its name in diagnostics.

    It has no more than `limit` bytes, by default `SIZE_LIMIT`.

    Raises:
        InputError: BG001, BG002, BG003, BG006, BG008, BG011.
    """
    name = shown or str(path)
    text = _decoded(read_bytes(path, name, limit=limit), name).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError([Diagnostic("BG008", file_position(name))])
    if bad := [Diagnostic("BG011", at, {"code_point": point}) for at, point in forbidden(text, name)]:
        raise InputError(bad)
    return text


def forbidden(text: str, name: str) -> list[tuple[Position, str]]:
    """Return place and code point of each character that no text may hold, twenty at most."""
    found = []
    for match in FORBIDDEN.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        line = text.count("\n", 0, match.start()) + 1
        found.append((Position(name, line, match.start() - start + 1), f"U+{ord(match[0]):04X}"))
        if len(found) == 20:
            break
    return found


def read_bytes(path: Path, name: str, *, limit: int | None = None) -> bytes:
    """Return the bytes of the plain file at `path`, which diagnostics call `name`; see `read_text` for `limit`.

    Raises:
        InputError: BG001, BG002, BG006.
    """
    limit = limit or SIZE_LIMIT
    try:
        before_reading(path)
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable(name, Phrase(_("不是普通文件")))
        with path.open("rb") as file:
            data = file.read(min(status.st_size, limit) + 1)
            if len(data) > status.st_size:  # one that grows, or whose size the system does not tell
                data += file.read(limit)
    except FileNotFoundError:
        raise InputError([Diagnostic("BG001", file_position(name), {"path": name})]) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _unreadable(name, getattr(error, "strerror", None) or str(error)) from None
    if len(data) > limit:
        values = {"size": max(status.st_size, len(data)), "limit": limit}
        raise InputError([Diagnostic("BG006", file_position(name), values)])
    after_reading(path, data)
    return data


def _unreadable(name: str, reason: Phrase | str) -> InputError:
    return InputError([Diagnostic("BG002", file_position(name), {"path": name, "reason": reason})])


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]  # the data less its mark
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        place = Position(name, line, column)
        offset = len(data) - len(error.object) + error.start + 1
        raise InputError([Diagnostic("BG003", place, {"offset": offset})]) from None
