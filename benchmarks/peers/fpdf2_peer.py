"""fpdf2: cells and text shaping off, its own line breaking."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from fpdf import FPDF
from harness import serve

PITCH = 28.95
FACES = {
    "fang": "FandolFang-Regular",
    "hei": "FandolHei-Regular",
    "kai": "FandolKai-Regular",
    "song": "FandolSong-Bold",
}


class Issue(FPDF):
    """A page with its number."""

    def footer(self) -> None:
        """Write the number."""
        self.set_y(-80)
        self.set_font("fang", size=14)
        self.cell(0, 14, f"— {self.page_no()} —", align="R")


def render(folder: Path, out: Path) -> None:
    """Write the issue."""
    issue = json.loads((folder / "issue.json").read_text("utf-8"))
    pdf = Issue(unit="pt", format="A4")
    for name, file in FACES.items():
        pdf.add_font(name, fname=Path(os.environ["FACES"]) / f"{file}.otf")
    pdf.set_margins(79.4, 104.9, 73.7)
    pdf.set_auto_page_break(True, 99.2)
    pdf.add_page()
    _line(pdf, issue["name"], "song", 42, "C")
    _line(pdf, f"第{issue['number']}期", "fang", 16, "C")
    _line(pdf, f"{issue['issuer']}　{issue['date']}", "fang", 16, "L")
    for article in issue["articles"]:
        _line(pdf, article["title"], "song", 22, "C")
        for block in article["blocks"]:
            _block(pdf, block, folder)
    pdf.output(str(out))


def _line(pdf: FPDF, text: str, face: str, size: float, align: str) -> None:
    pdf.set_font(face, size=size)
    pdf.multi_cell(0, max(PITCH, size * 1.3), text, align=align, new_x="LMARGIN", new_y="NEXT")


def _block(pdf: FPDF, block: dict[str, Any], folder: Path) -> None:
    match block["type"]:
        case "heading":
            _line(pdf, "　　" + block["text"], "hei", 16, "L")
        case "figure":
            pdf.image(str(folder / block["file"]), w=pdf.epw * 0.4, x="C", alt_text=block["caption"])
            _line(pdf, block["caption"], "kai", 14, "C")
        case "table":
            _line(pdf, block["caption"], "hei", 14, "C")
            pdf.set_font("fang", size=14)
            with pdf.table(
                line_height=22, first_row_as_headings=False, col_widths=(1, 3, 2, 2, 1, 1)
            ) as table:
                for row in (block["header"], *block["rows"]):
                    table.row(row)
        case _:
            _line(pdf, "　　" + block["text"], "fang", 16, "J")


serve(render)
