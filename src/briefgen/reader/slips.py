"""Slips: what an author most likely did where YAML stumbles, often a line or two further down.

A full-width colon, no space after a colon or a dash, full-width indentation: to YAML all of these are words, so
that it complains of something else. In: lines of a file, or a text that was to be keys and values. Out: the place
and the reason. Does not belong here: what is sound YAML (`yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.diagnostics import Phrase, _
from briefgen.reader.places import Place

REACH = 3  # lines that are searched above the one where YAML stumbles

COLON = _("键后面的冒号要用半角，后面空一格：“{key}: ”")
DASH = Phrase(_("列表项的“-”后面要空一格"))
INDENTATION = Phrase(_("缩进不能用全角空格，请改用半角空格"))
QUOTES = Phrase(_("引号之后不能再有文字，请把整个值放进引号，或去掉引号"))

# compiled when something is wrong
_TIGHT_DASH = r" *-(?=[^\s\-\d.])"
_KEY = r"""(?P<key>[^\W\d][^\s：:，。、“”"'#&*!|>%@`\[\]{},]{0,19})"""
_TIGHT_COLON = rf" *(?:- +)*{_KEY}(?::(?=[^\s/])|[ \t]*：)"
_AFTER_QUOTES = r""" *(?:- +)*(?:[^\s"':]+: +)?(?:"[^"\\]*"|'[^']*')(?=[^\s,:"'\]}#])"""
_INDENT = r" *(?:- +)*"
_HOLDS_TEXT = r"[^#]*?(?:: |- |：)\s*[^\s#].*"  # a value on the same line, `|` and `>` among them


def slip(lines: Sequence[str], line: int) -> tuple[Place, Phrase] | None:
    """Return place and reason of the slip that made YAML stumble on `line` (from 0), if one can be seen."""
    line = min(line, len(lines) - 1)
    if found := re.match(_AFTER_QUOTES, lines[line]):
        return (line, found.end()), QUOTES
    above = [number for number in range(line, -1, -1) if lines[number].strip()]
    for number in above[: REACH + 1]:
        found_here = _in_line(lines[number])
        if found_here and not _in_text(lines, number):
            column, reason = found_here
            return (number, column), reason
    return None


def wide_indent(text: str) -> bool:
    """Tell whether `text` begins with spaces that YAML does not know as such."""
    leading = text[: len(text) - len(text.lstrip())]
    return bool(leading.strip(" \t"))


def tight_colon(text: str) -> Phrase | None:
    """Return the reason if `text` was meant as a key with its value."""
    found = re.match(_TIGHT_COLON, text)
    return Phrase(COLON, {"key": found["key"]}) if found else None


def _in_line(line: str) -> tuple[int, Phrase] | None:
    if wide_indent(line):
        return 0, INDENTATION
    if found := re.match(_TIGHT_DASH, line):
        return found.end() - 1, DASH
    if found := re.match(_TIGHT_COLON, line):
        return found.end() - 1, Phrase(COLON, {"key": found["key"]})
    return None


def _in_text(lines: Sequence[str], number: int) -> bool:
    """Tell whether the line goes on with a text that a line above began, so that it may hold anything."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    for line in reversed(lines[:number]):
        if line.strip() and _indent(line) < indent:
            return re.fullmatch(_HOLDS_TEXT, line) is not None
    return False


def _indent(line: str) -> int:
    found = re.match(_INDENT, line)
    return found.end() if found else 0
