"""The body of an article: Markdown blocks to blocks of the document tree.

In: Markdown with the place of its lines. Out: blocks in reading order; footnotes go to the session.
Does not belong here: title, byline and source (`articles`), typed blocks (`blocks`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.compose import unsupported
from briefgen.compose.figures import figure_row, holds_figures
from briefgen.compose.inlines import composed, inlines
from briefgen.compose.lists import compose_list
from briefgen.compose.markdown import Node, parse
from briefgen.compose.numbering import HeadingNumbers
from briefgen.compose.paragraphs import paragraph, refuse_block
from briefgen.compose.places import Locator, SourceText
from briefgen.compose.tables import check_separator, compose_table, is_caption, is_note
from briefgen.diagnostics import Position, Severity
from briefgen.doctree.nodes import Block, Heading, Inline, Inlines, LineBreak, Role, Text

if TYPE_CHECKING:
    from briefgen.compose.session import Session

_MAX_LEVEL = 4


class Section(Struct):
    """A part of the issue with a body: ids of its headings, their numbers, the role of its paragraphs.

    A `plain` section takes paragraphs and lists only.
    """

    id: str
    role: Role = Role.BODY
    numbers: HeadingNumbers | None = None
    plain: bool = False
    headings: int = 0

    def heading(self, level: int, content: Inlines, position: Position | None) -> Heading:
        """Return the next heading of the section."""
        self.headings += 1
        words = "".join(item.text for item in content if isinstance(item, Text))
        number = self.numbers.number(level, words) if self.numbers else ""
        return Heading(f"{self.id}-h-{self.headings}", level, number, content, position)


def compose_body(session: Session, source: SourceText, section: Section) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text; an empty one is reported (BG208)."""
    before = len(session.diagnostics)
    nodes = [node for node in parse(source.text) if not _is_definition(session, source, node)]
    blocks = _Blocks(session, source, section).of(nodes)
    finish_footnotes(session, source)
    if not blocks and not any(found.severity is Severity.ERROR for found in session.diagnostics[before:]):
        session.report("BG208", source.at(0))
    return blocks


def finish_footnotes(session: Session, source: SourceText) -> None:
    """Compose the footnotes that `source` marked, and report those that it did not."""
    for waiting in source.notes.waiting:
        session.footnotes[waiting.number - 1] = _note(session, source, waiting.nodes)
    source.notes.waiting.clear()
    for label in source.notes.unreferenced():
        position = source.line_start(source.notes.definitions[label].line)
        session.report("BG207", position, label=label)


def _is_definition(session: Session, source: SourceText, node: Node) -> bool:
    """Tell whether `node` defines a footnote, and keep the definition."""
    if node.type != "footnote_reference":
        return False
    label = node.token.meta["label"]
    if label in source.notes.definitions:
        session.refuse(unsupported.REPEATED_NOTE, source.line_start(node.line))
    source.notes.definitions.setdefault(label, node)
    return True


def _note(session: Session, source: SourceText, nodes: Sequence[Node]) -> Inlines:
    """Return the words of a footnote, its paragraphs parted by breaks."""
    words: list[Inline] = []
    for node in nodes:
        if node.type != "paragraph":
            session.refuse(unsupported.NOTE_OF_BLOCKS, source.line_start(node.line))
            continue
        locator = Locator(source, node.line)
        locator.find("]:")
        if words:
            words.append(LineBreak())
        words += composed(session, locator, node.children[0].token.children or (), in_note=True)
    return tuple(words)


class _Blocks:
    def __init__(self, session: Session, source: SourceText, section: Section) -> None:
        self._session = session
        self._source = source
        self._section = section

    def of(self, nodes: Sequence[Node]) -> tuple[Block, ...]:
        """Return the blocks of `nodes` in reading order."""
        captions = {} if self._section.plain else _captions(nodes)
        notes = {} if self._section.plain else _table_notes(nodes, captions)
        taken = {*captions.values(), *(note for found in notes.values() for note in found)}
        blocks: list[Block] = []
        for index, node in enumerate(nodes):
            if index in notes:
                caption = nodes[captions[index]] if index in captions else None
                below = [nodes[note] for note in notes[index]]
                blocks.append(compose_table(self._session, self._source, node, caption, below))
            elif index not in taken:
                blocks += self._block(node)
        return tuple(blocks)

    def _block(self, node: Node) -> list[Block]:
        match node.type:
            case "paragraph":
                return _kept(self._paragraph(node))
            case "bullet_list" | "ordered_list":
                return _kept(compose_list(self._session, self._source, node))
            case "heading" if not self._section.plain:
                return _kept(self._heading(node))
            case "blockquote" if not self._section.plain:
                return self._quote(node)
        refuse_block(self._session, self._source, node)
        return []

    def _paragraph(self, node: Node) -> Block | None:
        if holds_figures(node):
            if not self._section.plain:
                return figure_row(self._session, self._source, node)
            self._session.refuse(unsupported.PICTURE_HERE, self._source.line_start(node.line))
            return None
        check_separator(self._session, self._source, node)
        return paragraph(self._session, self._source, node, self._section.role)

    def _heading(self, node: Node) -> Block | None:
        position = self._source.line_start(node.line)
        if node.token.markup[0] != "#":
            self._session.refuse(unsupported.UNDERLINED_HEADING, position)
        level = int(node.token.tag[1:])
        if level > _MAX_LEVEL:
            self._session.report("BG205", position, level=level)
        content = inlines(self._session, self._source, node.children[0])
        if not content:
            self._session.refuse(unsupported.EMPTY_HEADING, position)
            return None
        return self._section.heading(min(level, _MAX_LEVEL), content, position)

    def _quote(self, node: Node) -> list[Block]:
        blocks: list[Block] = []
        for child in node.children:
            if child.type == "paragraph" and not holds_figures(child):
                blocks += _kept(paragraph(self._session, self._source, child, Role.QUOTE))
            elif child.type == "paragraph":
                self._session.refuse(unsupported.PICTURE_HERE, self._source.line_start(child.line))
            else:
                refuse_block(self._session, self._source, child)
        return blocks


def _kept(block: Block | None) -> list[Block]:
    return [] if block is None else [block]


def _captions(nodes: Sequence[Node]) -> dict[int, int]:
    """Return, for each table that has one beside it, the index of its caption: before it, or else after it."""
    captions: dict[int, int] = {}
    for index, node in enumerate(nodes):
        if node.type != "table":
            continue
        for beside in (index - 1, index + 1):
            inside = 0 <= beside < len(nodes) and beside not in captions.values()
            if inside and nodes[beside].type == "paragraph" and is_caption(nodes[beside]):
                captions[index] = beside
                break
    return captions


def _table_notes(nodes: Sequence[Node], captions: Mapping[int, int]) -> dict[int, list[int]]:
    """Return, for each table, the indices of its notes: the paragraphs below it, or below its caption."""
    notes: dict[int, list[int]] = {}
    for index, node in enumerate(nodes):
        if node.type == "table":
            start = max(index, captions.get(index, index)) + 1
            below = takewhile(
                lambda each: nodes[each].type == "paragraph" and is_note(nodes[each]),
                range(start, len(nodes)),
            )
            notes[index] = list(below)
    return notes
