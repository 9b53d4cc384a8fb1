"""Output: finished bytes into files, each whole or not at all, but for journals.

In: bytes for each path. Out: files; an old file stays untouched until the new one is safe on the disk.
Does not belong here: what is in the bytes (`writers`), where a command puts its files (`cli`).
"""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Phrase, _
from briefgen.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


_REASONS = {
    errno.EACCES: _("没有权限"),
    errno.EPERM: _("没有权限"),
    errno.EROFS: _("文件系统只读"),
    errno.ENOSPC: _("磁盘已满"),
    errno.EDQUOT: _("超出磁盘配额"),
    errno.EFBIG: _("文件过大"),
    errno.ENOENT: _("文件夹不存在"),
    errno.ENOTDIR: _("上级路径不是文件夹"),
    errno.EISDIR: _("那是一个文件夹"),
    errno.ENAMETOOLONG: _("文件名过长"),
    errno.EEXIST: _("已有同名文件"),
    errno.EINVAL: _("不是普通文件"),
}


def check(paths: Iterable[Path], inputs: Iterable[str | Path] = ()) -> None:
    """Refuse targets that cannot be written, before any work is done.

    Raises:
        OutputError: BG601 for a target that cannot be written, BG603 for one that is among `inputs`.
    """
    sources = [source for source in inputs if str(source)]
    found: list[Diagnostic] = []
    for path in paths:
        if any(_same_file(path, source) for source in sources):
            found.append(Diagnostic("BG603", values={"path": path}))
            continue
        try:
            _check_target(path)
        except OSError as error:
            found.append(_failure(path, error))
    if found:
        raise OutputError(found)


def clashes(groups: Sequence[Iterable[str | Path]]) -> list[tuple[Diagnostic, ...]]:
    """Return for each group of targets which of them another group has too (BG604)."""
    owners = Counter(name for group in groups for name in {os.path.realpath(path) for path in group})
    return [
        tuple(
            Diagnostic("BG604", values={"path": path}) for path in group if owners[os.path.realpath(path)] > 1
        )
        for group in groups
    ]


def make_folder(folder: Path) -> None:
    """Make `folder`, and those above it, unless it is there.

    Raises:
        OutputError: BG601.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError([_failure(folder, error)]) from error


def write(files: Mapping[Path, bytes], *, durable: bool = True) -> None:
    """Write all `files` or, when one of them cannot be staged, none.

    Each goes to a temporary file in the folder of its target and, if `durable`, onto the disk; only when all are
    there are they moved into place. A symbolic link is followed, so that what it points to is replaced.

    Raises:
        OutputError: BG601; the old files are untouched.
    """
    with ExitStack() as temporaries:
        staged = []
        for path, data in files.items():
            try:
                _check_target(path)
                target = Path(os.path.realpath(path))
                temporary = target.with_name(f".briefgen-{os.urandom(8).hex()}.tmp")
                temporaries.callback(_remove, temporary)
                _stage(temporary, target, data, durable=durable)
            except OSError as error:
                raise OutputError([_failure(path, error)]) from error
            staged.append((path, temporary, target))
        for path, temporary, target in staged:
            try:
                temporary.replace(target)
                if durable:
                    _sync_folder(target.parent)
            except OSError as error:
                raise OutputError([_failure(path, error)]) from error


def append(path: Path, data: bytes) -> None:
    """Write `data` behind what the file `path` holds, and onto the disk; after a failure a part of it may be there.

    Raises:
        OutputError: BG601.
    """
    try:
        _check_target(path)
        with path.open("ab") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise OutputError([_failure(path, error)]) from error


def _check_target(path: Path) -> None:
    try:
        status = path.stat()
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise
        return
    if stat.S_ISDIR(status.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):  # a device or pipe would be replaced by a plain file
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    if not os.access(path, os.W_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))


def _stage(temporary: Path, target: Path, data: bytes, *, durable: bool) -> None:
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        if durable:
            file.flush()
            os.fsync(file.fileno())
    with suppress(FileNotFoundError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    with suppress(OSError):  # not every folder and file system can; the file itself is already safe
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remove(temporary: Path) -> None:
    with suppress(OSError):
        temporary.unlink()


def _same_file(path: Path, source: str | Path) -> bool:
    with suppress(OSError):
        return path.samefile(source)
    return False


def reason(error: OSError) -> Phrase | str:
    """Return why the system refused, in our words where we have some."""
    if error.errno in _REASONS:
        return Phrase(_REASONS[error.errno])
    return error.strerror or str(error)


def _failure(path: Path, error: OSError) -> Diagnostic:
    return Diagnostic("BG601", values={"path": path, "reason": reason(error)})
