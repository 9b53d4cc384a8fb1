"""LibreOffice for tests: DOCX → PDF, with no fonts but ours under the names that Chinese offices give theirs.

Each conversion has its own profile folder, so that tests can run side by side; a private fontconfig file lets no
font of the machine in. Does not belong here: what the tests expect.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen.fonts.catalogue import OFFICE_NAMES
from briefgen.spec.faces import Face

FONTS = Path(__file__).parents[1] / "src" / "briefgen" / "fonts" / "data"
SOFFICE = shutil.which("soffice")
TIMEOUT = 180  # seconds

#: The bundled file behind each class of faces.
FILES = {
    Face.XIAOBIAOSONG: "FandolSong-Bold.otf",
    Face.FANGSONG: "FandolFang-Regular.otf",
    Face.HEITI: "FandolHei-Regular.otf",
    Face.KAITI: "FandolKai-Regular.otf",
    Face.SONGTI: "FandolSong-Regular.otf",
}


def to_pdf(docx: bytes, folder: Path, *, name: str = "document") -> Path:
    """Return the PDF that LibreOffice makes of `docx`; all files stand in `folder`."""
    assert SOFFICE is not None, "LibreOffice (soffice) is not on the path"
    source = folder / f"{name}.docx"
    source.write_bytes(docx)
    fontconfig = _fontconfig(folder)
    command = [
        SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
        "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(source),
    ]  # fmt: skip
    environment = os.environ | {"FONTCONFIG_FILE": str(fontconfig), "HOME": str(folder)}
    subprocess.run(command, check=True, env=environment, capture_output=True, timeout=TIMEOUT)
    return folder / f"{name}.pdf"


def page_texts(pdf: Path) -> list[list[str]]:
    """Return the lines of each page, top to bottom, without empty ones (pdftotext)."""
    found = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    )
    pages = found.stdout.split("\f")[:-1]
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]


def fonts_of(pdf: Path) -> set[str]:
    """Return the names of the fonts in `pdf`, without the tags of subsets."""
    found = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True)
    return {re.sub(r"^[A-Z]{6}\+", "", line.split()[0]) for line in found.stdout.splitlines()[2:]}


def _fontconfig(folder: Path) -> Path:
    """Return a fontconfig file that knows our fonts only."""
    target = folder / "fonts.conf"
    target.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{_office_fonts().name}</dir><cachedir>{folder / 'fontcache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return target


@cache
def _office_fonts() -> TemporaryDirectory[str]:
    """Return a folder with our fonts under the offices' names; it lives as long as the process."""
    from fontTools.ttLib import TTFont

    folder = TemporaryDirectory(prefix="briefgen-fonts-")
    for face, file in FILES.items():
        with TTFont(FONTS / file, lazy=True) as font:
            table = font["name"]
            table.names = [record for record in table.names if record.platformID == 3]
            for number, text in _names(OFFICE_NAMES[face].name).items():
                table.setName(text, number, 3, 1, 0x409)
            font["OS/2"].usWeightClass = 400  # 小标宋 is no bold of 宋体, but a family
            font.save(Path(folder.name) / file.replace("-", f"-{face.name}-"))
    return folder


def _names(family: str) -> dict[int, str]:
    """Return the entries of the name table: family, style, full name and the typographic family."""
    return {1: family, 2: "Regular", 4: family, 16: family, 17: "Regular"}
