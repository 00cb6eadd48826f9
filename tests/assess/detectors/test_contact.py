"""Contact parts (REQUIREMENTS.md 5.1): the unit's own telephone, fax, e-mail, address and map, and nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.facts import Region
from tests.assess.building import AGENCY, heading, image, link, row, text
from tests.assess.looking import found, paper, passage

if TYPE_CHECKING:
    from auditor.assess.passages import Passage

NUMBERS = [
    pytest.param("โทร. 0 4359 7076", 1, 0, id="telephone"),
    pytest.param("โทรศัพท์ ๐-๔๓๕๙-๗๐๗๖", 1, 0, id="thai-digits"),
    pytest.param("เบอร์โทร 081-234-5678", 1, 0, id="mobile"),
    pytest.param("โทรสาร 0-4359-7077", 0, 1, id="fax"),
    pytest.param("แฟกซ์ : ๐ ๔๓๕๙ ๗๐๗๗", 0, 1, id="fax-in-thai-digits"),
    pytest.param("โทรศัพท์/โทรสาร 0-4359-7076", 1, 1, id="one-number-for-both"),
    pytest.param("โทร 043-597076 โทรสาร 043-597078", 1, 1, id="one-of-each"),
    pytest.param("Tel. 043-597076 Fax. 043-597078", 1, 1, id="english-labels"),
    pytest.param("Tel. 043-597076 F. 043-597078", 1, 1, id="f-for-fax"),
    pytest.param("สายด่วน 1669", 0, 0, id="emergency-hotline"),
    pytest.param("สายด่วน สปสช. 1330 ตลอด 24 ชั่วโมง", 0, 0, id="nhso-hotline"),
    pytest.param("สายด่วนสุขภาพจิต โทร. 1323", 0, 0, id="mental-health-hotline"),
    pytest.param("โทรสาร : ...................", 0, 0, id="form-dots"),
    pytest.param("โทร. -", 0, 0, id="dash-for-none"),
    pytest.param("เลขที่โครงการ 67019123456", 0, 0, id="project-number"),
    pytest.param("โรงพยาบาลดอนขวาง โทร. 0 4311 1111", 0, 0, id="another-agencys"),
    pytest.param(f"{AGENCY} โทร. 0 4359 7076", 1, 0, id="ours-by-name"),
]


@pytest.mark.parametrize(("line", "phones", "faxes"), NUMBERS)
def test_numbers_count_when_they_are_the_units_own(line: str, phones: int, faxes: int) -> None:
    assert found("phone", passage(text(line))).count == phones
    assert found("fax", passage(text(line))).count == faxes


def test_a_label_cell_and_its_number_cell_belong_together() -> None:
    table = passage(row("โทรศัพท์", "0 4359 7076"), row("โทรสาร", "0 4359 7077"))
    assert found("phone", table).count == 1
    assert found("fax", table).count == 1


@pytest.mark.parametrize(
    ("lines", "faxes"),
    [
        pytest.param(("โทรศัพท์", "0 4359 7076", "โทรสาร", "0 4359 7077"), 1, id="each-on-its-own-line"),
        pytest.param(("Fax :", "๐ ๔๓๕๙ ๗๐๗๗"), 1, id="colon-and-thai-digits"),
        pytest.param(("โทรสาร", "โทรศัพท์ 0 4359 7076"), 0, id="the-next-line-has-its-own-label"),
        pytest.param(("งานรับส่งโทรสาร", "0 4359 7076"), 0, id="more-than-a-label"),
    ],
)
def test_a_label_alone_in_a_line_belongs_to_the_number_in_the_next(lines: tuple[str, ...], faxes: int) -> None:
    assert found("fax", passage(*map(text, lines))).count == faxes


@pytest.mark.parametrize(
    "line",
    [pytest.param("Phone: +1 5589 55488 55", id="foreign-number"), pytest.param("A108 Adam Street", id="street")],
)
def test_what_a_template_brought_along_is_nobodys(line: str) -> None:
    where = passage(text(line), text("Email: info@clinic.in.th"), text("Fax 0 4359 7077"))
    assert found("email", where).count == 0
    assert found("fax", where).count == 0


def test_a_templates_number_beside_the_agencys_own_address_takes_nothing_from_it() -> None:
    where = passage(text(f"{AGENCY} อำเภอบึงทอง"), text("Phone: +1 5589 55488 55"), text("Email: sso@moph.go.th"))
    assert found("email", where).count == 1


def test_a_number_of_this_country_in_its_long_form_is_no_template() -> None:
    assert found("email", passage(text("Tel. +66 4359 7076"), text("Email: info@clinic.in.th"))).count == 1


def test_a_number_that_can_only_be_dialled_by_its_link_is_a_telephone() -> None:
    dialled = passage(text("ติดต่อเรา"), links=(link("โทรหาเรา", "tel:+6643597076"),))
    assert found("phone", dialled).count == 1
    assert found("fax", dialled).count == 0


def test_the_quotation_shows_the_number_in_its_own_words() -> None:
    seen = found("phone", passage(text("ติดต่อสอบถาม โทร. ๐ ๔๓๕๙ ๗๐๗๖ ในวันและเวลาราชการ")))
    assert "๐ ๔๓๕๙ ๗๐๗๖" in seen.quote


MAILS = [
    pytest.param("อีเมล saraban@sso-test.go.th", 1, id="central-registry"),
    pytest.param("E-mail : sso.test@gmail.com", 1, id="free-mail-is-usual"),
    pytest.param("อีเมล sso[at]moph.go.th", 1, id="at-in-brackets"),
    pytest.param("อีเมล sso (at) moph (dot) go (dot) th", 1, id="at-and-dot-in-words"),
    pytest.param("ไปรษณีย์อิเล็กทรอนิกส์ : sso @ moph.go.th", 1, id="blanks-around-at"),
    pytest.param("Email: sso_test AT hotmail DOT com", 1, id="capital-words"),
    pytest.param("อีเมล ssotest แอท hotmail.com", 1, id="at-in-thai"),
    pytest.param("ติดตามที่ @sso.test บนไลน์", 0, id="line-account"),
    pytest.param("logo@2x.png", 0, id="picture-file"),
    pytest.param("อีเมล : -", 0, id="none"),
]


@pytest.mark.parametrize(("line", "count"), MAILS)
def test_addresses_of_mail_are_read_written_out_or_disguised(line: str, count: int) -> None:
    assert found("email", passage(text(line))).count == count


def test_an_address_behind_a_mail_link_counts() -> None:
    assert found("email", passage(links=(link("ส่งอีเมล", "mailto:sso@moph.go.th"),))).count == 1


def test_a_mail_link_without_an_address_counts_for_nothing() -> None:
    assert found("email", passage(links=(link("ส่งอีเมล", "mailto:"),))).count == 0


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("ออกแบบและพัฒนาโดย บริษัท เว็บดี จำกัด โทร. 02-111-2222", id="phone"),
        pytest.param("พัฒนาเว็บไซต์โดย Webdee Studio อีเมล hello@webdee.example", id="mail"),
        pytest.param("Design by Webdee Tel. 02-111-2222 hello@webdee.example", id="english"),
        pytest.param("รับทำเว็บไซต์ โทร. 089-111-2222 hello@webdee.example", id="offer"),
        pytest.param("Powered by Webdee Co., Ltd. โทร 02-111-2222", id="powered-by"),
    ],
)
def test_the_web_designers_contact_is_not_the_units(line: str) -> None:
    """REQUIREMENTS.md 5.1, 1.1.contact: web designer's contact in the footer is none."""
    footer = passage(text(line, region=Region.FOOTER))
    assert found("phone", footer).count == 0
    assert found("email", footer).count == 0


ADDRESSES = [
    pytest.param(("เลขที่ 99 หมู่ 3 ตำบลบึงทอง อำเภอบึงทอง จังหวัดร้อยเอ็ด 45220",), True, id="whole"),
    pytest.param(("๙๙ หมู่ ๓ ต.บึงทอง อ.บึงทอง จ.ร้อยเอ็ด ๔๕๒๒๐",), True, id="short-in-thai-digits"),
    pytest.param(("เลขที่ 99 หมู่ 3", "ตำบลบึงทอง อำเภอบึงทอง", "จังหวัดร้อยเอ็ด 45220"), True, id="a-line-each"),
    pytest.param(("99 Moo 3, Tambon Bueng Thong, Amphoe Bueng Thong, Roi Et 45220",), True, id="english"),
    pytest.param(("อำเภอบึงทอง จังหวัดร้อยเอ็ด",), False, id="only-a-mention"),
    pytest.param(("ลงพื้นที่ หมู่ 3",), False, id="field-visit"),
    pytest.param((AGENCY,), False, id="name-alone"),
]


@pytest.mark.parametrize(("lines", "whole"), ADDRESSES)
def test_an_address_has_at_least_three_of_its_parts(lines: tuple[str, ...], *, whole: bool) -> None:
    assert (found("address", passage(*map(text, lines))).count >= 3) is whole


def test_the_address_of_another_agency_is_not_ours() -> None:
    line = "โรงพยาบาลดอนขวาง เลขที่ 1 หมู่ 2 ตำบลดอนขวาง อำเภอดอนขวาง จังหวัดร้อยเอ็ด 45000"
    assert found("address", passage(text(line))).count == 0


MAPS = [
    pytest.param(passage(links=(link("", "https://www.google.com/maps/embed?pb=x"),)), True, id="embedded"),
    pytest.param(passage(links=(link("แผนที่", "https://maps.app.goo.gl/AbCd"),)), True, id="short-link"),
    pytest.param(passage(links=(link("แผนที่", "https://goo.gl/maps/AbCd"),)), True, id="old-short-link"),
    pytest.param(passage(text("พิกัด 16.0543, 103.6520")), True, id="coordinates"),
    pytest.param(passage(images=(image(alt="แผนที่ตั้งสำนักงาน"),)), True, id="picture-that-says-so"),
    pytest.param(passage(images=(image(alt="แผนที่ยุทธศาสตร์"),)), False, id="strategy-map"),
    pytest.param(passage(images=(image(alt="แผนที่เดินดินชุมชน"),)), False, id="community-map"),
    pytest.param(passage(images=(image(alt="แผนที่โรคไข้เลือดออก"),)), False, id="disease-map"),
    pytest.param(
        passage(links=(link("แผนที่โรคไข้เลือดออก", "https://www.google.com/maps/d/embed?mid=x"),)),
        False,
        id="embedded-diseases",
    ),
    pytest.param(
        passage(links=(link("", "https://www.google.com/maps/d/embed?mid=x", heading_above="แผนที่จุดเสี่ยง"),)),
        False,
        id="under-a-heading-of-risks",
    ),
    pytest.param(passage(links=(link("Google", "https://www.google.com/"),)), False, id="search-engine"),
    pytest.param(passage(heading("แผนที่"), text("กำลังจัดทำ")), False, id="label-alone"),
]


@pytest.mark.parametrize(("where", "shown"), MAPS)
def test_a_map_shows_the_site(where: Passage, *, shown: bool) -> None:
    assert (found("map", where).count > 0) is shown


def test_a_paper_names_the_number_in_its_letterhead() -> None:
    letter = paper(f"{AGENCY}\nถนนสุขใจ รอ 45220\nโทร. 0 4359 7076 ต่อ 101")
    assert found("phone", letter).count == 1


def test_the_makers_mail_and_number_behind_links_are_not_the_units() -> None:
    line = "พัฒนาเว็บไซต์โดย โกเว็บ โทร. 0-2000-0909 hello@goweb.invalid"
    links = (link("hello@goweb.invalid", "mailto:hello@goweb.invalid"), link("0-2000-0909", "tel:+6620000909"))
    footer = passage(text(line, region=Region.FOOTER), links=links)
    assert found("email", footer).count == 0
    assert found("phone", footer).count == 0


def test_our_mail_before_the_makers_name_in_one_line_is_ours() -> None:
    line = "อีเมล sso@moph.go.th พัฒนาเว็บไซต์โดย โกเว็บ hello@goweb.invalid"
    links = (
        link("sso@moph.go.th", "mailto:sso@moph.go.th"),
        link("hello@goweb.invalid", "mailto:hello@goweb.invalid"),
    )
    assert found("email", passage(text(line), links=links)).count == 2  # in the text and behind the link


def test_what_a_template_brings_along_is_no_address_of_the_unit() -> None:
    """THAI_WEB.md 7.7, P5."""
    assert found("email", passage(text("info@example.com"), links=(link("", "mailto:info@example.com"),))).count == 0
