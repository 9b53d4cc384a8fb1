"""python-docx as its manual shows it: paragraphs, runs, a table and pictures in its default package."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from harness import serve

WIDTH = Mm(156 * 0.4)


def render(folder: Path, out: Path) -> None:
    """Write the issue."""
    issue = json.loads((folder / "issue.json").read_text("utf-8"))
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    _face(document.styles["Normal"], "仿宋_GB2312", 16)
    document.styles["Normal"].paragraph_format.line_spacing = Pt(28.95)
    name = document.add_paragraph()
    name.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = name.add_run(issue["name"])
    _face(run, "方正小标宋简体", 42)
    run.font.color.rgb = RGBColor(255, 0, 0)
    document.add_paragraph(f"第{issue['number']}期")
    document.add_paragraph(f"{issue['issuer']}\t{issue['date']}")
    for article in issue["articles"]:
        title = document.add_heading(level=1)
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _face(title.add_run(article["title"]), "方正小标宋简体", 22)
        for block in article["blocks"]:
            _block(document, block, folder)
    document.save(str(out))


def _face(target: Any, name: str, size: float) -> None:
    target.font.name = name
    target.font.size = Pt(size)
    target.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def _block(document: Any, block: dict[str, Any], folder: Path) -> None:
    match block["type"]:
        case "heading":
            _face(document.add_heading(level=2).add_run(block["text"]), "黑体", 16)
        case "figure":
            picture = document.add_paragraph()
            picture.alignment = WD_ALIGN_PARAGRAPH.CENTER
            picture.paragraph_format.line_spacing = 1.0
            picture.add_run().add_picture(str(folder / block["file"]), width=WIDTH)
            _centred(document, block["caption"])
        case "table":
            _centred(document, block["caption"])
            table = document.add_table(rows=0, cols=len(block["header"]), style="Table Grid")
            for row in (block["header"], *block["rows"]):
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        case _:
            paragraph = document.add_paragraph(block["text"])
            paragraph.paragraph_format.first_line_indent = Pt(32)


def _centred(document: Any, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _face(paragraph.add_run(text), "楷体_GB2312", 14)


serve(render)
