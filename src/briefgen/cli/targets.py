"""Which input is written where: beside it, into a folder, or to one file.

In: the inputs, the value of `-o`, the formats of `-f`. Out: jobs. Does not belong here: writing (`output`).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click
from msgspec import Struct

from briefgen import output as output_files
from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.messages import hint, message, translate
from briefgen.writers import WRITERS, check_formats, format_of


class Job(Struct, frozen=True):
    """An input and the files to make of it.

    `folder` is where they go if the user named one, `clash` tells of files that another input would write too.
    """

    input: Path
    outputs: tuple[Path, ...]
    folder: Path | None = None
    clash: tuple[Diagnostic, ...] = ()


def plan(inputs: Sequence[Path], output: str | None, formats: Sequence[str]) -> list[Job]:
    """Return the jobs for `inputs`, each input once.

    Raises:
        click.UsageError: `output` names one file, but there are several inputs or formats.
    """
    unique = list({os.path.realpath(path): path for path in reversed(inputs)}.values())[::-1]
    if output is not None and _names_file(output, several=len(unique) > 1):
        file = _single_file(output, len(unique), formats)
        return [Job(unique[0], (file,), file.parent)]
    folder = None if output is None else Path(output)
    jobs = [(path, _outputs(path, folder, formats or tuple(WRITERS))) for path in unique]
    clashes = output_files.clashes([outputs for _, outputs in jobs])
    return [Job(path, outputs, folder, clash) for (path, outputs), clash in zip(jobs, clashes, strict=True)]


def known_formats(names: Sequence[str]) -> None:
    """Refuse a format that nobody writes: whoever asks for it has called us wrongly.

    Raises:
        click.UsageError: one of `names` is no format.
    """
    try:
        check_formats(names)
    except InputError as error:
        lines = [f"{message(each)}\n  {translate('提示：')}{hint(each)}" for each in error.diagnostics]
        raise click.UsageError("\n".join(lines)) from None


def _names_file(output: str, *, several: bool) -> bool:
    path = Path(output)
    if os.path.isdir(output) or output.endswith(("/", os.sep)):  # noqa: PTH112 - bears a name of any length
        return False
    return format_of(path) in WRITERS or (bool(path.suffix) and not several)


def _single_file(output: str, inputs: int, formats: Sequence[str]) -> Path:
    path = Path(output)
    if inputs > 1:
        raise click.UsageError(translate("有多个输入时，-o 须是文件夹：{path}", path=path))
    known_formats([format_of(path)])
    if formats and tuple(formats) != (format_of(path),):
        raise click.UsageError(translate("-o 指定的文件与 -f 的格式不符：{path}", path=path))
    return path


def _outputs(path: Path, folder: Path | None, formats: Sequence[str]) -> tuple[Path, ...]:
    place = path.parent if folder is None else folder
    return tuple(place / f"{path.stem}.{name}" for name in formats)
