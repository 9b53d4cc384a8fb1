"""The package: our blank DOCX, prepared by python-docx when it was built, filled and zipped.

In: the bytes of parts, pictures and links. Out: the bytes of the file, the same for the same input. `blank.json` comes
from the folder `blank` by `prepare`: to read it anew in each run would cost more than to write a document.
Does not belong here: XML of any part, the zip file (`archive`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import json

from briefgen.writers.docx.archive import Part, Relation, archive

if TYPE_CHECKING:
    from briefgen.doctree.nodes import Picture

BLANK = Path(__file__).with_name("blank.json")
_MAIN = "/word/document.xml"
_MEDIA = {"jpeg": ("jpeg", "image/jpeg"), "png": ("png", "image/png")}
_FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Package:
    """A copy of the blank package, to be filled."""

    def __init__(self) -> None:
        blank = _blank()
        self._parts = {
            name: Part(each["type"], each["content"].encode()) for name, each in blank["parts"].items()
        }
        self._relations = {
            source: [Relation(*each) for each in relations]
            for source, relations in blank["relations"].items()
        }

    def blank(self, name: str) -> bytes:
        """Return the content of the blank package's part."""
        return self._parts[name].content

    def fill(self, contents: Mapping[str, bytes]) -> None:
        """Replace the content of parts by name."""
        for name, content in contents.items():
            self._parts[name] = Part(self._parts[name].content_type, content)

    def add_picture(self, relation: str, picture: Picture) -> None:
        """Add a picture that the document refers to as `relation`."""
        suffix, content_type = _MEDIA[picture.format]
        self._add(
            relation, "image", f"media/{_file_name(relation)}.{suffix}", Part(content_type, picture.data)
        )

    def add_footer(self, relation: str, content: bytes) -> None:
        """Add a footer that the document's sections refer to as `relation`."""
        self._add(relation, "footer", f"{_file_name(relation)}.xml", Part(_FOOTER, content))

    def add_link(self, relation: str, address: str, source: str = _MAIN) -> None:
        """Add a web address that the part `source` refers to as `relation`."""
        found = Relation(relation, f"{_TYPES}/hyperlink", address, external=True)
        self._relations.setdefault(source, []).append(found)

    def to_bytes(self, timestamp: dt.datetime) -> bytes:
        """Return the file."""
        return archive(self._parts, self._relations, timestamp)

    def _add(self, relation: str, kind: str, target: str, part: Part) -> None:
        """Add a part beside the document."""
        self._parts[f"/word/{target}"] = part
        self._relations[_MAIN].append(Relation(relation, f"{_TYPES}/{kind}", target))


def _file_name(relation: str) -> str:
    return relation.removeprefix("rId").lower()


@cache
def _blank() -> dict[str, Any]:
    found: dict[str, Any] = json.decode(BLANK.read_bytes())
    return found
