"""What crawls that go on remember of their visits, so that they can be taken up again."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Float, Integer, LargeBinary
from sqlalchemy import ForeignKeyConstraint as ForeignKeys
from sqlalchemy import PrimaryKeyConstraint as PrimaryKey

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "visit",
        Column("run", BigInteger().with_variant(Integer, "sqlite"), nullable=False),
        Column("key", LargeBinary, nullable=False),
        Column("seconds", Float, nullable=False),
        Column("body", LargeBinary, nullable=False),
        PrimaryKey("run", "key", name="pk_visit"),
        ForeignKeys(["run"], ["run.number"], name="fk_visit_run"),
        sqlite_with_rowid=False,
    )
