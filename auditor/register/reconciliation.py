"""What comes of holding a register against a site. The rules for it stand in `assess`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.register.entries import RegisterEntry


class Standing(StrEnum):
    """How an entry of the register stands to the site; the order is that of the report, what matters most first."""

    REFUSED_PUBLISHED = "refused-published"
    EXPIRED = "expired"  # still there after its last day
    NOT_FOUND = "not-found"  # approved, and not there
    PENDING_PUBLISHED = "pending-published"  # there before it was decided on
    DIFFERS = "differs"
    UNCHECKED = "unchecked"  # could not be looked at
    NOT_PUBLISHED = "not-published"  # not there, as it should be: refused, pending, not yet due or past its last day
    AS_REGISTERED = "as-registered"


class Unchecked(StrEnum):
    """Why nothing can be said of an entry."""

    NO_LINK = "no-link"  # titles alone decide nothing
    SHARED_PAGE = "shared-page"  # the link leads to a page that several entries name, and the subject is not on it
    SHUT = "shut"  # the target could not be opened
    COVERAGE = "coverage"  # not everything that could lead there was read


class DifferentField(StrEnum):
    """What register and site may say differently."""

    TITLE = "title"
    PUBLISHED = "published"
    OWNER = "owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field in both wordings; days in ISO 8601."""

    field: DifferentField
    registered: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """Something of a similar title: a proposal for a person, which decides nothing."""

    title: str
    url: str | None  # on the site
    row: int | None  # in the register
    score: float  # 0–1


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryResult:
    """One entry and what was found of it."""

    entry: RegisterEntry
    standing: Standing
    url: str | None = None  # where it is, in the spelling first met
    listed_on: str | None = None  # the first page that leads there
    differences: tuple[Difference, ...] = ()
    unchecked: Unchecked | None = None
    obstacle: str = ""  # a code of the catalogue's `why` or `obstacle`, where the target could not be opened
    likely: Likely | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unregistered:
    """Something published that the register does not know."""

    url: str
    title: str
    likely: Likely | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """The register beside the site."""

    file: str
    results: tuple[EntryResult, ...]  # in the order of the register
    unregistered: tuple[Unregistered, ...]  # in the order of the site
    unread: tuple[str, ...] = ()  # headings of columns that mean nothing to us

    @property
    def counts(self) -> tuple[tuple[Standing, int], ...]:
        """How many entries have each standing; every standing, in order."""
        counted = Counter(result.standing for result in self.results)
        return tuple((standing, counted[standing]) for standing in Standing)
