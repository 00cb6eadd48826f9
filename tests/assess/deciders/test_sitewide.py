"""What may stand anywhere on the site: contact parts, counters, link blocks, surveys, services."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.facts import Block, Kind, Link, Page, Region, Resource, Skipped, SkipWhy
from auditor.findings import EvidenceKind, ReasonCode, Status
from tests.assess.building import (
    AGENCY,
    answering,
    document,
    heading,
    image,
    judge,
    link,
    menu,
    page,
    row,
    site,
    status_of,
    text,
    verdict,
)
from tests.assess.looking import form, with_forms

if TYPE_CHECKING:
    from auditor.snapshot import MemorySnapshot

ADDRESS = "เลขที่ 99 หมู่ 3 ตำบลบึงทอง อำเภอบึงทอง จังหวัดร้อยเอ็ด 45220"


def with_start(*blocks: Block, links: tuple[Link, ...] = (), others: tuple[Resource, ...] = ()) -> MemorySnapshot:
    """A site whose start page says these lines as well."""
    snapshot = site(*others)
    start = next(iter(snapshot))
    assert isinstance(start.content, Page)
    content = replace(start.content, blocks=(*start.content.blocks, *blocks), links=(*start.content.links, *links))
    snapshot.add(replace(start, content=content))
    return snapshot


def foot(words: str) -> Block:
    return text(words, region=Region.FOOTER)


FOOTERS = [
    pytest.param("โทร. 0 4359 7076", "1.1.phone", Status.PASS, id="phone"),
    pytest.param("สายด่วน 1669", "1.1.phone", Status.FAIL, id="national-hotline"),
    pytest.param("พัฒนาโดย บริษัท เว็บดี โทร. 02-111-2222", "1.1.phone", Status.FAIL, id="web-designer"),
    pytest.param("โทรสาร 0 4359 7077", "1.1.fax", Status.PASS, id="fax"),
    pytest.param("โทร. 0 4359 7076", "1.1.fax", Status.FAIL, id="no-fax"),
    pytest.param("โทรศัพท์/โทรสาร 0 4359 7076", "1.1.fax", Status.PASS, id="one-number-for-both"),
    pytest.param("อีเมล saraban@sso-test.go.th", "1.1.email", Status.PASS, id="mail"),
    pytest.param("พัฒนาโดย Webdee อีเมล hi@webdee.example", "1.1.email", Status.FAIL, id="mail-of-the-designer"),
    pytest.param(ADDRESS, "1.1.contact", Status.PASS, id="address"),
    pytest.param("อำเภอบึงทอง จังหวัดร้อยเอ็ด", "1.1.contact", Status.FAIL, id="place-only"),
    pytest.param("จำนวนผู้เข้าชมเว็บไซต์ 12,345 คน", "1.10.statistics", Status.PASS, id="counter"),
    pytest.param("อ่าน 123 ครั้ง", "1.10.statistics", Status.FAIL, id="article-views"),
]


@pytest.mark.parametrize(("words", "requirement", "expected"), FOOTERS)
def test_a_line_of_the_footer_answers_for_the_site(words: str, requirement: str, expected: Status) -> None:
    assert status_of(with_start(foot(words)), requirement) is expected


def test_a_footer_is_shown_as_part_of_the_frame() -> None:
    (proof,) = verdict(judge(with_start(foot("โทร. 0 4359 7076"))), "1.1.phone").evidence
    assert proof.kind is EvidenceKind.WIDGET
    assert "0 4359 7076" in proof.quote


def test_a_contact_page_answers_where_its_menu_entry_leads() -> None:
    contact = page("/c", heading("ติดต่อเรา"), text(ADDRESS), text("โทร. 0 4359 7076 โทรสาร 0 4359 7077"))
    audit = judge(site(contact, start_links=(menu("ติดต่อเรา", "/c"),)))
    assert [verdict(audit, f"1.1.{part}").status for part in ("contact", "phone", "fax")] == [Status.PASS] * 3


def test_a_number_in_the_news_needs_a_person() -> None:
    """It may be anybody's."""
    news = page("/n", heading("รับบริจาคโลหิต"), text("ผู้สนใจติดต่อคุณสมศรี โทร. 081-234-5678 ภายในวันศุกร์"))
    assert status_of(site(news), "1.1.phone") is not Status.PASS


def test_a_broken_contact_page_is_no_contact() -> None:
    assert status_of(site(answering("/c", 404), start_links=(menu("ติดต่อเรา", "/c"),)), "1.1.contact") is Status.FAIL


def outside(number: int, status: int | None) -> Resource:
    url = f"https://agency{number}.go.th/"
    made = replace(answering("/", status or 200), key=url, url=url, kind=Kind.EXTERNAL, content=None)
    return made if status else replace(made, fetch=Skipped(why=SkipWhy.EXTERNAL))


def linked(*statuses: int | None) -> Status:
    """A block of related sites, each of which answered so (None: not tried)."""
    links = tuple(link(f"หน่วยงาน {n}", f"https://agency{n}.go.th/", block=n) for n in range(len(statuses)))
    lines = (text(f"หน่วยงาน {n}") for n in range(len(statuses)))
    block = page("/w", *lines, title="หน่วยงานที่เกี่ยวข้อง", links=links)
    others = (outside(n, status) for n, status in enumerate(statuses))
    return status_of(site(block, *others, start_links=(menu("หน่วยงานที่เกี่ยวข้อง", "/w"),)), "1.4.weblinks")


BLOCKS = [
    pytest.param((200, 200, 200), Status.PASS, id="three"),
    pytest.param((None, None, None), Status.PASS, id="not-tried"),
    pytest.param((200, 200, 200, 404), Status.PASS, id="one-dead"),
    pytest.param((200, 200, 200, 404, 404, 404, 410), Status.PARTIAL, id="most-dead"),
]


@pytest.mark.parametrize(("statuses", "expected"), BLOCKS)
def test_a_block_of_links_passes_unless_most_that_could_be_tried_are_dead(
    statuses: tuple[int | None, ...], expected: Status
) -> None:
    """CONTRACT.md 4, link.broken."""
    assert linked(*statuses) is expected


@pytest.mark.parametrize(
    "urls",
    [
        pytest.param(("https://www.facebook.com/a", "https://line.me/b", "https://youtube.com/c"), id="social"),
        pytest.param(("https://www.moph.go.th/",), id="one"),
    ],
)
def test_social_networks_or_one_link_make_no_block(urls: tuple[str, ...]) -> None:
    links = tuple(link(f"ลิงก์ {n}", url, block=n) for n, url in enumerate(urls))
    block = page("/w", *(text(f"ลิงก์ {n}") for n in range(len(urls))), title="หน่วยงานที่เกี่ยวข้อง", links=links)
    snapshot = site(block, start_links=(menu("หน่วยงานที่เกี่ยวข้อง", "/w"),))
    assert status_of(snapshot, "1.4.weblinks") is not Status.PASS


CHOICES = form("radio:q1", "radio:q1", labels=("มากที่สุด", "น้อยที่สุด"))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("แบบประเมินความพึงพอใจต่อเว็บไซต์", Status.PASS),
        ("แบบประเมินความพึงพอใจ", Status.REVIEW),
        ("แบบสำรวจความพึงพอใจผู้ป่วยนอก", Status.FAIL),
    ],
)
def test_a_survey_is_about_the_website(title: str, expected: Status) -> None:
    survey = with_forms(page("/s", heading(title), title=title), CHOICES)
    assert status_of(site(survey, start_links=(menu(title, "/s"),)), "1.10.satisfaction-survey") is expected


def test_an_e_service_that_is_absent_does_not_apply() -> None:
    assert status_of(site(), "1.9.e-service") is Status.NOT_APPLICABLE


def test_a_staff_login_is_no_e_service() -> None:
    login = with_forms(page("/hos", heading("เข้าสู่ระบบ HOSxP")), form("text:user", "password:pw"))
    assert status_of(site(login, start_links=(menu("HOSxP", "/hos"),)), "1.9.e-service") is Status.NOT_APPLICABLE


def test_an_appointment_form_is_an_e_service() -> None:
    book = with_forms(page("/b", heading("จองคิวออนไลน์"), title="จองคิวออนไลน์"), form("text:name", "tel:phone"))
    assert status_of(site(book, start_links=(menu("จองคิวออนไลน์", "/b"),)), "1.9.e-service") is Status.PASS


def test_an_e_service_on_another_host_needs_a_person() -> None:
    entry = menu("นัดหมายออนไลน์", "https://queue.example.com/x")
    found = verdict(judge(site(start_links=(entry,))), "1.9.e-service")
    assert found.status is Status.REVIEW
    assert ReasonCode.AMBIGUOUS in {reason.code for reason in found.reasons}


def test_our_own_name_in_a_line_does_not_hide_its_number() -> None:
    assert status_of(with_start(foot(f"{AGENCY} โทร. 0 4359 7076")), "1.1.phone") is Status.PASS


@pytest.mark.parametrize("pages", [("",), ()], ids=["scan", "picture"])
def test_a_file_without_text_cannot_hold_links_to_follow(pages: tuple[str, ...]) -> None:
    target = document("/banner.pdf", *pages)
    assert (
        status_of(site(target, start_links=(menu("หน่วยงานที่เกี่ยวข้อง", "/banner.pdf"),)), "1.4.weblinks") is Status.FAIL
    )


def test_a_number_may_stand_in_a_scanned_file() -> None:
    target = document("/contact.pdf", "")
    assert status_of(site(target, start_links=(menu("เบอร์โทรศัพท์", "/contact.pdf"),)), "1.1.phone") is Status.REVIEW


@pytest.mark.parametrize("requirement", ["1.1.contact", "1.1.phone", "1.1.fax", "1.1.email"])
def test_a_page_that_is_named_for_place_and_contact_holds_both(requirement: str) -> None:
    lines = (ADDRESS, "โทรศัพท์/โทรสาร 0 4359 7076", "อีเมล saraban@sso-test.go.th", "Google Map สสอ.บึงทอง")
    made = page("/c", heading("ที่ตั้ง/ติดต่อ"), *map(text, lines))
    assert status_of(site(made, start_links=(menu("ที่ตั้ง/ติดต่อ", "/c"),)), requirement) is Status.PASS


EMBEDS = [
    pytest.param("แผนที่โรคไข้เลือดออก", "https://disease.invalid/chart", Status.FAIL, id="map-of-diseases"),
    pytest.param("Facebook", "https://www.facebook.com/plugins/page.php", Status.FAIL, id="social-box"),
    pytest.param("", "https://widget.invalid/x", Status.REVIEW, id="unnamed"),
]


@pytest.mark.parametrize(("label", "url", "expected"), EMBEDS)
def test_an_embedded_frame_may_be_the_map_unless_it_says_what_else_it_is(
    label: str, url: str, expected: Status
) -> None:
    shown = replace(link(label, url, block=1), embedded=True)
    made = page("/c", heading("ติดต่อเรา"), text(ADDRESS), links=(shown,))
    assert status_of(site(made, start_links=(menu("ติดต่อเรา", "/c"),)), "1.1.map") is expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        pytest.param("E-mail", Status.FAIL, id="the-address-as-a-picture"),
        pytest.param("แผนที่", Status.REVIEW, id="a-picture-beside-the-word-map"),
        pytest.param("", Status.REVIEW, id="a-picture-beside-nothing"),
    ],
)
def test_a_picture_in_the_row_of_another_thing_is_no_map(label: str, expected: Status) -> None:
    rows = (row("ที่อยู่", ADDRESS), row(label, ""))
    made = page("/c", heading("ติดต่อเรา"), *rows, images=(image(block=2),))
    assert status_of(site(made, start_links=(menu("ติดต่อเรา", "/c"),)), "1.1.map") is expected


def test_the_sources_of_an_article_are_no_list_of_websites() -> None:
    links = tuple(link(f"แหล่งที่ {n}", f"https://source{n}.invalid/", block=1) for n in range(4))
    article = page("/a", heading("โรคไข้เลือดออก"), text("อ้างอิง"), links=links)
    assert status_of(site(article, start_links=(menu("บทความ", "/a"),)), "1.4.weblinks") is not Status.PASS
