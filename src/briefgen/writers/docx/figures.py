"""Figures and drawings: inline pictures with alternative text, captions held to them.

Several figures side by side stand in a table without rules.

In: a `FigureRow` or `Drawing`, the sizes that layout gave. Out: a string of XML.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.doctree.nodes import Drawing, Figure, FigureRow, Picture, Role
from briefgen.layout.figure import room_of_picture
from briefgen.layout.frame import Drawn
from briefgen.style import PageStyle
from briefgen.units import emu, twips
from briefgen.writers.docx import looks
from briefgen.writers.docx.inlines import runs
from briefgen.writers.docx.names import PICTURE, style_id
from briefgen.writers.docx.ooxml import NAMESPACES, escape, paragraph, properties
from briefgen.writers.docx.session import Session
from briefgen.writers.docx.tables import cell, frame, margins, width

Size = tuple[float, float]


def figure_row(node: FigureRow, sizes: Sequence[Size], session: Session, *direct: str) -> str:
    """Return the figures with pictures of `sizes` points; `direct` goes to the first paragraph."""
    if len(node.figures) == 1:
        figure = node.figures[0]
        return _picture(figure, sizes[0], sizes, session, direct) + _caption(figure, session)
    return _side_by_side(node.figures, sizes, session, direct)


def drawing(node: Drawing, block: int, session: Session, *direct: str) -> str:
    """Return the drawing as a picture in a paragraph of its own, its caption below."""
    drawn = session.placed.drawn[block]
    size = (drawn.width, drawn.height)
    line = looks.spacing(_room(drawn, session.sheet.page), rule="atLeast")
    free = "" if node.caption else '<w:keepNext w:val="0"/>'
    shown = f"<w:r>{_inline(session.rasters[block], node.alt, size, session)}</w:r>"
    picture = paragraph(PICTURE, shown, line, free, *direct)
    return picture + (paragraph(style_id(Role.CAPTION), runs(node.caption, session)) if node.caption else "")


def _room(drawn: Drawn, page: PageStyle) -> float:
    """Return the height of the picture's line; one that fills the page leaves no room for whole lines."""
    room = room_of_picture(drawn.height, page.pitch)
    return room if room < page.text_height else drawn.height


def _side_by_side(
    figures: tuple[Figure, ...], sizes: Sequence[Size], session: Session, direct: tuple[str, ...]
) -> str:
    gap = session.sheet.figure_gap
    widths = [twips(size[0] + gap) for size in sizes]
    look = properties(
        "tblPr",
        width(sum(widths)),
        '<w:jc w:val="center"/>',
        '<w:tblLayout w:type="fixed"/>',
        margins("tblCellMar", left=twips(gap / 2), right=twips(gap / 2)),
    )
    pictures = [
        cell(column, _picture(figure, size, sizes, session, direct), '<w:vAlign w:val="bottom"/>')
        for column, figure, size in zip(widths, figures, sizes, strict=True)
    ]
    captions = [
        cell(column, _caption(figure, session) or paragraph(style_id(Role.CAPTION), ""))
        for column, figure in zip(widths, figures, strict=True)
    ]
    whole = properties("trPr", "<w:cantSplit/>")
    rows = [pictures, captions] if any(figure.caption for figure in figures) else [pictures]
    return frame(widths, look, "".join(f"<w:tr>{whole}{''.join(row)}</w:tr>" for row in rows))


def _picture(
    figure: Figure, size: Size, sizes: Sequence[Size], session: Session, direct: tuple[str, ...]
) -> str:
    """Return the paragraph of a picture: as high as whole lines, the picture at their foot, its line free to grow."""
    tallest = max(height for _, height in sizes)
    line = looks.spacing(room_of_picture(tallest, session.sheet.page.pitch), rule="atLeast")
    free = '<w:keepNext w:val="0"/>' if not figure.caption else ""
    shown = f"<w:r>{_inline(figure.picture, figure.alt, size, session)}</w:r>"
    return paragraph(PICTURE, shown, line, free, *direct)


def _caption(figure: Figure, session: Session) -> str:
    return paragraph(style_id(Role.CAPTION), runs(figure.caption, session)) if figure.caption else ""


def _inline(picture: Picture, described: str, size: Size, session: Session) -> str:
    number, relation = session.drawing(), session.picture(picture)
    cx, cy = emu(size[0]), emu(size[1])
    name = f"图片 {number}"
    alt = escape(described)
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="{number}" name="{name}" descr="{alt}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
