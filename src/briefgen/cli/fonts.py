"""`briefgen fonts`: the faces of the PDF, and the names that the DOCX uses.

In: nothing. Out: a line for each face. Does not belong here: the faces (`fonts`).
"""

from __future__ import annotations

import click

from briefgen.cli import report
from briefgen.cli.localised import language_option
from briefgen.diagnostics import _


@click.command("fonts", help=_("列出 PDF 所用的字体及其来源、许可与覆盖率。"))
@language_option
def command() -> None:
    """Print class, face, origin and coverage of every face."""
    report.table([])
