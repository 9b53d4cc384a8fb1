"""The archive: a package → a zip file with fixed order and dates, the same bytes for the same parts.

In: an OPC package and a timestamp. Out: bytes.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from briefgen.writers.docx.ooxml import DECLARATION

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip file knows no time before
_LATEST = (2107, 12, 31, 23, 59, 58)  # nor after
_PACKED = frozenset({"jpeg", "png"})  # deflating them again gains nothing


def archive(package: OpcPackage, timestamp: dt.datetime) -> bytes:
    """Return the zip file of `package`, every entry dated `timestamp` (UTC)."""
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    entries: dict[str, bytes] = {"[Content_Types].xml": _content_types(parts)}
    entries["_rels/.rels"] = _bytes(package.rels.xml)
    for part in parts:
        entries[part.partname.membername] = part.blob
        if part.rels:
            entries[part.partname.rels_uri.membername] = _bytes(part.rels.xml)
    return _zip(entries, timestamp)


def _bytes(xml: str | bytes) -> bytes:
    return xml.encode() if isinstance(xml, str) else xml


def _content_types(parts: list[Part]) -> bytes:
    defaults = {"rels": _RELATIONSHIPS, "xml": "application/xml"}
    defaults |= {part.partname.ext: part.content_type for part in parts if part.partname.ext in _PACKED}
    found = [
        f'<Default Extension="{suffix}" ContentType="{content}"/>'
        for suffix, content in sorted(defaults.items())
    ]
    found += [
        f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>'
        for part in parts
        if part.partname.ext not in _PACKED
    ]
    return f'{DECLARATION}<Types xmlns="{_TYPES}">{"".join(found)}</Types>'.encode()


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
