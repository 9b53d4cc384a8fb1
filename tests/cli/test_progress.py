from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.cli.progress import tracked

SCRIPT = """\
import sys, time
import click
from briefgen.cli.progress import tracked
from briefgen.messages import speak
with speak("zh"):
    for number in tracked(range(4), 4, visible=True, patience=float(sys.argv[1])):
        time.sleep(0.15)
        click.echo(f"line {number}")
"""


def on_a_terminal(patience: float, *, out: Path | None = None) -> str:
    """Return what a terminal shows of the script; stdout goes there too, or to the file `out`."""
    main, side = pty.openpty()
    with open(out, "wb") if out else os.fdopen(os.dup(side), "wb") as stdout:  # noqa: PTH123
        running = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(patience)],
            stdout=stdout,
            stderr=side,
            env=os.environ | {"TERM": "xterm", "COLUMNS": "80"},
        )
    os.close(side)
    parts = []
    try:
        while part := os.read(main, 4096):
            parts.append(part)
    except OSError:  # the other side is closed
        pass
    os.close(main)
    assert running.wait() == 0
    return b"".join(parts).decode()


@pytest.mark.parametrize("visible", [True, False])
def test_yields_everything_in_order(visible: bool) -> None:
    assert list(tracked([3, 1, 2], 3, visible=visible)) == [3, 1, 2]
    assert list(tracked([], 0, visible=visible)) == []


def test_no_bar_before_patience_ends() -> None:
    shown = on_a_terminal(60)
    assert shown.splitlines() == [f"line {number}" for number in range(4)]


def test_a_bar_when_it_takes_long_and_the_lines_stay_whole() -> None:
    shown = on_a_terminal(0.1)
    assert "生成中" in shown
    assert "2/4" in shown
    for number in range(4):
        assert f"line {number}\r\n" in shown


def test_lines_for_a_file_go_to_the_file(tmp_path: Path) -> None:
    shown = on_a_terminal(0.1, out=tmp_path / "out.txt")
    assert "生成中" in shown
    assert (tmp_path / "out.txt").read_text() == "line 0\nline 1\nline 2\nline 3\n"
