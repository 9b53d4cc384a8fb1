"""LibreOffice: DOCX → PDF, with no fonts but ours under the names that Chinese offices give theirs.

In: the bytes of DOCX files. Out: the bytes of PDF files. Each call has a profile folder of its own, so that several
can run side by side; a private fontconfig file lets no font of the machine in. Does not belong here: reading a PDF.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.fonts.catalogue import CHAINS, OFFICE_NAMES, faces

TIMEOUT = 60  # seconds for the program, and so many again for each file


def to_pdf(docx: bytes) -> bytes:
    """Return the PDF that LibreOffice makes of `docx`."""
    return to_pdfs({"document": docx})["document"]


def to_pdfs(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the PDFs that LibreOffice makes of `documents`, by the same names, which are plain file names.

    Raises:
        InputError: BG611 LibreOffice is not installed, BG612 it made no PDF of a document.
    """
    program = shutil.which("soffice")
    if program is None:
        raise InputError([Diagnostic("BG611", values={"program": "LibreOffice"})])
    if not documents:
        return {}
    with TemporaryDirectory(prefix="briefgen-office-") as name:
        folder = Path(name)
        for stem, data in documents.items():
            (folder / f"{stem}.docx").write_bytes(data)
        reason = _convert(program, folder, sorted(documents))
        made = {stem: folder / f"{stem}.pdf" for stem in documents}
        missing = [stem for stem, path in made.items() if not path.is_file()]
        if missing:
            raise InputError(
                [Diagnostic("BG612", values={"path": f"{stem}.docx", "reason": reason}) for stem in missing]
            )
        return {stem: path.read_bytes() for stem, path in made.items()}


def _convert(program: str, folder: Path, stems: list[str]) -> str:
    """Run LibreOffice once over all documents; return what it complained of."""
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
        "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder),
        *(str(folder / f"{stem}.docx") for stem in stems),
    ]  # fmt: skip
    environment = os.environ | {"FONTCONFIG_FILE": str(_fontconfig(folder)), "HOME": str(folder)}
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, timeout=TIMEOUT * (1 + len(stems)), check=False
        )
    except subprocess.TimeoutExpired as error:
        return str(error)
    return done.stderr.decode(errors="replace").strip() or f"exit {done.returncode}"


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
    """Return a folder with our fonts under the offices' names, which lives as long as the process.

    Copies with other names, since LibreOffice takes the regular weight of a family for a fontconfig alias of its bold.
    """
    folder = TemporaryDirectory(prefix="briefgen-fonts-")
    renamed = {chain[0]: OFFICE_NAMES[face].name for face, chain in CHAINS.items()}
    for key, face in faces().items():
        target = Path(folder.name) / face.path.name
        if key in renamed:
            _rename(face.path, renamed[key], target)
        else:
            target.symlink_to(face.path)
    return folder


def _rename(source: Path, family: str, target: Path) -> None:
    try:
        from fontTools.ttLib import TTFont
    except ImportError:
        raise InputError([Diagnostic("BG611", values={"program": "fontTools"})]) from None

    with TTFont(source, lazy=True) as font:
        table = font["name"]
        table.names = [record for record in table.names if record.platformID == 3]
        for number, text in {1: family, 2: "Regular", 4: family, 16: family, 17: "Regular"}.items():
            table.setName(text, number, 3, 1, 0x409)
        font["OS/2"].usWeightClass = 400  # 小标宋 is no bold of 宋体, but a family
        font.save(target)
