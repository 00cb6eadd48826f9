"""Facts, rules and a day to verdicts: pure functions.

`assess` reads a snapshot twice as a stream (the frame, then everything else), keeps small short-lists, and opens only
the few targets that they name. It asks for no time, network or locale: the same snapshot, rulebook and day give the
same audit.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor import __version__
from auditor.assess.case import Case
from auditor.assess.checks import resource_defects
from auditor.assess.checks.defects import findings_of
from auditor.assess.checks.items import item_findings, outdated
from auditor.assess.checks.look import Look
from auditor.assess.checks.mixed import MixedContent
from auditor.assess.checks.register import REGISTER_RULES
from auditor.assess.checks.security import SecurityWatch, breaches_among
from auditor.assess.checks.site import site_defects
from auditor.assess.desk import desk_of
from auditor.assess.identity import infer
from auditor.assess.inventory import inventory
from auditor.assess.masking import without_ids
from auditor.assess.score import score
from auditor.assess.survey import count_frame, survey_site
from auditor.assess.verdict import verdict_on
from auditor.findings import Audit, FindingRule, PackUsed
from auditor.rules import Decide
from auditor.topics import BoundedMatcher

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditor.assess.checks.defects import Defect
    from auditor.facts import Coverage, Resource, Snapshot
    from auditor.findings import Identity, Verdict
    from auditor.rules import Rulebook, RulePack
    from auditor.topics import TopicMatcher


def assess(
    snapshot: Snapshot,
    rulebook: Rulebook,
    packs: tuple[str, ...],
    as_of: date,
    matcher: TopicMatcher,
    *,
    set_aside: tuple[tuple[str, str], ...] = (),
) -> Audit:
    """Judge a crawl as of a day.

    Args:
        snapshot: the crawl.
        rulebook: topics, packs and vocabulary.
        packs: ids of the packs to judge by.
        as_of: the day, in Asia/Bangkok.
        matcher: made of the rulebook's topics; it remembers labels, so one serves many audits.
        set_aside: requirement ids that the operator sets aside, each with the reason.

    Raises:
        KeyError: the rulebook has no pack of such an id.
    """
    chosen = tuple(_pack(rulebook, pack_id) for pack_id in packs)
    matcher = BoundedMatcher(matcher, _LABELS_OF_A_SITE + _LABELS_OF_A_PAGE * snapshot.coverage.pages)
    frame = count_frame(snapshot)
    start = next(iter(snapshot), None)
    identity = infer(snapshot.site, snapshot, frame.site_title())
    desk = desk_of(snapshot, rulebook, identity, as_of, frame)
    survey = survey_site(snapshot, frame, matcher, desk, _sitewide_detectors(chosen))
    coverage = _covered(snapshot.coverage, matcher)
    items = inventory(snapshot, frame, desk, matcher, _categories(chosen), as_of)
    look = Look(frame=frame, desk=desk, coverage=snapshot.coverage)
    told, items = item_findings(items, snapshot.site.id, as_of, look.title_of)
    defects = _defects(snapshot, look, start)
    verdicts: list[Verdict] = []
    for pack in chosen:
        case = Case(
            snapshot=snapshot,
            coverage=coverage,
            survey=survey,
            desk=desk,
            matcher=matcher,
            topics={topic.id: topic for topic in rulebook.topics},
            pack=pack,
            as_of=as_of,
            items=items,
            prose=_prose(pack, rulebook),
            breaches=breaches_among(defects),
        )
        verdicts += _judged(pack, case, identity, set_aside)
    return without_ids(
        Audit(
            site=snapshot.site,
            identity=identity,
            run=snapshot.run,
            as_of=as_of,
            auditor_version=__version__,
            packs=tuple(_used(pack) for pack in chosen),
            coverage=coverage,
            score=score(verdicts),
            verdicts=tuple(verdicts),
            findings=(*findings_of(defects, snapshot.site.id), *told, *outdated(verdicts, snapshot.site.id)),
            items=items,
            detectors=tuple(rule.value for rule in FindingRule if rule not in REGISTER_RULES),
        )
    )


def _judged(
    pack: RulePack, case: Case, identity: Identity, set_aside: tuple[tuple[str, str], ...]
) -> Iterator[Verdict]:
    """The verdicts in the order of the pack; what sums up the others is decided last."""
    in_turn = sorted(pack.requirements, key=lambda each: each.decide is Decide.FRESHNESS)
    made = {each.id: verdict_on(each, case, identity, set_aside) for each in in_turn}
    return (made[each.id] for each in pack.requirements)


_LABELS_OF_A_SITE, _LABELS_OF_A_PAGE = 20_000, 100
"""Distinct labels that are read: ten times what real sites show, and a bound for those that make them up."""


def _covered(coverage: Coverage, matcher: BoundedMatcher) -> Coverage:
    """What was looked at; where labels were left unread, nothing can be said not to be there."""
    if not matcher.exhausted:
        return coverage
    return replace(coverage, complete=False, shallow_read=0, limits=(*coverage.limits, "max-labels"))


def _pack(rulebook: Rulebook, pack_id: str) -> RulePack:
    found = next((pack for pack in rulebook.packs if pack.id == pack_id), None)
    if found is None:
        raise KeyError(pack_id)
    return found


def _used(pack: RulePack) -> PackUsed:
    return PackUsed(id=pack.id, version=pack.version, sha256=pack.sha256, title=pack.title)


def _sitewide_detectors(packs: tuple[RulePack, ...]) -> tuple[str, ...]:
    """The detectors that must look at every page."""
    names = (
        requirement.content[0].detector
        for pack in packs
        for requirement in pack.requirements
        if requirement.decide is Decide.SITEWIDE and requirement.content
    )
    return tuple(dict.fromkeys(names))


def _categories(packs: tuple[RulePack, ...]) -> dict[str, str]:
    """The category of the announcement in which each topic is first asked for."""
    found: dict[str, str] = {}
    for pack in packs:
        for requirement in pack.requirements:
            for topic in requirement.topics:
                found.setdefault(topic, requirement.category)
    return found


_PROSE = frozenset({"letters", "words", "chart-or-units", "persons", "person-with-position"})


def _prose(pack: RulePack, rulebook: Rulebook) -> frozenset[str]:
    """Topics that are answered by a text and nothing else: history, vision, mission, duties and their like."""
    papers = {topic.id for topic in rulebook.topics if topic.genres}
    return frozenset(
        requirement.topics[0]
        for requirement in pack.requirements
        if requirement.decide is Decide.CONTENT
        and requirement.freshness is None
        and requirement.topics[0] not in papers
        and all(condition.detector in _PROSE for condition in requirement.content)
    )


def _defects(snapshot: Snapshot, look: Look, start: Resource | None) -> tuple[Defect, ...]:
    """The defects of the site and of its resources, whatever the packs ask."""
    mixed, security = MixedContent(), SecurityWatch(snapshot.site, look.desk)
    for resource in snapshot:
        mixed.see(resource)
        security.see(resource)
    return (
        *site_defects(snapshot.site, snapshot.coverage, start),
        *mixed.defects(),
        *security.defects(),
        *resource_defects(snapshot, look),
    )
