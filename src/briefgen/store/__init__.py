"""Where a ledger is kept: a folder of CSV files, or a database.

In: a path or an address. Out: a `Store`. Does not belong here: adding up (`ledger`).
"""

from briefgen.store.base import Added, Store
from briefgen.store.opening import open_store

__all__ = ["Added", "Store", "open_store"]
