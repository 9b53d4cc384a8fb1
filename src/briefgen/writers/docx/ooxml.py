"""WordprocessingML as text: escaping, elements in schema order, runs, fields, bookmarks.

In: plain values. Out: strings of XML; a document is built in one go and parsed by nobody on the way.
Does not belong here: what a role looks like (`looks`), what a block becomes (`blocks`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Mapping[str, str] = MappingProxyType({
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
})  # fmt: skip

#: The sequences that ISO/IEC 29500-1 Annex A fixes for the children of property elements (those that we write).
SEQUENCES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "tabs",
        "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN",
        "adjustRightInd", "snapToGrid", "spacing", "ind", "jc", "textAlignment", "outlineLvl", "rPr", "sectPr",
    ),
    "rPr": (
        "rStyle", "rFonts", "b", "i", "noProof", "webHidden", "color", "spacing", "kern", "position", "sz", "szCs",
        "u", "vertAlign", "lang",
    ),
    "tblPr": (
        "tblStyle", "tblpPr", "tblOverlap", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar",
        "tblLook", "tblCaption",
    ),
    "tcPr": ("tcW", "gridSpan", "vMerge", "tcBorders", "tcMar", "vAlign"),
    "trPr": ("cantSplit", "trHeight", "tblHeader"),
})  # fmt: skip

_RANKS = {name: {tag: rank for rank, tag in enumerate(tags)} for name, tags in SEQUENCES.items()}
_TAG = re.compile(r"<w:(\w+)")

#: The marks whose width is ambiguous (quotes, dashes, ellipses, ·) take the Chinese face through this hint.
HINT = '<w:rFonts w:hint="eastAsia"/>'
_PLAIN_RUN = f"<w:r><w:rPr>{HINT}</w:rPr>"


def escape(text: str) -> str:
    """Return `text` as character data or as a quoted attribute's value."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def part(name: str, content: str, *prefixes: str) -> bytes:
    """Return a whole part whose root `w:{name}` declares `w` and `prefixes`."""
    declared = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", *prefixes))
    return f"{DECLARATION}<w:{name}{declared}>{content}</w:{name}>".encode()


def val(tag: str, value: object) -> str:
    """Return `<w:tag w:val="value"/>`."""
    return f'<w:{tag} w:val="{escape(str(value))}"/>'


def off(tag: str) -> str:
    """Return a toggle that is switched off."""
    return val(tag, 0)


@lru_cache(maxsize=1024)
def properties(name: str, *elements: str) -> str:
    """Return `<w:name>` with the elements in the order of the schema, nothing if all are empty.

    Raises:
        KeyError: an element is not in the sequence of `name`.
    """
    ranks = _RANKS[name]
    present = [element for element in elements if element]
    if len(present) > 1:
        present.sort(key=lambda element: ranks[_tag(element)])
    return f"<w:{name}>{''.join(present)}</w:{name}>" if present else ""


def _tag(element: str) -> str:
    match = _TAG.match(element)
    return match[1] if match else ""


def paragraph(style: str, content: str, *elements: str) -> str:
    """Return a paragraph of `style`; `elements` are direct properties."""
    if elements:
        return f"<w:p>{properties('pPr', val('pStyle', style), *elements)}{content}</w:p>"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def run(text: str, *elements: str) -> str:
    """Return a run of `text`; `elements` are direct properties."""
    space = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"{run_start(*elements)}<w:t{space}>{escape(text)}</w:t></w:r>"


def run_start(*elements: str) -> str:
    """Return the start of a run with its properties."""
    return f"<w:r>{properties('rPr', HINT, *elements)}" if elements else _PLAIN_RUN


def line_break(*elements: str) -> str:
    """Return a run that breaks the line."""
    return f"{run_start(*elements)}<w:br/></w:r>"


def tab(*elements: str) -> str:
    """Return a run that moves to the next tab stop."""
    return f"{run_start(*elements)}<w:tab/></w:r>"


def field_start(instruction: str) -> str:
    """Return the runs that open a field; its present result follows, then `FIELD_END`."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(instruction: str, result: str) -> str:
    """Return a whole field; `result` is what it shows now."""
    return f"{field_start(instruction)}{run(result)}{FIELD_END}"


def bookmark(number: int, name: str, content: str) -> str:
    """Return `content` inside the bookmark `name`; `number` is unique in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
