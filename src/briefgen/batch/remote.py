"""Stores behind URLs (S3 and whatever else fsspec speaks to).

In: URLs. Out: names of files, bytes, digests. An object store replaces an object as a whole, so that what is written
there is whole or not there; its ETag is the digest, so that nothing need be fetched to compare. Does not belong
here: what the files are.
"""

from __future__ import annotations

import errno
import os
from glob import has_magic
from typing import TYPE_CHECKING, Any

from briefgen.batch.storage import digest_of
from briefgen.diagnostics import Diagnostic, file_position
from briefgen.errors import InputError, OutputError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

LARGEST = 100_000_000  # bytes; no file of a briefing may be larger


def opened(url: str) -> tuple[AbstractFileSystem, str]:
    """Return the store of `url`, and the name of the file in it.

    Raises:
        InputError: BG609, nothing that is installed speaks to it.
    """
    try:
        from fsspec.core import url_to_fs

        # no listing is kept: others write to the store too
        filesystem, name = url_to_fs(url, use_listings_cache=False)
    except (ImportError, ValueError) as error:
        raise InputError([Diagnostic("BG609", values={"url": url, "reason": str(error)})]) from error
    return filesystem, name


def files_below(url: str) -> list[str]:
    """Return the files below the folder `url`, or that the pattern `url` matches, in order.

    Raises:
        InputError: BG002, BG609.
    """
    filesystem, name = opened(url)
    try:
        found = filesystem.glob(name) if has_magic(name) else filesystem.find(name)
        return sorted(str(filesystem.unstrip_protocol(each)) for each in found)
    except Exception as error:  # each store has exceptions of its own
        raise InputError(
            [Diagnostic("BG002", file_position(url), {"path": url, "reason": _reason(error)})]
        ) from error


def whole(url: str) -> str:
    """Return `url` as `files_below` writes it."""
    filesystem, name = opened(url)
    return str(filesystem.unstrip_protocol(name))


def fetch(url: str) -> tuple[bytes, str]:
    """Return what the file `url` holds, and its digest.

    Raises:
        OSError: it is not there, is too large, or cannot be had.
        InputError: BG609.
    """
    filesystem, name = opened(url)
    try:
        facts = filesystem.info(name)
        if facts["type"] != "file":
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if facts["size"] > LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        data = bytes(filesystem.cat_file(name))
    except OSError:
        raise
    except Exception as error:
        raise OSError(errno.EIO, _reason(error)) from error
    return data, _digest(facts, data)


def read(url: str) -> bytes | None:
    """Return what the file `url` holds, None if it cannot be read."""
    try:
        return fetch(url)[0]
    except OSError:
        return None


def digest(url: str) -> str | None:
    """Return the digest of what the file `url` holds, None if it cannot be read."""
    filesystem, name = opened(url)
    try:
        facts = filesystem.info(name)
        return str(facts["ETag"]) if "ETag" in facts else digest_of(filesystem.cat_file(name))
    except Exception:
        return None


def write(url: str, data: bytes) -> str:
    """Write `data` to `url` and return its digest.

    Raises:
        OutputError: BG601.
    """
    filesystem, name = opened(url)
    try:
        filesystem.pipe_file(name, data)
        return _digest(filesystem.info(name), data)
    except Exception as error:
        raise OutputError([Diagnostic("BG601", values={"path": url, "reason": _reason(error)})]) from error


def _digest(facts: dict[str, Any], data: bytes) -> str:
    return str(facts["ETag"]) if "ETag" in facts else digest_of(data)


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
