"""From pieces of text as Markdown gives them to inlines of the document tree.

In: pieces in reading order, with the author's line breaks. Out: inlines: lines joined, punctuation normalised over the
whole paragraph, neighbours of one style and one source line merged. Does not belong here: Markdown tokens.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefgen.compose.characters import is_wide
from briefgen.compose.text import normalize_runs
from briefgen.diagnostics import Position
from briefgen.doctree.nodes import FootnoteMark, Inline, Inlines, LineBreak, Text


class Piece(Struct, frozen=True):
    """Characters of one style; a `fixed` piece keeps its punctuation."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    fixed: bool = False
    source: Position | None = None


class Break(NamedTuple):
    """The end of a source line; a soft one does not break the printed line."""

    soft: bool


class Mark(NamedTuple):
    """The mark of a footnote."""

    number: int


Pieces = list[Piece | Break | Mark]


def finish(pieces: Pieces, *, normalizes: bool) -> Inlines:
    """Return `pieces` as they are printed."""
    joined = _join_lines(pieces)
    if normalizes:
        joined = _normalized(joined)
    return _merged(joined)


def _join_lines(pieces: Pieces) -> Pieces:
    """Put a space for each soft break between Latin words, nothing where either side is Chinese."""
    joined: Pieces = []
    for index, piece in enumerate(pieces):
        if not (isinstance(piece, Break) and piece.soft):
            joined.append(piece)
            continue
        before, after = _last_character(joined), _first_character(pieces, index + 1)
        if before and after and not is_wide(before) and not is_wide(after):
            joined.append(_space_like(joined))
    return joined


def _last_character(pieces: Pieces) -> str:
    for piece in reversed(pieces):
        if isinstance(piece, Break):
            return ""
        if isinstance(piece, Piece) and piece.text:
            return piece.text[-1]
    return ""


def _first_character(pieces: Pieces, start: int) -> str:
    for index in range(start, len(pieces)):
        piece = pieces[index]
        if isinstance(piece, Break):
            return ""
        if isinstance(piece, Piece) and piece.text:
            return piece.text[0]
    return ""


def _space_like(pieces: Pieces) -> Piece:
    """Return a space in the style of the last piece."""
    last = next(piece for piece in reversed(pieces) if isinstance(piece, Piece))
    return replace(last, text=" ", fixed=False)


def _normalized(pieces: Pieces) -> Pieces:
    runs = [(piece.text, piece.fixed) if isinstance(piece, Piece) else _stand_in(piece) for piece in pieces]
    strings = normalize_runs(runs)
    return [
        replace(piece, text=string) if isinstance(piece, Piece) and piece.text != string else piece
        for piece, string in zip(pieces, strings, strict=True)
    ]


def _stand_in(piece: Break | Mark) -> tuple[str, bool]:
    """Return what stands for a break in the text to normalise; a footnote mark parts nothing."""
    return ("\n" if isinstance(piece, Break) else "", True)


def _merged(pieces: Pieces) -> Inlines:
    merged: list[Inline] = []
    for piece in pieces:
        match piece:
            case Break():
                merged.append(LineBreak())
            case Mark(number):
                merged.append(FootnoteMark(number))
            case Piece(text=""):
                pass
            case Piece():
                text = Text(piece.text, piece.strong, piece.emphasis, piece.href, source=piece.source)
                if merged and isinstance(merged[-1], Text) and _alike(merged[-1], text):
                    merged[-1] = replace(merged[-1], text=merged[-1].text + text.text)
                else:
                    merged.append(text)
    return tuple(merged)


def _alike(one: Text, other: Text) -> bool:
    """Tell whether two texts differ in nothing but their characters and the column they come from."""
    same_line = (one.source and one.source.line) == (other.source and other.source.line)
    same_style = (one.strong, one.emphasis, one.href) == (other.strong, other.emphasis, other.href)
    return same_line and same_style
