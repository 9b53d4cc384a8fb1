"""Sections: page size and margins, footers with page numbers on odd and even pages.

In: a `StyleSheet`. Out: `w:sectPr` and the two footers of portrait pages. Does not belong here: the footers of
landscape pages (`turned`).
"""

from __future__ import annotations

from briefgen.doctree.nodes import Align, Role
from briefgen.spec import office, typography
from briefgen.style import StyleSheet
from briefgen.units import twips
from briefgen.writers.docx import looks
from briefgen.writers.docx.names import style_id
from briefgen.writers.docx.ooxml import field, paragraph, part, run
from briefgen.writers.docx.styles import number_pitch

PORTRAIT, LANDSCAPE, UNNUMBERED = "", "Turned", "Bare"  # kinds of sections, by what their footers are called


def section(sheet: StyleSheet, kind: str = PORTRAIT) -> str:
    """Return the properties of a section: portrait pages, landscape ones, or portrait ones without numbers."""
    landscape = kind == LANDSCAPE
    page = sheet.page.turned if landscape else sheet.page
    wide = page.width > page.height
    orient = ' w:orient="landscape"' if wide else ""
    sides = {
        "top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left,
        "header": page.top / 2, "footer": page.bottom / 2 if landscape else footer_distance(sheet), "gutter": 0.0,
    }  # fmt: skip
    # no grid of lines: LibreOffice would shrink the type area to whole lines, which tables then overrun
    grid = "" if wide else f'<w:docGrid w:linePitch="{twips(page.pitch)}"/>'
    margins = " ".join(f'w:{name}="{twips(value)}"' for name, value in sides.items())
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rIdOdd{kind}"/>'
        f'<w:footerReference w:type="even" r:id="rIdEven{kind}"/>'
        '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{orient}/><w:pgMar {margins}/>{grid}'
        "</w:sectPr>"
    )


def footer_distance(sheet: StyleSheet) -> float:
    """Return the distance of the footer's foot from the page's, which puts the dash where layout has it."""
    page, style = sheet.page, sheet[Role.PAGE_NUMBER]
    baseline = page.number_drop + (typography.EM_ASCENT - 0.5) * style.size  # below the type area
    return page.bottom - baseline - (1 - office.ASCENT_OF_EXACT_LINE) * number_pitch(style)


def footer(sheet: StyleSheet, *, even: bool) -> bytes:
    """Return the footer of odd (right) or even (left) pages, in by 1 字 from the edge (GB/T 9704-2012 7.5)."""
    return part("ftr", page_number(sheet, even=even))


def bare_footer() -> bytes:
    """Return the footer of pages without numbers."""
    return part("ftr", paragraph(style_id(Role.PAGE_NUMBER), ""))


def page_number(sheet: StyleSheet, *, even: bool) -> str:
    """Return the paragraph of the page number."""
    style, away = sheet[Role.PAGE_NUMBER], sheet.page.number_indent
    before, _, after = sheet.page_number.partition("{page}")
    number = field("PAGE", "2" if even else "1") if sheet.page_number else ""
    content = (run(before) if before else "") + number + (run(after) if after else "")
    indent = looks.indent(style.em, left=away) if even else looks.indent(style.em, right=away)
    align = looks.align(Align.LEFT if even else Align.RIGHT)
    return paragraph(style_id(Role.PAGE_NUMBER), content, indent, align)
