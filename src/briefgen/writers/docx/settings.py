"""The parts of the blank package that have gaps: settings with the prohibitions of GB/T 15834, the theme's faces.

In: the text of a blank part. Out: the part's bytes.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.doctree.nodes import Role
from briefgen.fonts.catalogue import OFFICE_NAMES
from briefgen.spec import gbt15834
from briefgen.spec.gbt15834 import Prohibition
from briefgen.style import StyleSheet
from briefgen.writers.docx.ooxml import escape


def settings(blank: bytes, level: Prohibition) -> bytes:
    """Return the settings with the lists of characters that may not start or end a line at a level of prohibition.

    The lists know single characters only, so — and … are in them; pairs of these are runs of their own (`inlines`).
    The space after a paragraph and the space before the next add up, as they do in layout
    (`doNotUseHTMLParagraphAutoSpacing`): by default offices take the larger one.
    """
    forbidden = gbt15834.FORBIDDEN[level]
    return _filled(blank, {
        "not_at_line_end": "".join(sorted(forbidden.at_end)),
        "not_at_line_start": "".join(sorted(forbidden.at_start)),
    })  # fmt: skip


def theme(blank: bytes, sheet: StyleSheet) -> bytes:
    """Return the theme: our styles never refer to it, but an editor who picks a theme face shall get one of ours."""
    return _filled(blank, {
        "title": OFFICE_NAMES[sheet[Role.TITLE].face].name,
        "body": OFFICE_NAMES[sheet[Role.BODY].face].name,
        "red": sheet.head_rule.color,
    })  # fmt: skip


def _filled(blank: bytes, values: Mapping[str, str]) -> bytes:
    text = blank.decode()
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", escape(value))
    return text.encode()
