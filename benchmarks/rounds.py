"""Rounds: every peer once in each round, so that all share whatever else the machine does.

In: peers, issues on the disk. Out: `Sample`s: seconds and peak memory of a process (cold) or of one document in a
process that lives on (warm). Does not belong here: what the samples mean (`report`).
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from benchmarks.environments import Peer, command, libreoffice, python, variables

WARM_UP = 2  # documents before the first that counts
PATIENCE = 300.0  # seconds


class Sample(Struct, frozen=True):
    """One measurement."""

    work: str  # "cold" or "warm"
    peer: str
    pages: int  # nominal: 7, 62, 620
    round: int
    seconds: float
    megabytes: float
    file: str

    def record(self) -> dict[str, object]:
        """Return the sample as plain data."""
        return asdict(self)


class Process(Struct, frozen=True):
    """A command that is measured cold, and the file by which it is known to have worked."""

    name: str
    arguments: tuple[str, ...]
    files: tuple[Path, ...]
    variables: dict[str, str]


def cold_processes(peers: tuple[Peer, ...], folder: Path) -> list[Process]:
    """Return what to start for the issue in `folder`: briefgen by its command, the peers by their scripts."""
    found = [_briefgen("briefgen PDF+DOCX", folder, ("pdf", "docx"))]
    for peer in peers:
        if peer.script == "briefgen":
            found.append(_briefgen(peer.name, folder, (peer.format,)))
            continue
        out = folder / f"{_file_name(peer)}.{peer.format}"
        arguments = (*command(peer), "cold", str(folder), str(out))
        found.append(Process(peer.name, arguments, (out,), variables(peer)))
    return found


def office_process(folder: Path) -> Process:
    """Return LibreOffice's way to a PDF, from the file that python-docx wrote."""
    source = folder / "python-docx.docx"
    arguments = (
        libreoffice() or "soffice",
        "--headless",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
    )
    out = folder / "libreoffice"
    where = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    return Process("LibreOffice", (*arguments, str(out), str(source)), (out / "python-docx.pdf",), where)


def _briefgen(name: str, folder: Path, formats: tuple[str, ...]) -> Process:
    out = folder / name.replace(" ", "-")
    program = python("briefgen").with_name("briefgen")
    arguments = (str(program), "render", str(folder / "brief.yaml"), "-o", f"{out}/", "-f", ",".join(formats))
    plain = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    return Process(name, arguments, tuple(out / f"brief.{suffix}" for suffix in formats), plain)


def _file_name(peer: Peer) -> str:
    return peer.name.replace(" ", "-").replace(",", "")


def run_cold(process: Process, pages: int, number: int) -> Sample:
    """Run `process` once; its memory is the peak of the process and of those it waited for."""
    for file in process.files:
        file.unlink(missing_ok=True)
        file.parent.mkdir(exist_ok=True)
    began = time.perf_counter()
    child = subprocess.Popen(process.arguments, env=process.variables, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    missing = [file for file in process.files if not file.exists()]
    if child.returncode or missing:
        raise RuntimeError(f"{process.name}: exit code {child.returncode}, missing {missing}")
    return Sample("cold", process.name, pages, number, seconds, usage.ru_maxrss / 1024, str(process.files[0]))


class WarmPeers:
    """Peers as processes that live on, each asked for one document at a time."""

    def __init__(self, peers: tuple[Peer, ...]) -> None:
        self._peers = peers
        self._stack = ExitStack()
        self._running: dict[str, subprocess.Popen[str]] = {}

    def __enter__(self) -> WarmPeers:
        for peer in self._peers:
            process = subprocess.Popen(
                [*command(peer), "warm"],
                env=variables(peer),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            self._running[peer.name] = self._stack.enter_context(process)
            self._stack.callback(process.stdin.close)  # type: ignore[union-attr]
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def run(self, peer: Peer, folder: Path, pages: int, number: int) -> Sample:
        """Have `peer` set the issue in `folder`."""
        process = self._running[peer.name]
        out = folder / f"warm-{_file_name(peer)}.{peer.format}"
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{folder}\t{out}\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{peer.name} ended")
        told = json.loads(answer)
        return Sample("warm", peer.name, pages, number, told["seconds"], told["megabytes"], str(out))
