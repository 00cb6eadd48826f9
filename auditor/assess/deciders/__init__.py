"""The ways in which a requirement is decided, by the names that rule files use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.deciders import content, derived, listing, publication, sitewide
from auditor.rules import Decide

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.assess.case import Case
    from auditor.assess.outcome import Outcome
    from auditor.rules import Requirement

DECIDERS: dict[Decide, Callable[[Requirement, Case], Outcome | None]] = {
    Decide.CONTENT: content.decide,
    Decide.LISTING: listing.decide,
    Decide.SITEWIDE: sitewide.decide,
    Decide.PART_OF: derived.part_of,
    Decide.INVENTORY: publication.decide,
    Decide.FRESHNESS: derived.freshness,
    Decide.BREACH: derived.breach,
    Decide.PACK: derived.other_pack,
}
"""A decider gives None where nothing on the site names what is asked."""
