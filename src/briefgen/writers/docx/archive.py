"""The archive: parts and relationships → a zip file with fixed order and dates, the same bytes for the same parts.

In: the parts of an OPC package (ISO/IEC 29500-2) and a timestamp. Out: bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import posixpath
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from briefgen.writers.docx.ooxml import DECLARATION, escape

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip file knows no time before
_LATEST = (2107, 12, 31, 23, 59, 58)  # nor after
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
    moment = min(_LATEST, max(_EARLIEST, timestamp.astimezone(dt.UTC).timetuple()[:6]))
    target = io.BytesIO()
    with ZipFile(target, "w") as file:
        for name, content in entries.items():
            info = ZipInfo(name, moment)
            packed = name.rpartition(".")[2] in _PACKED
            info.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
            info.create_system = 0  # the same on every system
            file.writestr(info, content)
    return target.getvalue()
