"""Whole sites through the whole product: every requirement is judged as a careful assessor would judge it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from tests.sites import shortfalls
from tests.sites.auditing import audit
from tests.sites.figures import STATUS_FAULTS, accuracy, trial
from tests.sites.registry import OWN, SITES
from tests.sites.test_truth import REQUIREMENTS
from tests.sites.truth import Fault, compare, judge, table

if TYPE_CHECKING:
    from auditor.findings import Audit, Verdict
    from tests.sites.figures import Trial
    from tests.sites.mutation import Mutation
    from tests.sites.registry import KnownSite


def _marks(why: str | None) -> tuple[pytest.MarkDecorator, ...]:
    return () if why is None else (pytest.mark.xfail(reason=why, strict=True),)


PER_REQUIREMENT = [
    pytest.param(
        name,
        requirement,
        id=f"{name} {requirement}",
        marks=_marks(shortfalls.REQUIREMENTS.get((name, requirement))),
    )
    for name in SITES
    for requirement in REQUIREMENTS
]
MUTATIONS = [
    pytest.param(
        site,
        mutation,
        id=f"{site.name}: {mutation.name}",
        marks=_marks(shortfalls.MUTATIONS.get((site.name, mutation.name))),
    )
    for site in OWN
    for mutation in site.mutations
]


TRIED: list[Trial] = []
"""Every change that was tried in this run."""


@lru_cache(maxsize=len(SITES))
def audited(name: str) -> Audit:
    """The audit of a site as it stands, made once."""
    site = SITES[name]
    return audit(site.website(), site.truth().as_of)


@lru_cache(maxsize=len(SITES))
def verdicts(name: str) -> dict[str, Verdict]:
    return {verdict.requirement: verdict for verdict in audited(name).verdicts}


@pytest.mark.parametrize(("name", "requirement"), PER_REQUIREMENT)
def test_a_requirement_is_judged_as_a_careful_assessor_would(name: str, requirement: str) -> None:
    truth = {expected.requirement: expected for expected in SITES[name].truth().requirements}
    if requirement not in truth:
        pytest.skip("the sample's truth does not speak of it")
    miss = judge(truth[requirement], verdicts(name).get(requirement))
    assert miss is None, f"{miss.fault}: {miss.got}, right is {miss.expected}; {miss.note}"


@pytest.mark.parametrize("name", SITES)
def test_a_sites_findings_are_those_of_the_truth(name: str) -> None:
    misses = [
        miss
        for miss in compare(audited(name), SITES[name].truth())
        if miss.fault in {Fault.FINDING_MISSING, Fault.FINDING_WRONG}
    ]
    assert not misses, "\n" + table(misses)


@pytest.mark.parametrize("name", SITES)
def test_a_site_is_seen_whole(name: str) -> None:
    assert audited(name).coverage.complete


@pytest.mark.parametrize(("site", "mutation"), MUTATIONS)
def test_a_change_touches_no_verdict_but_those_it_should(site: KnownSite, mutation: Mutation) -> None:
    truth = site.truth().changed(mutation.changes, mutation.findings)
    changed = audit(mutation.apply(site.website()), truth.as_of)
    TRIED.append(trial(site.name, mutation.name, changed, truth, mutation.changes))
    misses = compare(changed, truth)
    assert not misses, "\n" + table(misses)


def test_the_promised_accuracy_is_kept() -> None:
    """The floors of docs/ACCURACY.md; runs after the changes were tried."""
    if len(TRIED) < len(MUTATIONS):
        pytest.skip(f"only {len(TRIED)} of {len(MUTATIONS)} changes were tried in this run")
    still = [trial(name, "", audited(name), site.truth(), {}) for name, site in SITES.items()]
    figures = accuracy([*still, *TRIED])
    wrong = sum(figures.faults[fault] for fault in STATUS_FAULTS)
    assert figures.faults[Fault.WRONG_PASS] == 0
    assert figures.faults[Fault.WRONG_FAIL] <= 0.01 * figures.verdicts
    assert figures.reviews <= 0.06 * figures.verdicts
    assert wrong <= 0.01 * figures.verdicts
    assert figures.changes_seen >= 0.97
    assert figures.false_alarms <= 0.01
    assert figures.sure_right >= 0.98


def test_every_shortfall_is_one_of_a_known_site() -> None:
    assert set(shortfalls.REQUIREMENTS) <= {(name, requirement) for name in SITES for requirement in REQUIREMENTS}
    assert set(shortfalls.MUTATIONS) <= {(site.name, mutation.name) for site in OWN for mutation in site.mutations}
