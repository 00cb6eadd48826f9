"""The first schema: sites, runs with what they met, audits with what they concluded, facts and packs."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Float, Integer, LargeBinary, Text
from sqlalchemy import ForeignKeyConstraint as ForeignKeys
from sqlalchemy import PrimaryKeyConstraint as PrimaryKey
from sqlalchemy import UniqueConstraint as Unique

revision = "0001"
down_revision = None

_NUMBER = BigInteger().with_variant(Integer, "sqlite")


def upgrade() -> None:
    """Make every table."""
    _sites_and_facts()
    _runs()
    _audits()
    _of_audits()


def _sites_and_facts() -> None:
    op.create_table(
        "site",
        Column("id", Text, nullable=False),
        Column("url", Text, nullable=False),
        Column("host", Text, nullable=False),
        PrimaryKey("id", name="pk_site"),
    )
    op.create_table(
        "facts",
        Column("id", _NUMBER, nullable=False),
        Column("sha256", LargeBinary, nullable=False),
        Column("body", LargeBinary, nullable=False),
        PrimaryKey("id", name="pk_facts"),
        Unique("sha256", name="uq_facts_sha256"),
    )
    op.create_table(
        "pack",
        Column("sha256", Text, nullable=False),
        Column("id", Text, nullable=False),
        Column("version", Text, nullable=False),
        Column("texts", _NUMBER, nullable=False),
        PrimaryKey("sha256", name="pk_pack"),
        ForeignKeys(["texts"], ["facts.id"], name="fk_pack_texts"),
    )
    op.create_index("ix_pack_texts", "pack", ["texts"])
    op.create_table(
        "review",
        Column("site", Text, nullable=False),
        Column("requirement", Text, nullable=False),
        Column("at", Text, nullable=False),
        Column("body", _NUMBER, nullable=False),
        PrimaryKey("site", "requirement", "at", name="pk_review"),
        ForeignKeys(["site"], ["site.id"], name="fk_review_site"),
        ForeignKeys(["body"], ["facts.id"], name="fk_review_body"),
    )
    op.create_index("ix_review_body", "review", ["body"])


def _runs() -> None:
    op.create_table(
        "run",
        Column("number", _NUMBER, nullable=False),
        Column("id", Text, nullable=False),
        Column("site", Text, nullable=False),
        Column("state", Text, nullable=False),
        Column("started_at", BigInteger, nullable=False),
        Column("finished_at", BigInteger),
        Column("due_at", BigInteger),
        Column("as_of", Text, nullable=False),
        Column("complete", Boolean, nullable=False),
        Column("has_text", Boolean, nullable=False),
        Column("told", _NUMBER, nullable=False),
        Column("coverage", LargeBinary),
        PrimaryKey("number", name="pk_run"),
        Unique("id", name="uq_run_id"),
        Unique("site", "due_at", name="uq_run_site"),
        ForeignKeys(["site"], ["site.id"], name="fk_run_site"),
        ForeignKeys(["told"], ["facts.id"], name="fk_run_told"),
    )
    op.create_index("ix_run_site", "run", ["site", "started_at"])
    op.create_index("ix_run_told", "run", ["told"])
    op.create_table(
        "resource",
        Column("run", _NUMBER, nullable=False),
        Column("number", Integer, nullable=False),
        Column("key", LargeBinary, nullable=False),
        Column("at", BigInteger),
        Column("about", _NUMBER, nullable=False),
        Column("content", _NUMBER),
        PrimaryKey("run", "number", name="pk_resource"),
        Unique("run", "key", name="uq_resource_run"),
        ForeignKeys(["run"], ["run.number"], name="fk_resource_run"),
        ForeignKeys(["about"], ["facts.id"], name="fk_resource_about"),
        ForeignKeys(["content"], ["facts.id"], name="fk_resource_content"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_resource_about", "resource", ["about"])
    op.create_index("ix_resource_content", "resource", ["content"])


def _audits() -> None:
    op.create_table(
        "audit",
        Column("run", _NUMBER, nullable=False, autoincrement=False),
        Column("as_of", Text, nullable=False),
        Column("percent", Float),
        Column("published", Boolean, nullable=False),
        Column("body", LargeBinary, nullable=False),
        PrimaryKey("run", name="pk_audit"),
        ForeignKeys(["run"], ["run.number"], name="fk_audit_run"),
    )
    op.create_table(
        "verdict",
        Column("run", _NUMBER, nullable=False),
        Column("number", Integer, nullable=False),
        Column("requirement", Text, nullable=False),
        Column("pack", Text, nullable=False),
        Column("status", Text, nullable=False),
        PrimaryKey("run", "number", name="pk_verdict"),
        ForeignKeys(["run"], ["audit.run"], name="fk_verdict_run"),
        sqlite_with_rowid=False,
    )


def _of_audits() -> None:
    op.create_table(
        "finding",
        Column("run", _NUMBER, nullable=False),
        Column("number", Integer, nullable=False),
        Column("id", Text, nullable=False),
        Column("first_seen", Text),
        Column("body", _NUMBER, nullable=False),
        PrimaryKey("run", "number", name="pk_finding"),
        ForeignKeys(["run"], ["audit.run"], name="fk_finding_run"),
        ForeignKeys(["body"], ["facts.id"], name="fk_finding_body"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_finding_body", "finding", ["body"])
    op.create_table(
        "item",
        Column("run", _NUMBER, nullable=False),
        Column("number", Integer, nullable=False),
        Column("age_days", Integer),
        Column("body", _NUMBER, nullable=False),
        PrimaryKey("run", "number", name="pk_item"),
        ForeignKeys(["run"], ["audit.run"], name="fk_item_run"),
        ForeignKeys(["body"], ["facts.id"], name="fk_item_body"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_item_body", "item", ["body"])
