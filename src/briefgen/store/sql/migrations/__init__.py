"""Alembic's folder: `env` runs the changes of `versions` on the connection that `upgrade` hands over."""
