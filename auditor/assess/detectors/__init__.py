"""What rule files call by name: each looks for one kind of thing in a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.detectors import contact, listings, people, procedures, texts, website

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.assess.detectors.hits import Desk, Hit
    from auditor.assess.passages import Passage
    from auditor.rules import Condition

DETECTORS: dict[str, Callable[[Passage, Condition, Desk], Hit]] = {
    "letters": texts.letters,
    "words": texts.words,
    "chart-or-units": texts.chart_or_units,
    "named-laws": texts.named_laws,
    "law-sources": texts.law_sources,
    "laws-sourced": texts.laws_sourced,
    "oia-rows": texts.oia_rows,
    "persons": people.persons,
    "person-with-position": people.person_with_position,
    "webmasters": people.webmasters,
    "steps": procedures.steps,
    "durations": procedures.durations,
    "download": procedures.download,
    "entries": listings.entries,
    "sources-and-dates": listings.sources_and_dates,
    "phone": contact.phone,
    "fax": contact.fax,
    "email": contact.email,
    "address": contact.address,
    "map": contact.site_map,
    "outward-links": website.outward_links,
    "visitor-counter": website.visitor_counter,
    "survey-form": website.survey_form,
    "survey-result": website.survey_result,
    "interactive-service": website.interactive_service,
}
"""By the names that `auditor.rules.KNOWN_DETECTORS` lists; a test holds the two together."""


def detect(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Run the detector that the condition names.

    Raises:
        KeyError: no detector has this name (rule files are checked for that when they are loaded).
    """
    return DETECTORS[condition.detector](passage, condition, desk)
