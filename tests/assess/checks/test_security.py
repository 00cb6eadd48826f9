"""security.gambling-spam, security.hidden-links, security.suspicious-script, and what 3.4 makes of them.

THAI_WEB.md 7.1: what an intruder writes, and its benign look-alikes. Sites and labels are made up; hosts end in
`.invalid`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.facts import Block, BlockKind, Coverage, Link, OddScript, Page, Region, Resource, ScriptTrait
from auditor.findings import EvidenceKind, Finding, FindingRule, ReasonCode, Severity, Status
from tests.assess.building import HOST, document, heading, judge, link, page, site, text, verdict

if TYPE_CHECKING:
    from auditor.findings import Audit

R = FindingRule
SPAM, HIDDEN, SCRIPT = R.SECURITY_GAMBLING_SPAM, R.SECURITY_HIDDEN_LINKS, R.SECURITY_SUSPICIOUS_SCRIPT
RULES = frozenset({SPAM, HIDDEN, SCRIPT})
SURE, DOUBTFUL = Severity.CRITICAL, Severity.MAJOR
LONG = "เนื้อหาของหน้าที่ยาวพอสมควรสำหรับผู้อ่านทั่วไป " * 8


def signs(resource: Resource) -> dict[FindingRule, Severity]:
    """Which of the rules fire on a resource, and how bad they say it is."""
    audit = judge(site(resource))
    return {each.rule: each.severity for each in audit.findings if each.rule in RULES}


def worded(resource: Resource, **changes: object) -> Resource:
    assert isinstance(resource.content, Page)
    return replace(resource, content=replace(resource.content, **changes))  # type: ignore[arg-type]  # fields of the type


def said(*lines: str, title: str = "ข่าวประชาสัมพันธ์") -> Resource:
    """A page that says this."""
    return page("/t", heading(title), *map(text, lines), text(LONG), title=title)


def hiding(*lines: str) -> Resource:
    """A page with text that nobody sees."""
    blocks = (Block(kind=BlockKind.TEXT, text=line, region=Region.MAIN, hidden=True) for line in lines)
    return page("/t", heading("ข่าว"), text(LONG), *blocks, title="ข่าว")


def linking(*links: Link, line: str = LONG) -> Resource:
    return page("/t", heading("เว็บไซต์ที่เกี่ยวข้อง"), text(line), title="เว็บไซต์ที่เกี่ยวข้อง", links=links)


def away(label: str, host: str = "partner.invalid", *, hidden: bool = False, buried: bool = False) -> Link:
    return replace(link(label, f"https://{host}/", block=1), hidden=hidden, buried=buried)


SELLING = [
    pytest.param(said(title="สล็อตเว็บตรง เครดิตฟรี ไม่ต้องฝาก"), SURE, id="title"),
    pytest.param(said("สมัครสล็อต ฝากถอนออโต้ รองรับทรูวอเลท คาสิโนสด"), SURE, id="text"),
    pytest.param(said("UFABET168 เว็บแทงบอล บาคาร่า"), SURE, id="brand-with-digits"),
    pytest.param(said("Situs slot gacor maxwin, deposit pulsa"), SURE, id="indonesian"),
    pytest.param(said("娱乐城 博彩 百家乐 官方网站"), SURE, id="chinese"),
    pytest.param(said("nhà cái uy tín, nổ hũ, cá cược bóng đá"), SURE, id="vietnamese"),
    pytest.param(
        worded(said(LONG), meta=(("description", "pgslot สล็อตเว็บตรง แตกง่าย"),)),
        SURE,
        id="what-search-engines-are-told",
    ),
    pytest.param(page("/slot-gacor/maxwin", text(LONG), title="ยินดีต้อนรับ"), SURE, id="rogue-folder"),
    pytest.param(hiding("สล็อต บาคาร่า เว็บแทงบอล"), SURE, id="hidden-text"),
    pytest.param(hiding("ฝากถอนออโต้"), DOUBTFUL, id="one-hidden-word"),
    pytest.param(linking(away("สล็อตเว็บตรง")), SURE, id="label-of-an-outward-link"),
    pytest.param(linking(away("คาสิโนออนไลน์", "casino-88.invalid")), SURE, id="label-and-host"),
    pytest.param(linking(away("สนับสนุนโดย", "ufabet-vip.invalid")), DOUBTFUL, id="host-alone"),
    pytest.param(
        worded(said(LONG), canonical="https://slotgacor.invalid/th"),
        SURE,
        id="copy-of-a-gambling-site-by-its-canonical",
    ),
    pytest.param(said("แนะนำ ฝากถอนออโต้ และ สูตรบาคาร่า"), DOUBTFUL, id="two-words"),
    pytest.param(document("/t.pdf", "สล็อตเว็บตรง\nรองรับวอเลท\nฝากถอนออโต้"), SURE, id="uploaded-document"),
]


@pytest.mark.parametrize(("resource", "severity"), SELLING)
def test_what_sellers_of_gambling_write_is_told(resource: Resource, severity: Severity) -> None:
    assert signs(resource).get(SPAM) is severity


HARMLESS = [
    pytest.param(said("โทษของการพนัน: สล็อตออนไลน์ บาคาร่า แทงบอล หวยออนไลน์ ทำลายครอบครัว"), id="harm-of-gambling"),
    pytest.param(
        said(
            "คลินิกบำบัดผู้ติดการพนัน",
            "คำชวนเชื่อที่พบบ่อย เช่น เครดิตฟรี ฝากถอนออโต้ เว็บตรงไม่ผ่านเอเย่นต์",
            title="รู้เท่าทันพนันออนไลน์",
        ),
        id="clinic-that-quotes-the-sellers",
    ),
    pytest.param(
        said("ตำรวจไซเบอร์ทลายเว็บพนัน ufabet และ sbobet ยึดทรัพย์ 50 ล้านบาท", title="ข่าวจับกุมเว็บพนันออนไลน์"),
        id="news-of-arrests",
    ),
    pytest.param(said("ร่างพระราชบัญญัติสถานบันเทิงครบวงจร กำหนดให้มีคาสิโน", title="ข่าวกฎหมาย"), id="casino-law"),
    pytest.param(said("ป้องกันการพนันในเด็กและเยาวชน ช่วงฟุตบอลโลก งดแทงบอล พนันบอล"), id="prevention"),
    pytest.param(
        said("อบรมความมั่นคงปลอดภัยไซเบอร์: เว็บไซต์หน่วยงานรัฐถูกแฮกและฝังลิงก์ สล็อตเว็บตรง บาคาร่า เครดิตฟรี"), id="training"
    ),
    pytest.param(said("จองคิว time slot 09.00 น. เลือก slot ที่ว่าง ระบายสี slot ที่จองแล้ว"), id="slot-of-a-queue"),
    pytest.param(said("ผลการออกรางวัลสลากกินแบ่งรัฐบาล สลากออมสิน หวยรัฐบาล"), id="state-lottery"),
    pytest.param(said("เข็มทิ่มแทง แทงน้ำเกลือ แทงเส้น กีฬาฟุตบอล ผิวแห้งแตกง่าย"), id="needles-and-football"),
    pytest.param(said("เงินโบนัสประจำปี สหกรณ์ออมทรัพย์ ฝาก-ถอนเงิน สมาชิกใหม่"), id="co-operative"),
    pytest.param(said("โทร 043-888168, 1688, คอมพิวเตอร์มี PCI slot และ PG 12"), id="numbers-and-machines"),
    pytest.param(
        said("Judicial review; agenda; the casinoless district; slotted angle"), id="words-that-hold-the-words"
    ),
    pytest.param(said("แจ็คพอต ทางเข้า โปรโมชั่น เว็บตรง"), id="games-without-a-seller"),
    pytest.param(said("เก็บคะแนน CME เครดิตฟรี"), id="credits-of-physicians"),
    pytest.param(linking(away("อบรมออนไลน์ CME เครดิตฟรี", "ccme.invalid")), id="credits-elsewhere"),
    pytest.param(said("รองรับวอเลท"), id="one-word-in-a-text"),
    pytest.param(linking(away("ตำรวจทลายเว็บพนัน บาคาร่าออนไลน์ เครดิตฟรี", "news.invalid")), id="headline-of-a-newspaper"),
    pytest.param(linking(away("สายด่วนเลิกพนัน 1323", "stop-gambling.or.th")), id="help-line"),
    pytest.param(linking(away("สนับสนุนโดย", "ufabet-vip.invalid"), line="ระวังภัยพนันออนไลน์"), id="host-in-a-campaign"),
    pytest.param(hiding("โทษของการพนัน สล็อต บาคาร่า เครดิตฟรี"), id="folded-campaign"),
    pytest.param(page("/time-slot/queue", text(LONG), title="จองคิว"), id="folder-of-a-queue"),
    pytest.param(document("/t.pdf", "แผนปฏิบัติการป้องกันการพนันในชุมชน", "เครดิตฟรี ฝากถอนออโต้ เว็บสล็อต"), id="plan"),
    pytest.param(document("/t.pdf", *[LONG] * 3, "สล็อตเว็บตรง รองรับวอเลท ฝากถอนออโต้"), id="deep-in-a-document"),
]


@pytest.mark.parametrize("resource", HARMLESS)
def test_what_an_office_says_of_gambling_is_not(resource: Resource) -> None:
    audit = judge(site(resource))
    assert [each.rule for each in audit.findings if each.rule in RULES] == []
    assert verdict(audit, "3.4.computer-crime").status is Status.UNVERIFIABLE


UNRELATED = [away(f"Best shoes {number}", f"shop-{number}.invalid", buried=True) for number in range(3)]
SEEN_OR_NOT = [
    pytest.param([away("สล็อตเว็บตรง", hidden=True)], {SPAM: SURE, HIDDEN: SURE}, id="gambling"),
    pytest.param([away("บาคาร่า", hidden=True)], {SPAM: SURE, HIDDEN: SURE}, id="one-game"),
    pytest.param([away("Buy viagra online", hidden=True)], {HIDDEN: SURE}, id="pills"),
    pytest.param([away("激安 通販", buried=True)], {HIDDEN: SURE}, id="shops"),
    pytest.param(UNRELATED, {HIDDEN: DOUBTFUL}, id="buried-shops"),
    pytest.param(UNRELATED[:2], {}, id="two-are-few"),
    pytest.param([replace(each, buried=False, hidden=True) for each in UNRELATED], {}, id="a-dialogue-that-opens"),
    pytest.param([away("Buy viagra online")], {}, id="a-link-that-is-seen"),
    pytest.param(
        [
            replace(link("ข้ามไปยังเนื้อหา", "/#main"), buried=True),
            *(replace(link(f"เมนู {number}", f"/menu/{number}"), hidden=True) for number in range(9)),
        ],
        {},
        id="skip-link-and-menus",
    ),
    pytest.param(
        [
            away(label, host, buried=True)
            for label, host in (
                ("กระทรวงสาธารณสุข", "www.moph.go.th"),
                ("Facebook", "www.facebook.com"),
                ("สสส.", "www.thaihealth.or.th"),
                ("WHO", "www.who.int"),
            )
        ],
        {},
        id="known-hosts",
    ),
]


@pytest.mark.parametrize(("links", "expected"), SEEN_OR_NOT)
def test_links_that_nobody_sees(links: list[Link], expected: dict[FindingRule, Severity]) -> None:
    assert signs(linking(*links)) == expected


def odd(*traits: ScriptTrait, to: str = "") -> Resource:
    script = OddScript(traits=traits, leads_to=(to,) if to else (), excerpt="eval(…")
    return worded(said(LONG), odd_scripts=(script,))


T = ScriptTrait
SCRIPTS = [
    pytest.param(worded(said(LONG), scripts=("https://coinhive.com/lib/coinhive.min.js",)), SURE, id="miner"),
    pytest.param(odd(T.RUNS_CODES, to="https://evil.invalid/a.js"), SURE, id="runs-codes-that-load-a-foreign-script"),
    pytest.param(odd(T.SPELLS, to="https://evil.invalid/a.js"), SURE, id="spells-a-foreign-address"),
    pytest.param(odd(T.BY_REFERRER, to="https://evil.invalid/"), SURE, id="moves-readers-from-search-engines"),
    pytest.param(odd(T.RUNS_CODES), DOUBTFUL, id="runs-codes-that-nobody-can-read"),
    pytest.param(odd(T.GARBLED), DOUBTFUL, id="garbled"),
    pytest.param(odd(T.WRITES, to="https://counter.invalid/c.js"), DOUBTFUL, id="writes-an-unknown-counter"),
    pytest.param(odd(T.WRITES, to="https://www.google-analytics.com/ga.js"), None, id="writes-statistics"),
    pytest.param(odd(T.SPELLS, to=HOST + "/menu.js"), None, id="spells-our-own-address"),
    pytest.param(odd(T.BY_REFERRER, to=HOST + "/welcome"), None, id="greets-readers-from-search-engines"),
    pytest.param(
        worded(said(LONG), stray_scripts=("https://x9.invalid/a.js",)),
        DOUBTFUL,
        id="unknown-script-after-the-document",
    ),
    pytest.param(
        worded(said(LONG), stray_scripts=("https://hits.truehits.net/hits.js", HOST + "/a.js")),
        None,
        id="counter-after-it",
    ),
    pytest.param(worded(said(LONG), scripts=("https://cdn.invalid/jquery.min.js",)), None, id="library"),
]


@pytest.mark.parametrize(("resource", "severity"), SCRIPTS)
def test_scripts_that_hide_what_they_do(resource: Resource, severity: Severity | None) -> None:
    assert signs(resource).get(SCRIPT) is severity


def told(audit: Audit, rule: FindingRule) -> tuple[Finding, ...]:
    return tuple(each for each in audit.findings if each.rule is rule)


def test_what_a_template_shows_on_all_pages_is_one_finding() -> None:
    spam = [away("สล็อตเว็บตรง", hidden=True), away("UFABET", "ufabet.invalid", hidden=True)]
    pages = [page(f"/{number}", heading(f"เรื่อง {number}"), text(LONG), links=tuple(spam)) for number in range(9)]
    audit = judge(site(*pages))
    (found,) = told(audit, HIDDEN)
    assert dict(found.params) | {"quote": found.quote} == {
        "links": 2,
        "hosts": "partner[.]invalid, ufabet[.]invalid",
        "count": 9,
        "quote": "สล็อตเว็บตรง · UFABET",
    }
    assert len(told(audit, SPAM)) == 1


def test_a_breach_fails_and_shows_where() -> None:
    judged = verdict(judge(site(said(title="สล็อตเว็บตรง เครดิตฟรี"))), "3.4.computer-crime")
    assert (judged.status, judged.reasons[0].code) == (Status.FAIL, ReasonCode.BREACH_SEEN)
    (proof,) = judged.evidence
    assert (proof.url, proof.kind) == (HOST + "/t", EvidenceKind.PAGE)
    assert "สล็อตเว็บตรง" in proof.quote


def test_a_breach_in_a_part_of_the_site_needs_no_complete_crawl() -> None:
    partly = Coverage(pages=5, complete=False, shallow_known=100, shallow_read=5)
    judged = verdict(judge(site(said(title="สล็อตเว็บตรง เครดิตฟรี"), coverage=partly)), "3.4.computer-crime")
    assert judged.status is Status.FAIL


def test_what_may_be_a_breach_needs_a_person() -> None:
    judged = verdict(judge(site(odd(T.GARBLED))), "3.4.computer-crime")
    assert (judged.status, judged.reasons[0].code) == (Status.REVIEW, ReasonCode.BREACH_SUSPECTED)
    assert judged.evidence


def test_without_a_sign_nothing_can_be_said() -> None:
    judged = verdict(judge(site(said(LONG))), "3.4.computer-crime")
    assert (judged.status, judged.reasons[0].code) == (Status.UNVERIFIABLE, ReasonCode.NO_BREACH_SEEN)
