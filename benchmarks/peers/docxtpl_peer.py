"""docxtpl: a template that python-docx made once beforehand, filled with the issue."""

from __future__ import annotations

import json
import os
from pathlib import Path

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from harness import serve

WIDTH = Mm(156 * 0.4)
TEMPLATE = Path(os.environ["WORK"]) / "template.docx"


def make_template() -> None:
    """Write the template: loops over articles and blocks, a table with a row that repeats."""
    from docx import Document

    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    for line in (
        "{{ name }}", "第{{ number }}期", "{{ issuer }}\t{{ date }}",
        "{%p for article in articles %}", "{{ article.title }}", "{%p for block in article.blocks %}",
        "{%p if block.type == 'figure' %}", "{{ block.picture }}", "{{ block.caption }}",
        "{%p elif block.type == 'table' %}", "{{ block.caption }}",
    ):  # fmt: skip
        document.add_paragraph(line, "Heading 1" if line == "{{ article.title }}" else None)
    table = document.add_table(rows=0, cols=6, style="Table Grid")
    for cells in (
        [f"{{{{ block.header[{column}] }}}}" for column in range(6)], ["{%tr for row in block.rows %}"],
        [f"{{{{ row[{column}] }}}}" for column in range(6)], ["{%tr endfor %}"],
    ):  # fmt: skip
        for cell, text in zip(table.add_row().cells, cells, strict=False):
            cell.text = text
    for line in (
        "{%p elif block.type == 'heading' %}", "{{ block.text }}", "{%p else %}", "{{ block.text }}",
        "{%p endif %}", "{%p endfor %}", "{%p endfor %}",
    ):  # fmt: skip
        document.add_paragraph(line)
    document.save(str(TEMPLATE))


def render(folder: Path, out: Path) -> None:
    """Fill the template."""
    issue = json.loads((folder / "issue.json").read_text("utf-8"))
    template = DocxTemplate(str(TEMPLATE))
    for article in issue["articles"]:
        for block in article["blocks"]:
            if block["type"] == "figure":
                block["picture"] = InlineImage(template, str(folder / block["file"]), width=WIDTH)
    template.render(issue)
    template.save(str(out))


if not TEMPLATE.exists():
    make_template()
serve(render)
