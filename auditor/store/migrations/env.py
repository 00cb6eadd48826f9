"""How Alembic runs the migrations: on the connection it is given, each in a transaction of its own."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table="migration",
    transactional_ddl=True,  # SQLite can: we say BEGIN ourselves
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
