from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from briefgen import output
from briefgen.errors import OutputError
from briefgen.messages import render

AS_ROOT = os.geteuid() == 0


def reason_for(path: Path) -> str:
    with pytest.raises(OutputError) as caught:
        output.write({path: b"new"})
    return render(caught.value.diagnostics[0], "zh")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


class TestWrite:
    def test_writes_all_files(self, tmp_path: Path) -> None:
        output.write({tmp_path / "a.pdf": b"a", tmp_path / "b.docx": b"b"})
        assert (tmp_path / "a.pdf").read_bytes() == b"a"
        assert (tmp_path / "b.docx").read_bytes() == b"b"
        assert names(tmp_path) == {"a.pdf", "b.docx"}

    def test_replaces_an_old_file_and_keeps_its_mode(self, tmp_path: Path) -> None:
        target = tmp_path / "a.pdf"
        target.write_bytes(b"old")
        target.chmod(0o640)
        output.write({target: b"new"})
        assert target.read_bytes() == b"new"
        assert stat.S_IMODE(target.stat().st_mode) == 0o640

    def test_gives_a_new_file_the_mode_of_the_umask(self, tmp_path: Path) -> None:
        old = os.umask(0o027)
        try:
            output.write({tmp_path / "a.pdf": b"new"})
        finally:
            os.umask(old)
        assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640

    def test_follows_a_symbolic_link(self, tmp_path: Path) -> None:
        real = tmp_path / "real.pdf"
        real.write_bytes(b"old")
        link = tmp_path / "link.pdf"
        link.symlink_to("real.pdf")
        output.write({link: b"new"})
        assert link.is_symlink()
        assert real.read_bytes() == b"new"

    def test_a_name_of_255_bytes(self, tmp_path: Path) -> None:
        target = tmp_path / ("a" * 251 + ".pdf")
        output.write({target: b"new"})
        assert target.read_bytes() == b"new"

    def test_a_second_file_that_fails_leaves_the_first_untouched(self, tmp_path: Path) -> None:
        first = tmp_path / "a.pdf"
        first.write_bytes(b"old")
        with pytest.raises(OutputError):
            output.write({first: b"new", tmp_path / "none" / "b.pdf": b"new"})
        assert first.read_bytes() == b"old"
        assert names(tmp_path) == {"a.pdf"}


class TestRefusals:
    def test_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a.pdf").mkdir()
        assert "BG601" in reason_for(tmp_path / "a.pdf")
        assert "那是一个文件夹" in reason_for(tmp_path / "a.pdf")

    def test_a_missing_folder(self, tmp_path: Path) -> None:
        assert "文件夹不存在" in reason_for(tmp_path / "none" / "a.pdf")

    def test_a_file_as_folder(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"")
        assert "不是文件夹" in reason_for(tmp_path / "file" / "a.pdf")

    def test_a_name_too_long(self, tmp_path: Path) -> None:
        assert "文件名过长" in reason_for(tmp_path / ("长" * 100 + ".pdf"))

    def test_a_device(self, tmp_path: Path) -> None:
        link = tmp_path / "full.pdf"
        link.symlink_to("/dev/full")
        assert "不是普通文件" in reason_for(link)
        assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)

    def test_a_pipe(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.pdf")
        assert "不是普通文件" in reason_for(tmp_path / "pipe.pdf")

    def test_what_the_user_may_not_write(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        target = tmp_path / "a.pdf"
        target.write_bytes(b"old")
        target.chmod(0o444)
        if AS_ROOT:  # whom no mode stops
            monkeypatch.setattr(os, "access", lambda path, mode: False)
        assert "没有权限" in reason_for(target)
        assert target.read_bytes() == b"old"

    def test_a_folder_that_may_not_be_written(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        tmp_path.chmod(0o555)
        if AS_ROOT:

            def refuse(path: Path, *_: object) -> int:
                raise PermissionError(13, "Permission denied", str(path))

            monkeypatch.setattr(os, "open", refuse)
        reason = reason_for(tmp_path / "a.pdf")
        tmp_path.chmod(0o755)
        assert "没有权限" in reason
        assert names(tmp_path) == set()

    def test_the_input_by_any_name(self, tmp_path: Path) -> None:
        source = tmp_path / "brief.yaml"
        source.write_bytes(b"text")
        link = tmp_path / "out.pdf"
        link.symlink_to(source)
        with pytest.raises(OutputError) as caught:
            output.check([link], [str(source)])
        assert [found.code for found in caught.value.diagnostics] == ["BG603"]

    def test_all_at_once_before_any_work(self, tmp_path: Path) -> None:
        (tmp_path / "a.pdf").mkdir()
        with pytest.raises(OutputError) as caught:
            output.check([tmp_path / "a.pdf", tmp_path / "none" / "b.pdf", tmp_path / "good.pdf"])
        assert [found.code for found in caught.value.diagnostics] == ["BG601", "BG601"]


def test_a_full_disk_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    code = (
        "import sys; from pathlib import Path; from briefgen import output\n"
        "from briefgen.errors import OutputError\n"
        "try: output.write({Path(sys.argv[1]): bytes(1_000_000)})\n"
        "except OutputError as error: print(error.diagnostics[0].code)"
    )

    def small_files() -> None:  # the system refuses to let a file grow, as a full disk does
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = subprocess.run(
        [sys.executable, "-c", code, str(target)],
        preexec_fn=small_files,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "BG601\n"
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == {"a.pdf"}


def test_a_kill_never_leaves_half_a_file(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    size = 3_000_000
    code = (
        "import sys; from pathlib import Path; from briefgen import output\n"
        "print(flush=True)\n"
        f"while True: output.write({{Path(sys.argv[1]): bytes({size})}})"
    )
    for delay in (0.0, 0.003, 0.011, 0.02, 0.05):
        target.write_bytes(b"old")
        with subprocess.Popen([sys.executable, "-c", code, str(target)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delay)
            process.kill()
        assert target.stat().st_size in (3, size)


def test_several_writers_of_one_file_leave_one_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    contents = [bytes([number]) * 200_000 for number in range(6)]
    threads = [threading.Thread(target=output.write, args=({target: content},)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert target.read_bytes() in contents
    assert names(tmp_path) == {"a.pdf"}


def test_make_folder_makes_those_above_it_too(tmp_path: Path) -> None:
    output.make_folder(tmp_path / "a" / "b")
    output.make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError) as caught:
        output.make_folder(tmp_path / "file")
    assert "已有同名文件" in render(caught.value.diagnostics[0], "zh")
