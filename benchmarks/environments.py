"""Environments: one for each peer, so that none pays for or profits from another's packages.

In: the table of peers. Out: their interpreters. briefgen is installed from the checkout, as users install it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "benchmarks" / ".work"
FACES = ROOT / "src" / "briefgen" / "fonts" / "data"


class Peer(Struct, frozen=True):
    """A tool: its name, what pip installs for it, the format that it writes, the slowest part it can take in."""

    name: str
    packages: tuple[str, ...]
    format: str
    script: str
    slow: bool = False
    environment: tuple[tuple[str, str], ...] = ()


BRIEFGEN_PDF = Peer("briefgen PDF", (), "pdf", "briefgen")
BRIEFGEN_DOCX = Peer("briefgen DOCX", (), "docx", "briefgen")
TYPST = Peer("Typst", ("typst==0.15.2",), "pdf", "typst")
TYPST_UNTAGGED = Peer("Typst, no tags", TYPST.packages, "pdf", "typst", environment=(("UNTAGGED", "1"),))
PYTHON_DOCX = Peer("python-docx", ("python-docx==1.2.0",), "docx", "python_docx")
DOCXTPL = Peer("docxtpl", ("docxtpl==0.20.2",), "docx", "docxtpl")
WEASYPRINT = Peer("WeasyPrint", ("weasyprint==70.0",), "pdf", "weasyprint", slow=True)
FPDF2 = Peer("fpdf2", ("fpdf2==2.8.9",), "pdf", "fpdf2", slow=True)

PEERS = (
    BRIEFGEN_PDF, BRIEFGEN_DOCX, TYPST, TYPST_UNTAGGED, PYTHON_DOCX, DOCXTPL, WEASYPRINT, FPDF2,
)  # fmt: skip


def install(peers: tuple[Peer, ...]) -> None:
    """Make the environment of each of `peers`, that of briefgen anew each time."""
    for script, packages in {peer.script: peer.packages for peer in peers}.items():
        folder = WORK / "environments" / script
        if not python(script).exists():
            venv.create(folder, with_pip=True, clear=True)
        _pip(script, *(packages or ("--force-reinstall", "--no-deps", str(ROOT))))
        if not packages:
            _pip(script, str(ROOT))


def _pip(script: str, *arguments: str) -> None:
    command = [python(script), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True)


def python(script: str) -> Path:
    """Return the interpreter of an environment."""
    return WORK / "environments" / script / "bin" / "python"


def command(peer: Peer) -> list[str]:
    """Return the words that start the script of `peer`."""
    return [str(python(peer.script)), str(ROOT / "benchmarks" / "peers" / f"{peer.script}_peer.py")]


def variables(peer: Peer) -> dict[str, str]:
    """Return the environment variables of `peer`: little more than where things lie."""
    plain = {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": str(WORK),
        "FACES": str(FACES),
        "WORK": str(WORK),
    }
    return plain | dict(peer.environment)


def libreoffice() -> str | None:
    """Return the program of LibreOffice, None where it is not installed."""
    return shutil.which("soffice")


def machine() -> str:
    """Return what the figures were taken on."""
    import os
    import platform

    model = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {sys.version.split()[0]}"
