"""Dates in every form met: THAI_WEB 6.3 to 6.7, row by row."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.thai.dates import DateRole, DateSpan, Precision, find_dates
from auditor.thai.months import FULL_NAMES, SHORT_NAMES


def only(text: str) -> DateSpan:
    spans = find_dates(text)
    assert len(spans) == 1, [span.raw for span in spans]
    return spans[0]


def iso(span: DateSpan) -> str:
    """`a`, `a/b`, with `..` for an open end."""
    first, last = (str(end) if end else ".." for end in (span.first, span.last))
    return first if first == last else f"{first}/{last}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("10 มกราคม 2567", "2024-01-10", id="D1"),
        pytest.param("13 พฤศจิกายน พ.ศ. 2562", "2019-11-13", id="D2"),
        pytest.param("13 พฤศจิกายน พ.ศ.2562", "2019-11-13", id="D2-no-space"),
        pytest.param("13 พฤศจิกายน พุทธศักราช 2562", "2019-11-13", id="D2-in-full"),
        pytest.param("๑๒สิงหาคม ๒๕๖๐", "2017-08-12", id="D3"),
        pytest.param("08 ธ.ค. 2563", "2020-12-08", id="D4"),
        pytest.param("30 มี.ค.2565", "2022-03-30", id="D4-no-space"),
        pytest.param("10 ม.ค. 67", "2024-01-10", id="D5"),
        pytest.param("ลว 3 กพ.63", "2020-02-03", id="D5-one-dot"),
        pytest.param("24 กย.2556", "2013-09-24", id="D6"),
        pytest.param("18ธค66", "2023-12-18", id="D6-no-space-at-all"),
        pytest.param("ประกาศ ณ วันที่ ๒๕ ธันวาคม พ.ศ. ๒๕๖๖", "2023-12-25", id="D7"),
        pytest.param("วันศุกร์ที่ 22 ธันวาคม พ.ศ. 2566", "2023-12-22", id="D8"),
        pytest.param("13/10/2559", "2016-10-13", id="D9"),
        pytest.param("13-10-2559", "2016-10-13", id="D9-dashes"),
        pytest.param("13.10.59", "2016-10-13", id="D9-dots-short"),
        pytest.param("นัดมาในวันที่16/2/65", "2022-02-16", id="D9-short-no-space"),
        pytest.param("29/3/2017 12:00 AM", "2017-03-29", id="D10"),
        pytest.param("9/25/13", "2013-09-25", id="D11"),
        pytest.param("2019-05-28T14:57:58+07:00", "2019-05-28", id="D12"),
        pytest.param("2024-01-10", "2024-01-10", id="D12-date"),
        pytest.param("2567-01-10", "2024-01-10", id="D12-buddhist"),
        pytest.param("30 พฤศจิกายน 2023", "2023-11-30", id="D13"),
        pytest.param("9 กรกฎาคม ค.ศ. 2025", "2025-07-09", id="D13-era"),
        pytest.param("จันทร์ ๐๑ ธันวาคม ๑๙๙๗ ๑๕:๒๘", "1997-12-01", id="D14"),
        pytest.param("เดือน กันยายน 2568", "2025-09-01/2025-09-30", id="D15"),
        pytest.param("ประจำเดือน ธ.ค. 66", "2023-12-01/2023-12-31", id="D15-short"),
        pytest.param("10 January 2024", "2024-01-10", id="D16"),
        pytest.param("January 10, 2567", "2024-01-10", id="D16-buddhist"),
        pytest.param("Saturday, June 7, 2025", "2025-06-07", id="D16-weekday"),
        pytest.param("March 26th, 2019", "2019-03-26", id="D16-ordinal"),
        pytest.param("MOIT5-OCT67.pdf", "2024-10-01/2024-10-31", id="D18-month-of-file"),
        pytest.param("สขร 1 เดือน ก.ย.67.pdf", "2024-09-01/2024-09-30", id="D18-summary"),
        pytest.param("cid=20231022160856123", "2023-10-22", id="D18-stamp"),
        pytest.param("/2022/02/07/", "2022-02-07", id="D18-path"),
        pytest.param("/2567/01/", "2024-01-01/2024-01-31", id="D18-path-month"),
        pytest.param("363-10-09-2561", "2018-09-10", id="D18-alias"),
        pytest.param("22 - 24 ธันวาคม 2566", "2023-12-22/2023-12-24", id="D19"),
        pytest.param("วันที่ 1–31 ม.ค. 2567", "2024-01-01/2024-01-31", id="D19-dash"),
        pytest.param("เมื่อวันที่ ๒ - ๕ พ.ค. ๕๕", "2012-05-02/2012-05-05", id="D19-short"),
        pytest.param("1, 3 และ 5 มกราคม 2567", "2024-01-01/2024-01-05", id="D19-list"),
        pytest.param("1 ตุลาคม 2566-31 มีนาคม 2567", "2023-10-01/2024-03-31", id="D20"),
        pytest.param("ต.ค.64 - มี.ค.65", "2021-10-01/2022-03-31", id="D20-months"),
        pytest.param("ต.ค.66-ก.ย.67", "2023-10-01/2024-09-30", id="D20-months-tight"),
        pytest.param("เดือนมกราคม 2567-เดือนมีนาคม 2567", "2024-01-01/2024-03-31", id="D20-months-named"),
        pytest.param("1 ต.ค. – 31 ธ.ค. 2566", "2023-10-01/2023-12-31", id="D20-left-year-missing"),
        pytest.param("15 ธ.ค. - 15 ม.ค. 2567", "2023-12-15/2024-01-15", id="D20-over-new-year"),
        pytest.param("ระหว่างวันที่ 1 ธ.ค. 2566 ถึงวันที่ 31 ม.ค. 2567", "2023-12-01/2024-01-31", id="D21-between"),
        pytest.param("ตั้งแต่วันที่ 1 มกราคม 2567 ถึง 31 มีนาคม 2567", "2024-01-01/2024-03-31", id="D21-from-to"),
        pytest.param("ตั้งแต่บัดนี้ถึงวันที่ 31 มกราคม 2567", "../2024-01-31", id="D21-from-now"),
        pytest.param("ตั้งแต่วันที่ 1 ตุลาคม 2566 เป็นต้นไป", "2023-10-01/..", id="D21-since"),
        pytest.param("ภายในวันที่ 15 ก.พ. 67", "2024-02-15", id="D21-by"),
        pytest.param("วันที่...๒๕...ธันวาคม...๒๕๖๖", "2023-12-25", id="N12-form-dots"),
        pytest.param("วันที่.....22...../.....11...../.....2565", "2022-11-22", id="N12-form-slashes"),
        pytest.param("วันศุกร์ที่ 25 / 11 / 2565", "2022-11-25", id="spaces-around-slashes"),
        pytest.param("22- 11 -2565", "2022-11-22", id="spaces-around-dashes"),
        pytest.param("๒๒ / พ.ย. / ๖๕", "2022-11-22", id="slashes-around-a-month"),
        pytest.param("ลงวันที่ 9 เดือน 2 พ.ศ. 2568", "2025-02-09", id="month-by-number"),
        pytest.param("ฉบับที่ 5/มีนาคม 2567", "2024-03-01/2024-03-31", id="issue-of-a-month"),
        pytest.param("๒๕\u200b ธันวาคม\u00a0๒๕๖๖", "2023-12-25", id="N8-invisible"),
        pytest.param("8 ม.ย.63", "2020-04-08", id="misspelt-april"),
        pytest.param("5 พฤษจิกายน 2566", "2023-11-05", id="misspelt-november"),
        pytest.param("5 พฤศจิการยน 2566", "2023-11-05", id="misspelt-november-2"),
        pytest.param("5 กรกฏาคม 2566", "2023-07-05", id="misspelt-july"),
        pytest.param("5 กุมภาพันธุ์ 2566", "2023-02-05", id="misspelt-february"),
        pytest.param("9 ตุลําคม พ.ศ. 2545", "2002-10-09", id="nikhahit-for-aa"),
        pytest.param("๕ มถิ ุนายน ๒๕๖๖", "2023-06-05", id="N5-slid-marks"),
        pytest.param("18 พฤศจิกายน 253\\62", "2019-11-18", id="slip-of-the-key"),
        pytest.param("25 ธันวา 66", "2023-12-25", id="spoken-month"),
        pytest.param("25 ม. ค. 2566", "2023-01-25", id="space-in-short-month"),
        pytest.param("25 ม.ค 2566", "2023-01-25", id="no-final-dot"),
        pytest.param("25 ม..ค. 2566", "2023-01-25", id="doubled-dot"),
        pytest.param("26 เดือน กันยายน พ.ศ.2564", "2021-09-26", id="word-month-between"),
        pytest.param("15 มีนาคม 2480", "1938-03-15", id="Y6-old-new-year"),
    ],
)
def test_every_form_is_read(text: str, expected: str) -> None:
    assert iso(only(text)) == expected


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_is_known_in_full_and_short(number: int) -> None:
    full, short = FULL_NAMES[number - 1], SHORT_NAMES[number - 1]
    bare = short.replace(".", "")
    for written in (f"5 {full} 2567", f"5 {short} 2567", f"5 {bare} 2567", f"5 {short} 67", f"5{bare}.67"):
        assert only(written).first == date(2024, number, 5), written


@pytest.mark.parametrize(
    ("text", "expected", "precision", "fiscal_year"),
    [
        ("ปีงบประมาณ 2567", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("ปีงบประมาณพ.ศ.2567", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("ปีงบประมาณ2567", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("ปีงบฯ 2567", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("ปีงบ 68", "2024-10-01/2025-09-30", Precision.FISCAL_YEAR, 2568),
        ("ปี งปม. 67", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("งบ 2567", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("ปีงมประมาณ 2567", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("ปีงปประมาณ 2567", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("ปงี บประมาณ 2563", "2019-10-01/2020-09-30", Precision.FISCAL_YEAR, 2563),
        ("ประจำปี 2567", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("FY2567", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("Fiscal year 2023", "2022-10-01/2023-09-30", Precision.FISCAL_YEAR, 2566),
        ("ITA 2567", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("ITA 2024", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("MOIT 9-67", "2023-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("o13_66.html", "2022-10-01/2023-09-30", Precision.FISCAL_YEAR, 2566),
        ("ita65-15.aspx", "2021-10-01/2022-09-30", Precision.FISCAL_YEAR, 2565),
        ("ปีงบประมาณ พ.ศ. 2566-2567", "2022-10-01/2024-09-30", Precision.FISCAL_YEAR, 2567),
        ("ปีงบประมาณ 2564 และปีงบประมาณ 2565", "2020-10-01/2022-09-30", Precision.FISCAL_YEAR, 2565),
        ("ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2567", "2023-10-01/2023-12-31", Precision.QUARTER, 2567),
        ("ไตรมาส 2/2567", "2024-01-01/2024-03-31", Precision.QUARTER, 2567),
        ("ไตรมาสที่ ๓ พ.ศ. ๒๕๖๗", "2024-04-01/2024-06-30", Precision.QUARTER, 2567),
        ("ITA 2566 ไตรมาส 4", "2023-07-01/2023-09-30", Precision.QUARTER, 2566),
        ("ไตรมาสแรก ปีงบ 67", "2023-10-01/2023-12-31", Precision.QUARTER, 2567),
        ("Q1/2567", "2023-10-01/2023-12-31", Precision.QUARTER, 2567),
        ("ReportTRI1-67.pdf", "2023-10-01/2023-12-31", Precision.QUARTER, 2567),
        ("รอบ 6 เดือนแรก ปีงบประมาณ 2567", "2023-10-01/2024-03-31", Precision.HALF, 2567),
        ("ปีงบประมาณ 2567 รอบ 6 เดือนหลัง", "2024-04-01/2024-09-30", Precision.HALF, 2567),
        ("ครึ่งปีหลัง ปีงบประมาณ 2567", "2024-04-01/2024-09-30", Precision.HALF, 2567),
        ("รอบ 12 เดือน ปีงบประมาณ 2566", "2022-10-01/2023-09-30", Precision.FISCAL_YEAR, 2566),
        ("พ.ศ. 2566 - 2570", "2023-01-01/2027-12-31", Precision.YEAR, None),
        ("แผนพัฒนา 2556-2558 (ทบทวน)", "2013-01-01/2015-12-31", Precision.YEAR, None),
        ("ปีปฏิทิน 2566", "2023-01-01/2023-12-31", Precision.YEAR, None),
        ("ปีการศึกษา 2567", "2024-01-01/2024-12-31", Precision.YEAR, None),
        ("ปี 61 - 64", "2018-01-01/2021-12-31", Precision.YEAR, None),
        ("แผน67.pdf", "2024-01-01/2024-12-31", Precision.YEAR, None),
        ("ปี59", "2016-01-01/2016-12-31", Precision.YEAR, None),
        ("แผนปฏิบัติการ ปี 69", "2026-01-01/2026-12-31", Precision.YEAR, None),
        ("ผลงาน ปี 68 (ฉบับแก้ไข)", "2025-01-01/2025-12-31", Precision.YEAR, None),
        ("แผนเงินบำรุง ปี 69.pdf", "2026-01-01/2026-12-31", Precision.YEAR, None),
        ("First year of data 2562 / Last year of data 2567", "2019-01-01/2024-12-31", Precision.YEAR, None),
    ],
)
def test_parts_of_years_and_years_are_read(
    text: str, expected: str, precision: Precision, fiscal_year: int | None
) -> None:
    span = only(text)
    assert (iso(span), span.precision, span.fiscal_year) == (expected, precision, fiscal_year)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("คำสั่งที่ 12/2567 ประกาศเลขที่ 3/2567", id="T1"),
        pytest.param("ครั้งที่ 1/2567 รอบที่ 2/2567 ฉบับที่ 5 พ.ศ. 2560", id="T2"),
        pytest.param("ที่ รอ ๐๐๓๓.๓๐๑/๑๒๓", id="T3"),
        pytest.param("ที่ กค 0405.3/ว 78; กค (กวจ)", id="T4"),
        pytest.param("สำนักงาน ก.พ.; ก.พ.7; ก.ค.ศ.; ส.ค.ส.", id="T5"),
        pytest.param("มาตรา 9 (8), ข้อ 1.10, เวอร์ชัน 2.0, O12.1", id="T6"),
        pytest.param("โทร. ๐-๔๓๕๙.๗๐๗๖; 0 4359 7076; 043-597076; 02-2566-2567", id="T7"),
        pytest.param("© 2567, ลิขสิทธิ์ พ.ศ. 2560, สงวนลิขสิทธิ์ 2561", id="T9"),
        pytest.param("พ.ร.บ.ข้อมูลข่าวสาร พ.ศ. 2540; แก้ไขเพิ่มเติม (ฉบับที่ 2) พ.ศ. 2560", id="T11"),
        pytest.param("เลขที่โครงการ 67019123456", id="T13"),
        pytest.param("ปี 60; เด็ก 0-5 ปี; ผู้สูงอายุ 60 ปีขึ้นไป", id="ages"),
        pytest.param("ผู้สูงอายุ 60 ปี 69; อายุ ปี 65; ครบ ปี 60; ปี 65 คน", id="ages-with-a-space"),
        pytest.param("08.30 - 16.30 น.", id="office-hours"),
        pytest.param("จำนวน 2567 คน ราคา 2,567 บาท ร้อยละ 25.66", id="amounts"),
        pytest.param("1-2345-67890-12-3", id="id-number"),
        pytest.param("ประจำปี พ.ศ. 25555", id="year-of-five-digits"),
        pytest.param("40 สิงหาคม 2568", id="D22-day"),
        pytest.param("18 พฤศจิกายน 253", id="D22-year"),
        pytest.param("31 เมษายน 2567", id="D22-day-of-month"),
        pytest.param("29 กุมภาพันธ์ 2566", id="D22-leap"),
        pytest.param("25 ธันวาคม 9999", id="D22-far-year"),
        pytest.param("12/25/2566", id="month-first-is-not-Thai"),
        pytest.param("22 / 13 / 2565", id="no-thirteenth-month"),
        pytest.param("ครั้งที่ 3 / 2565; ครั้งที่ 3 / 2565 / 22", id="meeting-with-spaces"),
        pytest.param("O1-O43; MOIT 1-22; SpO2-66; O2 60%; o2-1", id="items-without-a-year"),
        pytest.param("5 / 3 / 60", id="counts-beside-each-other"),
        pytest.param("ขึ้น ๑๕ ค่ำ เดือน ๖", id="D23"),
        pytest.param("1 ม.ค. 2513", id="Y4-epoch"),
        pytest.param("00-00-0000 0000-00-00 30 พ.ย. 543", id="Y4-empty"),
        pytest.param("1 ม.ค. 3110; 1 ม.ค. 1481", id="Y4-converted-twice"),
        pytest.param("วันนี้ (13 ม.ค.)", id="no-year"),
        pytest.param("2 วันที่แล้ว", id="relative-without-reference"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_only_looks_like_a_date_gives_nothing(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("เผยแพร่เมื่อ 12 ม.ค. 67", DateRole.PUBLISHED),
        ("วันที่เผยแพร่ : 12/01/2567", DateRole.PUBLISHED),
        ("วัน/เดือน/ปี ที่เผยแพร่ 12 ม.ค. 67", DateRole.PUBLISHED),
        ("วันที่โพส 29 ก.ย. 2568", DateRole.PUBLISHED),
        ("โพสต์เมื่อ 12 ม.ค. 67", DateRole.PUBLISHED),
        ("วันที่ลงข่าว\n12 ม.ค. 67", DateRole.PUBLISHED),
        ("สร้างเมื่อ: 12 ม.ค. 67", DateRole.PUBLISHED),
        ("อัพโหลดเมื่อ 12 ม.ค. 67", DateRole.PUBLISHED),
        ("วันที่ประกาศ 12 ม.ค. 67", DateRole.PUBLISHED),
        ("Posted on 28/05/2019", DateRole.PUBLISHED),
        ("By:Admin | 2022-03-11 16:02:50", DateRole.PUBLISHED),
        ("เขียนโดย งานพัสดุ, 12 ม.ค. 67", DateRole.PUBLISHED),
        ("โพสต์โดย admin วันที่ 12/01/2567 10:21 น.", DateRole.PUBLISHED),
        ("โพสต์โดย : สมศรี ใจดี วันที่ 12 ม.ค. 67", DateRole.PUBLISHED),
        ("ผู้ลงข่าว นาง สมศรี ใจดี วันที่ 12 ม.ค. 67", DateRole.PUBLISHED),
        ("แก้ไขโดย admin วันที่ 12 ม.ค. 67", DateRole.MODIFIED),
        ('"datePublished":"2023-12-25"', DateRole.PUBLISHED),
        ("ปรับปรุงล่าสุดเมื่อ : 11/7/2019", DateRole.MODIFIED),
        ("แก้ไขครั้งสุดท้าย วันพุธ, 12 ม.ค. 67", DateRole.MODIFIED),
        ("อัพเดทล่าสุด 12 ม.ค. 67", DateRole.MODIFIED),
        ("Last updated: August 21, 2025", DateRole.MODIFIED),
        ("ลงวันที่ วันที่ 13 พ.ย. 2562", DateRole.DOCUMENT),
        ("ลว. 5 ม.ค. 67", DateRole.DOCUMENT),
        ("ว 89 ลว.12/01/67", DateRole.DOCUMENT),
        ("ว 89 ลว12/01/67", DateRole.DOCUMENT),
        ("ลว.12ม.ค.67", DateRole.DOCUMENT),
        ("ลงวันที่12/01/67", DateRole.DOCUMENT),
        ("คำสั่งที่ 7/2562 ลง 14 ม.ค.62", DateRole.DOCUMENT),
        ("สั่ง ณ วันที่ 5 ม.ค. 67", DateRole.DOCUMENT),
        ("ข้อมูล ณ วันที่ 30 กันยายน 2566", DateRole.AS_OF),
        ("ข้อมูล ณ เดือนธันวาคม 2566", DateRole.AS_OF),
        ("เริ่มนับ 01 กันยายน 2557", DateRole.AS_OF),
        ("หมดเขต 5 มี.ค. 67", DateRole.EXPIRES),
        ("ปิดรับสมัครวันที่ 5 มี.ค. 67", DateRole.EXPIRES),
        ("รับสมัครถึง 5 มี.ค. 67", DateRole.EXPIRES),
        ("เปิดรับสมัครตั้งแต่วันที่ 1 - 15 ก.พ. 67", DateRole.EXPIRES),
        ("รับสมัครตั้งแต่บัดนี้ถึง 15 ก.พ. 67", DateRole.EXPIRES),
        ("เสนอราคาทางระบบในวันที่ 5 มี.ค. 67", DateRole.EXPIRES),
        ("เมื่อวันที่ 19 ตุลาคม 2562", DateRole.EVENT),
        ("เกิดเมื่อ 12 กันยายน 2501", DateRole.EVENT),
        ("อบรมวันที่ 5 ม.ค. 66", DateRole.EVENT),
        ("นัดประชุม คปสจ. ครั้งที่ 2/2566 วันที่ 27 ก.พ. 66", DateRole.EVENT),
        ("ประชุม กวป. ครั้งที่ 2 เมื่อวันที่ 27 ก.พ. 66", DateRole.EVENT),
        ("ข้อมูลถึงวันที่ 5 ม.ค. 66", DateRole.AS_OF),
        ("ปิดรับสมัคร\n5 ม.ค. 66", DateRole.EXPIRES),
        ("อัปโหลดแล้ว 6 มิ.ย. 67", DateRole.PUBLISHED),
        ("เผยแพร่ ณ วันที่ 6 มิ.ย. 67", DateRole.PUBLISHED),
        ("ขึ้นเว็บไซต์วันที่ 6 มิ.ย. 67", DateRole.PUBLISHED),
        ("Date added: 6 June 2024", DateRole.PUBLISHED),
        ("แก้ไขล่าสุดโดย admin เมื่อ 6 มิ.ย. 67", DateRole.MODIFIED),
        ("Last edited by admin on 6 June 2024", DateRole.MODIFIED),
        ("ลงนาม ณ วันที่ 6 มิ.ย. 67", DateRole.DOCUMENT),
        ("วันที่อนุมัติ 6 มิ.ย. 67", DateRole.DOCUMENT),
        ("มีผลบังคับใช้ตั้งแต่วันที่ 6 มิ.ย. 67", DateRole.DOCUMENT),
        ("Effective date: 6 June 2024", DateRole.DOCUMENT),
        ("ยอดสะสมถึงวันที่ 6 มิ.ย. 67", DateRole.AS_OF),
        ("ผลการเบิกจ่ายงบประมาณถึงวันที่ 6 มิ.ย. 67", DateRole.AS_OF),
        ("วันที่ประมวลผล : 6 มิ.ย. 67", DateRole.AS_OF),
        ("วันที่สิ้นสุดการเผยแพร่ 6 มิ.ย. 67", DateRole.EXPIRES),
        ("ปลดประกาศเมื่อ 6 มิ.ย. 67", DateRole.EXPIRES),
        ("รายงานตัวถึงวันที่ 6 มิ.ย. 67", DateRole.EXPIRES),
        ("ขยายเวลารับสมัครถึงวันที่ 6 มิ.ย. 67", DateRole.EXPIRES),
        ("วันที่จัดกิจกรรม : 6 มิ.ย. 67", DateRole.EVENT),
        ("Start date: 6 June 2024", DateRole.EVENT),
        ("สืบค้นเมื่อ 6 มิ.ย. 67", DateRole.EVENT),
        ("Printed on 6 June 2024", DateRole.EVENT),
        ("ประจำเดือนตุลาคม 2566", DateRole.PERIOD),
        ("1 ตุลาคม 2566 - 31 มีนาคม 2567", DateRole.PERIOD),
        ("8 ธ.ค. 2566", DateRole.UNKNOWN),
        ("ประกาศผลสอบ 8 ธ.ค. 2566", DateRole.UNKNOWN),
    ],
)
def test_the_words_beside_a_date_tell_its_role(text: str, role: DateRole) -> None:
    assert only(text).role is role


def test_a_start_of_applications_is_no_last_day() -> None:
    span = only("รับสมัครตั้งแต่วันที่ 5 ม.ค. 67")
    assert (span.role, span.first, span.last) == (DateRole.EXPIRES, date(2024, 1, 5), None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ประกาศผู้ชนะการเสนอราคา ซื้อวัสดุ\n10/04/2567", id="result-of-offers"),
        pytest.param("ข่าวรับสมัครงาน\n10/06/2567", id="heading-of-jobs"),
        pytest.param("รายงานสถานการณ์ ประจำสัปดาห์\n12/06/2567", id="weekly-report"),
        pytest.param("ประกาศรับสมัคร 10/06/2567", id="neither-from-nor-until"),
    ],
)
def test_a_title_is_no_label_of_the_date_below_it(text: str) -> None:
    assert only(text).role is DateRole.UNKNOWN


def test_each_date_of_a_line_has_the_label_before_it() -> None:
    spans = find_dates("เผยแพร่เมื่อ 3 ก.พ. 2567 แก้ไขเมื่อ 4 ก.พ. 2567")
    assert [(span.role, span.label) for span in spans] == [
        (DateRole.PUBLISHED, "เผยแพร่เมื่อ"),
        (DateRole.MODIFIED, "แก้ไขเมื่อ"),
    ]


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("4 กันยายน 2566 เวลา 13.30 น.", date(2023, 9, 4), time(13, 30)),
        ("12 มกราคม 2567 16.30น.", date(2024, 1, 12), time(16, 30)),
        ("30 พฤศจิกายน 2023 เวลา 09:24:22", date(2023, 11, 30), time(9, 24, 22)),
        ("9 ก.ค. 2025 17 นาฬิกา 32 นาที 12 วินาที +0700", date(2025, 7, 9), time(17, 32, 12)),
        ("11 ก.พ. 2020, 1:13 pm", date(2020, 2, 11), time(13, 13)),
        ("6799-2022-06-24-03-34-00", date(2022, 6, 24), time(3, 34)),
        ("2023-12-19T20:00:00Z", date(2023, 12, 20), time(3, 0)),
        ("29/3/2017 12:00 AM", date(2017, 3, 29), None),
        ("12 มกราคม 2567 เวลา 39:49 น.", date(2024, 1, 12), None),
        ("10 ม.ค. 67 1.5", date(2024, 1, 10), None),
    ],
)
def test_the_time_behind_a_date_is_read_in_Bangkok_time(text: str, day: date, at: time | None) -> None:  # noqa: N802 - a name
    span = find_dates(text)[0]
    assert (span.first, span.time) == (day, at)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("10 ม.ค. 67", True),
        ("12 ก.ย. 2022", True),
        ("12 ก.ย. 23", False),
        ("9/25/13", False),
        ("5/1/2023", False),
        ("25/1/2023", True),
        ("5/1/2566", True),
        ("8 ม.ย.63", False),
        ("ประจำปี 2567", False),
    ],
)
def test_what_had_to_be_guessed_is_marked(text: str, certain: bool) -> None:  # noqa: FBT001 - a column of the table
    assert only(text).certain is certain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("วันนี้", "2024-03-31"),
        ("เมื่อวานนี้", "2024-03-30"),
        ("2 วันที่แล้ว", "2024-03-29"),
        ("3 สัปดาห์ก่อน", "2024-03-10"),
        ("1 เดือนที่แล้ว", "2024-02-29"),
        ("4 ปี ago", "2020-03-31"),
        ("5 ชั่วโมงที่แล้ว", "2024-03-31"),
        ("yesterday", "2024-03-30"),
    ],
)
def test_relative_dates_are_read_from_a_day_of_reference(text: str, expected: str) -> None:
    (span,) = find_dates(text, reference=date(2024, 3, 31))
    assert (iso(span), span.certain) == (expected, False)


def test_spans_quote_the_text_as_it_is() -> None:
    text = "ข่าว\u200bสํานักงาน วันที่...๒๕...ธันวาคม...๒๕๖๖ และ 5 ม.ค. 67"
    spans = find_dates(text)
    assert [span.raw for span in spans] == ["๒๕...ธันวาคม...๒๕๖๖", "5 ม.ค. 67"]
    assert all(text[span.start : span.end] == span.raw for span in spans)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *"0123456789๑๒๓ ./-–:()\n\u200b",
                *("วันที่", "ม.ค.", "ธันวาคม", "พ.ศ.", "2567", "๒๕๖๗", "ถึง", "ปี", "ไตรมาส", "เผยแพร่เมื่อ", "ที่", "น."),
                *("โทร", "ITA", "Jan", "ตั้งแต่บัดนี้", "งบ", "25", "รอบ 6 เดือน", "©", "เดือน", "ํา", "า", "่"),
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_any_mixture_gives_spans_that_lie_in_the_text(text: str) -> None:
    for span in find_dates(text, reference=date(2024, 1, 1)):
        assert 0 <= span.start < span.end <= len(text)
        assert span.raw == text[span.start : span.end]
        assert span.first is None or span.last is None or span.first <= span.last


@pytest.mark.parametrize(
    "unit",
    ["1", "1 ", "1.", "1/", "2567-", "25\\", "1 ม.ค. ", "พ.ศ. 1", "ไตรมาส 1 ", "พ.ร.บ.1", "ลง 1 ม.ค. 67", "ธ 1", "๑"],
)
def test_a_long_hostile_text_is_read_in_linear_time(unit: str) -> None:
    """Rule 13: a quadratic reader would not come back from this."""
    assert len(find_dates(unit * (100_000 // len(unit)))) < 100_000
