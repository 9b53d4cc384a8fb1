"""The document tree: blocks and inlines by meaning, in reading order; no length, no typeface.

In: nothing but values (compose builds them). Out: frozen nodes that writers and layout `match` on.
Does not belong here: where a thing stands on the page (`layout.frame`) or how it looks (`style`).
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.diagnostics import Position
from briefgen.units import Length

if TYPE_CHECKING:
    from briefgen.doctree.shapes import Label, Shape


class Role(StrEnum):
    """What a paragraph is; `style` says how it looks."""

    # masthead (报头)
    MASTHEAD_MARKS = "masthead-marks"  # secrecy or note at the left, copy number at the right
    MASTHEAD_URGENCY = "masthead-urgency"
    MASTHEAD_NAME = "masthead-name"
    MASTHEAD_CAMPAIGN = "masthead-campaign"
    MASTHEAD_ISSUE = "masthead-issue"
    MASTHEAD_IMPRINT = "masthead-imprint"  # issuer at the left, date at the right
    # text
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    BODY = "body"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CONTRIBUTION = "contribution"  # 供稿
    ATTENDANCE = "attendance"  # 出席、请假、列席
    EDITOR_NOTE = "editor-note"
    CONTENTS_TITLE = "contents-title"
    CONTENTS_ENTRY = "contents-entry"
    CAPTION = "caption"
    TABLE_CAPTION = "table-caption"
    TABLE_HEAD = "table-head"
    TABLE_CELL = "table-cell"
    TABLE_NOTE = "table-note"  # 注：, 资料来源：
    FOOTNOTE = "footnote"
    # foot
    COLOPHON = "colophon"
    PAGE_NUMBER = "page-number"


class Align(StrEnum):
    """Where the lines of a paragraph or cell stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


# -- inlines ---------------------------------------------------------------------------------------------------


class Text(Struct, frozen=True, gc=False):
    """A run of characters, never empty.

    `lead` marks the words of a run-in heading (1–4: its level; the face stops at their full stop).
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    lead: int = 0
    source: Position | None = None


class LineBreak(Struct, frozen=True, gc=False):
    """A break that the author asked for."""


class FootnoteMark(Struct, frozen=True, gc=False):
    """The mark of the footnote with this number (its index in `Document.footnotes`, plus one)."""

    number: int


Inline = Text | LineBreak | FootnoteMark
Inlines = tuple[Inline, ...]


# -- blocks ----------------------------------------------------------------------------------------------------


class Paragraph(Struct, frozen=True, gc=False):
    """A paragraph of running text."""

    role: Role
    content: Inlines
    source: Position | None = None


class SplitLine(Struct, frozen=True, gc=False):
    """One line with a part at the left and a part at the right, either may be empty."""

    role: Role
    left: str
    right: str
    source: Position | None = None


class HeadRule(Struct, frozen=True, gc=False):
    """The red rule that closes the masthead."""


class Title(Struct, frozen=True, gc=False):
    """The title of an article; `lines` are the author's own breaks, one entry where there are none.

    `id` is the target of links and bookmarks.
    """

    id: str
    lines: tuple[str, ...]
    source: Position | None = None

    @property
    def text(self) -> str:
        """The title in one piece."""
        return "".join(self.lines)


class Heading(Struct, frozen=True, gc=False):
    """A heading of level 1 to 4; `number` is what compose put before it (`一、`), empty if none."""

    id: str
    level: int
    number: str
    content: Inlines
    source: Position | None = None

    @property
    def role(self) -> Role:
        """The role of its paragraph."""
        return Role(f"heading-{self.level}")

    @property
    def text(self) -> str:
        """Number and words in one piece."""
        return self.number + "".join(item.text for item in self.content if isinstance(item, Text))


class ListItem(Struct, frozen=True, gc=False):
    """An item: its label (`1.`, `•`) and its blocks, paragraphs and nested lists."""

    label: str
    blocks: tuple[Paragraph | List, ...]


class List(Struct, frozen=True, gc=False):
    """A list; `depth` counts from 0."""

    ordered: bool
    items: tuple[ListItem, ...]
    depth: int = 0
    source: Position | None = None


class Cell(Struct, frozen=True, gc=False):
    """A cell of a table, which reaches over so many `rows` downwards and `columns` to the right."""

    content: Inlines
    rows: int = 1
    columns: int = 1


Row = tuple[Cell | None, ...]


class Table(Struct, frozen=True, gc=False):
    """A table; every row has as many entries as `align`, None where a merged cell covers the place.

    A merged cell never reaches out of the head, nor out of the table. `decimal` are the columns whose numbers stand
    with their points below each other; `notes` stand below the table. A `landscape` table stands on pages of its own,
    turned by a quarter (GB/T 9704-2012 cl. 8). The columns `whole` are wide enough for their texts
    on one line.
    """

    caption: Inlines
    align: tuple[Align, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    source: Position | None = None
    notes: tuple[Inlines, ...] = ()
    decimal: tuple[int, ...] = ()
    landscape: bool = False
    whole: frozenset[int] = frozenset()


class Picture(Struct, frozen=True, gc=False):
    """A decoded and checked picture: `data` is a JPEG or PNG file, upright, of `width` × `height` pixels."""

    name: str
    data: bytes
    format: str  # "jpeg" or "png"
    width: int
    height: int

    def __repr__(self) -> str:
        return f"Picture({self.name!r}, {self.format!r}, {self.width} × {self.height})"


class Figure(Struct, frozen=True, gc=False):
    """A picture with its caption; `width` as the author gave it (% of the measure, or absolute)."""

    picture: Picture
    caption: Inlines
    width: Length | None = None
    source: Position | None = None

    @property
    def alt(self) -> str:
        """The caption as plain text, for readers who do not see the picture."""
        return "".join(item.text for item in self.caption if isinstance(item, Text))


class FigureRow(Struct, frozen=True, gc=False):
    """One or more figures side by side."""

    figures: tuple[Figure, ...]
    source: Position | None = None


class Drawing(Struct, frozen=True, gc=False):
    """Shapes in the order in which they are drawn, texts above them, in a box of `width` × `height` points.

    `alt` says in words what it shows. A drawing wider than the type area or higher than the page is made smaller.
    """

    name: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    alt: str
    caption: Inlines = ()
    source: Position | None = None


class ContentsEntry(Struct, frozen=True, gc=False):
    """A line of the 目录: the words and the `id` of the title that it points to."""

    text: str
    target: str
    level: int = 1


class Contents(Struct, frozen=True, gc=False):
    """The 目录; layout finds the page numbers."""

    title: str
    entries: tuple[ContentsEntry, ...]


class ColophonRow(Struct, frozen=True, gc=False):
    """A row of the 报尾: `label` with `text` (wraps after the label), or text at the left and at the right."""

    label: str
    text: str
    right: str = ""


class Colophon(Struct, frozen=True, gc=False):
    """报尾: rows between rules at the foot of the last page."""

    rows: tuple[ColophonRow, ...]
    source: Position | None = None


Block = Paragraph | SplitLine | HeadRule | Title | Heading | List | Table | FigureRow | Drawing | Contents


class Metadata(Struct, frozen=True, gc=False):
    """What the finished file says of itself."""

    title: str
    author: str
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "zh-CN"
    date: dt.date | None = None


class Document(Struct, frozen=True, gc=False):
    """A whole document: metadata, blocks in reading order, footnotes in the order of their marks, colophon."""

    metadata: Metadata
    blocks: tuple[Block, ...]
    footnotes: tuple[Inlines, ...] = ()
    colophon: Colophon | None = None
