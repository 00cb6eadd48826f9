"""What stands in a register: one request to publish for each row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Column(StrEnum):
    """What a column holds; the order is that of the template. `rules/vocabulary/register.toml` has the headings."""

    SUBJECT = "subject"
    OWNER = "owner"
    APPROVER = "approver"
    WEBMASTER = "webmaster"
    LINK = "link"
    PERIOD_FROM = "period-from"
    PERIOD_TO = "period-to"
    PUBLISHED = "published"
    EXPIRES = "expires"
    STATUS = "status"
    PERIOD = "period"  # both ends in one cell; not in the template


REQUIRED = (Column.SUBJECT, Column.STATUS)
"""Columns without which a table is no register."""


class EntryStatus(StrEnum):
    """What was decided on a request."""

    APPROVED = "approved"
    REFUSED = "refused"
    PENDING = "pending"  # nothing yet


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """One request."""

    row: int  # in the spreadsheet, from 1
    subject: str
    status: EntryStatus
    owner: str | None = None
    approver: str | None = None
    webmaster: str | None = None
    link: str | None = None  # absolute
    period_from: date | None = None  # the days that the information covers
    period_to: date | None = None
    published: date | None = None
    expires: date | None = None  # the last day of publication, that day included


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A whole register."""

    file: str  # its name, without folder
    entries: tuple[RegisterEntry, ...]
    unread: tuple[str, ...] = ()  # headings of columns that mean nothing to us
