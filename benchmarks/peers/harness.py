"""What all peers share: one document in a process of its own, or document after document in one process.

In: `cold FOLDER OUT`, or `warm` and lines `FOLDER<tab>OUT` on stdin. Out: files; in warm runs a line of JSON for each:
seconds and the peak of memory so far. Runs inside the peer's environment, so it imports the standard library alone.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

#: From the folder with the sources of an issue, and the file to write.
Render = Callable[[Path, Path], object]


def serve(render: Render) -> None:
    """Obey the arguments of the process with `render`."""
    if sys.argv[1] == "cold":
        render(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    import json
    import resource

    for line in sys.stdin:
        folder, out = (Path(name) for name in line.rstrip("\n").split("\t"))
        began = time.perf_counter()
        render(folder, out)
        seconds = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(json.dumps({"seconds": seconds, "megabytes": peak}) + "\n")
        sys.stdout.flush()
