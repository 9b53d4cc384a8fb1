"""WeasyPrint: HTML and CSS of print, one font configuration for all documents."""

from __future__ import annotations

import os
from pathlib import Path

from harness import serve
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

FACES = {
    "FandolFang": ("FandolFang-Regular", "normal"), "FandolHei": ("FandolHei-Regular", "normal"),
    "FandolKai": ("FandolKai-Regular", "normal"), "FandolSong": ("FandolSong-Bold", "bold"),
}  # fmt: skip
fonts = FontConfiguration()
folder_of_faces = Path(os.environ["FACES"])
rules = "".join(
    f"@font-face {{ font-family: {family}; font-weight: {weight};"
    f" src: url({(folder_of_faces / file).as_uri()}.otf) }}\n"
    for family, (file, weight) in FACES.items()
)
faces = CSS(string=rules, font_config=fonts)


def render(folder: Path, out: Path) -> None:
    """Render the page."""
    page = HTML(filename=str(folder / "issue.html"))
    page.write_pdf(str(out), stylesheets=[faces], font_config=fonts)


serve(render)
