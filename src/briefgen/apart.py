"""reportlab, imported apart from what it brings along: Pillow at once, and settings out of the user's files.

In: nothing. Out: reportlab with stand-ins. The one for Pillow imports it when it is asked for something, which ours
never does, since pictures come as the bytes that go into a file; that saves a tenth of a short run. The one for
settings is empty: reportlab would run `reportlab_settings.py` of any folder on the path, or `~/.reportlab_settings`.
Does not belong here: any use of reportlab.
"""

from __future__ import annotations

import sys
from importlib import import_module
from threading import Lock
from types import ModuleType

_PILLOW, _SETTINGS = "PIL.Image", "reportlab_settings"
_alone = Lock()  # threads may write at once


def import_reportlab() -> None:
    """Import what of reportlab would import Pillow and settings, unless someone has imported it already."""
    with _alone:
        if "reportlab.rl_config" in sys.modules:
            return
        stand_ins = {_SETTINGS: ModuleType(_SETTINGS)}
        if _PILLOW not in sys.modules:
            stand_ins[_PILLOW] = _late(_PILLOW)
        sys.modules.update(stand_ins)
        try:
            import_module("reportlab.rl_config")
        finally:
            for name in stand_ins:
                del sys.modules[name]


def _late(name: str) -> ModuleType:
    """Return a module that imports the one it stands in for when it is asked for something."""
    module = ModuleType(name)
    vars(module)["__getattr__"] = lambda attribute: getattr(import_module(name), attribute)
    return module
