"""`styles.xml`: one real paragraph style for each role, the built-in styles they rest on, character styles.

In: a `StyleSheet`. Out: the part's bytes. Does not belong here: direct formatting (`blocks` and its peers).
"""

from __future__ import annotations

from msgspec.structs import replace

from briefgen.doctree.nodes import Align, Role
from briefgen.style import ParagraphStyle, StyleSheet
from briefgen.writers.docx import looks
from briefgen.writers.docx.names import (
    ANCHOR,
    BUILT_IN,
    EMPHASIS,
    HYPERLINK,
    NORMAL,
    NOTE_REFERENCE,
    NOTE_SEPARATOR,
    PICTURE,
    STRONG,
    TABLE,
    lead_id,
    style_id,
)
from briefgen.writers.docx.ooxml import off, part, properties, val

#: Roles whose lines have a part at the left and one at the right: their 字 at the left is a first-line indent, so
#: that a rule below them is as wide as the type area.
SPLIT = frozenset({Role.MASTHEAD_MARKS, Role.MASTHEAD_IMPRINT})
NUMBER_LEAD = 1.25  # line height of the page number in its sizes: the footer stays clear of the type area
NOTE_RULE_PITCH = 8.0  # height of the line with the rule above footnotes

_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
    ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)


def styles(sheet: StyleSheet) -> bytes:
    """Return the part with all styles of `sheet`."""
    found = [_defaults(sheet), _LATENT, _normal(sheet), _default_character(), _table()]
    for role, style in sheet.paragraphs.items():
        found.extend(_role(role, style, sheet))
    found.extend(_helpers(sheet))
    found.extend(_characters(sheet))
    return part("styles", "".join(found))


def _defaults(sheet: StyleSheet) -> str:
    body = sheet[Role.BODY]
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    text = properties("rPr", looks.fonts(body.face), *looks.size(body.size), language)
    return f"<w:docDefaults><w:rPrDefault>{text}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"


def _normal(sheet: StyleSheet) -> str:
    """Return 正文, on which all others rest: the face of the body, no indent, Chinese line rules, no grid snapping."""
    page = sheet.page
    shape = properties(
        "pPr",
        "<w:widowControl/>" if sheet[Role.BODY].widow_control else off("widowControl"),
        "<w:kinsoku/>",
        *(off(tag) for tag in ("overflowPunct", "adjustRightInd", "snapToGrid")),
        *(
            f"<w:{tag}/>" if sheet.typesetting.latin_gap else off(tag)
            for tag in ("autoSpaceDE", "autoSpaceDN")
        ),
        looks.spacing(page.pitch),
        looks.align(Align.JUSTIFY),
    )
    text = properties("rPr", *looks.text_look(sheet[Role.BODY]))
    head = (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{NORMAL}"><w:name w:val="Normal"/><w:qFormat/>'
    )
    return f"{head}{shape}{text}</w:style>"


def _default_character() -> str:
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )


def _table() -> str:
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        f'<w:style w:type="table" w:default="1" w:styleId="{TABLE}"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


def _role(role: Role, style: ParagraphStyle, sheet: StyleSheet) -> list[str]:
    """Return the style of `role`, preceded by the built-in style that it rests on."""
    style = _for_office(role, style)
    shape = [*looks.paragraph_look(style), *_tabs(role, style, sheet)]
    text = looks.text_look(style)
    built_in = BUILT_IN.get(role)
    if built_in is None:
        return [_paragraph_style(style_id(role), style.name, NORMAL, (shape, text))]
    identifier, name = built_in
    level = val("outlineLvl", int(name[-1]) - 1) if name.startswith("heading") else ""
    base_shape = [element for element in shape if not element.startswith("<w:outlineLvl")]
    return [
        _paragraph_style(identifier, name, NORMAL, ([*base_shape, level], text), shown=False),
        _paragraph_style(style_id(role), style.name, identifier, (shape, text)),
    ]


def _for_office(role: Role, style: ParagraphStyle) -> ParagraphStyle:
    if role in SPLIT:
        return replace(style, first_line=style.left, left=0.0, right=0.0)
    if role is Role.PAGE_NUMBER:
        return replace(style, pitch=number_pitch(style))
    return style


def number_pitch(style: ParagraphStyle) -> float:
    """Return the line height of the page number in the footer."""
    return NUMBER_LEAD * style.size


def _tabs(role: Role, style: ParagraphStyle, sheet: StyleSheet) -> list[str]:
    if role is Role.CONTENTS_ENTRY:
        return [looks.right_tab(sheet.page.measure, "dot")]
    if role in SPLIT:
        return [looks.right_tab(sheet.page.measure - sheet[role].right * style.em)]
    if role is Role.COLOPHON:
        return [looks.right_tab(sheet.page.measure - style.right * style.em)]
    return []


def _paragraph_style(
    identifier: str, name: str, base: str, look: tuple[list[str], tuple[str, ...]], *, shown: bool = True
) -> str:
    custom = ' w:customStyle="1"' if shown else ""
    priority = '<w:uiPriority w:val="1"/><w:qFormat/>' if shown else '<w:uiPriority w:val="9"/>'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{identifier}">{val("name", name)}{val("basedOn", base)}'
        f"{priority}{properties('pPr', *look[0])}{properties('rPr', *look[1])}</w:style>"
    )


def _helpers(sheet: StyleSheet) -> list[str]:
    """Return the styles of paragraphs that are no role: pictures, the anchor of the 报尾, the footnote rule."""
    centred = [looks.spacing(12.0, rule="auto"), looks.align(Align.CENTER), "<w:keepNext/>"]
    tiny = looks.size(1.0)
    anchor = [looks.spacing(0.7), looks.align(Align.LEFT)]
    rule = [looks.spacing(NOTE_RULE_PITCH), looks.align(Align.LEFT)]
    return [
        _paragraph_style(PICTURE, "图片", NORMAL, (centred, tiny)),
        _paragraph_style(ANCHOR, "报尾锚点", NORMAL, (anchor, tiny)),
        _paragraph_style(NOTE_SEPARATOR, "脚注分隔线", NORMAL, (rule, looks.size(NOTE_RULE_PITCH / 2))),
    ]


def _characters(sheet: StyleSheet) -> list[str]:
    leads = [
        _character(lead_id(level), f"段首标题{level}", looks.fonts(sheet.lead_face(level)), custom=True)
        for level in range(1, 5)
    ]
    return [
        _character(STRONG, "Strong", looks.fonts(sheet.strong)),
        _character(EMPHASIS, "Emphasis", looks.fonts(sheet.emphasis)),
        *leads,
        _character(HYPERLINK, "Hyperlink", ""),
        _character(NOTE_REFERENCE, "footnote reference", val("vertAlign", "superscript")),
    ]


def _character(identifier: str, name: str, look: str, *, custom: bool = False) -> str:
    attribute = ' w:customStyle="1"' if custom else ""
    return (
        f'<w:style w:type="character"{attribute} w:styleId="{identifier}">{val("name", name)}'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="2"/><w:qFormat/>{properties("rPr", look)}'
        "</w:style>"
    )
