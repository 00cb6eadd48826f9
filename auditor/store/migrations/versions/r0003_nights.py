"""What nights leave for the next: by what they read, how long they believed servers, and what they worked out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Text
from sqlalchemy import PrimaryKeyConstraint as PrimaryKey

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns and make the table."""
    op.add_column("run", Column("reader", Text))
    op.add_column("resource", Column("confirmed", Integer, nullable=False, server_default=sa.text("0")))
    op.create_table(
        "kept",
        Column("key", LargeBinary, nullable=False),
        Column("used_at", BigInteger, nullable=False),
        Column("sha256", LargeBinary, nullable=False),
        Column("body", LargeBinary, nullable=False),
        PrimaryKey("key", name="pk_kept"),
    )
    op.create_index("ix_kept_used_at", "kept", ["used_at"])
