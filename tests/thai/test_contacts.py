"""Telephones, e-mail, addresses, maps (clause 1.1: contact, phone, fax, map, email)."""

from __future__ import annotations

import pytest

from auditor.thai.contacts import (
    PhoneKind,
    find_addresses,
    find_coordinates,
    find_emails,
    find_phones,
    map_url,
)

P = PhoneKind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("โทร. ๐-๔๓๕๙.๗๐๗๖", [("043597076", P.PHONE)]),
        ("0 4359 7076", [("043597076", P.PHONE)]),
        ("043-597076", [("043597076", P.PHONE)]),
        ("(043) 597-076", [("043597076", P.PHONE)]),
        ("โทรศัพท์ : 055-252-052", [("055252052", P.PHONE)]),
        ("+66 43 597 076", [("043597076", P.PHONE)]),
        ("+66(0)2 590 1000", [("025901000", P.PHONE)]),
        ("โทร.038245735-60 ต่อ", [("038245735", P.PHONE)]),
        ("เบอร์โทรศัพท์ : 038-219232-3", [("038219232", P.PHONE)]),
        ("โทรศัพท์/โทรสาร 0-4359-7076", [("043597076", P.BOTH)]),
        ("โทร/แฟกซ์ 043-597076", [("043597076", P.BOTH)]),
        ("โทรสาร 0-4359-7077", [("043597077", P.FAX)]),
        ("แฟ็กซ์ 043597077", [("043597077", P.FAX)]),
        ("มือถือ 081-234-5678", [("0812345678", P.MOBILE)]),
        ("สายด่วน 1669", [("1669", P.HOTLINE)]),
        ("เหตุด่วนโทร 1669", [("1669", P.HOTLINE)]),
        ("Tel: 02-590-1000 Fax: 02-590-1001", [("025901000", P.PHONE), ("025901001", P.FAX)]),
        (
            "โทร 043-597076, 043-597077 โทรสาร 043-597078",
            [("043597076", P.PHONE), ("043597077", P.PHONE), ("043597078", P.FAX)],
        ),
        ("โทรศัพท์\n043-597076\nโทรสาร\n043-597077", [("043597076", P.PHONE), ("043597077", P.FAX)]),
    ],
)
def test_numbers_are_read_with_their_kind(text: str, expected: list[tuple[str, PhoneKind]]) -> None:
    assert [(phone.digits, phone.kind) for phone in find_phones(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "โทรสาร : .........",
        "1-2345-67890-12-3",
        "0-9940-00160-79-1",
        "0994000160791",
        "เลขที่โครงการ 67019123456",
        "ชบ 0832.1/52",
        "วันที่ 05-10-2566 5",
        "ISBN 978-616-11-0000-1",
        "1669",
        "ปี 2567 01/02/2567",
    ],
)
def test_numbers_of_other_things_are_no_telephones(text: str) -> None:
    assert find_phones(text) == ()


def test_an_extension_belongs_to_its_number() -> None:
    first, second = find_phones("โทรศัพท์ 034-427099 ต่อ5205-6 หรือ 0867531290")
    assert (first.digits, first.extension, second.digits, second.extension) == (
        "034427099",
        "5205-6",
        "0867531290",
        None,
    )


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("saraban@moph.go.th", "saraban@moph.go.th"),
        ("E-mail: Sso.Muang @gmail.com", "sso.muang@gmail.com"),
        ("saraban[at]moph.go.th", "saraban@moph.go.th"),
        ("saraban (at) moph (dot) go (dot) th", "saraban@moph.go.th"),
        ("อีเมล์ : saraban at moph.go.th", "saraban@moph.go.th"),
        ("a＠b.go.th", "a@b.go.th"),
    ],
)
def test_an_e_mail_address_is_read_through_its_disguise(text: str, address: str) -> None:
    assert [email.address for email in find_emails(text)] == [address]


@pytest.mark.parametrize("text", ["look at moph.go.th", "logo@2x.png", "x@y", "@moph.go.th"])
def test_what_is_no_e_mail_address_gives_none(text: str) -> None:
    assert find_emails(text) == ()


@pytest.mark.parametrize(
    ("text", "district", "province", "postcode"),
    [
        ("เลขที่ 1 หมู่ 5 ตำบลดงมูล อำเภอเมืองสรวง จังหวัดร้อยเอ็ด 45220", "เมืองสรวง", "ร้อยเอ็ด", "45220"),
        ("123/4 ม.5 ต.ดงมูล อ.เมืองสรวง จ.ร้อยเอ็ด 45220 โทร 043-597076", "เมืองสรวง", "ร้อยเอ็ด", "45220"),
        ("ตำบลดงมูลอำเภอเมืองสรวงจังหวัดร้อยเอ็ด๔๕๒๒๐", "เมืองสรวง", "ร้อยเอ็ด", "45220"),
        ("อ.เมืองสรวง ร้อยเอ็ด 45220", "เมืองสรวง", "ร้อยเอ็ด", "45220"),
        ("แขวงบางซื่อ เขตบางซื่อ กรุงเทพฯ 10800", "บางซื่อ", "กรุงเทพฯ", "10800"),
        ("1 Moo 5, Tambon Dong Mun, Amphoe Muang Suang, Roi Et 45220", "Muang Suang", "Roi Et", "45220"),
    ],
)
def test_an_address_is_read_with_its_parts(text: str, district: str, province: str, postcode: str) -> None:
    (address,) = find_addresses(text)
    assert (address.district, address.province, address.postcode) == (district, province, postcode)
    assert 0.5 < address.score <= 1


@pytest.mark.parametrize(
    "text", ["สำนักงานสาธารณสุขอำเภอเมือง จังหวัดตาก", "อำเภอเมือง จังหวัดเลย ลงพื้นที่ ตำบลนาอาน", "โทร 10400", ""]
)
def test_a_mention_of_a_place_is_no_address(text: str) -> None:
    assert find_addresses(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "15.8034, 103.7321",
        "https://www.google.com/maps/@15.8034,103.7321,17z",
        "!3d15.8034!4d103.7321",
        "pb=!1m18!1m12!2d103.7321!3d15.8034",
        "15°48'12.2\"N 103°43'55.6\"E",
        "ละติจูด ๑๕.๘๐๓๔ ลองจิจูด ๑๐๓.๗๓๒๑",
    ],
)
def test_a_point_in_Thailand_is_read(text: str) -> None:  # noqa: N802 - a name
    (point,) = find_coordinates(text)
    assert (round(point.latitude, 3), round(point.longitude, 3)) == (15.803, 103.732)


def test_a_point_elsewhere_is_none() -> None:
    assert find_coordinates("1.2345, 5.6789 และ 48.8584, 2.2945") == ()


@pytest.mark.parametrize(
    "url",
    [
        "https://maps.app.goo.gl/x",
        "https://goo.gl/maps/abc",
        "https://www.google.co.th/maps/place/x",
        "https://maps.google.com/maps?q=1",
        "//maps.google.com/?ll=1",
        "https://www.google.com/maps/embed?pb=",
        "https://www.openstreetmap.org/#map",
        "https://map.longdo.com/",
        "https://www.bing.com/maps?cp=",
        "https://www.google.example/maps/embed?pb=!1m18",
        "//google.example/maps/embed?pb=",
        "https://www.google.com.example/maps/d/embed?mid=1a",
        "https://www.google.example/maps/d/u/0/viewer?mid=1a",
        "https://www.google.example:8443/maps/place/สสอ.",
    ],
)
def test_addresses_of_maps_are_known(url: str) -> None:
    assert map_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.google.com/search?q=maps",
        "http://a.go.th/maps",
        "maps",
        "",
        "https://www.google.example/search?q=/maps/embed",
        "https://www.google.example/maps/embedded-photos",
        "https://www.google.example/maps/documents",
        "https://www.google.example/maps/places",
        "https://www.notgoogle.example/maps/embed?pb=",
        "https://google-reviews.example/maps/embed?pb=",
        "https://a.go.th/google.com/maps/embed?pb=",
        "https://a.go.th/?u=https://www.google.example/maps/embed",
    ],
)
def test_other_addresses_are_no_maps(url: str) -> None:
    assert not map_url(url)


@pytest.mark.parametrize(
    "unit", ["1", "0 ", "0812345678 ", "a@", "a.", "dot ", "ตำบลก", "เลขที่ 1", "1.1111 ", "abc def 1", "โทร "]
)
def test_a_long_hostile_text_is_read_in_linear_time(unit: str) -> None:
    """Rule 13."""
    text = unit * (100_000 // len(unit))
    found = (find_phones(text), find_emails(text), find_addresses(text), find_coordinates(text))
    assert all(len(part) < len(text) for part in found)
