"""Groups of commands, each of which lives in a module of its own and is imported when it is called.

In: the names of commands, and where they are. Out: commands in the language of this run. Does not belong here: what a
command does.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from briefgen.cli.localised import localised


class LateGroup(click.Group):
    """A group whose commands are imported late; `homes` gives the module of each, and its name there."""

    def __init__(self, *args: Any, homes: Mapping[str, tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self._homes = homes

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of their use."""
        return list(self._homes)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name in the language of this run."""
        if cmd_name not in self._homes:
            return None
        module, name = self._homes[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return localised(command)
