"""Where files of a batch lie: paths of this machine, or URLs of a store.

In: names, which are paths or URLs. Out: names, digests, bytes. Does not belong here: which files a batch reads and
writes (`plan`), how a store is spoken to (`remote`).
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from briefgen import output

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")  # two letters at least: C:// is a drive


def is_url(name: str) -> bool:
    """Tell whether `name` is a URL."""
    return _URL.match(name) is not None


def plain(name: str | Path) -> str:
    """Return `name` as text; a URL of this machine as the path that it stands for."""
    text = os.fspath(name)
    return unquote(text.removeprefix("file://")) if text.startswith("file:///") else text


def joined(folder: str, name: str) -> str:
    """Return the file that `name` leads to from `folder`: the other way round from `relative`."""
    if is_url(name):
        return name
    if is_url(folder) and not os.path.isabs(name):  # noqa: PTH117 - names, here and below
        return f"{folder.rstrip('/')}/{posixpath.normpath(name)}"
    return os.path.normpath(os.path.join(folder, name))  # noqa: PTH118


def relative(name: str, folder: str) -> str:
    """Return how the file `name` is reached from `folder`, with `/` on every system; as a whole where it is not."""
    if is_url(name):
        return name.removeprefix(f"{folder.rstrip('/')}/")
    if is_url(folder):
        return os.path.abspath(name)  # noqa: PTH100
    return Path(os.path.relpath(name, folder)).as_posix()


def parent(name: str) -> str:
    """Return the folder that the file `name` lies in."""
    return name.rpartition("/")[0] if is_url(name) else os.path.dirname(name) or os.curdir  # noqa: PTH120


def common_folder(folders: Iterable[str]) -> str:
    """Return the folder that holds all of `folders`, the current one if there are none.

    Raises:
        ValueError: there is none that holds all.
    """
    ours = sorted(set(folders)) or [os.curdir]
    if not any(map(is_url, ours)):
        if len(ours) > 1:
            ours = [os.path.abspath(folder) for folder in ours]  # noqa: PTH100
        return os.path.normpath(os.path.commonpath(ours))
    schemes, _, places = zip(*(folder.partition("://") for folder in ours), strict=True)
    common = posixpath.commonpath(places) if len(set(schemes)) == 1 else ""
    if not common:
        raise ValueError(f"no folder holds both {ours[0]} and {ours[-1]}")
    return f"{schemes[0]}://{common}"


def digest_of(data: bytes) -> str:
    """Return the digest of `data`."""
    return hashlib.sha256(data).hexdigest()


def digest(name: str) -> str | None:
    """Return the digest of what the file `name` holds, None if it cannot be read."""
    if is_url(name):
        from briefgen.batch import remote

        return remote.digest(name)
    data = read(name)
    return None if data is None else digest_of(data)


def read(name: str) -> bytes | None:
    """Return what the file `name` holds, None if it cannot be read."""
    if is_url(name):
        from briefgen.batch import remote

        return remote.read(name)
    try:
        return Path(name).read_bytes()
    except (OSError, ValueError):
        return None


def write(name: str, data: bytes) -> None:
    """Write the file `name`, whole or not at all.

    Raises:
        OutputError: BG601.
    """
    if is_url(name):
        from briefgen.batch import remote

        remote.write(name, data)
    else:
        output.write({Path(name): data})
