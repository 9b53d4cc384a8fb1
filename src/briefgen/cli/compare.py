"""`briefgen compare`: whether a word processor shows the DOCX with the lines and pages of the PDF.

In: briefings. Out: pages, lines and every line that differs; an exit code as of `diff`.
Does not belong here: comparing (`parity`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import asdict

from briefgen import pipeline
from briefgen.cli import AUTHOR, OK, report
from briefgen.cli.localised import language_option
from briefgen.diagnostics import _
from briefgen.messages import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.parity import Comparison, Difference


@click.command("compare")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-t", "--template", metavar="NAME|FILE", help=_("换用别的模板"))
@click.option("--json", "as_json", is_flag=True, help=_("在标准输出上以 JSON 报告结果"))
@language_option
def command(files: tuple[Path, ...], template: str | None, as_json: bool) -> int:
    """Compare each of `files`; return 1 if any line or page differs."""
    from briefgen.parity import compare_many

    briefings = {f"{number}": pipeline.load(path) for number, path in enumerate(files)}
    found = compare_many(briefings, template=template)
    compared = {str(path): found[f"{number}"] for number, path in enumerate(files)}
    if as_json:
        report.out(json.dumps(_record(compared), ensure_ascii=False, indent=2))
    else:
        for name, each in compared.items():
            _tell(name, each)
    return OK if all(each.same for each in compared.values()) else AUTHOR


def _record(compared: Mapping[str, Comparison]) -> dict[str, Any]:
    return {
        "results": [
            {
                "input": name,
                "same": each.same,
                "pages": {"pdf": each.pages[0], "docx": each.pages[1]},
                "lines": [{"pdf": pdf, "docx": docx} for pdf, docx in each.lines],
                "roles": {
                    role: {"same": same, "total": total} for role, (same, total) in each.counts.items()
                },
                "undrawn": each.undrawn,
                "differences": [_difference(one) for one in each.differences],
            }
            for name, each in compared.items()
        ]
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {**asdict(one), "reason": translate(one.reason.message, **one.reason.values)}


def _tell(name: str, each: Comparison) -> None:
    same = sum(count for count, _total in each.counts.values())
    total = sum(count for _same, count in each.counts.values())
    facts = {"pdf": each.pages[0], "docx": each.pages[1], "same": same, "total": total}
    report.out(f"{name}: " + translate("PDF {pdf} 页，DOCX {docx} 页；{total} 行中 {same} 行一致", **facts))
    for page, (pdf, docx) in enumerate(each.lines, 1):
        if pdf != docx:
            report.out(
                "  " + translate("第 {page} 页：PDF {pdf} 行，DOCX {docx} 行", page=page, pdf=pdf, docx=docx)
            )
    for one in each.differences:
        why = translate(one.reason.message, **one.reason.values)
        report.out("  " + translate("第 {page} 页 {role}：{why}", page=one.page, role=one.role, why=why))
        report.out(f"    PDF   {one.pdf}")
        report.out(f"    DOCX  {one.office}")
