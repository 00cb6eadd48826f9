"""A made-up audit with every status, reason and finding, as the reports must be able to show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from auditor.facts import Coverage, RobotsState, Run, Site, SkipWhy, Step, TrapCut
from auditor.findings import (
    Audit,
    Carried,
    Changes,
    Evidence,
    EvidenceKind,
    Finding,
    FindingRule,
    HumanReview,
    Identity,
    NearMiss,
    PackUsed,
    Params,
    Reason,
    ReasonCode,
    Score,
    Searched,
    Severity,
    Status,
    StatusChange,
    Verdict,
    Waiver,
    Where,
)
from auditor.items import (
    DateFrom,
    FileSize,
    FileType,
    Item,
    ItemField,
    ItemKind,
    ItemPeriod,
    Published,
    Source,
)
from auditor.register import (
    Difference,
    DifferentField,
    EntryResult,
    EntryStatus,
    Likely,
    Reconciliation,
    RegisterEntry,
    Standing,
    Unchecked,
    Unregistered,
)
from auditor.rules import Category, Decide, Obligation, Requirement, Rulebook, RulePack, Text, Vocabulary

HOME = "https://www.bungkaeo.example.go.th/"
AT = datetime(2024, 6, 15, 2, 14, 7, tzinfo=UTC)
PACK = "moph-web-2567"

REASON_PARAMS: dict[ReasonCode, Params] = {
    ReasonCode.FOUND_PAGE: (("title", "วิสัยทัศน์ พันธกิจ"), ("path", "เกี่ยวกับหน่วยงาน › วิสัยทัศน์")),
    ReasonCode.FOUND_SECTION: (("heading", "พันธกิจ"), ("title", "วิสัยทัศน์ พันธกิจ")),
    ReasonCode.FOUND_DOCUMENT: (("title", "แผนปฏิบัติราชการ 2567.pdf"), ("page", 3), ("leaf", "page")),
    ReasonCode.FOUND_LISTING: (("title", "ข่าวประชาสัมพันธ์"), ("entries", 1234), ("newest", "2024-06-10")),
    ReasonCode.FOUND_WIDGET: (("what", "counter"),),
    ReasonCode.FOUND_PART: (("what", "phone"), ("count", 2)),
    ReasonCode.FOUND_ALT_TEXT: (("alt", "ผังโครงสร้างสำนักงานสาธารณสุขอำเภอ"),),
    ReasonCode.VARIANT_LABEL: (("label", "รู้จักเรา"),),
    ReasonCode.NONE_STATED: (("quote", "ไม่มีประกาศรับสมัครงานในขณะนี้"),),
    ReasonCode.ZERO_REPORT: (("quote", "เดือนพฤษภาคม 2567 ไม่มีการจัดซื้อจัดจ้าง"),),
    ReasonCode.CURRENT_PERIOD: (("period", "ปีงบประมาณ พ.ศ. 2567"),),
    ReasonCode.FIELD_SHOWN: (("what", "file-type"), ("have", 67), ("of", 68), ("percent", 98)),
    ReasonCode.FIELD_LACKING: (("what", "source"), ("have", 30), ("of", 68), ("percent", 44)),
    ReasonCode.LIST_LACKS: (
        ("what", "source"),
        ("list", "ประกาศจัดซื้อจัดจ้าง"),
        ("url", f"{HOME}procurement"),
        ("count", 25),
        ("of", 25),
        ("titles", "“ประกาศประกวดราคา”, “ประกาศราคากลาง”"),
    ),
    ReasonCode.ITEMS_EXPIRED: (("count", 2), ("of", 5)),
    ReasonCode.ITEM_PAST: (("title", "รับสมัครพนักงานขับรถยนต์"), ("url", f"{HOME}jobs/7"), ("day", "2024-05-31")),
    ReasonCode.NONE_EXPIRED: (("of", 5),),
    ReasonCode.NO_ITEMS: (("pages", 143), ("documents", 0)),
    ReasonCode.WRONG_YEAR: (("found", 2566), ("wanted", 2567)),
    ReasonCode.UNDATED: (("wanted", 2567),),
    ReasonCode.STAMP_BY_SCRIPT: (("quote", "ปรับปรุงล่าสุด 15 มิถุนายน 2567"), ("pages", 40), ("day", "2024-06-15")),
    ReasonCode.AGES_OF_CATEGORY: (("category", "1.8"), ("count", 34), ("newest", "2024-06-10"), ("median", 120)),
    ReasonCode.NONE_THIS_YEAR: (("category", "1.8"), ("newest", "2023-06-10"), ("year", "2567")),
    ReasonCode.NEWEST_OF_LIST: (
        ("list", "ข่าวประชาสัมพันธ์"),
        ("url", f"{HOME}news"),
        ("count", 34),
        ("newest", "2024-06-10"),
    ),
    ReasonCode.ROUNDS_MISSING: (("missing", "2023-12 2024-01"), ("newest", "2024-04")),
    ReasonCode.STALE: (("newest", "2024-01-02"), ("age", 165), ("allowed", 90)),
    ReasonCode.PART_MISSING: (("what", "durations"), ("found", 2), ("wanted", 5)),
    ReasonCode.LINKS_BROKEN: (("broken", 7), ("tried", 9)),
    ReasonCode.EXTERNAL_ONLY: (("host", "www.facebook.com"),),
    ReasonCode.NOT_FOUND: (("pages", 143), ("documents", 38)),
    ReasonCode.IF_ANY_ABSENT: (("pages", 143), ("documents", 38)),
    ReasonCode.TARGET_MISSING: (("label", "ทำเนียบผู้บริหาร"), ("status", 404)),
    ReasonCode.SOFT_404: (("label", "รายงานประจำปี"),),
    ReasonCode.EMPTY: (("label", "อำนาจหน้าที่"),),
    ReasonCode.UNDER_CONSTRUCTION: (("quote", "หน้านี้อยู่ระหว่างปรับปรุง"),),
    ReasonCode.NO_DATA: (("quote", "ไม่พบข้อมูล"),),
    ReasonCode.MEMO_ONLY: (("title", "บันทึกข้อความขออนุมัติแผน"),),
    ReasonCode.REQUEST_FORM_ONLY: (("title", "แบบฟอร์มการขอเผยแพร่ข้อมูล"),),
    ReasonCode.OTHER_AGENCY: (("name", "โรงพยาบาลบึงแก้ว"),),
    ReasonCode.NEWS_ONLY: (("title", "ประชุมจัดทำแผนปฏิบัติราชการ"),),
    ReasonCode.NOT_THE_THING: (("label", "แผนปฏิบัติราชการ"), ("head", "คำสั่งแต่งตั้งคณะทำงาน")),
    ReasonCode.DEAD_LABEL: (("label", "คู่มือประชาชน"),),
    ReasonCode.PARENT_NOT_MET: (("requirement", "1.6.manual"),),
    ReasonCode.BREACH_SEEN: (("count", 4),),
    ReasonCode.BREACH_SUSPECTED: (("count", 2),),
    ReasonCode.NO_TEXT: (("title", "คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์.pdf"),),
    ReasonCode.POSTER: (("label", "โครงสร้าง.jpg"),),
    ReasonCode.ENCRYPTED: (("title", "แผนงบประมาณ.pdf"),),
    ReasonCode.DAMAGED: (("title", "แผนงบประมาณ.pdf"),),
    ReasonCode.OCR_TEXT: (("title", "คำสั่ง.pdf"), ("quote", "แต่งตั้งผู้ดูแลเว็บไซต์ของหน่วยงาน")),
    ReasonCode.GARBLED_TEXT: (("title", "แผนงบประมาณ.pdf"),),
    ReasonCode.UNSUPPORTED: (("title", "แผนงบประมาณ"), ("kind", "rar")),
    ReasonCode.FUZZY_LABEL: (("label", "วิสัยทัศท์"), ("phrase", "วิสัยทัศน์")),
    ReasonCode.AMBIGUOUS: (("count", 3),),
    ReasonCode.ON_SHARED_DRIVE: (("host", "drive.google.com"), ("label", "แผนปฏิบัติราชการ")),
    ReasonCode.BLOCKED: (("status", 403), ("label", "งบประมาณ")),
    ReasonCode.NEEDS_LOGIN: (("label", "งบประมาณ"),),
    ReasonCode.SERVER_ERROR: (("status", 503), ("label", "งบประมาณ")),
    ReasonCode.UNREACHABLE: (("why", "timeout"), ("label", "งบประมาณ")),
    ReasonCode.ROBOTS: (("label", "งบประมาณ"),),
    ReasonCode.NEEDS_SCRIPT: (("label", "งบประมาณ"),),
    ReasonCode.LIMIT_REACHED: (("limit", "max-pages"), ("label", "งบประมาณ")),
    ReasonCode.COVERAGE_INCOMPLETE: (("read", 12), ("known", 40)),
    ReasonCode.SITE_UNREACHABLE: (("why", "dns"),),
    ReasonCode.PACK_NOT_LOADED: (("pack", "gws-2.0"),),
    ReasonCode.NO_BREACH_SEEN: (),
    ReasonCode.SWITCHED_OFF: (("reason", "ใช้หมายเลขโทรสารร่วมกับ สสจ."),),
    ReasonCode.NOT_FOR_UNIT: (("unit_type", "รพ.สต."),),
    ReasonCode.UNVERIFIED_TLS: (),
    ReasonCode.IDENTITY_UNDECIDED: (),
    ReasonCode.WEBMASTERS_DIFFER: (("order", "มานี รักเรียน"), ("configured", "ชูใจ เลิศล้ำ")),
    ReasonCode.REVIEW_EXPIRED: (("expires", "2024-05-31"),),
    ReasonCode.REVIEW_EVIDENCE_CHANGED: (("at", "2024-03-01"),),
    ReasonCode.WAIVER_EXPIRED: (("expires", "2024-05-31"),),
}
"""A reason of each code, with the parameters that its comment in `findings.ReasonCode` names."""

CATEGORIES = (
    Category(id="1.1", title=Text(th="ข้อมูลหน่วยงาน (General Information)", en="General information")),
    Category(id="1.2", title=Text(th="กฎหมาย ระเบียบ ข้อบังคับที่เกี่ยวข้องกับหน่วยงาน", en="Laws and regulations")),
    Category(id="1.6", title=Text(th="คู่มือมาตรฐานการปฏิบัติงานของหน่วยงาน", en="Operating manual")),
    Category(id="1.8", title=Text(th="ข่าวประชาสัมพันธ์ (Public Relations)", en="Public relations")),
    Category(id="1.9", title=Text(th="ระบบงานให้บริการในรูปแบบอิเล็กทรอนิกส์ (e-Service)", en="e-Service")),
    Category(id="1.10", title=Text(th="สถิติและความพึงพอใจ", en="Statistics and satisfaction")),
    Category(id="2", title=Text(th="วิธีการ ขั้นตอนการเผยแพร่ข้อมูล", en="Publication procedure")),
    Category(id="3", title=Text(th="กลไกการตรวจสอบและกำกับติดตาม", en="Monitoring")),
)

S, C, B = Status, ReasonCode, Obligation
ROWS: tuple[tuple[str, str, str, Obligation, Status, tuple[ReasonCode, ...]], ...] = (
    ("1.1.history", "ประวัติความเป็นมา", "History", B.REQUIRED, S.PASS, (C.FOUND_PAGE, C.VARIANT_LABEL)),
    ("1.1.vision", "วิสัยทัศน์", "Vision", B.REQUIRED, S.PASS, (C.FOUND_SECTION,)),
    ("1.1.mission", "พันธกิจ", "Mission", B.REQUIRED, S.PASS, (C.FOUND_SECTION,)),
    ("1.1.structure", "โครงสร้างหน่วยงาน", "Structure", B.REQUIRED, S.REVIEW, (C.POSTER, C.FOUND_ALT_TEXT)),
    ("1.1.executives", "ทำเนียบผู้บริหาร", "Executives", B.REQUIRED, S.FAIL, (C.TARGET_MISSING, C.SOFT_404)),
    (
        "1.1.cio",
        "ข้อมูลผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO)",
        "Chief information officer (CIO)",
        B.REQUIRED,
        S.FAIL,
        (C.NOT_FOUND, C.DEAD_LABEL),
    ),
    ("1.1.duties", "อำนาจหน้าที่", "Duties and powers", B.REQUIRED, S.FAIL, (C.EMPTY, C.UNDER_CONSTRUCTION, C.NO_DATA)),
    ("1.1.action-plan", "แผนปฏิบัติราชการ", "Action plan", B.REQUIRED, S.PARTIAL, (C.FOUND_DOCUMENT, C.WRONG_YEAR)),
    ("1.1.projects-budget", "แผนงาน โครงการ และงบประมาณ", "Projects and budget", B.REQUIRED, S.UNVERIFIABLE,
     (C.BLOCKED, C.NEEDS_LOGIN, C.SERVER_ERROR, C.UNREACHABLE, C.ROBOTS, C.NEEDS_SCRIPT, C.LIMIT_REACHED)),
    ("1.1.annual-report", "รายงานประจำปี", "Annual report", B.REQUIRED, S.PARTIAL, (C.UNDATED, C.CURRENT_PERIOD)),
    ("1.1.performance-agreement", "คำรับรองการปฏิบัติราชการ", "Performance agreement", B.REQUIRED, S.FAIL,
     (C.MEMO_ONLY, C.REQUEST_FORM_ONLY, C.OTHER_AGENCY, C.NEWS_ONLY, C.NOT_THE_THING)),
    ("1.1.performance-report", "รายงานผลการปฏิบัติราชการ", "Performance report", B.REQUIRED, S.REVIEW,
     (C.NO_TEXT, C.ENCRYPTED, C.DAMAGED, C.UNSUPPORTED, C.FUZZY_LABEL, C.AMBIGUOUS, C.ON_SHARED_DRIVE)),
    ("1.1.phone", "หมายเลขโทรศัพท์", "Telephone number", B.REQUIRED, S.PASS, (C.FOUND_PART, C.UNVERIFIED_TLS)),
    ("1.1.fax", "หมายเลขโทรสาร", "Fax number", B.REQUIRED, S.NOT_APPLICABLE, (C.SWITCHED_OFF, C.NOT_FOR_UNIT)),
    ("1.2.laws", "กฎหมาย ระเบียบ ข้อบังคับ", "Laws and regulations", B.REQUIRED, S.PARTIAL, (C.LINKS_BROKEN,)),
    ("1.6.manual", "คู่มือมาตรฐานการปฏิบัติงาน", "Operating manual", B.REQUIRED, S.FAIL, (C.NOT_FOUND,)),
    ("1.6.manual-durations", "ระบุระยะเวลาในแต่ละขั้นตอน", "Duration of each step", B.RECOMMENDED, S.FAIL,
     (C.PARENT_NOT_MET, C.PART_MISSING)),
    ("1.8.news", "ข่าวประชาสัมพันธ์", "News", B.REQUIRED, S.PARTIAL, (C.FOUND_LISTING, C.STALE, C.EXTERNAL_ONLY)),
    ("1.8.jobs", "ประกาศรับสมัครงาน", "Job notices", B.REQUIRED, S.PASS, (C.NONE_STATED, C.ZERO_REPORT)),
    ("1.9.e-service", "ระบบงานให้บริการอิเล็กทรอนิกส์ (e-Service)", "e-Service", B.IF_ANY, S.NOT_APPLICABLE,
     (C.IF_ANY_ABSENT,)),
    ("1.10.statistics", "สถิติการเข้าใช้บริการเว็บไซต์", "Visit statistics", B.REQUIRED, S.PASS, (C.FOUND_WIDGET,)),
    ("2.2.source", "ระบุแหล่งที่มา", "Source stated", B.REQUIRED, S.PARTIAL, (C.FIELD_LACKING, C.LIST_LACKS)),
    ("2.2.file-type", "ระบุประเภทไฟล์", "File type shown", B.REQUIRED, S.PASS, (C.FIELD_SHOWN, C.NONE_EXPIRED)),
    ("2.2.file-size", "ระบุขนาดไฟล์", "File size shown", B.REQUIRED, S.NOT_APPLICABLE, (C.NO_ITEMS,)),
    ("2.2.current", "เป็นข้อมูลปัจจุบัน", "Current information", B.REQUIRED, S.UNVERIFIABLE, (C.COVERAGE_INCOMPLETE,)),
    ("3.2.expired", "นำรายการที่ครบระยะเวลาลง", "Items past their period", B.REQUIRED, S.PARTIAL,
     (C.ITEMS_EXPIRED, C.ITEM_PAST)),
    ("3.3.completeness", "ตรวจสอบความครบถ้วน", "Completeness", B.REQUIRED, S.UNVERIFIABLE,
     (C.PACK_NOT_LOADED, C.COVERAGE_INCOMPLETE, C.SITE_UNREACHABLE)),
    ("3.4.computer-crime", "ปฏิบัติตามกฎหมายคอมพิวเตอร์", "Computer crime act", B.REQUIRED, S.UNVERIFIABLE,
     (C.NO_BREACH_SEEN, C.BREACH_SEEN, C.IDENTITY_UNDECIDED, C.WEBMASTERS_DIFFER)),
)  # fmt: skip


def reason(code: ReasonCode) -> Reason:
    return Reason(code=code, params=REASON_PARAMS[code])


def evidence(number: int, title: str) -> Evidence:
    return Evidence(
        url=f"{HOME}about/%E0%B8%A7%E0%B8%B4%E0%B8%AA%E0%B8%B1%E0%B8%A2?id={number}",
        kind=EvidenceKind.PAGE,
        quote=f"{title} ของสำนักงานสาธารณสุขอำเภอบึงแก้วงาม: เป็นองค์กรหลักด้านสุขภาพที่ประชาชนเชื่อมั่น ภายในปี ๒๕๗๐",
        matched=title,
        score=0.98,
        trail=(
            Step(label="", url=HOME),
            Step(label="เกี่ยวกับหน่วยงาน", url=f"{HOME}about"),
            Step(label=title, url=f"{HOME}about/{number}"),
        ),
        fetched_at=AT,
        sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    )


def searched(title: str) -> Searched:
    return Searched(
        terms=(title, f"{title}ของหน่วยงาน", "รู้จักเรา"),
        pages=143,
        documents=38,
        nearest=(
            NearMiss(url=f"{HOME}news/41", label=f"ประชุม{title}", reason=reason(ReasonCode.NEWS_ONLY)),
            NearMiss(url=f"{HOME}doc/memo.pdf", label=f"บันทึกข้อความ {title}", reason=reason(ReasonCode.MEMO_ONLY)),
        ),
    )


def verdict(number: int, row: tuple[str, str, str, Obligation, Status, tuple[ReasonCode, ...]]) -> Verdict:
    requirement, th, en, obligation, status, codes = row
    shown = status in {Status.PASS, Status.PARTIAL, Status.REVIEW}
    return Verdict(
        requirement=requirement,
        pack=PACK,
        category=_category(requirement),
        title=Text(th=th, en=en),
        obligation=obligation,
        weight=0.5 if obligation is Obligation.RECOMMENDED else 1.0,
        status=status,
        confidence=0.95 if status is Status.PASS else 0.7,
        reasons=tuple(map(reason, codes)),
        evidence=(evidence(number, th),) if shown else (),
        searched=searched(th),
        remedy=Text(th=f"เพิ่ม{th}ในเมนู “เกี่ยวกับหน่วยงาน”", en=f"Add {en.lower()} to the menu “about us”"),
        citation=f"ประกาศ ข้อ {_category(requirement)}",
    )


def _category(requirement: str) -> str:
    return requirement.rpartition(".")[0] if requirement.startswith("1") else requirement.partition(".")[0]


def verdicts() -> tuple[Verdict, ...]:
    made = {row[0]: verdict(number, row) for number, row in enumerate(ROWS)}
    made["1.1.projects-budget"] = replace(
        made["1.1.projects-budget"], carried=Carried(status=Status.PASS, as_of=date(2024, 3, 12))
    )
    made["1.1.structure"] = replace(
        made["1.1.structure"],
        review=HumanReview(
            status=Status.PASS,
            by="ผู้ประเมินตัวอย่าง",
            at=date(2024, 6, 1),
            reason="ผังอยู่ในรูปภาพ อ่านได้ครบ",
            expires=date(2024, 12, 31),
        ),
    )
    return tuple(made.values())


def reviewed() -> Audit:
    """The audit with what people say: in force, lapsed, against the program, and set aside."""
    heard = {
        "1.1.structure": {"review": review(Status.PASS)},
        "1.1.cio": {"review": replace(review(Status.PASS), machine_wrong=True, label="ผู้บริหารดิจิทัล")},
        "1.1.action-plan": {
            "review": replace(review(Status.PASS), lapsed=reason(ReasonCode.REVIEW_EVIDENCE_CHANGED))
        },
        "1.1.phone": {"review": replace(review(Status.FAIL), reason="เป็นหมายเลขของหน่วยงานอื่น")},
        "1.1.duties": {"waiver": waiver(date(2024, 12, 31))},
        "1.2.laws": {"waiver": replace(waiver(date(2024, 5, 31)), lapsed=reason(ReasonCode.WAIVER_EXPIRED))},
    }
    judged = tuple(replace(each, **heard.get(each.requirement, {})) for each in verdicts())  # type: ignore[arg-type]
    first, *others = findings()
    return replace(
        audit(),
        verdicts=judged,
        findings=(replace(first, waiver=waiver(date(2024, 12, 31))), *others),
        score_with_reviews=Score(percent=55.6, counts=tuple((each, 0) for each in Status)),
    )


def review(status: Status) -> HumanReview:
    """A verdict that a person gave."""
    return HumanReview(
        status=status,
        by="ผู้ประเมินตัวอย่าง",
        at=date(2024, 6, 1),
        reason="เปิดดูแล้ว อ่านได้ครบ",
        expires=date(2024, 12, 31),
        machine=Status.REVIEW,
    )


def waiver(expires: date) -> Waiver:
    """That a person accepted something."""
    return Waiver(by="ผู้อนุมัติตัวอย่าง", at=date(2024, 5, 1), reason="อยู่ระหว่างปรับปรุงเว็บไซต์", expires=expires)


def finding(number: int, rule: FindingRule, severity: Severity) -> Finding:
    return Finding(
        id=f"{number:016x}",
        rule=rule,
        severity=severity,
        url=f"{HOME}files/{number}.pdf",
        where=None if rule.startswith(("security", "site", "crawl")) else Where(page=HOME, label=f"เอกสาร {number}"),
        params=(("status", 404),) if rule is FindingRule.LINK_BROKEN else (),
        quote="หน้านี้อยู่ระหว่างปรับปรุง" if rule is FindingRule.PAGE_UNDER_CONSTRUCTION else "",
        first_seen=date(2024, 6, 15),
        requirement="1.2.laws" if rule is FindingRule.LINK_BROKEN else None,
    )


def findings() -> tuple[Finding, ...]:
    severities = (Severity.MAJOR, Severity.MINOR, Severity.INFO)
    one_each = tuple(finding(n, rule, severities[n % 3]) for n, rule in enumerate(FindingRule, start=1))
    return one_each + tuple(finding(n, FindingRule.LINK_BROKEN, Severity.MINOR) for n in range(100, 112))


def entry(number: int, status: EntryStatus, **more: Any) -> RegisterEntry:
    return RegisterEntry(row=number, subject=f"เอกสารเรื่องที่ {number}", status=status, **more)


def reconciliation() -> Reconciliation:
    """A register with an entry of every standing."""
    link = f"{HOME}files/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf"
    approved, day = EntryStatus.APPROVED, date(2024, 6, 1)
    found: dict[str, Any] = {"url": link, "listed_on": f"{HOME}plans"}
    unchecked = Standing.UNCHECKED
    likely = Likely(title="เอกสารเรื่องที่ สาม", url=link, row=None, score=0.912)
    differences = (
        Difference(field=DifferentField.TITLE, registered="เอกสารเรื่องที่ 5", shown="เอกสารเรื่องอื่น"),
        Difference(field=DifferentField.PUBLISHED, registered="2024-06-01", shown="2024-06-02"),
        Difference(field=DifferentField.OWNER, registered="กลุ่มงานบริหาร", shown="กลุ่มงานยุทธศาสตร์"),
    )
    whole = entry(
        6, approved, owner="กลุ่มงานบริหาร", link=link, period_from=day, period_to=day, published=day, expires=day
    )
    return Reconciliation(
        file="ทะเบียน 2567.xlsx",
        results=(
            EntryResult(entry=entry(2, EntryStatus.REFUSED, link=link), standing=Standing.REFUSED_PUBLISHED, **found),
            EntryResult(entry=replace(whole, row=3), standing=Standing.EXPIRED, **found),
            EntryResult(entry=entry(4, approved, link=link), standing=Standing.NOT_FOUND, likely=likely),
            EntryResult(entry=entry(5, approved, link=link), standing=Standing.DIFFERS, differences=differences),
            EntryResult(entry=whole, standing=Standing.AS_REGISTERED, **found),
            EntryResult(entry=entry(7, EntryStatus.PENDING, link=link), standing=Standing.PENDING_PUBLISHED, **found),
            EntryResult(entry=entry(8, EntryStatus.REFUSED, link=link), standing=Standing.NOT_PUBLISHED),
            EntryResult(entry=entry(9, approved), standing=unchecked, unchecked=Unchecked.NO_LINK, likely=likely),
            EntryResult(
                entry=entry(10, approved, link=link), standing=unchecked, unchecked=Unchecked.SHUT, obstacle="timeout"
            ),
            EntryResult(entry=entry(11, approved, link=link), standing=unchecked, unchecked=Unchecked.SHARED_PAGE),
            EntryResult(entry=entry(12, approved, link=link), standing=unchecked, unchecked=Unchecked.COVERAGE),
        ),
        unregistered=(
            Unregistered(url=f"{HOME}files/1.pdf", title="รายงานประจำปี"),
            Unregistered(
                url=link, title="เอกสารเรื่องที่ สาม", likely=Likely(title="เอกสารเรื่องที่ 4", url=None, row=4, score=0.912)
            ),
        ),
        unread=("ที่", "หมายเหตุ"),
    )


def items() -> tuple[Item, ...]:
    """A document that shows everything, and a post that shows nothing."""
    plan = Item(
        key=f"{HOME}files/plan.pdf",
        url=f"{HOME}files/plan.pdf",
        title="แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567",
        kind=ItemKind.DOCUMENT,
        listed_on=(f"{HOME}plans", f"{HOME}ita"),
        category="1.1",
        topics=("action-plan",),
        source=Source(value="กลุ่มงานยุทธศาสตร์", quote="ที่มา : กลุ่มงานยุทธศาสตร์"),
        period=ItemPeriod(start=date(2023, 10, 1), end=date(2024, 9, 30), quote="ประจำปีงบประมาณ พ.ศ. 2567"),
        published=Published(day=date(2023, 11, 14), quote="14/11/2566", origin=DateFrom.PAGE, labelled=True),
        file_type=FileType(shown="pdf", actual="pdf"),
        file_size=FileSize(shown_bytes=35_543, quote="34.71 KB", actual_bytes=35_538),
        age_days=214,
    )
    post = Item(
        key=f"{HOME}news/1",
        url=f"{HOME}news/1",
        title="รณรงค์กำจัดลูกน้ำยุงลาย",
        kind=ItemKind.POST,
        listed_on=(f"{HOME}news",),
        published=Published(day=date(2024, 6, 1), quote="", origin=DateFrom.HEADER),
        file_type=FileType(actual="html"),
        expires=date(2024, 6, 30),
        missing=(ItemField.SOURCE, ItemField.PERIOD, ItemField.PUBLISHED),
        findings=("f" * 16,),
    )
    return (plan, post)


def changes() -> Changes:
    """What is different from an audit before."""
    return Changes(
        since=date(2024, 6, 8),
        run="20240608-021200-bungkaeo",
        new=(findings()[0].id,),
        fixed=(finding(255, FindingRule.LINK_BROKEN, Severity.MINOR),),
        requirements=(
            StatusChange(requirement="1.1.cio", before=Status.PASS, after=Status.FAIL),
            StatusChange(requirement="1.1.vision", before=Status.REVIEW, after=Status.PASS),
        ),
    )


def audit() -> Audit:
    """The audit."""
    judged = verdicts()
    return Audit(
        site=Site(id="bungkaeo.example.go.th", url=HOME, host="www.bungkaeo.example.go.th"),
        identity=Identity(
            name="สำนักงานสาธารณสุขอำเภอบึงแก้วงาม",
            unit_type="สสอ.",
            province="ร้อยเอ็ด",
            quote="สำนักงานสาธารณสุขอำเภอบึงแก้วงาม จังหวัดร้อยเอ็ด",
            url=HOME,
        ),
        run=Run(
            id="20240615-021200-bungkaeo",
            started_at=datetime(2024, 6, 14, 19, 12, tzinfo=UTC),
            finished_at=datetime(2024, 6, 14, 19, 13, 42, tzinfo=UTC),
            config=(("max_pages", 500), ("max_documents", 200), ("delay", 0.25), ("ignore_robots", False)),
        ),
        as_of=date(2024, 6, 15),
        auditor_version="0.1.0",
        packs=(
            PackUsed(
                id=PACK,
                version="2567.1",
                sha256="c0ffee" + "0" * 58,
                title=Text(th="ประกาศการเผยแพร่ข้อมูลผ่านเว็บไซต์ พ.ศ. 2566", en="Announcement of B.E. 2566"),
            ),
        ),
        coverage=Coverage(
            pages=143,
            documents=38,
            requests=215,
            bytes=18_734_112,
            errors=3,
            skipped=((SkipWhy.ROBOTS, 4), (SkipWhy.EXTERNAL, 2), (SkipWhy.TRAP, 31)),
            complete=False,
            limits=("max-documents",),
            robots=RobotsState.PARSED,
            crawl_delay=1.0,
            shallow_known=58,
            shallow_read=57,
            traps=(TrapCut(pattern="/calendar?m=#", example=f"{HOME}calendar?m=9", count=31, reason="future-dates"),),
        ),
        score=Score(
            percent=48.6,
            counts=tuple((each, sum(v.status is each for v in judged)) for each in Status),
        ),
        verdicts=judged,
        findings=findings(),
        register=reconciliation(),
        items=items(),
        detectors=tuple(FindingRule),
        changes=Changes(
            since=date(2024, 6, 8),
            run="20240608-021200-bungkaeo",
            new=tuple(each.id for each in findings()[:3]),
            fixed=tuple(finding(n, FindingRule.LINK_BROKEN, Severity.MINOR) for n in range(200, 204)),
            unseen=(finding(300, FindingRule.PAGE_EMPTY, Severity.MINOR),),
            requirements=(
                StatusChange(requirement="1.1.history", before=Status.FAIL, after=Status.PASS),
                StatusChange(requirement="1.1.executives", before=Status.PARTIAL, after=Status.FAIL),
            ),
        ),
    )


def requirement(row: tuple[str, str, str, Obligation, Status, tuple[ReasonCode, ...]]) -> Requirement:
    number, th, en, obligation, _, _ = row
    return Requirement(
        id=number,
        category=_category(number),
        title=Text(th=th, en=en),
        wording=f"ให้หน่วยงานเผยแพร่ {th} ต่อสาธารณะผ่านเว็บไซต์",
        citation=f"ประกาศ ข้อ {_category(number)}",
        obligation=obligation,
        decide=Decide.CONTENT,
        topics=(number.rpartition(".")[2],),
        remedy=Text(th="เพิ่มข้อมูล", en="Add it"),
        explain=Text(th="ดูจากเมนู หัวข้อ และเนื้อหาของหน้าปลายทาง", en="By menu, heading and the content of the target"),
    )


def rulebook() -> Rulebook:
    """The rules that judged the audit."""
    pack = RulePack(
        id=PACK,
        version="2567.1",
        title=Text(th="ประกาศการเผยแพร่ข้อมูลผ่านเว็บไซต์ พ.ศ. 2566", en="Announcement of B.E. 2566"),
        citation="ประกาศ ลงวันที่ 25 ธันวาคม 2566",
        categories=CATEGORIES,
        requirements=tuple(map(requirement, ROWS)),
    )
    return Rulebook(topics=(), packs=(pack,), vocabulary=Vocabulary(lists=()))
