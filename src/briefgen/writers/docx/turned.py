"""Footers of landscape pages: the page number stands where it stands on the others, so it runs down the left edge.

In: a `StyleSheet`. Out: the two footers (GB/T 9704-2012 cl. 8): a text box fixed to the page, its text turned by a
quarter, with the same paragraph in it that other footers have.
"""

from __future__ import annotations

from briefgen.doctree.nodes import Role
from briefgen.style import StyleSheet
from briefgen.units import emu
from briefgen.writers.docx.names import ANCHOR
from briefgen.writers.docx.ooxml import paragraph, part
from briefgen.writers.docx.section import footer_distance, page_number
from briefgen.writers.docx.styles import number_pitch

_NAMESPACES = ("wp", "a", "wps", "mc", "v")


def turned_footer(sheet: StyleSheet, *, even: bool) -> bytes:
    """Return the footer of odd (foot of the left edge) or even (head of it) landscape pages."""
    page = sheet.page
    box = (footer_distance(sheet), page.left, number_pitch(sheet[Role.PAGE_NUMBER]), page.text_width)
    content = page_number(sheet, even=even)
    run = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"{_drawing(box, content)}</mc:Choice><mc:Fallback>{_picture(box, content)}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    return part("ftr", paragraph(ANCHOR, run), *_NAMESPACES)


def _drawing(box: tuple[float, float, float, float], content: str) -> str:
    x, y, width, height = (emu(value) for value in box)
    extent = f'cx="{width}" cy="{height}"'
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0"'
        ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent {extent}/><wp:wrapNone/><wp:docPr id="1" name="页码"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></wps:bodyPr>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _picture(box: tuple[float, float, float, float], content: str) -> str:
    """Return the same box for programs that know text boxes of VML only."""
    x, y, width, height = box
    place = f"position:absolute;left:{x:g}pt;top:{y:g}pt;width:{width:g}pt;height:{height:g}pt"
    return (
        f'<w:pict><v:rect style="{place};mso-position-horizontal-relative:page;mso-position-vertical-relative:page"'
        ' filled="f" stroked="f"><v:textbox style="layout-flow:vertical" inset="0,0,0,0">'
        f"<w:txbxContent>{content}</w:txbxContent></v:textbox></v:rect></w:pict>"
    )
