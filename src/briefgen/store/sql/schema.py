"""The table of records. A change of it is a new file in `migrations/versions`, and `REVISION` names the last one.

In: nothing. Out: the table as SQLAlchemy knows it. Does not belong here: queries (`database`).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Index, MetaData, String, Table, Text

REVISION = "0001"

metadata = MetaData()

records = Table(
    "ledger_records", metadata,
    Column("id", String(40), primary_key=True),
    Column("date", Date, nullable=False),
    Column("kind", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("audience", BigInteger, nullable=False),
    Column("level", String(10), nullable=False),
    Column("title", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("fingerprint", String(32), nullable=False, unique=True),
    Index("ix_ledger_records_date_id", "date", "id"),
)  # fmt: skip
