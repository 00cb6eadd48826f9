"""A store with the nights of many agencies, made without a crawl: some well, some down, some cut short, some old."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from auditor.assess.changes import with_past
from auditor.assess.nights import agency_of, chronicle_of
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
from auditor.portfolio import Agency, Chronicle, NightLine, Places, Portfolio, Profile
from auditor.report.messages import BANGKOK
from auditor.rulebook import load_rulebook
from auditor.store.audits import RuleTexts
from auditor.store.runs import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    profile = profile_of(number)
    tags = ", ".join(f'"{tag}"' for tag in profile.tags)
    name = f'name = "{profile.name}"\n' if profile.name else ""
    return (
        f'[[site]]\nid = "{profile.id}"\nurl = "{profile.url}"\n{name}unit_type = "{profile.unit_type}"\n'
        f'province = "{profile.province}"\ndistrict = "{profile.district}"\ntags = [{tags}]\n'
    )


def profile_of(number: int) -> Profile:
    """The same as a record."""
    return Profile(
        id=site_id(number),
        url=f"https://www.{site_id(number)}.example.go.th/",
        name=None if number == 10 else f"สำนักงานสาธารณสุขอำเภอที่ {number + 1}",
        unit_type="รพ." if number % 4 == 3 else "สสอ.",
        province="ร้อยเอ็ด" if number % 3 else "ขอนแก่น",
        district=DISTRICTS[number % len(DISTRICTS)],
        tags=("นำร่อง" if number % 2 else "เครือข่าย", "เขต 7"),
    )


def nights_of(number: int, nights: int, now: datetime) -> Iterator[tuple[int, datetime]]:
    """The nights of an agency, counted from the first, with their beginnings; the last ended before `now`."""
    fate = fate_of(number)
    for night in range(0 if fate == NEVER else nights):
        days = nights - 1 - night + (20 if fate == OLD else 0)
        yield night, now - timedelta(days=days, hours=7, minutes=number % 60)


def portfolio(agencies: int, nights: int = 6, *, now: datetime = NOW) -> Portfolio:
    """The agencies without a store."""
    return Portfolio(
        made_at=now,
        stale_days=7,
        most_nights=30,
        agencies=tuple(_agency(number, nights, now) for number in range(agencies)),
        elsewhere=1,
    )


def chronicle(number: int, nights: int = 6, *, now: datetime = NOW) -> Chronicle:
    """The nights of one of them; what they found is not compared."""
    lines, audits = _told(number, nights, now)
    return chronicle_of(profile_of(number), lines, audits.values(), cut=False)


def _agency(number: int, nights: int, now: datetime) -> Agency:
    lines, audits = _told(number, nights, now)
    folder = site_id(number)
    places = Places(newest=f"{folder}/latest/report.html", history=f"{folder}/history.html") if lines else Places()
    return replace(agency_of(profile_of(number), lines, audits.__getitem__), places=places)


def _told(number: int, nights: int, now: datetime) -> tuple[list[NightLine], dict[str, Audit]]:
    lines: list[NightLine] = []
    audits: dict[str, Audit] = {}
    for night, at in nights_of(number, nights, now):
        last = night == nights - 1
        coverage = _coverage(fate_of(number), last=last)
        audit = audit_of(number, night, at, coverage)
        judged = not (fate_of(number) == OPEN and last)
        lines.insert(
            0,
            NightLine(
                run=audit.run.id,
                started_at=at,
                judged=judged,
                percent=audit.score.percent if judged else None,
                complete=coverage.complete and judged,
                coverage=coverage,
            ),
        )
        audits[audit.run.id] = audit
    return lines, audits


def fill(store: Store, agencies: int, nights: int = 6, *, now: datetime = NOW) -> None:
    """Keep the nights of so many agencies."""
    for number in range(agencies):
        for night, at in nights_of(number, nights, now):
            _keep(store, number, (night, at), last=night == nights - 1)


def _keep(store: Store, number: int, night: tuple[int, datetime], *, last: bool) -> None:
    coverage = _coverage(fate_of(number), last=last)
    audit = audit_of(number, *night, coverage)
    run = store.begin(audit.run.id, Told(site=audit.site, config=()), audit.as_of, audit.run.started_at)
    if fate_of(number) == OPEN and last:
        return
    run = store.recorder(run).finish(audit.run.finished_at, coverage)
    audit = with_past(audit, store.past(run), store.snapshot(run))
    store.save(run, audit, RuleTexts(files=()), published=True)


def audit_of(number: int, night: int, at: datetime, coverage: Coverage) -> Audit:
    """What was found in a night."""
    name = site_id(number)
    judged = tuple(_verdict(asked, number, night, coverage) for asked in rules().packs[0].requirements)
    return Audit(
        site=Site(id=name, url=f"https://www.{name}.example.go.th/", host=f"www.{name}.example.go.th"),
        identity=Identity(name=f"สำนักงานสาธารณสุขอำเภอจำลองที่ {number + 1}", unit_type="สสอ.", province="ร้อยเอ็ด"),
        run=Run(id=f"{at:%Y%m%d-%H%M%S}-{name}", started_at=at, finished_at=at + timedelta(minutes=4)),
        as_of=at.astimezone(BANGKOK).date(),
        auditor_version="0.1.0",
        packs=(_pack(),),
        coverage=coverage,
        score=score(judged),
        verdicts=judged,
        findings=tuple(_findings(name, number, night)) if coverage.pages else (),
        detectors=tuple(FindingRule),
    )


def _pack() -> PackUsed:
    pack = rules().packs[0]
    return PackUsed(id=pack.id, version=pack.version, sha256=pack.sha256, title=pack.title)


def _coverage(fate: str, *, last: bool) -> Coverage:
    whole = Coverage(pages=120, complete=True, robots=RobotsState.PARSED, shallow_known=60, shallow_read=60)
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
