"""A store with the nights of many agencies, made without a crawl: some well, some down, some cut short, some old."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from auditor.assess.changes import with_past
from auditor.assess.score import score
from auditor.facts import Coverage, RobotsState, Run, Site
from auditor.findings import (
    Audit,
    Finding,
    FindingRule,
    Identity,
    PackUsed,
    Reason,
    ReasonCode,
    Searched,
    Severity,
    Status,
    Verdict,
    Where,
)
from auditor.report.messages import BANGKOK
from auditor.rulebook import load_rulebook
from auditor.store.audits import RuleTexts
from auditor.store.runs import Told

if TYPE_CHECKING:
    from auditor.rules import Requirement, Rulebook
    from auditor.store import Store

NOW = datetime(2024, 6, 15, 3, tzinfo=UTC)
"""The morning after the last night."""

DISTRICTS = ("บึงแก้วงาม", "เมืองทุ่งทอง", "หนองบัวเงิน", "ดอนมะม่วง")
WELL, DOWN, OLD, CUT, OPEN, CAPPED, NEVER = "well", "down", "old", "cut", "open", "capped", "never"
FATES = (WELL, WELL, DOWN, WELL, OLD, WELL, CUT, OPEN, WELL, CAPPED, WELL, NEVER)
"""How the nights of an agency go, by its number; those after them go well."""

UNREACHABLE = Reason(code=ReasonCode.SITE_UNREACHABLE, params=(("why", "timeout"),))
_STATUSES = (Status.PASS, Status.PASS, Status.PARTIAL, Status.FAIL, Status.REVIEW, Status.PASS)


@cache
def rules() -> Rulebook:
    return load_rulebook()


def fate_of(number: int) -> str:
    return FATES[number] if number < len(FATES) else WELL


def site_id(number: int) -> str:
    return f"agency-{number:02}"


def told(number: int) -> str:
    """The `[[site]]` of an agency; the tenth has no name of its own."""
    name = "" if number == 10 else f'name = "สำนักงานสาธารณสุขอำเภอที่ {number + 1}"\n'
    return (
        f'[[site]]\nid = "{site_id(number)}"\nurl = "https://www.{site_id(number)}.example.go.th/"\n{name}'
        f'unit_type = "{"รพ." if number % 4 == 3 else "สสอ."}"\nprovince = "{"ร้อยเอ็ด" if number % 3 else "ขอนแก่น"}"\n'
        f'district = "{DISTRICTS[number % len(DISTRICTS)]}"\ntags = ["{"นำร่อง" if number % 2 else "เครือข่าย"}", "เขต 7"]\n'
    )


def fill(store: Store, agencies: int, nights: int, *, now: datetime = NOW) -> None:
    """Keep the nights of so many agencies, the last of which ended before `now`."""
    for number in range(agencies):
        for night in range(nights):
            keep(store, number, night, now - timedelta(days=nights - 1 - night, hours=7, minutes=number % 60))


def keep(store: Store, number: int, night: int, at: datetime) -> None:
    """Keep one night of an agency, counted from the first, as its fate wants it; the sixth is the last."""
    fate, last = fate_of(number), night == 5
    if fate == NEVER:
        return
    at = at - timedelta(days=20) if fate == OLD else at
    day, name = at.astimezone(BANGKOK).date(), site_id(number)
    site = Site(id=name, url=f"https://www.{name}.example.go.th/", host=f"www.{name}.example.go.th")
    run = store.begin(f"{at:%Y%m%d-%H%M%S}-{name}", Told(site=site, config=()), day, at)
    if fate == OPEN and last:
        return
    coverage = _coverage(fate, last=last)
    run = store.recorder(run).finish(at + timedelta(minutes=4), coverage)
    judged = tuple(_verdict(asked, number, night, coverage) for asked in rules().packs[0].requirements)
    audit = Audit(
        site=site,
        identity=Identity(name=f"สำนักงานสาธารณสุขอำเภอจำลองที่ {number + 1}", unit_type="สสอ.", province="ร้อยเอ็ด"),
        run=Run(id=run.id, started_at=at, finished_at=at + timedelta(minutes=4)),
        as_of=day,
        auditor_version="0.1.0",
        packs=(_pack(),),
        coverage=coverage,
        score=score(judged),
        verdicts=judged,
        findings=tuple(_findings(name, number, night)) if coverage.pages else (),
        detectors=tuple(FindingRule),
    )
    audit = with_past(audit, store.past(name, at), store.snapshot(run))
    store.save(run, audit, RuleTexts(files=()), published=True)


def _pack() -> PackUsed:
    pack = rules().packs[0]
    return PackUsed(id=pack.id, version=pack.version, sha256=pack.sha256, title=pack.title)


def _coverage(fate: str, *, last: bool) -> Coverage:
    whole = Coverage(pages=120, documents=30, complete=True, robots=RobotsState.PARSED, shallow_known=60, shallow_read=60)
    if fate == DOWN and last:
        return Coverage(complete=False, limits=("host-down",), shallow_known=1)
    if fate == CUT:
        return replace(whole, complete=False, limits=("max-seconds",), shallow_read=20)
    if fate == CAPPED and last:
        return replace(whole, complete=False, limits=("max-pages",))
    return whole


def _verdict(asked: Requirement, number: int, night: int, coverage: Coverage) -> Verdict:
    status = _status(asked.id, number, night) if coverage.pages else Status.UNVERIFIABLE
    return Verdict(
        requirement=asked.id,
        pack=rules().packs[0].id,
        category=asked.category,
        title=asked.title,
        obligation=asked.obligation,
        weight=asked.weight,
        status=status,
        confidence=0.9,
        reasons=() if coverage.pages else (UNREACHABLE,),
        evidence=(),
        searched=Searched(),
        remedy=asked.remedy,
        citation=asked.citation,
    )


def _status(requirement: str, number: int, night: int) -> Status:
    """Better from night to night, worse from agency to agency, and for some requirements with everybody."""
    weight = sum(map(ord, requirement)) * 7 + number * 13
    if requirement in {"3.4.computer-crime", "1.5.gws"}:
        return Status.UNVERIFIABLE
    if requirement == "2.2.request-form":
        return Status.FAIL
    if weight % 12 < number % 12:
        return Status.FAIL if night < weight % 9 else Status.PARTIAL
    return _STATUSES[(weight + night // 2) % len(_STATUSES)]


def _findings(site: str, number: int, night: int) -> list[Finding]:
    """Broken links, one fewer each night, and documents without a text layer, one more."""
    home = f"https://www.{site}.example.go.th/"
    rules_of = [FindingRule.LINK_BROKEN] * max(0, 8 - night) + [FindingRule.DOCUMENT_SCANNED] * (night + number % 3)
    return [
        Finding(
            id=f"{site}-{rule}-{place}",
            rule=rule,
            severity=Severity.MINOR,
            url=f"{home}{rule}/{place}",
            where=Where(page=home, label=f"เอกสาร {place}"),
            params=(("status", 404),) if rule is FindingRule.LINK_BROKEN else (),
        )
        for place, rule in enumerate(rules_of)
    ]
