"""What LibreOffice made of a DOCX (`briefgen.parity.office`), read back by poppler for tests.

Does not belong here: what the tests expect.
"""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def page_texts(pdf: bytes) -> list[list[str]]:
    """Return the lines of each page, top to bottom, without empty ones (pdftotext)."""
    pages = _output(pdf, "pdftotext", "-layout", "-", "-").split("\f")[:-1]
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]


def fonts_of(pdf: bytes) -> set[str]:
    """Return the names of the fonts in `pdf`, without the tags of subsets."""
    lines = _output(pdf, "pdffonts", "-").splitlines()[2:]
    return {re.sub(r"^[A-Z]{6}\+", "", line.split()[0]) for line in lines}


def _output(pdf: bytes, *command: str) -> str:
    return subprocess.run(command, input=pdf, check=True, capture_output=True).stdout.decode()
