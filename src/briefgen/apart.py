"""reportlab, imported apart from what it brings along and ours never use, and from settings out of the user's files.

In: nothing. Out: reportlab with stand-ins for Pillow, for its temporary files and its evaluation of expressions: they
import the real ones when someone asks for them, which saves a tenth of a short run (pictures come as the bytes that
go into a file). The one for settings is empty: reportlab would run `reportlab_settings.py` of any folder on
the path, or `~/.reportlab_settings`. Does not belong here: any use of reportlab.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from threading import Lock
from types import ModuleType
from typing import Any

_SETTINGS = "reportlab_settings"
_MODULES = ("PIL.Image",)  # imported as a whole
_FUNCTIONS = ("reportlab.lib.rl_safe_eval", "reportlab.lib.rltempfile")  # of which functions are imported
_alone = Lock()  # threads may write at once


def import_reportlab() -> None:
    """Import what of reportlab would import the rest, unless someone has imported it already."""
    with _alone:
        if "reportlab.rl_config" in sys.modules:
            return
        stand_ins = {_SETTINGS: ModuleType(_SETTINGS)}
        stand_ins |= {name: _late(name, _value) for name in _MODULES if name not in sys.modules}
        stand_ins |= {name: _late(name, _function) for name in _FUNCTIONS if name not in sys.modules}
        sys.modules.update(stand_ins)
        try:
            import_module("reportlab.rl_config")
        finally:
            for name in stand_ins:
                del sys.modules[name]


def _late(name: str, found: Callable[[str, str], Any]) -> ModuleType:
    """Return a module that imports the one it stands in for late; `found` tells what it has by a name."""
    module = ModuleType(name)
    vars(module)["__getattr__"] = partial(found, name)
    return module


def _value(module: str, name: str) -> Any:
    return getattr(import_module(module), name)


def _function(module: str, name: str) -> Callable[..., Any]:
    """Return a function that imports the one it stands in for when it is called."""
    return lambda *args, **kwargs: _value(module, name)(*args, **kwargs)
