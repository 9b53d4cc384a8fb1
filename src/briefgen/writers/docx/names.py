"""Names: the stable id of each style in the file, and the built-in style of the office that it rests on.

In: roles. Out: style ids. Ids never change: documents and macros of users refer to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefgen.doctree.nodes import Role

NORMAL = "Normal"
PICTURE = "Picture"
ANCHOR = "ColophonAnchor"
TABLE = "TableNormal"
STRONG = "Strong"
EMPHASIS = "Emphasis"
HYPERLINK = "Hyperlink"
NOTE_REFERENCE = "FootnoteReference"
NOTE_SEPARATOR = "FootnoteSeparator"

#: Built-in styles (id, name) under our own: offices know them by name, for the navigation pane, for a renewed
#: 目录, for a new footnote or caption. They look as the role does.
BUILT_IN: Mapping[Role, tuple[str, str]] = MappingProxyType({
    Role.TITLE: ("Title", "Title"),
    Role.SUBTITLE: ("Subtitle", "Subtitle"),
    Role.HEADING_1: ("Heading1", "heading 1"),
    Role.HEADING_2: ("Heading2", "heading 2"),
    Role.HEADING_3: ("Heading3", "heading 3"),
    Role.HEADING_4: ("Heading4", "heading 4"),
    Role.QUOTE: ("Quote", "Quote"),
    Role.LIST_ITEM: ("ListParagraph", "List Paragraph"),
    Role.CONTENTS_TITLE: ("TOCHeading", "TOC Heading"),
    Role.CONTENTS_ENTRY: ("TOC1", "toc 1"),
    Role.CAPTION: ("Caption", "caption"),
    Role.FOOTNOTE: ("FootnoteText", "footnote text"),
    Role.PAGE_NUMBER: ("Footer", "footer"),
})  # fmt: skip

_IDS = {role: "Brief" + "".join(word.capitalize() for word in role.value.split("-")) for role in Role}


def style_id(role: Role) -> str:
    """Return the id of the style of `role`, such as `BriefHeading1`."""
    return _IDS[role]


def lead_id(level: int) -> str:
    """Return the id of the character style of run-in headings of `level`."""
    return f"BriefLead{level}"
