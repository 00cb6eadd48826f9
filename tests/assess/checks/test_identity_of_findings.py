"""The id of a finding is stable over audits, and other for two equal hits (CONTRACT.md 2, findings[])."""

from __future__ import annotations

from auditor.assess.checks.defects import Defect, findings_of
from auditor.findings import FindingRule
from tests.assess.building import HOST, answering, document, judge, site

BROKEN, EMPTY = FindingRule.LINK_BROKEN, FindingRule.PAGE_EMPTY


def ids(*defects: Defect, where: str = "site") -> list[str]:
    return [finding.id for finding in findings_of(defects, where)]


def at(url: str, rule: FindingRule = BROKEN) -> Defect:
    return Defect(rule=rule, url=url)


def test_an_id_does_not_change_with_what_else_is_found() -> None:
    (alone,) = ids(at("https://a.go.th/x"))
    assert alone == ids(at("https://a.go.th/before"), at("https://a.go.th/x"))[1]


def test_an_id_does_not_change_with_scheme_or_www() -> None:
    spellings = ("https://a.go.th/x", "http://a.go.th/x", "https://www.a.go.th/x", "http://www.a.go.th:80/x#top")
    assert len({ids(at(url))[0] for url in spellings}) == 1


def test_ids_differ_by_rule_address_and_site() -> None:
    made = [
        *ids(at("https://a.go.th/x")),
        *ids(at("https://a.go.th/y")),
        *ids(at("https://a.go.th/x", EMPTY)),
        *ids(at("https://a.go.th/x"), where="other"),
    ]
    assert len(set(made)) == 4


def test_two_equal_hits_have_two_ids_that_are_the_same_again_next_time() -> None:
    twice = ids(at("https://a.go.th/x"), at("https://a.go.th/x"))
    assert len(set(twice)) == 2
    assert twice == ids(at("https://a.go.th/x"), at("https://a.go.th/x"))


def test_the_ids_of_an_audit_do_not_depend_on_the_order_of_the_crawl() -> None:
    faults = (answering("/a", 404), answering("/b", 410), document("/c.pdf", ""))
    forwards = {(one.url, one.rule): one.id for one in judge(site(*faults)).findings}
    backwards = {(one.url, one.rule): one.id for one in judge(site(*reversed(faults))).findings}
    assert forwards == backwards
    assert {url for url, _ in forwards} == {HOST + "/a", HOST + "/b", HOST + "/c.pdf"}


def test_no_two_findings_of_an_audit_share_an_id() -> None:
    faults = [answering(f"/{n}", 404) for n in range(20)]
    found = judge(site(*faults)).findings
    assert len({one.id for one in found}) == len(found) == 20
