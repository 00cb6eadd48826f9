"""The bundled example is served whole, and is audited to the faults that were built into it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from urllib.parse import urljoin

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from auditor.demo import AS_OF, FOLDER, serve
from auditor.facts import Site
from auditor.findings import Status
from auditor.pipeline import audit_site
from tests.sites.auditing import PACK, SETTINGS, rulebook

FAULTS = {
    "1.1.cio": Status.FAIL,
    "1.1.fax": Status.FAIL,
    "1.1.action-plan": Status.PARTIAL,  # last year's
    "1.1.annual-report": Status.REVIEW,  # a scan
    "1.1.performance-agreement": Status.FAIL,
    "1.7.guide": Status.FAIL,  # under construction
    "1.8.jobs": Status.FAIL,  # a broken menu entry
    "3.announcement": Status.FAIL,  # a memo in its place
}
VIRTUES = ("1.1.history", "1.1.vision", "1.1.mission", "1.1.duties", "1.1.contact", "1.1.phone", "1.6.manual")
FINDINGS = ("document.scanned", "link.broken", "page.under-construction")
BROKEN = ("jobs.html", "files/tor-2567.pdf")


def test_the_start_page_is_served_in_thai() -> None:
    with serve() as url:
        answer = httpx.get(url, trust_env=False)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "สำนักงานสาธารณสุขอำเภอริมธาร" in answer.text


@pytest.mark.parametrize(
    "path", ["nothing.html", "files", "files/", "../demo.py", "%2e%2e/demo.py", "//etc/passwd", *BROKEN]
)
def test_nothing_but_the_examples_files_is_served(path: str) -> None:
    with serve() as url:
        answer = httpx.get(url + path, trust_env=False)
    assert answer.status_code == 404
    assert "ไม่พบหน้าที่ท่านต้องการ" in answer.text


def test_a_head_request_has_no_body() -> None:
    with serve() as url:
        answer = httpx.head(f"{url}files/manual.pdf", trust_env=False)
    assert (answer.status_code, answer.headers["Content-Type"], answer.content) == (200, "application/pdf", b"")


def test_every_page_is_reachable_and_only_two_links_are_broken() -> None:
    pages = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.html")}
    links = {
        urljoin("/", node.attributes["href"] or "").lstrip("/") or "index.html"
        for page in pages.values()
        for node in LexborHTMLParser(page).css("a[href]")
        if not (node.attributes["href"] or "").startswith(("http", "mailto:"))
    }
    assert pages.keys() - links == {"not-found.html"}
    assert {link for link in links if not (FOLDER / link).exists()} == set(BROKEN)


def test_the_example_leads_nowhere_outside() -> None:
    hosts = {
        node.attributes["href"] or ""
        for file in FOLDER.glob("*.html")
        for node in LexborHTMLParser(file.read_text(encoding="utf-8")).css("a[href^=http]")
    }
    assert hosts
    assert all(host.endswith(".invalid/") for host in hosts)


def test_the_audit_finds_the_faults_that_were_built_in() -> None:
    with serve() as url:
        site = Site(id="demo", url=url, host="127.0.0.1")
        settings = replace(SETTINGS, check_external_links=True)
        audit = asyncio.run(audit_site(site, settings, rulebook(), (PACK,), AS_OF))
    statuses = {verdict.requirement: verdict.status for verdict in audit.verdicts}
    assert {requirement: statuses[requirement] for requirement in FAULTS} == FAULTS
    assert {requirement: statuses[requirement] for requirement in VIRTUES} == dict.fromkeys(VIRTUES, Status.PASS)
    assert {finding.rule for finding in audit.findings} >= set(FINDINGS)
    assert audit.coverage.complete
