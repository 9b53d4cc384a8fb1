"""Reasons: why a line of the PDF may not stand in the DOCX as the office sets it.

In: the two lines. Out: a phrase, "unknown" where nothing tells. Does not belong here: what counts as different.
"""

from __future__ import annotations

import re

from briefgen.diagnostics import Phrase, _
from briefgen.parity.lines import PdfLine
from briefgen.spec import gbt15834

_LEADER = re.compile(r"[.…·]{3,}")
_LATIN = re.compile(r"[A-Za-z0-9]")


def words(text: str) -> str:
    """Return the words of a line: spaces and leaders say nothing."""
    return _LEADER.sub("", "".join(text.split()))


def reason(line: PdfLine | None, other: PdfLine | None) -> Phrase:
    """Return why `line` of the PDF and `other` of the office differ, as far as the two tell."""
    if line is None or other is None:
        return Phrase(_("另一方没有这一行"))
    mine, their = words(line.text), words(other.text)
    if mine == their:
        return Phrase(_("在另一方的第{page}页"), {"page": other.page})
    if mine[:1] != their[:1]:
        return Phrase(_("上文的断行不同"))
    longer = max(mine, their, key=len)
    if longer[-1] in gbt15834.NOT_AT_LINE_START or longer[-1] in gbt15834.NOT_AT_LINE_END:
        return Phrase(_("行末标点的处理不同"))
    if _LATIN.search(longer):
        return Phrase(_("数字或字母的宽度、间隙不同"))
    return Phrase(_("原因不明"))
