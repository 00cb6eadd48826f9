"""Is the target of a link there, gone, or could it not be looked at?

And was enough of the site read to say that nothing leads there?
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.assess.availability import is_login, says_not_found
from auditor.facts import Fetched, Kind, Page, Skipped, SkipWhy, Unreachable

if TYPE_CHECKING:
    from auditor.assess.detectors.hits import Desk
    from auditor.facts import Resource, Snapshot

_MISSING = frozenset({404, 410})
_LOGIN = frozenset({401, 407})
_CLIENT = 400


class Seen(StrEnum):
    """What came of looking for a target."""

    THERE = "there"
    GONE = "gone"  # it was asked for, and the site says that it is not there
    SHUT = "shut"  # could not be looked at
    UNMET = "unmet"  # nothing that was read leads there


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What came of looking for one target."""

    seen: Seen
    url: str | None = None  # where it ended, in the spelling first met
    listed_on: str | None = None  # the page from which the shortest way leads there
    obstacle: str = ""  # of SHUT: a code of the catalogue's `why` or `obstacle`


UNMET = Sighting(seen=Seen.UNMET)


def sight(url: str, desk: Desk) -> Sighting:
    """What came of an address, by any of its spellings."""
    resource = desk.look_up(url)
    if resource is None:
        return UNMET
    seen, obstacle = _seen(resource, desk)
    listed_on = resource.trail[-2].url if len(resource.trail) > 1 else None
    return Sighting(seen=seen, url=resource.url, listed_on=listed_on, obstacle=obstacle)


def _seen(resource: Resource, desk: Desk) -> tuple[Seen, str]:
    match resource.fetch:
        case Unreachable(why=why):
            return Seen.SHUT, why.value
        case Skipped(why=why):
            return Seen.SHUT, "robots" if why is SkipWhy.ROBOTS else "not-opened"
        case Fetched(status=status) if status >= _CLIENT:
            if status in _MISSING:
                return Seen.GONE, ""
            return Seen.SHUT, "login" if status in _LOGIN else f"http-{status}"
        case Fetched():
            return _answered(resource, desk)


def _answered(resource: Resource, desk: Desk) -> tuple[Seen, str]:
    page = resource.content if isinstance(resource.content, Page) else None
    if resource.soft_404 or (page and says_not_found(page, desk)):
        return Seen.GONE, ""
    if page and is_login(page, desk):
        return Seen.SHUT, "login"
    return Seen.THERE, ""


def is_thorough(snapshot: Snapshot, desk: Desk) -> bool:
    """May it be said that nothing on the site leads to an address?

    The whole site must have been read, and no menu entry of its start page may be shut, need script or have been cut:
    anything may be listed there.
    """
    return snapshot.coverage.complete and not any(
        resource.from_menu and resource.kind is not Kind.EXTERNAL and _hides(resource, desk) for resource in snapshot
    )


def _hides(resource: Resource, desk: Desk) -> bool:
    if isinstance(resource.content, Page) and (resource.content.needs_script or resource.content.truncated):
        return True
    seen, obstacle = _seen(resource, desk)
    return seen is Seen.SHUT and obstacle != "login"
