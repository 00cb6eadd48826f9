"""What an agency publishes, piece by piece (clause 2.2 of the announcement).

An item is a published document or a dated post, one for each canonical target, however many pages list it. What a
reader sees beside it, in its row or inside it is *shown*; what only a server or a file's properties tell is kept
apart.
Names follow CONTRACT.md section 2 (`items[]`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class ItemKind(StrEnum):
    """What is published."""

    DOCUMENT = "document"
    POST = "post"


class ItemField(StrEnum):
    """What clause 2.2 asks to be shown with each item; the order is the order of the announcement."""

    SOURCE = "source"
    PERIOD = "period"
    PUBLISHED = "published"
    FILE_TYPE = "file_type"
    FILE_SIZE = "file_size"


FILE_FIELDS = frozenset({ItemField.FILE_TYPE, ItemField.FILE_SIZE})
"""Fields that only files can show."""


class DateFrom(StrEnum):
    """Where the date of publication was read."""

    PAGE = "page"
    DOCUMENT = "document"
    HEADER = "header"  # of the answer: no reader sees it
    URL = "url"  # nor this


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who owns the data or answers for it."""

    value: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPeriod:
    """The days that the data covers; an open end is None."""

    start: date | None
    end: date | None
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When it was published."""

    day: date
    quote: str
    origin: DateFrom
    labelled: bool = False  # a word beside it says that it is the day of publication

    @property
    def shown(self) -> bool:
        """Whether a reader sees it."""
        return self.origin in {DateFrom.PAGE, DateFrom.DOCUMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileType:
    """Lower-case extensions without dot: what is said, and what the bytes are."""

    shown: str | None = None
    actual: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSize:
    """Bytes as said (number × 1024ⁿ), in whose words, and as transferred."""

    shown_bytes: int | None = None
    quote: str = ""
    actual_bytes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One published thing with what is known of it."""

    key: str  # canonical URL: the identity
    url: str  # the spelling first met
    title: str
    kind: ItemKind
    listed_on: tuple[str, ...]  # pages that link to it, in the order in which they were met
    is_folder: bool = False  # on a shared drive: a document to us, with neither a type nor a size to show
    category: str | None = None  # of the announcement, "1.8", where its title or its list tells
    topics: tuple[str, ...] = ()
    source: Source | None = None
    period: ItemPeriod | None = None
    published: Published | None = None
    file_type: FileType = FileType()
    file_size: FileSize = FileSize()
    age_days: int | None = None  # from publication to the as-of day
    expires: date | None = None  # the last day on which it may stand there as current, that day included
    missing: tuple[ItemField, ...] = ()
    findings: tuple[str, ...] = ()  # ids

    def is_asked(self, field: ItemField) -> bool:
        """Whether a field is asked of it: type and size are of files only."""
        return field not in FILE_FIELDS or (self.kind is ItemKind.DOCUMENT and not self.is_folder)
