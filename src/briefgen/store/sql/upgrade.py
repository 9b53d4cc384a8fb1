"""The version of the table in a database, and how it comes to the one that we know (Alembic).

In: a connection. Out: the table as `schema` has it. Does not belong here: what changed (`migrations/versions`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import column, inspect, select, table

from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.store.sql.schema import REVISION

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import URL, ColumnClause, Connection

MIGRATIONS = Path(__file__).parent / "migrations"
VERSIONS = "briefgen_version"  # the table in which Alembic notes the version


def check_version(connection: Connection, url: URL) -> None:
    """Refuse a database whose table is not as we know it.

    Raises:
        InputError: BG731 for no ledger in it, BG735 for one of another version.
    """
    found = _version(connection)
    if found is None:
        raise InputError([Diagnostic("BG731", values={"path": url.render_as_string()})])
    if found != REVISION:
        raise InputError([Diagnostic("BG735", values={"found": found, "known": REVISION})])


def upgrade(connection: Connection) -> None:
    """Make the table, or bring an older one to the version that we know.

    Raises:
        InputError: BG735 for a newer one.
    """
    found = _version(connection)
    if found == REVISION:
        return
    if found is not None and found > REVISION:
        raise InputError([Diagnostic("BG735", values={"found": found, "known": REVISION})])
    from alembic import command

    command.upgrade(configuration(connection), "head")


def configuration(connection: Connection) -> Config:
    """Return Alembic's configuration for `connection`."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSIONS):
        return None
    number: ColumnClause[str] = column("version_num")
    return connection.execute(select(number).select_from(table(VERSIONS, number))).scalar()
