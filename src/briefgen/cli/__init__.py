"""The command `briefgen`: thin; it parses, makes one call into the library, reports, and sets the exit code.

In: arguments. Out: an exit code: 0 done, 1 a mistake of the author, 2 a wrong call, 3 a bug of ours, 130 interrupted,
141 the reader of our output went away. Does not belong here: anything that a program would want too.
"""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

OK, AUTHOR, USAGE, BUG, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 130, 141


def program() -> NoReturn:
    """Run the command as a process of its own, and end it."""
    gc.disable()  # what a run leaves in cycles is a hundredth of what it holds
    code = main()
    if "concurrent.futures" in sys.modules:  # others may still be at work
        sys.exit(code)
    os._exit(code)  # all is written; to take the interpreter apart would cost as much as to set a page


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments`, those of the process by default, and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _open_streams()
    _write_utf8()
    try:
        from briefgen.cli.localised import chosen_language, speaking

        with speaking(chosen_language(given)):
            return _run(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        _flush()


def _run(arguments: list[str]) -> int:
    import click

    from briefgen.cli import report
    from briefgen.cli.application import application
    from briefgen.cli.localised import localised
    from briefgen.errors import InputError

    try:
        color = False if os.environ.get("NO_COLOR") else None
        command = localised(application)
        code = command.main(arguments, "briefgen", standalone_mode=False, color=color)
    except click.UsageError as error:
        error.show()
        return USAGE
    except InputError as error:
        report.show(error.diagnostics)
        return AUTHOR
    except (click.Abort, KeyboardInterrupt):
        report.interrupted()
        return INTERRUPTED
    except BrokenPipeError:
        return PIPE_CLOSED
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:  # no file of ours, so our output stream
            report.stream_failed(error)
            return AUTHOR
        report.bug()
        return BUG
    return code if isinstance(code, int) else OK


def _open_streams() -> None:
    """Let what goes to a stream that the caller closed go nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # so Python shows a closed descriptor
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - for good


def _write_utf8() -> None:
    """Make both output streams bear any character, whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            chinese_terminal = stream.isatty() and stream.encoding.lower().startswith(("gb", "cp936"))
            stream.reconfigure(
                encoding=stream.encoding if chinese_terminal else "utf-8", errors="backslashreplace"
            )


def _flush() -> None:
    """Flush the output now, and keep the interpreter from complaining on its way out if that fails."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a descriptor is wanted
                os.dup2(nowhere.fileno(), stream.fileno())
