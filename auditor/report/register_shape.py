"""The key `register` of `audit.json`: the publication register beside the site, and how it gets there.

Names of officers other than the owner of the information stay in the register itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  (the schema is made from the types)
from typing import TYPE_CHECKING

from auditor.register import DifferentField, EntryStatus, Standing, Unchecked  # noqa: TC001  (as above)
from auditor.rules import Text  # noqa: TC001  (as above)
from auditor.urls import display

if TYPE_CHECKING:
    from auditor import register
    from auditor.report.messages import Messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days that the information covers."""

    from_: date | None
    to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field in both wordings; days in ISO 8601."""

    field: DifferentField
    registered: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """Something of a similar title, which decides nothing: on the site (`url`) or in the register (`row`)."""

    title: str
    url: str | None
    row: int | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the register and what was found of it."""

    row: int
    subject: str
    owner: str | None
    link: str | None
    display_link: str | None
    period: Span
    published: date | None
    expires: date | None
    status: EntryStatus
    standing: Standing
    url: str | None
    listed_on: str | None
    unchecked: Unchecked | None
    message: Text | None
    differences: tuple[Difference, ...]
    likely: Likely | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unregistered:
    """Something published that the register does not know."""

    url: str
    display_url: str
    title: str
    likely: Likely | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many of everything."""

    entries: int
    unregistered: int
    standing: dict[Standing, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The register beside the site."""

    file: str
    counts: Counts
    rows: tuple[Entry, ...]
    unregistered: tuple[Unregistered, ...]
    unread_columns: tuple[str, ...]


def register_part(found: register.Reconciliation, messages: Messages) -> Register:
    """What came of the register, in the shape of the file."""
    return Register(
        file=found.file,
        counts=Counts(entries=len(found.results), unregistered=len(found.unregistered), standing=dict(found.counts)),
        rows=tuple(_entry(result, messages) for result in found.results),
        unregistered=tuple(
            Unregistered(url=each.url, display_url=display(each.url), title=each.title, likely=_likely(each.likely))
            for each in found.unregistered
        ),
        unread_columns=found.unread,
    )


def _entry(result: register.EntryResult, messages: Messages) -> Entry:
    entry = result.entry
    return Entry(
        row=entry.row,
        subject=entry.subject,
        owner=entry.owner,
        link=entry.link,
        display_link=display(entry.link) if entry.link else None,
        period=Span(from_=entry.period_from, to=entry.period_to),
        published=entry.published,
        expires=entry.expires,
        status=entry.status,
        standing=result.standing,
        url=result.url,
        listed_on=result.listed_on,
        unchecked=result.unchecked,
        message=messages.unchecked(result),
        differences=tuple(
            Difference(field=each.field, registered=each.registered, shown=each.shown) for each in result.differences
        ),
        likely=_likely(result.likely),
    )


def _likely(likely: register.Likely | None) -> Likely | None:
    if likely is None:
        return None
    return Likely(title=likely.title, url=likely.url, row=likely.row, score=likely.score)
