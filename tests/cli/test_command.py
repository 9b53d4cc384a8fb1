"""The command as a process: streams, encodings, signals, languages."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

import briefgen
from briefgen import cli
from briefgen.cli.annotate import FORMS
from briefgen.cli.application import COMMANDS
from briefgen.cli.ledger import HOMES
from briefgen.cli.schema import KINDS
from tests.cli.conftest import BRIEF, Ran

Run = Callable[..., Ran]
#: Every way to ask for help.
CALLS = [[], *([name] for name in COMMANDS), *(["ledger", name] for name in HOMES)]
COMMAND = [sys.executable, "-m", "briefgen"]


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments], env=os.environ | environment, capture_output=True, check=False, timeout=60
    )


def width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


class TestHelp:
    @pytest.mark.parametrize("command", CALLS)
    def test_in_chinese(self, run: Run, command: list[str]) -> None:
        ran = run(*command, "--help")
        assert ran.code == 0
        assert ran.out.startswith("用法：")
        words = set(re.findall(r"(?<![\w./<-])[a-z]{4,}", ran.out))
        assert words <= {
            "briefgen",
            "document",
            "docx",
            "masthead",
            "doctree",
            "frames",
            "yaml",
            "known",
            "follow",
            *COMMANDS,
            *HOMES,
            *KINDS,
            *FORMS,
        }

    @pytest.mark.parametrize("command", CALLS)
    def test_in_english(self, run: Run, command: list[str]) -> None:
        ran = run(*command, "--lang", "en", "--help")
        assert ran.code == 0
        assert ran.out.startswith("Usage: ")
        assert not re.search(r"[\u3000-\uffef]", ran.out)

    @pytest.mark.parametrize("language", ["zh", "en"])
    @pytest.mark.parametrize("command", CALLS)
    def test_fits_a_terminal(self, run: Run, command: list[str], language: str) -> None:
        lines = run(*command, "--lang", language, "--help").out.splitlines()
        assert max(map(width, lines)) <= 80

    def test_the_language_may_come_after_help(self, run: Run) -> None:
        assert run("render", "--help", "--lang=en").out.startswith("Usage: ")

    def test_a_language_after_two_dashes_is_a_file(self, run: Run, here: Path) -> None:
        assert "错误" in run("render", "--", "--lang", "en").err
        assert list(here.iterdir()) == []

    def test_of_the_locale(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LANG", "en_GB.UTF-8")
        assert run("--help").out.startswith("Usage: ")

    def test_leaves_the_environment_as_it_was(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        run("--help")
        assert "LANGUAGE" not in os.environ
        monkeypatch.setenv("LANGUAGE", "de")
        run("--help")
        assert os.environ["LANGUAGE"] == "de"


class TestUsageErrors:
    @pytest.mark.parametrize(
        "arguments",
        [
            ["rendre"],
            ["render", "--fast"],
            ["render"],
            ["render", "a", "--dump", "all"],
            ["--lang", "fr", "fonts"],
        ],
    )
    def test_exit_with_2_in_either_language(self, run: Run, arguments: list[str]) -> None:
        chinese, english = run(*arguments), run("--lang", "en", *arguments)
        assert chinese.code == english.code == 2
        assert "错误：" in chinese.err
        assert re.search(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", chinese.err) is None

    def test_no_command_shows_the_help(self, run: Run) -> None:
        ran = run()
        assert ran.code == 2
        assert "render" in ran.err


class TestProcess:
    def test_version(self) -> None:
        ran = process("--version")
        assert (ran.returncode, ran.stdout.decode()) == (0, f"briefgen {briefgen.__version__}\n")

    def test_the_installed_command(self) -> None:
        ran = subprocess.run(
            [str(Path(sys.executable).with_name("briefgen")), "-V"], capture_output=True, check=True
        )
        assert ran.stdout.decode() == f"briefgen {briefgen.__version__}\n"

    @pytest.mark.parametrize(
        "environment",
        [
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"PYTHONIOENCODING": "ascii"},
            {"PYTHONIOENCODING": "latin-1:strict"},
            {"PYTHONIOENCODING": "gbk"},
        ],
    )
    def test_writes_utf_8_whatever_the_stream_says(self, brief: Path, environment: dict[str, str]) -> None:
        good = process("render", "brief.yaml", "-f", "pdf", **environment)
        assert good.stdout.decode() == "已写入 brief.pdf（1 页）\n"
        brief.write_text(BRIEF.replace("issue: 12", "issue: 十二"), encoding="utf-8")
        bad = process("render", "brief.yaml", **environment)
        assert "必须是正整数（实际为“十二”）" in bad.stderr.decode()

    @pytest.mark.usefixtures("here")
    def test_a_file_name_that_is_no_utf_8(self) -> None:
        ran = subprocess.run([*COMMAND, "render", b"\xff\xfe.yaml"], capture_output=True, check=False)
        assert ran.returncode == 1
        assert "BG001" in ran.stderr.decode()

    @pytest.mark.usefixtures("brief")
    def test_a_reader_that_went_away(self) -> None:
        read, write = os.pipe()
        os.close(read)
        ran = subprocess.run(
            [*COMMAND, "render", "brief.yaml"], stdout=write, stderr=subprocess.PIPE, check=False
        )
        os.close(write)
        assert (ran.returncode, ran.stderr) == (cli.PIPE_CLOSED, b"")

    @pytest.mark.parametrize("arguments", [["schema"], ["--version"], ["--help"]])
    def test_an_output_that_is_full(self, arguments: list[str]) -> None:
        with Path("/dev/full").open("wb") as full:
            ran = subprocess.run([*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, check=False)
        assert ran.returncode == 1
        assert "BG601 无法写入 标准输出：磁盘已满" in ran.stderr.decode()
        assert b"Traceback" not in ran.stderr

    @pytest.mark.usefixtures("brief")
    def test_an_error_stream_that_is_full(self) -> None:
        with Path("/dev/full").open("wb") as full:
            ran = subprocess.run([*COMMAND, "render", "none.yaml"], stdout=full, stderr=full, check=False)
        assert ran.returncode == 1

    @pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
    def test_streams_that_are_closed(self, brief: Path, closed: str) -> None:
        line = f'"$@" {closed}'
        ran = subprocess.run(
            ["sh", "-c", line, "sh", *COMMAND, "render", "brief.yaml"], capture_output=True, check=False
        )
        assert (ran.returncode, b"Traceback" in ran.stderr) == (0, False)
        assert brief.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
        assert brief.with_suffix(".docx").exists()

    def test_ctrl_c(self, brief: Path, here: Path) -> None:
        for number in range(300):
            (here / f"{number}.yaml").hardlink_to(brief)
        many = [f"{number}.yaml" for number in range(300)]
        with subprocess.Popen(
            [*COMMAND, "render", "-f", "pdf", *many], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as running:
            assert running.stdout is not None
            running.stdout.readline()  # it is at work, and will be for seconds
            running.send_signal(signal.SIGINT)
            _out, err = running.communicate(timeout=20)
        assert running.returncode == cli.INTERRUPTED
        assert err.decode().strip() == "已中断"
        assert {path.suffix for path in here.iterdir()} == {".yaml", ".pdf"}


class TestColours:
    def pseudo_terminal(self, *arguments: str, **environment: str) -> str:
        import pty

        main, side = pty.openpty()
        running = subprocess.Popen([*COMMAND, *arguments], stderr=side, env=os.environ | environment)
        os.close(side)
        running.wait(timeout=60)
        time.sleep(0.05)
        text = os.read(main, 100_000).decode()
        os.close(main)
        return text

    @pytest.mark.usefixtures("here")
    def test_on_a_terminal_only(self) -> None:
        assert "\x1b[31m" in self.pseudo_terminal("render", "none.yaml")
        assert b"\x1b" not in process("render", "none.yaml").stderr

    @pytest.mark.usefixtures("here")
    def test_never_with_no_color(self) -> None:
        assert "\x1b" not in self.pseudo_terminal("render", "none.yaml", NO_COLOR="1")


def test_a_bug_ends_with_3_a_traceback_and_a_request(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.cli.schema.command.callback", lambda **_options: 1 // 0)
    ran = run("schema")
    assert ran.code == 3
    assert "ZeroDivisionError" in ran.err
    assert f"报告给维护者（briefgen {briefgen.__version__}, Python" in ran.err
