"""Markdown inlines to inlines of the document tree.

In: an `inline` syntax node. Out: texts, breaks and footnote marks, normalised as one text, each with its position.
A text of several source lines stays in several nodes, so that every node knows its line.
Does not belong here: blocks (`body`), run-in headings (`runin`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.compose import unsupported
from briefgen.compose.footnotes import Waiting
from briefgen.compose.links import checked_link
from briefgen.compose.markdown import Node
from briefgen.compose.pieces import Break, Mark, Piece, Pieces, finish
from briefgen.compose.places import Locator, SourceText
from briefgen.compose.text import normalize
from briefgen.doctree.nodes import Inlines, Text
from briefgen.errors import InternalError

if TYPE_CHECKING:
    from markdown_it.token import Token

    from briefgen.compose.session import Session

_EXCERPT = 40

#: What CommonMark takes for plain words and the author did not mean so.
_SLIPS = (
    (r"\*\*", unsupported.UNPAIRED_BOLD),
    (r"\]\(|[!！]\[[^\[\]]{0,200}\]（", unsupported.UNREAD_LINK),
)


def inlines(session: Session, source: SourceText, node: Node, locator: Locator | None = None) -> Inlines:
    """Return what the `inline` node holds; `locator` stands where its text begins, if not on its line's start."""
    return composed(session, locator or Locator(source, node.line), node.token.children or ())


def composed(
    session: Session, locator: Locator, tokens: Sequence[Token], *, in_note: bool = False
) -> Inlines:
    """Return what `tokens` say, from where `locator` stands."""
    if len(tokens) == 1 and tokens[0].type == "text":
        return _words(session, locator, tokens[0].content)
    walk = _Walk(session, locator, in_note)
    for token in tokens:
        walk.take(token)
    return finish(walk.pieces, normalizes=session.normalizes)


def _words(session: Session, locator: Locator, text: str) -> Inlines:
    """Return plain words: what `_Walk` and `finish` make of them, sooner."""
    position = locator.find(text)
    _check_slips(session, locator, text)
    printed = normalize(text) if session.normalizes else text
    return (Text(printed, source=position),) if printed else ()


def _check_slips(session: Session, locator: Locator, text: str) -> None:
    """Report marks of Markdown among the words, which the locator has just passed."""
    if not ("*" in text or "[" in text or "](" in text):
        return  # as nearly all words
    for pattern, slip in _SLIPS:
        if match := re.search(pattern, text):
            session.refuse(slip, locator.back(len(text) - match.start()))


class _Walk:
    """Turns tokens to pieces, keeping the styles that are on."""

    def __init__(self, session: Session, locator: Locator, in_note: bool) -> None:
        self.pieces: Pieces = []
        self._session = session
        self._locator = locator
        self._in_note = in_note
        self._strong = self._emphasis = 0
        self._links: list[tuple[str, str | None]] = []  # as written, as checked

    def take(self, token: Token) -> None:
        """Add what `token` says."""
        match token.type:
            case "text" if token.content:
                self._text(token.content)
                _check_slips(self._session, self._locator, token.content)
            case "text":
                pass
            case "text_special":
                self._text(token.content, token.markup, fixed=True)
            case "code_inline":
                self._text(token.content, fixed=True)
            case "softbreak" | "hardbreak":
                self._locator.next_line()
                self.pieces.append(Break(soft=token.type == "softbreak"))
            case "strong_open" | "strong_close":
                self._strong += token.nesting
                self._locator.find(token.markup)
            case "em_open" | "em_close":
                self._emphasis += token.nesting
                self._locator.find(token.markup)
            case "link_open":
                self._open_link(token)
            case "link_close":
                self._close_link(token)
            case "footnote_ref":
                self._mark(token)
            case _:
                self._refuse(token)

    def _text(self, text: str, written: str = "", *, fixed: bool = False) -> None:
        position = self._locator.find(written or text)
        href = self._links[-1][1] if self._links else None
        self.pieces.append(Piece(text, self._strong > 0, self._emphasis > 0, href, fixed, position))

    def _open_link(self, token: Token) -> None:
        written = str(token.attrs.get("href", ""))
        position = self._locator.here if token.info == "auto" else self._locator.find("[")
        href = checked_link(written)
        if href is None:
            self._session.report("BG210", position, url=written)
        self._links.append((written, href))

    def _close_link(self, token: Token) -> None:
        written, _ = self._links.pop()
        if token.info != "auto":
            self._locator.find("](")
            self._locator.find(written)
            self._locator.find(")")

    def _mark(self, token: Token) -> None:
        label = token.meta.get("label")
        position = self._locator.find("^[" if label is None else f"[^{label}]")
        if self._in_note:
            self._session.refuse(unsupported.NOTE_IN_NOTE, position)
        elif label is None:
            self._note_in_text(token)
        elif label not in self._locator.source.notes.definitions:
            self._session.report("BG206", position, label=label)
        else:
            self.pieces.append(Mark(self._number(label)))

    def _number(self, label: str) -> int:
        notes = self._locator.source.notes
        if label not in notes.numbers:
            notes.numbers[label] = self._session.next_footnote()
            notes.waiting.append(Waiting(notes.numbers[label], list(notes.definitions[label].children)))
        return notes.numbers[label]

    def _note_in_text(self, token: Token) -> None:
        number = self._session.next_footnote()
        words = composed(self._session, self._locator, token.children or (), in_note=True)
        self._session.footnotes[number - 1] = words
        self._locator.find("]")
        self.pieces.append(Mark(number))

    def _refuse(self, token: Token) -> None:
        match token.type:
            case "html_inline":
                position = self._locator.find(token.content)
                self._session.report("BG201", position, text=token.content[:_EXCERPT])
            case "image":
                position = self._locator.find("![")
                self._locator.find(str(token.attrs.get("src", "")))
                self._session.refuse(unsupported.PICTURE_IN_TEXT, position)
            case "s_open":
                self._session.refuse(unsupported.STRIKETHROUGH, self._locator.find(token.markup))
            case "s_close":
                self._locator.find(token.markup)
            case other:
                raise InternalError(f"unknown inline token {other!r}")
