"""The package: our blank DOCX, opened through python-docx's package layer, filled and zipped.

In: the bytes of parts, pictures and links. Out: the bytes of the file, the same for the same input.
Does not belong here: XML of any part.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage, Unmarshaller
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.pkgreader import PackageReader

from briefgen.writers.docx.archive import archive

if TYPE_CHECKING:
    from briefgen.doctree.nodes import Picture

BLANK = Path(__file__).parent / "blank"
_MAIN = "/word/document.xml"
_MEDIA = {"jpeg": ("jpeg", "image/jpeg"), "png": ("png", "image/png")}


class _Part(Part):
    """A part that nobody parses: we write all XML ourselves."""

    def __init__(self, name: PackURI, content_type: str, content: bytes) -> None:
        super().__init__(name, content_type)
        self.content = content

    @property
    def blob(self) -> bytes:
        return self.content


class Package:
    """A copy of the blank package, to be filled."""

    def __init__(self) -> None:
        self._package = OpcPackage()
        unmarshal: Any = Unmarshaller.unmarshal  # python-docx says nothing of its types
        unmarshal(_blank(), self._package, _plain_part)
        parts = (part for part in self._package.iter_parts() if isinstance(part, _Part))
        self._parts = {str(part.partname): part for part in parts}

    def blank(self, name: str) -> bytes:
        """Return the content of the blank package's part."""
        return self._parts[name].content

    def fill(self, contents: Mapping[str, bytes]) -> None:
        """Replace the content of parts by name."""
        for name, content in contents.items():
            self._parts[name].content = content

    def add_picture(self, relation: str, picture: Picture) -> None:
        """Add a picture that the document refers to as `relation`."""
        suffix, content_type = _MEDIA[picture.format]
        name = PackURI(f"/word/media/{relation.removeprefix('rId').lower()}.{suffix}")
        self._parts[_MAIN].load_rel(
            RELATIONSHIP_TYPE.IMAGE, _Part(name, content_type, picture.data), relation
        )

    def add_footer(self, relation: str, content: bytes) -> None:
        """Add a footer that the document's sections refer to as `relation`."""
        name = PackURI(f"/word/{relation.removeprefix('rId').lower()}.xml")
        footer = _Part(name, CONTENT_TYPE.WML_FOOTER, content)
        self._parts[_MAIN].load_rel(RELATIONSHIP_TYPE.FOOTER, footer, relation)

    def add_link(self, relation: str, address: str, source: str = _MAIN) -> None:
        """Add a web address that the part `source` refers to as `relation`."""
        self._parts[source].load_rel(RELATIONSHIP_TYPE.HYPERLINK, address, relation, is_external=True)

    def to_bytes(self, timestamp: dt.datetime) -> bytes:
        """Return the file."""
        return archive(self._package, timestamp)


@cache
def _blank() -> Any:
    read: Any = PackageReader.from_file
    return read(str(BLANK))


def _plain_part(name: PackURI, content_type: str, _: str, blob: bytes, __: OpcPackage) -> _Part:
    return _Part(name, content_type, blob)
