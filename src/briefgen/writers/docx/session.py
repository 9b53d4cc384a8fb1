"""A session: what one writing of a document reads everywhere, and what it collects on the way.

In: styles and what layout decided. Out: ids that are unique in the file, pictures and links for the package,
lists for `numbering.xml`. Does not belong here: XML of blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from briefgen.doctree.nodes import List, Picture
from briefgen.style import StyleSheet
from briefgen.writers.docx.placed import Placed, Spacing


class Session(Struct):
    """Styles, layout's decisions, and the collections of one document."""

    sheet: StyleSheet
    placed: Placed
    rasters: Mapping[int, Picture] = field(default_factory=dict)  # drawings as pictures, by block
    links: dict[str, str] = field(default_factory=dict)  # address → relationship id
    pictures: dict[bytes, tuple[str, Picture]] = field(
        default_factory=dict
    )  # data → relationship id, picture
    bookmarks: dict[str, int] = field(default_factory=dict)  # id of a title or heading → number
    lists: list[List] = field(default_factory=list)  # those with real numbering; `w:num` counts from 1
    drawings: int = 0

    def link(self, address: str) -> str:
        """Return the relationship id of a web address."""
        return self.links.setdefault(address, f"rIdLink{len(self.links) + 1}")

    def picture(self, picture: Picture) -> str:
        """Return the relationship id of a picture; equal pictures are stored once."""
        return self.pictures.setdefault(picture.data, (f"rIdPicture{len(self.pictures) + 1}", picture))[0]

    def bookmark(self, target: str) -> tuple[int, str]:
        """Return number and name of the bookmark of a title or heading; the name is one that Word keeps hidden."""
        number = self.bookmarks.setdefault(target, len(self.bookmarks) + 1)
        return number, f"_Toc{number:09d}"

    def numbering(self, node: List) -> int:
        """Return the id of a new real numbering for the list."""
        self.lists.append(node)
        return len(self.lists)

    def spacing(self, block: int) -> Spacing:
        """Return the spacing of the only paragraph of a block."""
        return next(self.spacings(block), ())

    def spacings(self, block: int) -> Iterator[Spacing]:
        """Return the spacing of each paragraph of a block."""
        return iter(self.placed.spacing.get(block, ()))

    def drawing(self) -> int:
        """Return the number of the next drawing."""
        self.drawings += 1
        return self.drawings
