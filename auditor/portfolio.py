"""What is told of many agencies side by side, and of one agency night by night. Holds; decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from auditor.facts import Coverage
    from auditor.findings import FindingRule, Reason, Status
    from auditor.rules import Text


class Trouble(StrEnum):
    """What came between an audit and its end."""

    UNREACHABLE = "unreachable"  # not one page answered
    ROBOTS = "robots"  # robots.txt could not be read, so that nothing was
    INCOMPLETE = "incomplete"  # too little was looked at to say what is not there
    CAPPED = "capped"  # not all was looked at, but enough
    UNFINISHED = "unfinished"  # the audit was stopped, or failed, before anything was said


@dataclass(frozen=True, slots=True, kw_only=True)
class NightLine:
    """A night as the store keeps it: one run of a site, judged or not."""

    run: str
    started_at: datetime
    judged: bool
    percent: float | None
    complete: bool
    coverage: Coverage | None  # None also where it is complete


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """How a night went."""

    run: str
    at: datetime
    percent: float | None  # None too where so little was looked at that it would mislead
    trouble: Trouble | None
    limits: tuple[str, ...] = ()  # why it stopped early, as in `Coverage`

    @property
    def usable(self) -> bool:
        """Whether its result can stand for the site."""
        return self.percent is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The result of an agency in a category, or in a whole pack."""

    pack: str
    category: str  # "": all of the pack
    percent: float | None  # by the formula of the score; None: nothing could be judged
    passed: int
    judged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How a requirement stands once people have been heard."""

    pack: str
    requirement: str
    title: Text
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The result of an audit, as far as agencies are compared by it."""

    run: str
    at: datetime
    percent: float | None
    with_reviews: float | None  # None: no person has said anything
    firm: bool  # enough was looked at to compare it with others
    cells: tuple[Cell, ...]
    judged: tuple[Judged, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Whose site, and by which words it is found."""

    id: str
    url: str
    name: str | None = None
    unit_type: str | None = None
    province: str | None = None
    district: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Files of an agency that are there, as addresses seen from the page that links to them."""

    newest: str | None = None  # the report of the newest audit
    result: str | None = None  # the report of the audit whose result is shown
    history: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An agency with its last usable result and its nights."""

    profile: Profile
    nights: tuple[Night, ...]  # oldest first
    result: Standing | None  # None: nothing was ever judged
    reason: Reason | None = None  # why the last night came to nothing, in more words than its trouble
    places: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """All agencies of a configuration."""

    made_at: datetime
    stale_days: int  # a result older than so many days is old
    most_nights: int  # so many of the last nights of each agency are told
    agencies: tuple[Agency, ...]
    elsewhere: int = 0  # sites that the store knows and the configuration names no more


@dataclass(frozen=True, slots=True, kw_only=True)
class OfRule:
    """Findings of one rule together."""

    rule: FindingRule
    count: int
    days: int | None = None  # since the oldest of them was first seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A requirement that is judged otherwise than before."""

    requirement: str
    title: Text
    before: Status
    after: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class NightChanges:
    """What a night found different from the last complete one before it."""

    since: date
    new: tuple[OfRule, ...]
    fixed: tuple[OfRule, ...]
    still_open: tuple[OfRule, ...]
    unseen: int  # findings that could not be looked at again
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastNight:
    """A night of an agency with what it found."""

    night: Night
    standing: Standing | None = None  # None: not judged, or too long ago to be told in full
    changes: NightChanges | None = None  # None: nothing came before, or as above
    findings: int | None = None
    report: str | None = None  # its kept report, as an address seen from the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """An agency night by night."""

    profile: Profile
    nights: tuple[PastNight, ...]  # newest first
    cut: bool = False  # there were more nights before these
    newest: str | None = None  # the report of the newest audit, as an address seen from the page
