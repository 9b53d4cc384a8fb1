"""Figures: pictures in a paragraph of their own, side by side.

In: a syntax node, or path, caption and width. Out: a row of figures, without those whose picture cannot be used.
Does not belong here: reading picture files (`pictures`), how wide a figure without a width becomes (`layout`).
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from briefgen.compose import unsupported
from briefgen.compose.attributes import attributes
from briefgen.compose.inlines import composed
from briefgen.compose.pictures import Refusal
from briefgen.compose.places import Locator
from briefgen.doctree.nodes import Figure, FigureRow, Inlines, Picture
from briefgen.units import Length

if TYPE_CHECKING:
    from markdown_it.token import Token

    from briefgen.compose.markdown import Node
    from briefgen.compose.places import SourceText
    from briefgen.compose.session import Session
    from briefgen.diagnostics import Position

MAX_IN_ROW = 4

_BREAKS = ("softbreak", "hardbreak")
_WIDTH_KEYS = ("width", "宽度")


def holds_figures(node: Node) -> bool:
    """Tell whether the paragraph `node` holds pictures and nothing else."""
    children = node.children[0].token.children or []
    images = sum(child.type == "image" for child in children)
    return images > 0 and all(
        child.type == "image" or child.type in _BREAKS or (child.type == "text" and not child.content.strip())
        for child in children
    )


def figure_row(session: Session, source: SourceText, node: Node) -> FigureRow | None:
    """Return the figures of a paragraph that `holds_figures`; None if no picture can be used."""
    locator = Locator(source, node.line)
    figures: list[Figure | None] = []
    for token in node.children[0].token.children or ():
        if token.type == "image":
            figures.append(_figure(session, locator, token))
        elif token.type in _BREAKS:
            locator.next_line()
    return row_of(session, figures, source.line_start(node.line))


def row_of(session: Session, figures: list[Figure | None], position: Position | None) -> FigureRow | None:
    """Return those of `figures` that are there as a row."""
    if len(figures) > MAX_IN_ROW:
        session.refuse(unsupported.MANY_PICTURES, position)
    usable = tuple(figure for figure in figures[:MAX_IN_ROW] if figure is not None)
    return FigureRow(usable, position) if usable else None


def load_picture(session: Session, path: str, caption: Inlines, position: Position | None) -> Picture | None:
    """Return the picture at `path`; None, and a diagnostic, if it cannot be used."""
    picture = session.pictures.load(path)
    if isinstance(picture, Refusal):
        session.report(picture.code, position, **picture.values)
        return None
    if not caption:
        session.report("BG306", position, path=path)
    return picture


def checked_width(session: Session, text: str, position: Position | None) -> Length | None:
    """Return the width that `text` names, up to the measure; None, and a diagnostic, if it names none."""
    try:
        width = Length.parse(unicodedata.normalize("NFKC", text))
    except ValueError:
        width = Length(0, "pt")
    if width.value <= 0 or width.unit == "行" or (width.unit == "%" and width.value > 100):
        session.report("BG305", position, width=text)
        return None
    return width


def _figure(session: Session, locator: Locator, token: Token) -> Figure | None:
    position = locator.find("![")
    caption = composed(session, locator, token.children or ())
    path = str(token.attrs.get("src", ""))
    locator.find("](")
    picture = load_picture(session, path, caption, locator.find(path))
    given = str(token.meta.get("attributes", ""))
    width = _width(session, given, locator.find("{")) if given.strip() else None
    return Figure(picture, caption, width, position) if picture else None


def _width(session: Session, text: str, position: Position | None) -> Length | None:
    """Return the width of `{…}` after a picture."""
    width: Length | None = None
    found, rest = attributes(text)
    for key, value in found.items():
        if key in _WIDTH_KEYS:
            width = checked_width(session, value, position)
        else:
            session.refuse(unsupported.PICTURE_ATTRIBUTE, position)
    if rest:
        session.refuse(unsupported.PICTURE_ATTRIBUTE, position)
    return width
