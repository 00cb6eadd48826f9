"""Whose site and whose paper it is (CONTRACT.md 1 `--unit-type`, section 2; REQUIREMENTS.md 5, rule (c))."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.assess.identity import Owner, OwnName
from auditor.facts import Block, BlockKind, Coverage, Page, Region, Run, Site
from auditor.findings import Identity, Status
from auditor.snapshot import MemorySnapshot
from tests.assess.building import (
    AGENCY,
    AT,
    HOST,
    document,
    heading,
    judge,
    menu,
    page,
    site,
    status_of,
    text,
    unreachable,
    verdict,
)
from tests.assess.looking import paper

if TYPE_CHECKING:
    from auditor.facts import Resource

SITE = Site(id="x", url=HOST + "/", host="www.sso-test.go.th")


def start(*blocks: Block, title: str = "") -> Resource:
    made = page("/", *blocks)
    assert isinstance(made.content, Page)
    return replace(made, content=replace(made.content, title=title))


def frame(words: str, region: Region = Region.FOOTER) -> Block:
    return Block(kind=BlockKind.TEXT, text=words, region=region)


def owner_of(first: Resource, told: Site = SITE) -> Identity:
    """Whose site it is that begins so."""
    snapshot = MemorySnapshot(told, (first,))
    snapshot.finish(Run(id="test", started_at=AT, finished_at=AT), Coverage(pages=1, complete=True))
    return judge(snapshot).identity


INFERRED = [
    pytest.param(start(title="สำนักงานสาธารณสุขอำเภอบึงทอง"), "สสอ.", "บึงทอง", id="title"),
    pytest.param(start(title="คปสอ.บึงทอง"), "คปสอ.", "บึงทอง", id="network"),
    pytest.param(start(title="หน้าแรก - สสอ.บึงทอง"), "สสอ.", "บึงทอง", id="short-in-title"),
    pytest.param(start(frame("โรงพยาบาลบึงทอง 99 หมู่ 3"), title="หน้าแรก"), "รพ.", "บึงทอง", id="footer"),
    pytest.param(start(frame("สสจ.ร้อยเอ็ด", Region.HEADER), title="Home"), "สสจ.", "ร้อยเอ็ด", id="header"),
    pytest.param(
        start(
            heading("ข่าว"),
            text("โรงพยาบาลดอนขวาง จัดกิจกรรม"),
            text("โรงพยาบาลดอนขวาง รับบริจาค"),
            frame("สำนักงานสาธารณสุขอำเภอบึงทอง"),
            title="สำนักงานสาธารณสุขอำเภอบึงทอง",
        ),
        "สสอ.",
        "บึงทอง",
        id="news-of-another-agency",
    ),
    pytest.param(
        start(
            frame("สำนักงานสาธารณสุขอำเภอบึงทอง สังกัดสำนักงานสาธารณสุขจังหวัดร้อยเอ็ด"),
            title="สำนักงานสาธารณสุขอำเภอบึงทอง",
        ),
        "สสอ.",
        "บึงทอง",
        id="parent-named-beside",
    ),
]


@pytest.mark.parametrize(("first", "kind", "proper"), INFERRED)
def test_the_site_belongs_to_whom_its_frame_names_most(first: Resource, kind: str, proper: str) -> None:
    found = owner_of(first)
    assert found.unit_type == kind
    assert proper in (found.name or "")
    assert proper in found.quote
    assert not found.told


def test_what_the_operator_tells_goes_before_what_the_site_says() -> None:
    told = replace(SITE, name="โรงพยาบาลดอนขวาง", unit_type="รพช.", province="ร้อยเอ็ด")
    found = owner_of(start(title=AGENCY), told)
    assert (found.name, found.unit_type, found.province, found.told) == ("โรงพยาบาลดอนขวาง", "รพช.", "ร้อยเอ็ด", True)


def test_a_site_that_names_nobody_is_undecided() -> None:
    found = owner_of(start(heading("ยินดีต้อนรับ"), title="หน้าแรก"))
    assert (found.name, found.unit_type) == (None, None)


def test_a_site_that_answered_nothing_is_undecided() -> None:
    assert owner_of(unreachable("/")).name is None


def test_the_province_is_read_off_the_footer() -> None:
    assert owner_of(start(frame("อ.บึงทอง จ.ร้อยเอ็ด 45220"), title=AGENCY)).province == "ร้อยเอ็ด"


OWN = OwnName(Identity(name=AGENCY, unit_type="สสอ."))
JUDGED = [
    pytest.param(f"แผนปฏิบัติราชการ\n{AGENCY}", Owner.OURS, id="ours"),
    pytest.param("แผนปฏิบัติราชการ\nสสอ.บึงทอง", Owner.OURS, id="ours-short"),
    pytest.param("แผนปฏิบัติราชการ\nสํานักงานสาธารณสุขอําเภอบึงทอง", Owner.OURS, id="ours-in-two-code-points"),
    pytest.param("แผนปฏิบัติราชการ ปี 2567", Owner.NOBODY, id="nobody"),
    pytest.param("แผนปฏิบัติราชการ\nสำนักงานสาธารณสุขอำเภอนาหว้า", Owner.OTHER, id="another-district"),
    pytest.param("แผนปฏิบัติราชการ\nสำนักงานสาธารณสุขจังหวัดร้อยเอ็ด", Owner.RELATED, id="province"),
    pytest.param("แผน\nโรงพยาบาลส่งเสริมสุขภาพตำบลดอนขวาง", Owner.RELATED, id="sub-unit"),
    pytest.param(f"แผน\nสำนักงานสาธารณสุขจังหวัดร้อยเอ็ด\n{AGENCY}", Owner.OURS, id="parent-and-we"),
    pytest.param("โรงพยาบาลในสังกัดทุกแห่งต้องจัดทำแผน", Owner.NOBODY, id="units-in-general"),
]


@pytest.mark.parametrize(("words", "owner"), JUDGED)
def test_a_paper_belongs_to_whom_its_head_names(words: str, owner: Owner) -> None:
    assert OWN.judge(paper(words)).owner is owner


NETWORK = OwnName(Identity(name="คปสอ.บึงทอง", unit_type="คปสอ."))
KIN = [
    pytest.param(NETWORK, "สำนักงานสาธารณสุขอำเภอบึงทอง", Owner.OURS, id="the-networks-office"),
    pytest.param(NETWORK, "โรงพยาบาลบึงทอง", Owner.OURS, id="the-networks-hospital"),
    pytest.param(NETWORK, "โรงพยาบาลดอนขวาง", Owner.RELATED, id="a-hospital-elsewhere"),
    pytest.param(NETWORK, "คปสอ.ดอนขวาง", Owner.OTHER, id="another-network"),
    pytest.param(OWN, "คปสอ.บึงทอง", Owner.OURS, id="our-network"),
    pytest.param(OWN, "โรงพยาบาลบึงทอง", Owner.RELATED, id="the-hospital-beside-us"),
]


@pytest.mark.parametrize(("own", "name", "owner"), KIN)
def test_units_of_one_network_share_a_site(own: OwnName, name: str, owner: Owner) -> None:
    assert own.judge(paper(f"แผนปฏิบัติราชการ\n{name}")).owner is owner


def test_a_site_told_to_be_of_two_units_owns_the_papers_of_both() -> None:
    both = OwnName(Identity(name="โรงพยาบาลบึงทอง และ สำนักงานสาธารณสุขอำเภอบึงทอง", told=True))
    assert both.judge(paper("แผน\nโรงพยาบาลบึงทอง")).owner is Owner.OURS
    assert both.judge(paper("แผน\nสำนักงานสาธารณสุขอำเภอบึงทอง")).owner is Owner.OURS


def test_our_name_anywhere_in_a_paper_makes_it_ours() -> None:
    words = "สำนักงานสาธารณสุขอำเภอนาหว้า\n" + "เนื้อหา " * 300 + f"\n{AGENCY}"
    assert OWN.judge(paper(words)).owner is Owner.OURS


def test_without_a_name_of_our_own_nothing_is_anothers() -> None:
    """CONTRACT.md 1: undecided: identity alone never decides `fail`."""
    nobody = OwnName(Identity())
    assert nobody.judge(paper("สำนักงานสาธารณสุขอำเภอนาหว้า")).owner is Owner.NOBODY
    assert nobody.owns_line("โรงพยาบาลดอนขวาง โทร. 043-597076")


def test_capital_districts_of_other_provinces_are_other_agencies() -> None:
    """THAI_WEB.md 6.10: district names repeat; compare by name and province."""
    ours = OwnName(Identity(name="สำนักงานสาธารณสุขอำเภอเมืองร้อยเอ็ด", unit_type="สสอ."))
    assert ours.judge(paper("สำนักงานสาธารณสุขอำเภอเมืองขอนแก่น")).owner is Owner.OTHER
    assert ours.judge(paper("สำนักงานสาธารณสุขอำเภอเมืองร้อยเอ็ด")).owner is Owner.OURS


BODY = "โครงการเฝ้าระวังโรคติดต่อในพื้นที่ งบประมาณ 50,000 บาท ตัวชี้วัดร้อยละ 90 ของครัวเรือน"


def test_undecided_identity_never_fails_a_paper() -> None:
    borrowed = document("/p.pdf", f"แผนปฏิบัติราชการ ปีงบประมาณ 2567\nสำนักงานสาธารณสุขอำเภอนาหว้า\n{BODY}")
    snapshot = site(borrowed, start_links=(menu("แผนปฏิบัติราชการ ปีงบประมาณ 2567", "/p.pdf"),))
    for resource in list(snapshot):
        if isinstance(resource.content, Page):
            own = tuple(block for block in resource.content.blocks if block.text != AGENCY)
            snapshot.add(replace(resource, content=replace(resource.content, title="", blocks=own)))
    assert judge(snapshot).identity.name is None
    assert status_of(snapshot, "1.1.action-plan") is not Status.FAIL


def test_the_audit_shows_the_inferred_name_with_its_quotation() -> None:
    found = judge(site()).identity
    assert found.name == AGENCY
    assert found.unit_type == "สสอ."
    assert AGENCY in found.quote
    assert found.url == HOST + "/"


def test_a_law_is_everyones_whoever_it_names() -> None:
    law = document("/law.pdf", "พระราชบัญญัติการสาธารณสุข พ.ศ. 2535\nโรงพยาบาลดอนขวาง")
    laws = [
        heading("กฎหมายที่เกี่ยวข้อง"),
        *(text(f"พระราชบัญญัติ{name} พ.ศ. 2535") for name in ("ยา", "อาหาร", "สถานพยาบาล")),
    ]
    audit = judge(site(page("/laws", *laws), law, start_links=(menu("กฎหมายที่เกี่ยวข้อง", "/laws"),)))
    assert verdict(audit, "1.2.laws").status is Status.PASS


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("สสอ. เร่งรัดคุณภาพ ประชาชนสุขภาพดี หน่วยบริการได้มาตรฐาน", Status.REVIEW, id="a-word-may-follow"),
        pytest.param("สสอ.หนองแสง มุ่งมั่น ประชาชนสุขภาพดี หน่วยบริการได้มาตรฐาน", Status.FAIL, id="a-name-follows"),
        pytest.param("ชาวบึงทองสุขภาพดี หน่วยบริการได้มาตรฐาน ภาคีร่วมใจ", Status.PASS, id="nobody-named"),
    ],
)
def test_a_word_apart_from_the_kind_of_unit_may_be_no_name(words: str, expected: Status) -> None:
    vision = page("/v", heading("วิสัยทัศน์"), text(words), title="วิสัยทัศน์")
    assert status_of(site(vision, start_links=(menu("วิสัยทัศน์", "/v"),)), "1.1.vision") is expected
