"""Profiles: where the time of imports goes, and which memory is allocated, by package.

In: an issue. Out: plain data. Measured apart from the rounds, since measuring costs time itself.
"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.environments import python

LISTED = 12
_ALLOCATIONS = """
import json, sys, tracemalloc
tracemalloc.start()
import briefgen
briefing = briefgen.load(sys.argv[1])
for form in ("pdf", "docx"):
    briefgen.render(briefing, form)
_, peak = tracemalloc.get_traced_memory()
rows = tracemalloc.take_snapshot().statistics("filename")
print(json.dumps({"peak": peak, "files": [[row.traceback[0].filename, row.size] for row in rows]}))
"""


def measured(folder: Path) -> dict[str, Any]:
    """Return both profiles of rendering the issue in `folder`."""
    return {"imports in ms": _imports(folder), "allocations in KB": _allocations(folder)}


def _imports(folder: Path) -> dict[str, float]:
    """Return milliseconds of each top-level package's own modules."""
    program = python("briefgen").with_name("briefgen")
    out = f"{folder / 'profile'}/"
    words = [python("briefgen"), "-X", "importtime", program, "render", folder / "brief.yaml", "-o", out]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stderr
    spent: Counter[str] = Counter()
    for line in told.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if len(parts) == 3 and parts[0].strip().isdigit():
            spent[parts[2].strip().partition(".")[0]] += int(parts[0])
    return {"all": spent.total() / 1000} | {name: time / 1000 for name, time in spent.most_common(LISTED)}


def _allocations(folder: Path) -> dict[str, int]:
    """Return the peak of Python's allocations, and what is held at the end by package."""
    words = [python("briefgen"), "-c", _ALLOCATIONS, folder / "brief.yaml"]
    told = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    held: Counter[str] = Counter()
    for file, size in told["files"]:
        held[_package(file)] += size
    return {"peak": told["peak"] // 1024} | {name: size // 1024 for name, size in held.most_common(LISTED)}


def _package(file: str) -> str:
    parts = Path(file).parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1]
    return "Python"
