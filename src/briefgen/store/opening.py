"""Opening a ledger: by its folder, its `ledger.yaml`, or the address of a database.

In: what the user calls it. Out: the store. Does not belong here: what a store does (`base`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.model.ledger import Ledger
from briefgen.reader.office import load_ledger

if TYPE_CHECKING:
    from briefgen.store.base import Store

LEDGER = "ledger.yaml"
_ADDRESS = "://"


def open_store(place: str | Path, folder: Path | None = None) -> Store:
    """Return the ledger at `place`: a folder with `ledger.yaml`, that file, or the address of a database.

    A relative path starts from `folder`. A database that is opened by its address has no metrics: each kind is one.

    Raises:
        InputError: BG731 for no ledger there, what is wrong with its file, BG733 to BG735 for a database.
    """
    if _ADDRESS in str(place):
        return _database(str(place), Ledger(), folder or Path())
    path = (folder or Path()) / place
    file = path / LEDGER if path.is_dir() else path
    if not file.exists():
        raise InputError([Diagnostic("BG731", values={"path": path})])
    ledger = load_ledger(file)
    if ledger.database:
        return _database(ledger.database, ledger, file.parent)
    from briefgen.store.folder import FolderStore

    return FolderStore(ledger, file.parent)


def _database(address: str, ledger: Ledger, folder: Path) -> Store:
    try:
        from briefgen.store.sql import SqlStore
    except ModuleNotFoundError as error:
        place = ledger.sources.value("database") if ledger.database else None
        raise InputError([Diagnostic("BG733", place, {"module": error.name or ""})]) from None
    return SqlStore(ledger, address, folder)
