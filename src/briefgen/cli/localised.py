"""The command line in the language of this run: our help texts, and click's own words.

In: commands whose texts are Chinese message ids. Out: copies of them in Chinese or English. Does not belong here:
messages about briefings (`messages`).
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from briefgen import messages
from briefgen.diagnostics import _
from briefgen.messages import LANGUAGES, Language, speak, translate

if TYPE_CHECKING:
    from collections.abc import Callable

_COMMAND = TypeVar("_COMMAND", bound=click.Command)
_FUNCTION = TypeVar("_FUNCTION", bound="Callable[..., object]")


def language_option(function: _FUNCTION) -> _FUNCTION:
    """Give a command the option `--lang`; its value was read before click began (`chosen_language`)."""
    option = click.option(
        "--lang", type=click.Choice(LANGUAGES), expose_value=False, help=_("消息语言（默认取自系统区域）")
    )
    return option(function)


def chosen_language(arguments: Sequence[str]) -> Language | None:
    """Return the language that `--lang` names anywhere in `arguments`, None if it is not there or wrong."""
    options = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    named: str | None = None
    for option, value in zip(options, [*options, ""][1:], strict=True):
        if option == "--lang":
            named = value
        elif option.startswith("--lang="):
            named = option.removeprefix("--lang=")
    return next((language for language in LANGUAGES if language == named), None)


@contextmanager
def speaking(language: Language | None) -> Iterator[None]:
    """Make briefgen and click speak `language` inside the block; None leaves it to the locale."""
    with ExitStack() as restored:
        restored.enter_context(speak(language))
        # click asks gettext for its words, and gettext asks the environment which language is meant
        before, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
        restored.callback(_set_language, before)
        restored.callback(gettext.textdomain, domain)
        gettext.bindtextdomain("click", str(Path(messages.__file__).with_name("locale")))
        gettext.textdomain("click")
        _set_language(messages.spoken())
        yield


def _set_language(language: str | None) -> None:
    if language is None:
        os.environ.pop("LANGUAGE", None)
    else:
        os.environ["LANGUAGE"] = language


def localised(command: _COMMAND) -> _COMMAND:
    """Return a copy of `command` with its help in the language of this run."""
    twin = copy(command)
    twin.help = translate(command.help) if command.help else None
    twin.epilog = translate(command.epilog) if command.epilog else None
    twin.params = [_localised_parameter(parameter) for parameter in command.params]
    return twin


def _localised_parameter(parameter: click.Parameter) -> click.Parameter:
    twin = copy(parameter)
    if isinstance(twin, click.Option) and twin.help:
        twin.help = translate(twin.help)
    return twin
