"""`briefgen fonts`: the faces of the PDF, and the names that the DOCX uses.

In: nothing. Out: two tables. Does not belong here: what there is to say of a face (`fonts.report`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli import report
from briefgen.cli.localised import language_option
from briefgen.diagnostics import _
from briefgen.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

_FACE_HEAD = (_("字体"), _("字符数"), _("通用规范汉字表"), _("来源"), _("许可"))
_CLASS_HEAD = (_("类别"), _("通用规范汉字表"), _("DOCX 中的字体"), _("PDF 中依次使用"))


@click.command("fonts")
@language_option
def command() -> None:
    """Print every face with its origin and coverage, then every class with its faces."""
    report.table([tuple(map(translate, _FACE_HEAD)), *_faces()])
    report.out("")
    report.table([tuple(map(translate, _CLASS_HEAD)), *_classes()])


def _faces() -> Iterator[tuple[str, ...]]:
    from briefgen.fonts.report import face_reports

    for row in face_reports():
        face = row.face
        yield face.key, str(face.characters), _share(row.listed), face.origin, face.licence


def _classes() -> Iterator[tuple[str, ...]]:
    from briefgen.fonts.report import class_reports

    for row in class_reports():
        yield row.face.value, _share(row.listed), row.office_name, " → ".join(row.chain)


def _share(listed: int) -> str:
    from briefgen.fonts.report import general_standard_characters

    return f"{listed}/{len(general_standard_characters())}"
