"""The archive: parts and relationships → a zip file with fixed order and dates, the same bytes for the same parts.

In: the parts of an OPC package (ISO/IEC 29500-2) and a timestamp. Out: bytes.
"""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from struct import pack
from typing import NamedTuple
from zlib import MAX_WBITS, compress, crc32

from briefgen.errors import InternalError
from briefgen.writers.docx.ooxml import DECLARATION, escape

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip file knows no time before
_LATEST = (2107, 12, 31, 23, 59, 58)  # nor after
_VERSION = 20  # of the ZIP format that readers must know: deflating
_LOCAL = 30  # bytes of a header before the name
_LIMIT = 2**31 - 1
_SMALL = 32_000  # bytes; of these parts most are the same in every DOCX
_PACKED = frozenset({"jpeg", "png"})  # deflating them again gains nothing


class Part(NamedTuple):
    """A part of the package."""

    content_type: str
    content: bytes


class Relation(NamedTuple):
    """A relationship: what a part calls another, or a web address."""

    id: str
    type: str
    target: str
    external: bool = False


def archive(
    parts: Mapping[str, Part], relations: Mapping[str, Sequence[Relation]], timestamp: dt.datetime
) -> bytes:
    """Return the zip file of `parts` by name and `relations` by source, every entry dated `timestamp` (UTC).

    The source of the package's own relations is `/`.
    """
    entries: dict[str, bytes] = {"[Content_Types].xml": _content_types(parts)}
    for name in ["/", *sorted(parts)]:
        if name in parts:
            entries[name[1:]] = parts[name].content
        if name in relations:
            folder, file = posixpath.split(name)
            entries[posixpath.join(folder, "_rels", f"{file}.rels")[1:]] = _relations(relations[name])
    return _zip(entries, timestamp)


def _relations(relations: Iterable[Relation]) -> bytes:
    found = "".join(
        f'<Relationship Id="{each.id}" Type="{each.type}" Target="{escape(each.target)}"'
        + (' TargetMode="External"/>' if each.external else "/>")
        for each in relations
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{found}</Relationships>'.encode()


def _content_types(parts: Mapping[str, Part]) -> bytes:
    defaults = {"rels": _RELATIONSHIPS_TYPE, "xml": "application/xml"}
    overrides = []
    for name, part in sorted(parts.items()):
        suffix = name.rpartition(".")[2]
        if suffix in _PACKED:
            defaults[suffix] = part.content_type
        else:
            overrides.append(f'<Override PartName="{name}" ContentType="{part.content_type}"/>')
    found = [
        f'<Default Extension="{suffix}" ContentType="{content}"/>'
        for suffix, content in sorted(defaults.items())
    ]
    return f'{DECLARATION}<Types xmlns="{_TYPES}">{"".join(found + overrides)}</Types>'.encode()


def _zip(entries: dict[str, bytes], timestamp: dt.datetime) -> bytes:
    """Return a ZIP file as the standard library writes it, but that what is in every DOCX is deflated once.

    Raises:
        InternalError: it would need ZIP64.
    """
    year, month, day, hour, minute, second = min(
        _LATEST, max(_EARLIEST, timestamp.astimezone(dt.UTC).timetuple()[:6])
    )
    time, date = hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
    pieces: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for name, content in entries.items():
        stored = name.rpartition(".")[2] in _PACKED
        data = content if stored else _deflated(content) if len(content) < _SMALL else _deflate(content)
        if place + len(data) > _LIMIT:
            raise InternalError("a DOCX of more than two gigabytes")
        spelled = name.encode("ascii")
        fields = pack(
            "<HHHHHLLLHH", _VERSION, 0, 0 if stored else 8, time, date, crc32(content), len(data), len(content),
            len(spelled), 0,
        )  # fmt: skip
        pieces += (b"PK\3\4", fields, spelled, data)
        # the last: no comment, one disk, no attributes but that the owner may read and write
        directory += (
            b"PK\1\2",
            pack("<H", _VERSION),
            fields,
            pack("<HHHLL", 0, 0, 0, 0o600 << 16, place),
            spelled,
        )
        place += _LOCAL + len(spelled) + len(data)
    size = sum(map(len, directory))
    end = pack("<4sHHHHLLH", b"PK\5\6", 0, 0, len(entries), len(entries), size, place, 0)
    return b"".join([*pieces, *directory, end])


def _deflate(content: bytes) -> bytes:
    return compress(content, wbits=-MAX_WBITS)


_deflated = lru_cache(maxsize=32)(_deflate)
