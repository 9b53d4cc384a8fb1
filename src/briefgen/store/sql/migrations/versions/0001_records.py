"""The table of records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    texts = ("kind", "form", "unit", "place", "title", "source", "link", "note")
    op.create_table(
        "ledger_records",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("date", sa.Date, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in texts[:4]),
        sa.Column("amount", sa.BigInteger, nullable=False),
        sa.Column("audience", sa.BigInteger, nullable=False),
        sa.Column("level", sa.String(10), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in texts[4:]),
        sa.Column("fingerprint", sa.String(32), nullable=False, unique=True),
    )
    op.create_index("ix_ledger_records_date_id", "ledger_records", ["date", "id"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("ledger_records")
