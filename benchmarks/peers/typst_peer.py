"""Typst through its binding: one compiler for all documents, the fonts read once, system fonts not searched."""

from __future__ import annotations

import os
from pathlib import Path

import typst
from harness import serve

compiler = typst.Compiler(root="/", font_paths=[os.environ["FACES"]], ignore_system_fonts=True)


def render(folder: Path, out: Path) -> None:
    """Compile the source; tags are Typst's default."""
    compiler.compile(str(folder / "issue.typ"), output=str(out), pdf_tags="UNTAGGED" not in os.environ)


serve(render)
