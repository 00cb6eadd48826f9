"""The sites themselves: their truth is whole, their mutations apply, the comparison sees what differs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditor.findings import Evidence, EvidenceKind, Searched, Status, Verdict
from auditor.rules import Obligation, Text
from tests.sites.papers import Paper, pdf
from tests.sites.registry import HERE, OWN
from tests.sites.truth import Expected, Fault, judge, place, read_truth
from tests.sites.website import Answer

if TYPE_CHECKING:
    from tests.sites.mutation import Mutation
    from tests.sites.registry import KnownSite

REQUIREMENTS = [
    "1.1.history",
    "1.1.vision",
    "1.1.mission",
    "1.1.structure",
    "1.1.executives",
    "1.1.cio",
    "1.1.duties",
    "1.1.strategy",
    "1.1.action-plan",
    "1.1.projects-budget",
    "1.1.annual-report",
    "1.1.performance-agreement",
    "1.1.performance-report",
    "1.1.contact",
    "1.1.phone",
    "1.1.fax",
    "1.1.map",
    "1.1.email",
    "1.2.laws",
    "1.2.laws-source",
    "1.3.knowledge",
    "1.3.knowledge-source",
    "1.4.weblinks",
    "1.5.oia-7",
    "1.5.oia-9",
    "1.5.oia-committee",
    "1.5.gws",
    "1.6.manual",
    "1.6.manual-steps",
    "1.6.manual-durations",
    "1.6.manual-download",
    "1.7.guide",
    "1.7.guide-steps",
    "1.7.guide-durations",
    "1.7.guide-download",
    "1.7.forms",
    "1.8.news",
    "1.8.activities",
    "1.8.jobs",
    "1.8.procurement-notice",
    "1.8.procurement-result",
    "1.9.e-service",
    "1.10.statistics",
    "1.10.satisfaction-level",
    "1.10.satisfaction-survey",
    "2.1.webmaster-order",
    "2.2.current",
    "2.2.source",
    "2.2.period",
    "2.2.published",
    "2.2.file-type",
    "2.2.file-size",
    "2.2.request-form",
    "3.1.two-webmasters",
    "3.2.expired",
    "3.3.completeness",
    "3.4.computer-crime",
    "3.5.training",
    "3.announcement",
]
"""CONTRACT.md section 3."""
OWN_SITES = [pytest.param(site, id=site.name) for site in OWN]
OWN_MUTATIONS = [
    pytest.param(site, mutation, id=f"{site.name}: {mutation.name}") for site in OWN for mutation in site.mutations
]
BOTH = Text(th="ชื่อ", en="title")


def verdict(status: Status, *urls: str) -> Verdict:
    proofs = tuple(
        Evidence(
            url=url, kind=EvidenceKind.PAGE, quote="", matched="", score=1.0, trail=(), fetched_at=None, sha256=None
        )
        for url in urls
    )
    return Verdict(
        requirement="1.1.vision",
        pack="p",
        category="1.1",
        title=BOTH,
        obligation=Obligation.REQUIRED,
        weight=1.0,
        status=status,
        confidence=1.0,
        reasons=(),
        evidence=proofs,
        searched=Searched(),
        remedy=BOTH,
        citation="",
    )


@pytest.mark.parametrize("site", OWN_SITES)
def test_truth_speaks_of_every_requirement(site: KnownSite) -> None:
    assert [expected.requirement for expected in site.truth().requirements] == REQUIREMENTS


@pytest.mark.parametrize("site", OWN_SITES)
def test_evidence_of_the_truth_stands_on_the_site(site: KnownSite) -> None:
    addresses = {place(address) for address in site.website().answers}
    wanted = {
        place(address)
        for expected in site.truth().requirements
        for address in expected.where
        if not address.startswith("/viewform")  # of another host
    }
    assert wanted <= addresses


@pytest.mark.parametrize("site", OWN_SITES)
def test_every_page_can_be_sent_in_its_charset(site: KnownSite) -> None:
    website = site.website()
    assert all(answer.reply().body for answer in website.answers.values())


@pytest.mark.parametrize(("site", "mutation"), OWN_MUTATIONS)
def test_a_mutation_changes_the_site(site: KnownSite, mutation: Mutation) -> None:
    before = site.website()
    after = mutation.apply(before)
    assert after != before
    assert all(answer.reply() for answer in after.answers.values())


@pytest.mark.parametrize("site", OWN_SITES)
def test_a_third_of_the_mutations_change_no_verdict(site: KnownSite) -> None:
    truth = {expected.requirement: expected.statuses for expected in site.truth().requirements}
    idle = [
        mutation
        for mutation in site.mutations
        if all(truth[requirement] == statuses for requirement, statuses in mutation.changes.items())
    ]
    assert len(idle) * 3 >= len(site.mutations)


def test_truth_is_read_in_the_format_of_the_samples() -> None:
    truth = read_truth(HERE / "district" / "truth.json")
    assert truth.as_of == date(2024, 6, 15)
    assert truth.must[0].rule == "document.scanned"


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        pytest.param(verdict(Status.PASS, "http://a/vision?b=2&a=1"), None, id="right, at the right place"),
        pytest.param(verdict(Status.PASS, "http://a/news"), Fault.WRONG_EVIDENCE, id="right, at a wrong place"),
        pytest.param(verdict(Status.PASS), Fault.WRONG_EVIDENCE, id="right, without evidence"),
        pytest.param(verdict(Status.FAIL), Fault.WRONG_FAIL, id="wrong fail"),
        pytest.param(verdict(Status.REVIEW, "http://a/vision"), Fault.NEEDLESS_REVIEW, id="needless review"),
        pytest.param(verdict(Status.UNVERIFIABLE), Fault.WRONG_STATUS, id="wrong status"),
        pytest.param(None, Fault.NOT_JUDGED, id="no verdict"),
    ],
)
def test_a_verdict_is_compared_with_the_truth(given: Verdict | None, fault: Fault | None) -> None:
    expected = Expected(requirement="1.1.vision", statuses=frozenset({Status.PASS}), where=("/vision?a=1&b=2",))
    miss = judge(expected, given)
    assert (miss and miss.fault) == fault


def test_the_same_paper_gives_the_same_bytes() -> None:
    paper = Paper(("# บันทึกข้อความ", "|ลำดับ|รายการ|"))
    pdf.cache_clear()
    first = pdf(paper)
    pdf.cache_clear()
    assert pdf(paper) == first


def test_an_edit_of_words_that_are_not_there_is_a_mistake() -> None:
    site = OWN[0].website().with_answer("/x", Answer(body="ก"))
    with pytest.raises(AssertionError, match="does not hold"):
        site.edited("/x", "ข", "ค")
