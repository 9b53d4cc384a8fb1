"""Preparing the blank package: its folder, read through python-docx once, becomes `blank.json`.

In: the parts of our blank DOCX. Out: parts with their content types and relationships, as `package` wants them: no
writing of a document opens, parses and resolves them again. The same parts give the same bytes, and a test holds the
file against the folder. When a part has changed: `python -m briefgen.writers.docx.prepare`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docx.opc.pkgreader import PackageReader

FOLDER = Path(__file__).with_name("blank")


def prepared(folder: Path) -> str:
    """Return the package in `folder` as JSON: `parts` by name; `relations` by source: id, type, target."""
    read: Any = PackageReader.from_file
    package = read(str(folder))
    parts = {
        str(name): {"type": content_type, "content": content.decode()}
        for name, content_type, _, content in package.iter_sparts()
    }
    relations: dict[str, list[list[str]]] = {}
    for source, each in package.iter_srels():
        relations.setdefault(str(source), []).append([each.rId, each.reltype, each.target_ref])
    return json.dumps({"parts": parts, "relations": relations}, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FOLDER.with_suffix(".json").write_text(prepared(FOLDER), "utf-8")
