"""Document properties: title, author, dates; and which program wrote the file.

In: metadata, the timestamp, the number of pages. Out: the two parts' bytes. Nothing is said that is not so.
"""

from __future__ import annotations

import datetime as dt

from briefgen.doctree.nodes import Metadata
from briefgen.writers.docx.ooxml import DECLARATION, escape

_CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core_properties(metadata: Metadata, timestamp: dt.datetime) -> bytes:
    """Return `core.xml`; created and modified are the timestamp, in UTC."""
    texts = {
        "dc:title": metadata.title,
        "dc:creator": metadata.author,
        "dc:subject": metadata.subject,
        "dc:language": metadata.language,
        "cp:keywords": "；".join(metadata.keywords),
    }
    moment = timestamp.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    dates = [
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
    ]
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _CORE.items())
    content = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in texts.items() if text)
    return f"{DECLARATION}<cp:coreProperties{declared}>{content}{''.join(dates)}</cp:coreProperties>".encode()


def app_properties(pages: int) -> bytes:
    """Return `app.xml`: the program and the pages that layout counted, if it counted any."""
    counted = f"<Pages>{pages}</Pages>" if pages else ""
    return f'{DECLARATION}<Properties xmlns="{_APP}">{counted}<Application>briefgen</Application></Properties>'.encode()
