"""Checks: whether a peer wrote what it was asked to write.

In: finished files, the texts of the issue. Out: pages and bytes, or an error. Needs poppler's pdftotext for PDFs.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

_TAG = re.compile(r"<[^>]+>")
_HAN = re.compile(r"[\u4e00-\u9fff]")
OPENING = 10  # characters of a text that must be found together


def pages(file: Path) -> int | None:
    """Return the pages of a PDF, None for a DOCX.

    Raises:
        RuntimeError: it cannot be read.
    """
    if file.suffix != ".pdf":
        return None
    told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    return int(told.partition("Pages:")[2].split()[0])


def check(file: Path, texts: Iterable[str]) -> None:
    """Hold the text of `file` against `texts`: each begins somewhere in it, no Han character is lost.

    Raises:
        RuntimeError: what is missing.
    """
    found = _han(_text(file))
    wanted = [_han(text) for text in texts]
    lost = [text for text in wanted if text[:OPENING] not in found]
    if file.suffix == ".pdf":  # lines of cells and titles may come in another order
        lost = [text for text in lost if len(text) > 3 * OPENING]
    if lost or len(found) < sum(map(len, wanted)):
        raise RuntimeError(
            f"{file}: {len(lost)} texts missing, {len(found)} of {sum(map(len, wanted))} characters: {lost[:1]}"
        )


def _han(text: str) -> str:
    return "".join(_HAN.findall(text))


def _text(file: Path) -> str:
    if file.suffix == ".pdf":
        return subprocess.run(
            ["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True
        ).stdout
    with zipfile.ZipFile(file) as archive:
        return _TAG.sub("", archive.read("word/document.xml").decode())
