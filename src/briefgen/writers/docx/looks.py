"""Looks: a paragraph style → the property elements of WordprocessingML.

In: `ParagraphStyle`s (points and 字). Out: strings of XML, unordered; `ooxml.properties` puts them in order.
Does not belong here: which styles there are (`styles`).
"""

from __future__ import annotations

from briefgen.doctree.nodes import Align
from briefgen.fonts.catalogue import OFFICE_NAMES
from briefgen.spec.faces import Face
from briefgen.style import ParagraphStyle
from briefgen.units import half_points, twips
from briefgen.writers.docx.ooxml import val

_JUSTIFICATION = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}


def fonts(face: Face, *, hint: bool = False) -> str:
    """Return `w:rFonts` with the office's name of `face` in all four slots."""
    name = OFFICE_NAMES[face].name
    hinted = ' w:hint="eastAsia"' if hint else ""
    return f'<w:rFonts{hinted} w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def size(points: float) -> tuple[str, str]:
    """Return the size, for Chinese and Latin and for complex scripts."""
    return val("sz", half_points(points)), val("szCs", half_points(points))


def tracking(points: float) -> str:
    """Return the space added to each character."""
    return val("spacing", twips(points))


def text_look(style: ParagraphStyle) -> tuple[str, ...]:
    """Return face, size, colour and tracking of the style's text."""
    color = "auto" if style.color == "000000" else style.color
    return fonts(style.face), val("color", color), tracking(style.tracking), *size(style.size)


def paragraph_look(style: ParagraphStyle) -> tuple[str, ...]:
    """Return spacing, indents, alignment and outline level of the style's paragraphs."""
    left = style.tracking if style.align is Align.CENTER and style.tracking > 0 else 0.0  # see `indent`
    return (
        "<w:keepNext/>" if style.keep_next else "",
        spacing(style.pitch, before=style.before, after=style.after),
        indent(style.em, left=style.left, right=style.right, first=style.first_line, shift=left),
        val("jc", _JUSTIFICATION[style.align]),
        val("outlineLvl", style.outline) if style.outline is not None else "",
    )


def spacing(pitch: float, *, before: float = 0.0, after: float = 0.0, rule: str = "exact") -> str:
    """Return the line height and the space before and after, from points."""
    return (
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}"'
        f' w:line="{twips(pitch)}" w:lineRule="{rule}"/>'
    )


def indent(
    em: float, *, left: float = 0.0, right: float = 0.0, first: float = 0.0, shift: float = 0.0
) -> str:
    """Return indents of so many 字 of `em` points, each with its length for offices that do not count 字.

    A negative `first` hangs. `shift` moves the left edge by points: the letterspacing behind the last character
    of a centred line would else push the line out of the middle.
    """
    chars = {"left": left, "right": right, "hanging" if first < 0 else "firstLine": abs(first)}
    lengths = {name: twips(value * em) for name, value in chars.items()}
    lengths["left"] += twips(shift)
    pairs = (
        (f'w:{name}Chars="{round(value * 100)}" ' if not (name == "left" and shift) else "")
        + f'w:{name}="{lengths[name]}"'
        for name, value in chars.items()
    )
    return f"<w:ind {' '.join(pairs)}/>"


def inset(points: float) -> str:
    """Return an indent from the right by a length, whatever a character measures."""
    return f'<w:ind w:rightChars="0" w:right="{twips(points)}"/>'


def align(value: Align) -> str:
    """Return the alignment of a paragraph."""
    return val("jc", _JUSTIFICATION[value])


def right_tab(points: float, leader: str = "none") -> str:
    """Return one tab stop that sets text flush right at `points` from the left margin."""
    return f'<w:tabs><w:tab w:val="right" w:leader="{leader}" w:pos="{twips(points)}"/></w:tabs>'
