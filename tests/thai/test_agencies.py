"""Names of agencies in texts: kind and proper name, and sentences that name none (THAI_WEB.md 6.10)."""

from __future__ import annotations

import pytest

from auditor.thai.agencies import Level, find_agencies, find_province, is_place, level, of_one_network, same_kind
from auditor.thai.text import fold

NAMED = [
    ("สำนักงานสาธารณสุขอำเภอบึงทอง", "สสอ.", "บึงทอง"),
    ("สสอ.บึงทอง", "สสอ.", "บึงทอง"),
    ("สสอ. บึงทอง จ.ร้อยเอ็ด", "สสอ.", "บึงทอง"),
    ("สสอ บึงทอง", "สสอ.", "บึงทอง"),
    ("สนง.สาธารณสุขอำเภอบึงทอง", "สสอ.", "บึงทอง"),
    ("สํานักงานสาธารณสุขอําเภอบึงทอง", "สสอ.", "บึงทอง"),
    ("สำนักงานสาธารณสุขอำเภอบึงทอง จังหวัดร้อยเอ็ด", "สสอ.", "บึงทอง"),
    ("สำนักงานสาธารณสุขอำเภอบึงทองจังหวัดร้อยเอ็ด", "สสอ.", "บึงทอง"),
    ("ประกาศสำนักงานสาธารณสุขอำเภอบึงทอง เรื่อง แนวทาง", "สสอ.", "บึงทอง"),
    ("คำสั่งสำนักงานสาธารณสุขอำเภอบึงทอง ที่ 5/2567", "สสอ.", "บึงทอง"),
    ("สำนักงานสาธารณสุขจังหวัดร้อยเอ็ด", "สสจ.", "ร้อยเอ็ด"),
    ("สสจ.ร้อยเอ็ด", "สสจ.", "ร้อยเอ็ด"),
    ("สำนักงานสาธารณสุขจังหวัดกระบี่", "สสจ.", "กระบี่"),
    ("โรงพยาบาลบึงทอง", "รพ.", "บึงทอง"),
    ("รพ.บึงทอง", "รพ.", "บึงทอง"),
    ("โรงพยาบาลชุมชนบึงทอง", "รพช.", "บึงทอง"),
    ("โรงพยาบาลสมเด็จพระยุพราชท่าบ่อ", "รพร.", "ท่าบ่อ"),
    ("รพร.ท่าบ่อ", "รพร.", "ท่าบ่อ"),
    ("โรงพยาบาลส่งเสริมสุขภาพตำบลดอนขวาง", "รพ.สต.", "ดอนขวาง"),
    ("รพ.สต.ดอนขวาง", "รพ.สต.", "ดอนขวาง"),
    ("รพสต.ดอนขวาง", "รพ.สต.", "ดอนขวาง"),
    ("แผนปฏิบัติราชการโรงพยาบาลบึงทอง ประจำปีงบประมาณ 2567", "รพ.", "บึงทอง"),
    ("โรงพยาบาลนางรอง", "รพ.", "นางรอง"),
    ("สำนักงานสาธารณสุขอำเภอนายูง", "สสอ.", "นายูง"),
    ("สสอ.นายายอาม", "สสอ.", "นายายอาม"),
    ("สำนักงานสาธารณสุขอำเภอจะนะ จังหวัดสงขลา", "สสอ.", "จะนะ"),
    ("สสอ.พญาเม็งราย", "สสอ.", "พญาเม็งราย"),
    ("โรงพยาบาลสมเด็จพระยุพราชเชียงของ", "รพร.", "เชียงของ"),
    ("รพ.สต.ในเมือง", "รพ.สต.", "ในเมือง"),
    ("โรงพยาบาลบึงทองประจำปีงบประมาณ พ.ศ. 2567", "รพ.", "บึงทอง"),
    ("วิสัยทัศน์ อบจ.ร้อยเอ็ด", "อบจ.", "ร้อยเอ็ด"),
    ("องค์การบริหารส่วนจังหวัดร้อยเอ็ด", "อบจ.", "ร้อยเอ็ด"),
    ("องค์การบริหารส่วนตำบลบึงทอง", "อปท.", "บึงทอง"),
]


@pytest.mark.parametrize(("text", "kind", "proper"), NAMED)
def test_an_agency_is_named_by_kind_and_proper_name(text: str, kind: str, proper: str) -> None:
    found = [(name.unit_type, name.proper) for name in find_agencies(text)]
    assert found == [(kind, fold(proper))]


GENERAL = [
    "โรงพยาบาลในสังกัดกระทรวงสาธารณสุขทุกแห่ง",
    "เป็นโรงพยาบาลชั้นนำของภาคอีสาน",
    "โรงพยาบาลคุณภาพ บริการด้วยหัวใจ",
    "โรงพยาบาลของรัฐและเอกชน",
    "โรงพยาบาลแม่ข่ายและลูกข่าย",
    "โรงพยาบาลทุกแห่งต้องจัดทำแผน",
    "พัฒนาโรงพยาบาลสีเขียว",
    "โรงพยาบาลขนาด 30 เตียง",
    "ไปโรงพยาบาลที่ใกล้บ้าน",
    "สาธารณสุขอำเภอ นายสมชาย ใจดี",
    "รพ.สต. ทุกแห่งในพื้นที่",
    "โรงพยาบาลในจังหวัดร้อยเอ็ด",
    "สาธารณสุขอำเภอ นางสาวสมหญิง รักไทย",
    "ผู้อำนวยการโรงพยาบาล โทร. 043-597076",
    "อาสาสมัครสาธารณสุขประจำหมู่บ้าน",
    "“โรงพยาบาลชุมชนน่าอยู่ คู่คนลุ่มน้ำ”",
    "คำรับรองระหว่าง ผอ.รพ. กับ นพ.สสจ. ปีงบประมาณ 2567",
    "ผู้ป่วยใหม่มาที่ รพ. ต้องเตรียมอะไร",
    "โรงพยาบาลทันสมัย บุคลากรมีความสุข",
    "ขอแผนงานของ สสอ. หน่อยครับ",
]


@pytest.mark.parametrize("text", GENERAL)
def test_a_sentence_about_units_in_general_names_none(text: str) -> None:
    assert list(find_agencies(text)) == []


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("คปสอ.", "สสอ.", True),
        ("รพช.", "คปสอ.", True),
        ("คปสอ.", "รพ.", True),
        ("คปสอ.", "สสจ.", False),
        ("คปสอ.", "รพ.สต.", False),
        ("สสอ.", "รพ.", False),
    ],
)
def test_a_districts_network_is_one_with_its_district_units(one: str, other: str, *, together: bool) -> None:
    assert of_one_network(one, other) is together


@pytest.mark.parametrize("name", ["คปสอ.บึงทอง", "แผนพัฒนาสุขภาพ คปสอ.บึงทอง ปี 2567", "เครือข่ายบริการสุขภาพอำเภอบึงทอง"])
def test_the_network_of_a_district_is_named(name: str) -> None:
    assert [(found.unit_type, found.proper) for found in find_agencies(name)] == [("คปสอ.", fold("บึงทอง"))]


def test_two_agencies_of_one_line_are_both_named_in_order() -> None:
    found = [name.unit_type for name in find_agencies("โรงพยาบาลบึงทอง และ สำนักงานสาธารณสุขอำเภอบึงทอง")]
    assert found == ["รพ.", "สสอ."]


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("อำเภอบึงทอง จังหวัดร้อยเอ็ด 45220", "ร้อยเอ็ด"),
        ("อ.บึงทอง จ.ร้อยเอ็ด", "ร้อยเอ็ด"),
        ("จังหวัดนครศรีธรรมราช", "นครศรีธรรมราช"),
        ("จ. เพชรบูรณ์ 67000", "เพชรบูรณ์"),
        ("อำเภอบึงทอง", None),
    ],
)
def test_a_province_is_read_behind_its_word(text: str, province: str | None) -> None:
    assert find_province(text) == province


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("รพ.", "รพช.", True), ("รพท.", "รพศ.", True), ("สสอ.", "สสจ.", False), ("รพ.", "รพ.สต.", False)],
)
def test_hospitals_of_all_classes_are_one_kind(one: str, other: str, *, same: bool) -> None:
    assert same_kind(one, other) is same


def test_a_province_stands_above_a_district_and_a_district_above_a_subdistrict() -> None:
    levels = [level("สสจ."), level("สสอ."), level("รพ.สต.")]
    assert levels == [Level.PROVINCE, Level.DISTRICT, Level.SUBDISTRICT]
    assert level("กรมการอื่น") is None


@pytest.mark.parametrize(
    ("words", "free", "within"),
    [
        pytest.param("มูลนิธิโรงพยาบาลบึงทอง", 0, 0, id="its-foundation"),
        pytest.param("มูลนิธิ โรงพยาบาลบึงทอง", 0, 0, id="its-foundation-apart"),
        pytest.param("สหกรณ์ออมทรัพย์โรงพยาบาลบึงทอง", 0, 0, id="its-cooperative"),
        pytest.param("ร่วมสร้างโรงพยาบาลบึงทอง", 0, 1, id="in-a-sentence"),
        pytest.param("ชมรมจริยธรรม โรงพยาบาลบึงทอง", 1, 1, id="its-own-club"),
        pytest.param("มูลนิธิรวมใจและโรงพยาบาลบึงทอง", 1, 1, id="beside-a-foundation"),
    ],
)
def test_a_body_that_bears_an_agencys_name_is_not_the_agency(words: str, free: int, within: int) -> None:
    assert len(list(find_agencies(words))) == free
    assert len(list(find_agencies(words, within=True))) == within


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("", True),
        (" อำเภอบึงทอง จังหวัดร้อยเอ็ด", True),
        (" ต.หนองขาม อ.บึงทอง จ.ร้อยเอ็ด", True),
        (" จัดทำขึ้น", False),
        (" อำเภอบึงทอง จัดอบรม", False),
    ],
)
def test_a_place_is_nothing_but_a_place(words: str, *, place: bool) -> None:
    assert is_place(words) is place
