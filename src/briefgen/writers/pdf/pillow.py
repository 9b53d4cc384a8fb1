"""Pillow, kept out of runs that write PDF: reportlab imports it at once, but only for pictures of its own.

In: nothing. Out: reportlab with a stand-in that imports Pillow when it is asked for something; ours never ask, since
pictures come as the bytes that go into the file. That saves a tenth of a short run.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

_NAME = "PIL.Image"


def keep_out() -> None:
    """Import what of reportlab would import Pillow, unless someone has imported either."""
    if _NAME in sys.modules or "reportlab.lib.utils" in sys.modules:
        return
    sys.modules[_NAME] = _stand_in()
    try:
        import_module("reportlab.lib.utils")
    finally:
        del sys.modules[_NAME]


def _stand_in() -> ModuleType:
    module = ModuleType(_NAME)
    vars(module)["__getattr__"] = lambda name: getattr(import_module(_NAME), name)
    return module
