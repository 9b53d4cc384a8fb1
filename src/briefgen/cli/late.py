"""Groups of commands, each of which lives in a module of its own and is imported when it is called.

In: the names of commands, where they are, what they do. Out: commands in the language of this run. Does not belong
here: what a command does.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from importlib import import_module
from typing import Any

import click
from msgspec import Struct

from briefgen.cli.localised import localised
from briefgen.messages import translate


class Home(Struct, frozen=True):
    """Where a command lives: its module and its name there; `help` says what it does before it is imported."""

    module: str
    name: str
    help: str


class LateGroup(click.Group):
    """A group whose commands are imported late, from their `homes`."""

    def __init__(self, *args: Any, homes: Mapping[str, Home], **more: Any) -> None:
        super().__init__(*args, **more)
        self._homes = homes

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of their use."""
        return list(self._homes)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name in the language of this run."""
        home = self._homes.get(cmd_name)
        if home is None:
            return None
        command: click.Command = copy(getattr(import_module(home.module), home.name))
        command.help = home.help
        return localised(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command does, importing none."""
        named = [click.Command(name, help=translate(home.help)) for name, home in self._homes.items()]
        _Listed(commands=named).format_commands(ctx, formatter)


class _Listed(click.Group):
    """Commands in the order that they were given in."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)
