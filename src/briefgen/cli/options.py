"""Options that several commands have in common.

In: nothing. Out: decorators that give a command its options. Does not belong here: what a command does with them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from briefgen.cli.targets import known_formats
from briefgen.diagnostics import _

_Function = TypeVar("_Function", bound=Callable[..., object])


def split_formats(
    _context: click.Context, _option: click.Parameter, values: Sequence[str]
) -> tuple[str, ...]:
    """Return the formats that the values of `-f` name, each once."""
    names = [name.strip().lower() for value in values for name in value.split(",")]
    known_formats(names)
    return tuple(dict.fromkeys(names))


def formats_option(name: str) -> Callable[[_Function], _Function]:
    """Return `-f`, whose long form is `name`; it gives `formats`."""
    return click.option(
        "-f", name, "formats", metavar="NAMES", multiple=True, callback=split_formats,
        help=_("输出格式，逗号分隔（默认 docx,pdf）"),
    )  # fmt: skip


def rendering_options(function: _Function) -> _Function:
    """Give a command that renders briefings `-f`, `-t`, `--set` and `--json`.

    It takes `formats`, `template`, `overrides` and `as_json`.
    """
    for option in (
        click.option("--json", "as_json", is_flag=True, help=_("在标准输出上以 JSON 报告结果")),
        click.option(
            "--set", "overrides", metavar="KEY=VALUE", multiple=True, help=_("改动一项，如 masthead.issue=13")
        ),
        click.option("-t", "--template", metavar="NAME|FILE", help=_("换用别的模板")),
        formats_option("--format"),
    ):
        function = option(function)
    return function


quiet_option = click.option("-q", "--quiet", is_flag=True, help=_("只报告错误"))
