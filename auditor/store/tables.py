"""The tables, once, for both engines. Times are microseconds since 1970 in UTC; days are ISO dates.

What is looked up stands in columns of its own; all else is a fact: a record as compressed JSON that is kept once,
however many nights say the same. The newest migration makes exactly these tables; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

TABLES = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only where they are INTEGER

site = Table(
    "site",
    TABLES,
    Column("id", Text, primary_key=True),
    Column("url", Text, nullable=False),
    Column("host", Text, nullable=False),
)

facts = Table(
    "facts",
    TABLES,
    Column("id", NUMBER, primary_key=True),
    Column("sha256", LargeBinary, nullable=False),  # of the JSON before it was compressed
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("sha256"),
)

run = Table(
    "run",
    TABLES,
    Column("number", NUMBER, primary_key=True),
    Column("id", Text, nullable=False),
    Column("site", ForeignKey("site.id"), nullable=False),
    Column("state", Text, nullable=False),  # runs.RunState
    Column("started_at", BigInteger, nullable=False),
    Column("finished_at", BigInteger),
    Column("due_at", BigInteger),  # the time for which it was planned
    Column("as_of", Text, nullable=False),  # the day for which it is to be judged
    Column("complete", Boolean, nullable=False),
    Column("has_text", Boolean, nullable=False),  # contents are still there: it can be judged again
    Column("told", ForeignKey("facts.id"), nullable=False),  # the Site as it was told, and the limits of the crawl
    Column("coverage", LargeBinary),
    Column("reader", Text),  # stands for all that decided what was made of the answers' bytes
    UniqueConstraint("id"),
    UniqueConstraint("site", "due_at"),
    Index(None, "site", "started_at"),
    Index(None, "told"),
)

resource = Table(
    "resource",
    TABLES,
    Column("run", ForeignKey("run.number"), nullable=False),
    Column("number", Integer, nullable=False),  # the order in which they were met
    Column("key", LargeBinary, nullable=False),  # digest of the canonical URL
    Column("at", BigInteger),  # when it answered
    Column("about", ForeignKey("facts.id"), nullable=False),  # the Resource without that time and its content
    Column("content", ForeignKey("facts.id")),
    Column("confirmed", Integer, nullable=False, server_default=text("0")),  # nights on which nothing was sent
    PrimaryKeyConstraint("run", "number"),
    UniqueConstraint("run", "key"),
    Index(None, "about"),
    Index(None, "content"),
    sqlite_with_rowid=False,
)

visit = Table(
    "visit",
    TABLES,
    Column("run", ForeignKey("run.number"), nullable=False),
    Column("key", LargeBinary, nullable=False),  # digest of the canonical URL that was asked for
    Column("seconds", Float, nullable=False),  # that the crawl had taken by then
    Column("body", LargeBinary, nullable=False),  # what the crawl wants to remember, compressed
    PrimaryKeyConstraint("run", "key"),
    sqlite_with_rowid=False,
)
"""Visits of crawls that go on; gone when the crawl is at its end."""

pack = Table(
    "pack",
    TABLES,
    Column("sha256", Text, primary_key=True),  # of all that decides with it
    Column("id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("texts", ForeignKey("facts.id"), nullable=False),  # the rule files as they were
    Index(None, "texts"),
)

audit = Table(
    "audit",
    TABLES,
    Column("run", ForeignKey("run.number"), primary_key=True),
    Column("as_of", Text, nullable=False),
    Column("percent", Float),
    Column("published", Boolean, nullable=False),  # its reports stand where they belong
    Column("body", LargeBinary, nullable=False),  # the Audit without items and findings
)

verdict = Table(
    "verdict",
    TABLES,
    Column("run", ForeignKey("audit.run"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("requirement", Text, nullable=False),
    Column("pack", Text, nullable=False),
    Column("status", Text, nullable=False),
    PrimaryKeyConstraint("run", "number"),
    sqlite_with_rowid=False,
)

finding = Table(
    "finding",
    TABLES,
    Column("run", ForeignKey("audit.run"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("first_seen", Text),
    Column("body", ForeignKey("facts.id"), nullable=False),  # the Finding without that day
    PrimaryKeyConstraint("run", "number"),
    Index(None, "body"),
    sqlite_with_rowid=False,
)

item = Table(
    "item",
    TABLES,
    Column("run", ForeignKey("audit.run"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("age_days", Integer),
    Column("body", ForeignKey("facts.id"), nullable=False),  # the Item without its age
    PrimaryKeyConstraint("run", "number"),
    Index(None, "body"),
    sqlite_with_rowid=False,
)

review = Table(
    "review",
    TABLES,
    Column("site", ForeignKey("site.id"), nullable=False),
    Column("requirement", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("body", ForeignKey("facts.id"), nullable=False),  # a person's verdict
    PrimaryKeyConstraint("site", "requirement", "at"),
    Index(None, "body"),
)

kept = Table(
    "kept",
    TABLES,
    Column("key", LargeBinary, primary_key=True),  # digest of all that decides what was worked out
    Column("used_at", BigInteger, nullable=False),
    Column("sha256", LargeBinary, nullable=False),  # of what was worked out, before it was compressed
    Column("body", LargeBinary, nullable=False),
    Index(None, "used_at"),
)
"""What was worked out once and need not be again; all of it may be deleted at any time."""
