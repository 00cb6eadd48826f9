"""What only a website has: counters, surveys, services, links outward (REQUIREMENTS.md 5.2: 1.4, 1.9, 1.10)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.facts import Region
from tests.assess.building import HOST, answering, heading, image, link, page, row, text
from tests.assess.looking import form, found, passage, with_forms

if TYPE_CHECKING:
    from auditor.assess.passages import Passage
    from auditor.facts import Form

SHOWN, HIDDEN_FROM_US, NONE = "shown", "doubtful", "none"


def seen(detector: str, where: Passage) -> str:
    hit = found(detector, where)
    return NONE if not hit.count else HIDDEN_FROM_US if hit.doubtful else SHOWN


SCRIPT = HOST + "/widgets.js"


def foot(*lines: str, scripts: tuple[str, ...] = ()) -> Passage:
    return passage(*(text(line, region=Region.FOOTER) for line in lines), scripts=scripts)


COUNTERS = [
    pytest.param(foot("สถิติผู้เข้าชม", "วันนี้ 12", "เดือนนี้ 345", "ทั้งหมด 67,890"), SHOWN, id="parts"),
    pytest.param(foot("จำนวนผู้เข้าชมเว็บไซต์ ๑๒,๓๔๕ คน"), SHOWN, id="thai-digits"),
    pytest.param(foot("ผู้เยี่ยมชมทั้งหมด : 98765"), SHOWN, id="total-only"),
    pytest.param(foot("Visitors: 1,234"), SHOWN, id="english"),
    pytest.param(foot("Today : 12 | Yesterday : 30 | Total : 12345"), SHOWN, id="untitled-in-one-line"),
    pytest.param(foot("วันนี้ 12", "เมื่อวาน 30", "เดือนนี้ 400", "ทั้งหมด 12,345"), SHOWN, id="untitled-parts"),
    pytest.param(foot("จำนวนครั้งการเข้าชม 12345"), SHOWN, id="times-visited"),
    pytest.param(foot("วันนี้ 12 ราย ผู้ป่วยสะสม", "เดือนนี้ 40 ราย ติดเชื้อ", "ทั้งหมด 90 เสียชีวิต 2"), NONE, id="epidemic"),
    pytest.param(foot("วันนี้ 25 พฤศจิกายน 2567", "เมนู", "เอกสารทั้งหมด 5", "เมนู", "เดือนนี้ 3"), NONE, id="parts-far-apart"),
    pytest.param(passage(text("ข่าววันนี้ 3"), text("เดือนนี้ 9"), text("ทั้งหมด 50")), NONE, id="untitled-in-the-page"),
    pytest.param(
        passage(text("สถิติการเข้าชมเว็บไซต์"), row("วันนี้", "12"), row("เมื่อวาน", "30")), SHOWN, id="table-in-page"
    ),
    pytest.param(
        passage(text("จำนวนผู้เข้าชมเว็บไซต์"), row("เดือน", "คน"), row("เมษายน 2567", "950"), row("พ.ค. 2567", "1,020")),
        SHOWN,
        id="table-by-month",
    ),
    pytest.param(
        passage(text("จำนวนผู้ป่วยที่นัดผ่านเว็บไซต์"), row("เมษายน 2567", "950"), row("พ.ค. 2567", "1,020")),
        NONE,
        id="patients-by-month",
    ),
    pytest.param(passage(text("ผู้เข้าชม : 123 ครั้ง")), NONE, id="views-of-the-article"),
    pytest.param(passage(text("อ่าน 123 ครั้ง")), NONE, id="read-so-often"),
    pytest.param(passage(text("ฮิต: 293")), NONE, id="hits"),
    pytest.param(foot("เปิดอ่านหน้านี้ 25 ครั้ง"), NONE, id="views-of-this-page"),
    pytest.param(passage(text("สถิติโรคไข้เลือดออก เดือนนี้ 12 ราย ทั้งหมด 50 ราย")), NONE, id="disease-statistics"),
    pytest.param(passage(text("สถิติผู้รับบริการ วันนี้ 120 ราย เดือนนี้ 2,300 ราย")), NONE, id="patient-statistics"),
    pytest.param(foot("สถิติผู้เข้าชม", scripts=(SCRIPT,)), HIDDEN_FROM_US, id="title-whose-number-a-script-fills-in"),
    pytest.param(foot("สถิติผู้เข้าชม"), NONE, id="title-that-nothing-fills-in"),
    pytest.param(foot("เริ่มนับ 01 กันยายน 2557"), NONE, id="counting-since"),
    pytest.param(
        passage(images=(image(path="/modules/mod_vvisit_counter/5.gif"),)), HIDDEN_FROM_US, id="digit-pictures"
    ),
]


@pytest.mark.parametrize(("where", "expected"), COUNTERS)
def test_visits_to_the_whole_site_are_statistics_and_views_of_an_article_are_not(
    where: Passage, expected: str
) -> None:
    assert seen("visitor-counter", where) == expected


CHOICES = form("radio:q1", "radio:q1", "submit:send", labels=("มากที่สุด", "มาก", "น้อย"))
FORM = "https://docs.google.com/forms/d/e/x/viewform"
SURVEYS = [
    pytest.param(passage(title="แบบประเมินความพึงพอใจต่อเว็บไซต์", forms=(CHOICES,)), SHOWN, id="own-form"),
    pytest.param(passage(heading("ท่านพึงพอใจต่อเว็บไซต์นี้เพียงใด"), forms=(CHOICES,)), SHOWN, id="poll"),
    pytest.param(
        passage(
            text("ยินดีต้อนรับสู่เว็บไซต์ของเรา"),
            *map(
                text,
                (
                    "ข่าว",
                    "กิจกรรม",
                    "ประกาศ",
                    "แบบสำรวจ",
                    "ท่านพึงพอใจต่อการให้บริการของ รพ.สต. ระดับใด",
                    "มากที่สุด",
                    "มาก",
                    "น้อย",
                ),
            ),
            title="ยินดีต้อนรับสู่เว็บไซต์ของเรา",
            forms=(replace(CHOICES, block=5),),
        ),
        NONE,
        id="poll-on-something-else-below-a-welcome-to-the-website",
    ),
    pytest.param(
        passage(
            text("ยินดีต้อนรับ"),
            *map(
                text,
                (
                    "ข่าว",
                    "กิจกรรม",
                    "ประกาศ",
                    "แบบสำรวจ",
                    "ท่านพึงพอใจต่อเว็บไซต์ระดับใด",
                    "มากที่สุด",
                    "มาก",
                    "น้อย",
                    "ติดต่อ",
                    "ฝ่าย",
                    "การให้บริการผู้ป่วย",
                ),
            ),
            title="ยินดีต้อนรับ",
            forms=(replace(CHOICES, block=5),),
        ),
        SHOWN,
        id="poll-on-the-website-beside-a-service",
    ),
    pytest.param(
        passage(
            *map(text, ("โปรดตอบทุกข้อ", "1", "2", "3", "ท่านพึงพอใจต่อสีสันระดับใด", "มากที่สุด", "มาก", "น้อย")),
            title="แบบประเมินความพึงพอใจต่อเว็บไซต์",
            forms=(replace(CHOICES, block=4),),
        ),
        SHOWN,
        id="the-title-of-a-page-on-satisfaction",
    ),
    pytest.param(passage(links=(link("แบบสำรวจความพึงพอใจเว็บไซต์", FORM),)), SHOWN, id="google-form"),
    pytest.param(passage(links=(link("แบบสำรวจความพึงพอใจเว็ปไซต์", "https://forms.gle/x"),)), SHOWN, id="misspelt"),
    pytest.param(passage(heading("โพล : ให้คะแนนเว็บไซต์ของเรา"), forms=(CHOICES,)), SHOWN, id="marks-for-the-website"),
    pytest.param(passage(links=(link("แบบประเมินเว็บไซต์", FORM),)), SHOWN, id="assessment-of-the-website"),
    pytest.param(
        passage(heading("ความพึงพอใจต่อเว็บไซต์"), text("แบบสำรวจนี้ปิดรับคำตอบแล้ว"), forms=(CHOICES,)), NONE, id="closed"
    ),
    pytest.param(passage(links=(link("แบบประเมินความพึงพอใจ", FORM),)), HIDDEN_FROM_US, id="names-no-website"),
    pytest.param(passage(links=(link("แบบสำรวจความพึงพอใจผู้ป่วยนอก OPD", FORM),)), NONE, id="out-patients"),
    pytest.param(passage(links=(link("แบบประเมินความพึงพอใจหลักสูตร", FORM),)), NONE, id="course"),
    pytest.param(passage(links=(link("แบบวัด EIT", "https://itas.nacc.go.th/go/eit/x"),)), NONE, id="nacc"),
    pytest.param(passage(links=(link("ลงทะเบียนอบรม", FORM),)), NONE, id="registration"),
    pytest.param(passage(text("แบบประเมินความพึงพอใจต่อเว็บไซต์")), NONE, id="words-alone"),
    pytest.param(passage(title="ค้นหา", forms=(form("text:q"),)), NONE, id="search-box"),
]


@pytest.mark.parametrize(("where", "expected"), SURVEYS)
def test_a_survey_asks_about_the_website(where: Passage, expected: str) -> None:
    assert seen("survey-form", where) == expected


def test_a_survey_of_patients_hides_none_of_the_website() -> None:
    links = (link("แบบสำรวจความพึงพอใจผู้ป่วยนอก OPD", FORM), link("แบบสำรวจความพึงพอใจต่อเว็บไซต์", FORM + "?2"))
    assert seen("survey-form", passage(links=links)) == SHOWN
    assert seen("survey-form", passage(links=links[::-1])) == SHOWN


RESULTS = [
    pytest.param(("ความพึงพอใจต่อเว็บไซต์ ร้อยละ 87.5",), SHOWN, id="percent-in-words"),
    pytest.param(("ผลการประเมินความพึงพอใจเว็บไซต์", "ค่าเฉลี่ย 4.21"), SHOWN, id="mean"),
    pytest.param(("ผลสำรวจความพึงพอใจต่อเว็บไซต์", "มากที่สุด 62%", "มาก 30%"), SHOWN, id="shares"),
    pytest.param(("ผลความพึงพอใจเว็บไซต์ ร้อยละ ๘๗.๕",), SHOWN, id="thai-digits"),
    pytest.param(("ผลความพึงพอใจของผู้รับบริการ OPD ร้อยละ 85",), NONE, id="hospital"),
    pytest.param(("ผลความพึงพอใจผู้เข้าอบรม ร้อยละ 92",), NONE, id="course"),
    pytest.param(("แบบประเมินความพึงพอใจต่อเว็บไซต์", "มากที่สุด", "มาก", "ปานกลาง"), NONE, id="scale-of-the-form"),
    pytest.param(("ร้อยละ 85 ของเป้าหมาย",), NONE, id="other-share"),
    pytest.param(("ผลความพึงพอใจ ร้อยละ 87",), HIDDEN_FROM_US, id="names-no-website"),
]


@pytest.mark.parametrize(("lines", "expected"), RESULTS)
def test_a_level_of_satisfaction_is_a_number_about_the_website(lines: tuple[str, ...], expected: str) -> None:
    assert seen("survey-result", passage(*map(text, lines))) == expected


PROMISE = text("เจ้าหน้าที่จะตอบกลับทางโทรศัพท์หรืออีเมลของท่าน")


def asks(*labels: str) -> Form:
    """A form to write in with these words."""
    return form("text:name", "textarea:detail", "submit:send", labels=labels)


APPOINTMENT = with_forms(page("/book", heading("จองคิวออนไลน์")), form("text:name", "tel:phone", "submit:ok"))
BY_TELEPHONE = with_forms(page("/call", heading("จองคิวออนไลน์"), text("โทรจองคิวได้ที่เคาน์เตอร์")), form("text:q"))
STAFF = with_forms(page("/hos", heading("HOSxP")), form("text:user", "password:pass"))


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        pytest.param(
            passage(title="แจ้งเรื่องร้องเรียน", forms=(form("text:name", "textarea:detail"),)), SHOWN, id="complaint"
        ),
        pytest.param(passage(title="เข้าสู่ระบบ", forms=(form("text:user", "password:pw"),)), NONE, id="login"),
        pytest.param(passage(title="ค้นหาข่าว", forms=(form("text:q"),)), NONE, id="search"),
        pytest.param(passage(title="ร้องเรียน", forms=(form("text:to", "textarea:what"),)), SHOWN, id="complaints"),
        pytest.param(passage(title="ร้องเรียน", forms=(form("text:number"),)), NONE, id="no-room-to-write"),
        pytest.param(passage(title="หนังสือรับรอง", forms=(asks("ชื่อ", "ส่งคำขอ"),)), SHOWN, id="a-button-that-sends"),
        pytest.param(passage(PROMISE, forms=(asks("ชื่อ", "ขอหนังสือรับรอง"),)), SHOWN, id="an-answer-is-promised"),
        pytest.param(passage(forms=(asks("ชื่อ", "ขอหนังสือรับรอง"),)), NONE, id="no-answer-is-promised"),
        pytest.param(passage(PROMISE, forms=(asks("ชื่อ", "ข้อความ", "ส่ง"),)), NONE, id="a-message"),
        pytest.param(
            passage(heading("ขั้นตอนการขอใบอนุญาต"), PROMISE, forms=(asks("ชื่อ", "แสดงความคิดเห็น"),)), NONE, id="comments"
        ),
        pytest.param(passage(PROMISE, forms=(asks("บุคลากร", "ขอใบรับรอง"),)), NONE, id="what-staff-ask-for"),
        pytest.param(passage(links=(link("จองคิวออนไลน์", "/book"),)), SHOWN, id="link-to-a-form"),
        pytest.param(
            passage(links=(link("นัดหมายออนไลน์", "https://queue.example/x"),)), HIDDEN_FROM_US, id="elsewhere"
        ),
        pytest.param(passage(links=(link("จองห้องประชุม", "/book"),)), NONE, id="meeting-rooms"),
        pytest.param(passage(links=(link("HOSxP สำหรับเจ้าหน้าที่", "/hos"),)), NONE, id="staff"),
        pytest.param(passage(links=(link("ระบบลาออนไลน์", "/book"),)), NONE, id="leave-of-staff"),
        pytest.param(passage(links=(link("จองคิวออนไลน์", "/missing"),)), NONE, id="nothing-there"),
        pytest.param(passage(links=(link("จองคิวออนไลน์", "/call"),)), NONE, id="only-the-sites-search-box"),
        pytest.param(passage(title="จองคิวออนไลน์", forms=(form("search:s"),)), NONE, id="search-box-of-the-page"),
        pytest.param(passage(links=(link("ดาวน์โหลดแบบฟอร์ม", "/form.pdf"),)), NONE, id="download"),
        pytest.param(passage(links=(link("แบบสำรวจความพึงพอใจ", FORM),)), NONE, id="survey"),
    ],
)
def test_an_e_service_takes_something_in_from_citizens(where: Passage, expected: str) -> None:
    hit = found("interactive-service", where, APPOINTMENT, BY_TELEPHONE, STAFF)
    told = NONE if not hit.count else HIDDEN_FROM_US if hit.doubtful else SHOWN
    assert told == expected


def outward(*urls: str) -> Passage:
    return passage(links=tuple(link(f"หน่วยงาน {number}", url) for number, url in enumerate(urls)))


def test_links_to_other_agencies_are_counted_without_social_networks_and_own_pages() -> None:
    where = outward(
        "https://www.moph.go.th/",
        "https://www.nhso.go.th/",
        "https://www.facebook.com/sso",
        "https://line.me/x",
        "/own",
    )
    assert found("outward-links", where).count == 2


AGENCIES = tuple(f"https://{name}.invalid/" for name in ("moph", "nhso", "anamai"))
BLOCKS = [
    pytest.param((("กระทรวง", 0, ""), ("สปสช.", 1, ""), ("กรมอนามัย", 2, "")), 3, id="one-below-the-other"),
    pytest.param((("กระทรวง", 0, ""), ("สปสช.", 9, ""), ("กรมอนามัย", 30, "")), 1, id="scattered"),
    pytest.param((("กระทรวง", 0, "ลิงก์"), ("สปสช.", 9, "ลิงก์"), ("กรมอนามัย", 30, "ลิงก์")), 3, id="under-one-heading"),
    pytest.param((("กระทรวง", 0, ""), ("ระบบลา", 1, ""), ("e-Office", 2, "")), 1, id="systems-of-the-staff"),
    pytest.param(
        (("Powered by Joomla", 0, ""), ("Theme by X", 1, ""), ("กรมอนามัย", 2, "")), 1, id="who-made-the-site"
    ),
]


@pytest.mark.parametrize(("links", "count"), BLOCKS)
def test_links_to_agencies_count_where_they_stand_together(
    links: tuple[tuple[str, int, str], ...], count: int
) -> None:
    made = tuple(
        link(label, url, block=block, heading_above=above)
        for (label, block, above), url in zip(links, AGENCIES, strict=True)
    )
    assert found("outward-links", passage(links=made)).count == count


def test_a_line_that_tells_who_made_the_site_links_to_no_agency() -> None:
    credit = "กระทรวง | พัฒนาโดย เว็บดี โฮสต์ คลาวด์ดี"
    made = tuple(link(name, url) for name, url in zip(("กระทรวง", "เว็บดี", "คลาวด์ดี"), AGENCIES, strict=True))
    assert found("outward-links", passage(text(credit), links=made)).count == 1


def test_one_address_linked_twice_is_one_link() -> None:
    assert found("outward-links", outward("https://www.moph.go.th/", "https://www.moph.go.th/")).count == 1


def test_links_that_are_known_to_be_dead_count_for_nothing() -> None:
    gone = replace(answering("/", 404), key="https://www.old.example/", url="https://www.old.example/")
    assert found("outward-links", outward("https://www.old.example/"), gone).count == 0
