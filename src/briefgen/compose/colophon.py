"""The colophon (报尾): to whom the issue goes, who answers for it, how many copies.

In: the author's colophon and the template's wording. Out: rows. Does not belong here: where it stands (`layout`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefgen.compose.wording import filled
from briefgen.doctree.nodes import Colophon, ColophonRow

if TYPE_CHECKING:
    from briefgen.compose.session import Session
    from briefgen.model import briefing as model
    from briefgen.model.template import WordingOptions


def colophon(session: Session, foot: model.Colophon, wording: WordingOptions) -> Colophon | None:
    """Return the rows of the colophon, None if the author gave none."""
    rows = tuple(_rows(session, foot, wording))
    return Colophon(rows, session.sources.value("colophon")) if rows else None


def _rows(session: Session, foot: model.Colophon, wording: WordingOptions) -> Iterator[ColophonRow]:
    for label, receivers in (
        (wording.report_to, foot.report_to),
        (wording.send_to, foot.send_to),
        (wording.issue_to, foot.issue_to),
    ):
        if receivers:
            yield ColophonRow(label, session.plain(_joined(receivers)))
    staff = "　".join(
        label + name
        for label, name in (
            (wording.editor, foot.editor),
            (wording.reviewer, foot.reviewer),
            (wording.approver, foot.approver),
        )
        if name
    )
    copies = "" if foot.copies is None else filled(wording.copies, copies=foot.copies)
    if staff or copies:
        yield ColophonRow("", session.plain(staff), copies)


def _joined(receivers: Sequence[str]) -> str:
    """Return the receivers as one phrase that ends in 。; groups that have 、 inside are parted by ，."""
    names = [name.rstrip("。.；;，,、 ") for name in receivers]
    separator = "，" if any("、" in name for name in names) else "、"
    return separator.join(name for name in names if name) + "。"
