"""A ledger in a database: SQLite or PostgreSQL, through SQLAlchemy (the extra `briefgen[db]`).

In: an address. Out: a store. Does not belong here: files (`store.folder`).
"""

from briefgen.store.sql.database import SqlStore

__all__ = ["SqlStore"]
