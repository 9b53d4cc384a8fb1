"""briefgen in one process: the file is read, checked, set and written, as `briefgen.load` and `render` do."""

from __future__ import annotations

from pathlib import Path

from harness import serve

import briefgen


def render(folder: Path, out: Path) -> None:
    """Write one format."""
    out.write_bytes(briefgen.render(briefgen.load(folder / "brief.yaml"), out.suffix[1:]))


serve(render)
