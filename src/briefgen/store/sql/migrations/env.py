"""Run by Alembic: the changes, in one transaction, on the connection of `upgrade.configuration`."""

from __future__ import annotations

from alembic import context

from briefgen.store.sql.schema import metadata
from briefgen.store.sql.upgrade import VERSIONS

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, version_table=VERSIONS
)
with context.begin_transaction():
    context.run_migrations()
